package workshop_test

import (
	"strings"
	"testing"

	"convene/workshop"

	"pgregory.net/rapid"
)

// typist is one of five people in a note: what their window shows may be many changes behind, and they type on in it.
type typist struct {
	p     *peer
	base  workshop.Anchors // of what the window shows
	shown []rune
	keys  []rune // what this person typed and did not take away again
}

// TestFivePeopleTypingAtRandomLoseNothing lets five people type at random places of one note, against texts of different age, and
// delete only what they typed themselves. Every key that nobody took away is there in the end, on all laptops, once.
func TestFivePeopleTypingAtRandomLoseNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		r := newRoom(t, "ana")
		ana := r.peers["ana"]
		board := ana.do(none, workshop.AddActivity(workshop.ActivityPlan{Kind: workshop.ActivityBrainstorm, Title: "b", Settings: public}))
		note := ana.do(none, workshop.AddNote(board, "0", "", ""))
		people := []*typist{{p: ana}}
		for _, name := range []string{"ben", "cleo", "dan", "eva"} {
			people = append(people, &typist{p: r.join("ana", name, workshop.RoleCofacilitator)})
		}
		r.meet()
		next := 'Ā' // every key is another character
		for _, who := range people {
			who.look(t, note)
		}
		for range rapid.IntRange(5, 40).Draw(rt, "keys") {
			who := rapid.SampledFrom(people).Draw(rt, "who")
			switch rapid.IntRange(0, 5).Draw(rt, "what") {
			case 0:
				from := rapid.SampledFrom(people).Draw(rt, "from")
				if from != who {
					who.p.pull(from.p.name)
				}
			case 1:
				who.look(t, note)
			case 2:
				who.takeBack(rt, t, note)
			default:
				pos := rapid.IntRange(0, len(who.shown)).Draw(rt, "pos")
				splices := []workshop.Splice{}
				for range rapid.IntRange(1, 3).Draw(rt, "at once") {
					next++
					splices = append(splices, workshop.Splice{Pos: pos, Ins: string(next)})
					who.keys = append(who.keys, next)
					pos++
				}
				who.edit(t, note, splices...)
				who.look(t, note)
			}
		}
		r.meet()
		text := ana.s.View().Notes[0].Text
		for _, who := range people {
			for _, k := range who.keys {
				if strings.Count(text, string(k)) != 1 {
					rt.Fatalf("%q of %s stands %d times in %q", k, who.p.name, strings.Count(text, string(k)), text)
				}
			}
			if err := who.p.s.CheckSlow(); err != nil {
				rt.Fatal(err)
			}
		}
		if !strings.Contains(text, "0") {
			rt.Fatalf("what stood there is gone from %q", text)
		}
	})
}

// look shows the window what this laptop knows now.
func (w *typist) look(t *testing.T, note workshop.RecordID) {
	base, err := w.p.s.Anchors(note)
	if err != nil {
		t.Fatal(err)
	}
	text, err := w.p.s.TextOf(note)
	if err != nil {
		t.Fatal(err)
	}
	w.base, w.shown = base, []rune(text)
}

func (w *typist) edit(t *testing.T, note workshop.RecordID, splices ...workshop.Splice) {
	op, err := w.p.s.Edit(note, w.base, splices...)
	if err != nil {
		t.Fatal(err)
	}
	w.p.do(none, op)
}

// takeBack deletes one own character that the window shows.
func (w *typist) takeBack(rt *rapid.T, t *testing.T, note workshop.RecordID) {
	if len(w.keys) == 0 {
		return
	}
	i := rapid.IntRange(0, len(w.keys)-1).Draw(rt, "key")
	for pos, c := range w.shown {
		if c == w.keys[i] {
			w.edit(t, note, workshop.Splice{Pos: pos, Del: 1})
			w.keys = append(w.keys[:i:i], w.keys[i+1:]...)
			w.look(t, note)
			return
		}
	}
}
