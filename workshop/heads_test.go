package workshop_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"convene/workshop"
)

// crowded is a hundred people in a brainstorm, each with a writer on the one log of ana's.
func crowded(t *testing.T, set workshop.Settings) (r *room, ana *peer, board, run workshop.RecordID, writers []*workshop.Writer) {
	t.Helper()
	r = newRoom(t, "ana")
	ana = r.peers["ana"]
	for i := range 100 {
		key, err := workshop.PersonKey([32]byte{byte(i), 1}, ana.s.Nonce())
		if err != nil {
			t.Fatal(err)
		}
		ana.do(none, workshop.Grant(workshop.PersonOf(key), workshop.RoleParticipant, 0))
		w, err := workshop.NewWriter(r.seed, key, ana.s.ID())
		if err != nil {
			t.Fatal(err)
		}
		writers = append(writers, w)
	}
	board, run = ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityBrainstorm, Title: "Ideas", Prompt: "?", Settings: set})
	return r, ana, board, run, writers
}

// written is a note of everybody at one moment, of which nobody knew another's: a hundred ends of the log.
func written(ana *peer, board, run workshop.RecordID, writers []*workshop.Writer) (changes [][]byte) {
	past := ana.s.Heads()
	for i, w := range writers {
		changes = append(changes, ana.s.Forge(w, past, run, workshop.AddNote(board, fmt.Sprintf("note %d", i), "", "")))
	}
	return changes
}

// everyOrder gives changes to fresh laptops in several orders, with what ana did before and after, and demands one session.
func everyOrder(t *testing.T, ana *peer) {
	t.Helper()
	var all [][]byte
	_ = ana.s.Changes(func(c *workshop.Change) error { all = append(all, c.Bytes); return nil })
	for seed := range uint64(3) {
		p := &peer{room: ana.room, name: "fresh"}
		var err error
		if p.s, err = workshop.Open(all[0]); err != nil {
			t.Fatal(err)
		}
		order := rand.New(rand.NewPCG(seed, 0)).Perm(len(all) - 1)
		for _, i := range order {
			p.back = append(p.back, all[1+i])
		}
		p.take()
		if p.s.Digest() != ana.s.Digest() || p.s.View().Digest() != ana.s.View().Digest() {
			t.Fatalf("order %d: another session", seed)
		}
		if err := p.s.CheckSlow(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestAHundredHeadsAtTheReveal(t *testing.T) {
	_, ana, board, run, writers := crowded(t, workshop.SettingsOf(map[string]any{"visibility": "private-until-reveal"}))
	ana.do(none, workshop.BeginClosing(run))
	ana.take(written(ana, board, run, writers)...)
	if heads := len(ana.s.Heads()); heads != 100 {
		t.Fatalf("%d heads", heads)
	}
	before := ana.s.Len()
	ana.do(none, workshop.CloseRun(run, nil)) // joins what no single change can name, and knows all
	if merges := ana.s.Len() - before - 1; merges < 2 || len(ana.s.Heads()) != 1 {
		t.Fatalf("%d merges, %d heads", merges, len(ana.s.Heads()))
	}
	notes := ana.s.View().NotesOn(board)
	if len(notes) != 100 {
		t.Fatalf("%d of 100 notes", len(notes))
	}
	for _, n := range notes {
		if n.Late {
			t.Fatalf("%q is late, though the close knew it", n.Text)
		}
	}
	everyOrder(t, ana)
}

func TestAHundredHeadsAtTheClosing(t *testing.T) {
	_, ana, board, run, writers := crowded(t, public)
	notes := written(ana, board, run, writers)
	ana.do(none, workshop.BeginClosing(run)) // knows none of them
	ana.do(none, workshop.CloseRun(run, nil))
	ana.take(notes...)
	got := ana.s.View().NotesOn(board)
	if len(got) != 100 {
		t.Fatalf("%d of 100 notes", len(got))
	}
	for _, n := range got {
		if !n.Late {
			t.Fatalf("%q is not marked late", n.Text)
		}
	}
	if _, err := ana.try(none, workshop.Park(workshop.RecordID{}, "and on it goes")); err != nil {
		t.Fatal(err)
	}
	everyOrder(t, ana)
}
