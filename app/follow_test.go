package app

import (
	"maps"
	"runtime"
	"testing"
	"time"

	"convene/workshop"
)

// Somebody whose changes come slowly, one after the other, has a session drawn again and again. Others' notes do not wait for that: a
// drawing now and then puts the next off by a frame, whatever it cost. Drawn without end, it takes a fifth of the time.
func TestADrawingNowAndThenPutsNothingOff(t *testing.T) {
	var d drawings
	now := time.Unix(0, 0)
	for range 50 {
		now = now.Add(200 * time.Millisecond)
		if d.drew(now, 20*time.Millisecond, true); d.next.Sub(now) > 20*time.Millisecond {
			t.Fatalf("a drawing of 20 ms puts the next off by %v", d.next.Sub(now))
		}
	}
	const cost = 5 * time.Millisecond
	begun, count := now, 0
	for ; now.Sub(begun) < 10*time.Second; count++ {
		d.drew(now, cost, true)
		now = d.next
	}
	if spent := time.Duration(count) * cost; spent > 10*time.Second/drawShare+drawSaved {
		t.Errorf("%v of 10 s were spent on drawing", spent)
	}
}

// Who waits for what was done has it before the session is drawn, also on a computer with one processor.
func TestAnAnswerDoesNotWaitForTheDrawing(t *testing.T) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	tb := newTable(t, "amina")
	amina := tb.desk("amina")
	l := &live{laptop: amina.Laptop, drawn: map[string]Record{}, frame: time.NewTimer(time.Hour), work: make(chan func())}
	f := &follower{out: make(chan Diff, 64)}
	l.followers = map[*follower]struct{}{f: {}}
	early := make(chan int)
	go func() {
		_ = l.do(t.Context(), func(a *Laptop) error { _, err := a.AddParked("later"); return err })
		early <- len(f.out)
	}()
	(<-l.work)()
	l.showSoon()
	if told := <-early; told != 0 {
		t.Error("the answer came after the drawing")
	}
	if len(f.out) != 1 {
		t.Errorf("%d drawings, want 1", len(f.out))
	}
}

// A window is told of what comes, what changes and what goes, one drawing after the other.
func TestDrawingsFollowEachOther(t *testing.T) {
	tb := newTable(t, "amina")
	amina := tb.desk("amina")
	l := &live{laptop: amina.Laptop, drawn: map[string]Record{}, followers: map[*follower]struct{}{}}
	l.show()
	kept := maps.Clone(l.drawn)
	for _, do := range []func() error{
		func() error { _, err := amina.AddParked("one"); return err },
		func() error { return amina.RenameMe("Amina B.") },
		func() error { return amina.Undo() },
	} {
		tb.must(do())
		f := &follower{out: make(chan Diff, 1)}
		l.followers = map[*follower]struct{}{f: {}}
		l.show()
		d := <-f.out
		for _, r := range append(d.Added, d.Updated...) {
			kept[r.RecordID()] = r
		}
		for _, id := range d.Removed {
			delete(kept, id)
		}
		added, updated, removed := compare(kept, amina.Records())
		if len(added)+len(updated)+len(removed) > 0 {
			t.Errorf("the window shows something else: %v %v %v", added, updated, removed)
		}
	}
}

// BenchmarkShowAfterAFlood draws a session in which a member set down 1,300 things, as another comes.
func BenchmarkShowAfterAFlood(b *testing.B) {
	tb := newTable(b, "amina")
	amina := tb.desk("amina")
	for range 13 {
		var ops []workshop.Op
		for range 100 {
			ops = append(ops, workshop.Park(workshop.RecordID{}, "flood"))
		}
		_, err := amina.write(workshop.RecordID{}, ops...)
		tb.must(err)
	}
	l := &live{laptop: amina.Laptop, drawn: map[string]Record{}}
	b.ReportAllocs()
	for b.Loop() {
		amina.view = nil
		l.show()
	}
}
