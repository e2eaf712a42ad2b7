package app

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"runtime"
	"testing"

	"convene/workshop"
)

func TestChangesWithoutAPastAreHeldWithinBounds(t *testing.T) {
	var h holdBack
	never := workshop.ID(sha256.Sum256([]byte("never comes")))
	for i := range mostHeld + 2000 {
		h.add(binary.BigEndian.AppendUint64(make([]byte, 100), uint64(i)), never)
	}
	if len(h.held) != mostHeld || len(h.lacking[never]) != mostHeld || h.bytes != mostHeld*108 {
		t.Errorf("%d held, %d listed, %d bytes", len(h.held), len(h.lacking[never]), h.bytes)
	}
	for i := range 300 {
		h.add(binary.BigEndian.AppendUint64(make([]byte, workshop.MaxChange-8), uint64(i)), workshop.ID{byte(i), byte(i >> 8)})
	}
	if h.bytes > mostHeldBytes || len(h.order) > 2*mostHeld {
		t.Errorf("%d bytes held, %d in order", h.bytes, len(h.order))
	}
	sum := 0
	for _, w := range h.held {
		sum += len(w.signed)
	}
	if sum != h.bytes {
		t.Errorf("%d bytes are counted, %d are held", h.bytes, sum)
	}
	for id := range h.lacking {
		h.freed(id)
	}
	if len(h.held) != 0 || h.bytes != 0 || len(h.lacking) != 0 {
		t.Errorf("%d still held, %d bytes, %d lists", len(h.held), h.bytes, len(h.lacking))
	}
}

// A member who sends changes without their past makes nobody else's work slower: they are not tried again until what
// they lack has come.
func TestAFloodOfChangesWithoutAPastDelaysNoOne(t *testing.T) {
	tb := newTable(t, "amina", "ben", "cara")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	amina, ben, cara := tb.desk("amina"), tb.desk("ben"), tb.desk("cara")
	wrote := func(d *desk, n int) [][]byte {
		before := len(d.keep.sent)
		for i := range n {
			_, err := d.AddNote(NewNote{Text: fmt.Sprint("note ", i)})
			tb.must(err)
		}
		return d.keep.sent[before:]
	}
	flood, honest := wrote(amina, 400), wrote(cara, 40)
	takes := func(changes [][]byte) (bytes uint64) {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		for _, b := range changes {
			tb.must(ben.Receive([][]byte{b}))
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	calm := takes(honest[:20])
	tb.must(ben.Receive(flood[1:]))
	tb.must(ben.Receive(flood[1:])) // nothing is held twice
	if ben.Waiting() != len(flood)-1 {
		t.Fatalf("%d wait", ben.Waiting())
	}
	if flooded := takes(honest[20:]); flooded > 2*calm {
		t.Errorf("20 changes cost %d bytes of memory, and %d while others wait for their past", calm, flooded)
	}
	tb.must(ben.Receive(flood[:1]))
	if ben.Waiting() != 0 || len(ben.View().Notes) != len(flood)+len(honest) {
		t.Errorf("%d wait, %d notes", ben.Waiting(), len(ben.View().Notes))
	}
}

// What lacks two changes waits first for the one and then for the other. It counts from when it began to wait for the second, and
// what is dropped meanwhile is dropped whole: nothing comes back empty.
func TestAChangeThatWaitsTwiceIsHeldOnce(t *testing.T) {
	var h holdBack
	first, second := workshop.ID{1}, workshop.ID{2}
	twice := make([]byte, 100)
	h.add(twice, first)
	other := binary.BigEndian.AppendUint64(nil, 7)
	h.add(other, second)
	if got := h.freed(first); len(got) != 1 {
		t.Fatalf("%d freed", len(got))
	}
	h.add(twice, second) // it lacked two
	for i := range mostHeld - 1 {
		h.add(binary.BigEndian.AppendUint64(nil, uint64(1000+i)), workshop.ID{3})
	}
	got := h.freed(second)
	if len(got) != 1 || len(got[0]) != len(twice) {
		t.Errorf("freed %d: %q", len(got), got)
	}
	for range 3 * mostHeld { // it waits for one after the other, and the list of the oldest stays short
		h.add(twice, first)
		h.freed(first)
	}
	if len(h.order) > 2*mostHeld+1 {
		t.Errorf("%d in order, %d held", len(h.order), len(h.held))
	}
}
