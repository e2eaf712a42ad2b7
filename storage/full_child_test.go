package storage

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"
)

// filledChild writes as the app would, with the app's own settings, on a disk that others fill. It goes
// on when there is room again, and closes in order when its input ends.
func filledChild(dir string) int {
	l, err := Open(dir, quiet())
	if err != nil {
		fmt.Println("failed", err)
		return 1
	}
	g, err := l.OpenLog([16]byte{1})
	if err != nil {
		fmt.Println("failed", err)
		return 1
	}
	ctx, stop := context.WithCancel(context.Background())
	var all sync.WaitGroup
	all.Go(func() { _ = l.Run(ctx) })
	all.Go(func() { _ = g.Run(ctx) })
	var out sync.Mutex
	say := func(word string, about any) {
		out.Lock()
		defer out.Unlock()
		fmt.Println(word, about)
	}
	from := uint64(time.Now().UnixNano())
	for w := range uint64(3) {
		all.Go(func() {
			again := time.NewTicker(10 * time.Millisecond)
			defer again.Stop()
			for n := from + w<<40; ctx.Err() == nil; n++ {
				add := g.AppendOwn
				if w == 2 {
					add = g.AppendRemote
				}
				switch err := add(context.Background(), made(byte(w), n)); {
				case err == nil:
					say("acked", n)
				case errors.Is(err, ErrNoSpace):
					say("full", w)
					<-again.C
				default:
					say("failed", err)
				}
			}
		})
	}
	_, _ = io.Copy(io.Discard, os.Stdin)
	stop()
	all.Wait()
	if err := l.Close(); err != nil {
		fmt.Println("failed", err)
		return 1
	}
	fmt.Println("closed", 0)
	return 0
}

// exporterChild opens what is there, full disk or not, prints the numbers held, and writes an export of
// them beside the data.
func exporterChild(dir string) int {
	l, err := Open(dir, quiet())
	if err != nil {
		fmt.Println("failed", err)
		return 1
	}
	g, err := l.OpenLog([16]byte{1})
	if err != nil {
		fmt.Println("failed", err)
		return 1
	}
	if l.Full() {
		if err := l.MakeRoom(); err != nil {
			fmt.Println("failed", err)
			return 1
		}
	}
	f, err := os.Create(filepath.Join(filepath.Dir(dir), "export"))
	if err != nil {
		fmt.Println("failed", err)
		return 1
	}
	err = g.Changes(context.Background(), func(b []byte) error {
		n := binary.BigEndian.Uint64(b)
		if string(made(b[8], n).Bytes) != string(b) {
			fmt.Println("altered", n)
		}
		fmt.Println("held", n)
		_, err := f.Write(b[:16])
		return err
	})
	if err == nil {
		err = f.Sync()
	}
	if err = joinClose(err, f); err != nil {
		fmt.Println("failed", err)
		return 1
	}
	_ = os.Remove(f.Name())
	fmt.Println("full", l.Full())
	_ = l.Close()
	return 0
}
