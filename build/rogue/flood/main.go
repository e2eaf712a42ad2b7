// Command flood comes into a session by a link and writes 800 changes a second,
// each signed and valid, until its input ends or it is removed: for tests in other
// languages. It prints "in" once it is in.
package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"time"

	"convene/build/rogue"
	"convene/workshop"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: flood LINK")
		os.Exit(2)
	}
	if err := flood(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func flood(link string) error {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	go func() { // it ends with this program
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	m, err := rogue.Join(ctx, link, [32]byte{66}, [32]byte{66}, false)
	if err != nil {
		return err
	}
	defer m.Close()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for m.Holds() < 3 && ctx.Err() == nil {
		<-tick.C
	}
	fmt.Println("in")
	for sent := 0; ctx.Err() == nil; <-tick.C {
		var batch [][]byte
		for range 80 {
			signed, err := m.Sign(workshop.Park(workshop.RecordID{}, fmt.Sprint("flood ", sent)))
			if err != nil {
				return nil // it was removed, and knows
			}
			batch = append(batch, signed...)
			sent++
		}
		m.Send(batch...)
	}
	return nil
}
