package storage

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
)

// writerChild appends own and other changes as fast as it can, from two goroutines each, and prints
// the number of every acknowledged own change.
func writerChild(dir string) int {
	l, err := open(dir, quiet(), tight())
	if err != nil {
		fmt.Println("failed", err)
		return 1
	}
	g, err := l.OpenLog([16]byte{1})
	if err != nil {
		fmt.Println("failed", err)
		return 1
	}
	have, _ := g.Count()
	fmt.Println("ready", have)
	from := uint64(time.Now().UnixNano())
	var out sync.Mutex
	var all sync.WaitGroup
	for w := range uint64(4) {
		all.Go(func() {
			for n := from + w<<40; ; n++ {
				add := g.AppendOwn
				if w >= 2 {
					add = g.AppendRemote
				}
				if err := add(context.Background(), made(byte(w), n)); err != nil {
					out.Lock()
					fmt.Println("failed", err)
					out.Unlock()
					return
				}
				out.Lock()
				fmt.Println("acked", n)
				out.Unlock()
			}
		})
	}
	all.Wait()
	return 1
}

// killRound lets a child write until it is killed at a random point, and adds what it acknowledged.
func killRound(t *testing.T, dir string, chance *rand.Rand, early bool, acked map[uint64]bool) {
	t.Helper()
	c := child("writer", dir)
	out, err := c.StdoutPipe()
	must(t, err)
	must(t, c.Start())
	lines := bufio.NewScanner(out)
	until := chance.IntN(200)
	if early {
		until = -1
		kill := time.AfterFunc(time.Duration(chance.IntN(60))*time.Millisecond, func() { _ = c.Process.Kill() })
		defer kill.Stop()
	}
	seen := 0
	for lines.Scan() {
		word, rest, _ := strings.Cut(lines.Text(), " ")
		switch word {
		case "acked":
			n, err := strconv.ParseUint(rest, 10, 64)
			if err != nil {
				break // cut by the kill
			}
			acked[n] = true
			if seen++; seen == until {
				must(t, c.Process.Kill())
			}
		case "failed":
			t.Fatalf("the child failed: %s", rest)
		}
		if until == 0 {
			must(t, c.Process.Kill())
			until = -2
		}
	}
	_ = c.Wait()
}

// killLoop kills a writing child again and again and checks all that was ever acknowledged.
func killLoop(t *testing.T, rounds int) {
	dir := t.TempDir()
	seed := uint64(time.Now().UnixNano())
	if s := os.Getenv("CONVENE_SEED"); s != "" {
		seed, _ = strconv.ParseUint(s, 10, 64)
	}
	t.Logf("seed %d", seed)
	chance := rand.New(rand.NewPCG(seed, 1))
	acked := map[uint64]bool{}
	early := false
	for round := range rounds {
		// Some are killed while they open, but not twice in a row: that is taken for a database that ends
		// the process, and rebuilt.
		early = !early && chance.IntN(4) == 0
		killRound(t, dir, chance, early, acked)
		if round%10 != 9 && round != rounds-1 {
			continue
		}
		start := time.Now()
		l := openTest(t, dir, tight())
		g := openTestLog(t, l, 1)
		took := time.Since(start)
		if r := errors.Join(told(g.Recovery()), told(l.Recovery())); r != nil {
			t.Errorf("round %d: a kill is told as damage: %v", round, r)
		}
		found := map[uint64]bool{}
		must(t, g.Changes(context.Background(), func(b []byte) error {
			n := binary.BigEndian.Uint64(b)
			if string(made(b[8], n).Bytes) != string(b) {
				t.Errorf("change %d was altered", n)
			}
			found[n] = true
			return nil
		}))
		lost := 0
		for n := range acked {
			if !found[n] {
				lost++
			}
		}
		if lost > 0 {
			t.Fatalf("round %d: %d of %d acknowledged changes are lost", round, lost, len(acked))
		}
		if took > 5*time.Second {
			t.Errorf("round %d: opening took %v, more than 5 s", round, took)
		}
		must(t, l.Close())
		t.Logf("%d kills: %d acknowledged, %d held, 0 lost, opened in %v", round+1, len(acked), len(found), took)
	}
}

func told(r *Recovery) error {
	if r == nil {
		return nil
	}
	return errors.New(r.String())
}

func TestNothingAcknowledgedIsLostByAKill(t *testing.T) {
	killLoop(t, 50)
}
