package p2p

import (
	"fmt"
	"testing"
	"time"
)

// BenchmarkJoin2000 is from the link to a complete log of 2,000 changes of
// 300 bytes, over loopback: ask, be admitted, open the ports, dial, sync.
func BenchmarkJoin2000(b *testing.B) {
	h := newHall("bench join")
	ana := open(b, h, "ana")
	ana.room.keep(numbered("old", 2000, 300))
	link := invite(h, ana).Link()
	for i := 0; b.Loop(); i++ {
		guest := join(b, h, link, fmt.Sprintf("guest-%d", i))
		eventually(b, 10*time.Second, "complete", func() bool { return guest.room.count() == 2000 })
		b.StopTimer()
		guest.stop()
		b.StartTimer()
	}
}

// BenchmarkNote is from Publish at one of ten laptops to Receive at another,
// over loopback.
func BenchmarkNote(b *testing.B) {
	h := newHall("bench note")
	all := []*laptop{open(b, h, "person-0")}
	for i := 1; i < 10; i++ {
		l := open(b, h, fmt.Sprintf("person-%d", i))
		dial(b, l, all[0])
		all = append(all, l)
	}
	eventually(b, 20*time.Second, "a mesh", func() bool {
		for _, l := range all {
			if l.linked() != 9 {
				return false
			}
		}
		return true
	})
	last := all[9].room
	notes := numbered("note", 100_000, 300)
	for i := 0; b.Loop(); i++ {
		for len(last.news) > 0 {
			<-last.news
		}
		all[1].Publish(notes[i : i+1])
		for last.count() <= i {
			<-last.news
		}
	}
}
