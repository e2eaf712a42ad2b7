package app

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"convene/workshop"
)

// TestAWorkshopOnThreeLaptops is a whole small session over real storage and
// real loopback connections, from the plan to the record.
func TestAWorkshopOnThreeLaptops(t *testing.T) {
	amina, ben, chen := newHome(t, "Amina"), newHome(t, "Ben"), newHome(t, "")
	ctx := t.Context()
	var err error
	amina.session, err = amina.CreateSession(ctx, NewSession{
		Template: "quick-cocreation", Title: "Clean water pilot", Purpose: "Agree what to do first", Question: "keeping the wells running",
		Period: "quarter", Outcomes: List[string]{"Three actions with owners"},
	})
	must(t, err)
	ben.joins(amina, "")
	chen.joins(amina, "Chen")
	all := []*home{amina, ben, chen}
	within(t, 10*time.Second, "names are known", func() bool {
		names := map[string]bool{}
		for _, p := range ben.view().People {
			names[p.Name] = true
		}
		return names["Amina"] && names["Ben"] && names["Chen"]
	})
	window := mirrorOf(t, ben)

	opens(t, amina, ben, chen) // brief
	opens(t, amina, ben, chen) // check-in
	for _, h := range all {
		must(t, h.GiveResponse(ctx, h.session, Answer{Text: "I hope for one clear step"}))
	}
	run := opens(t, amina, ben, chen) // ideas alone
	if n := len(ben.view().Responses); n != 3 {
		t.Errorf("%d answers, want 3", n)
	}
	brainstormsAlone(t, all, run, window)

	opens(t, amina, ben, chen) // sort and name
	for _, h := range all {
		notes := h.view().Notes
		_, err := h.AddCluster(ctx, h.session, "What we can do ourselves", []string{notes[0].ID.String(), notes[1].ID.String()})
		must(t, err)
	}
	inSync(t, all...)
	run = opens(t, amina, ben, chen) // where to begin: sealed, because three vote
	if run.Settings.Secret() || len(run.Options) != 3 || len(run.Voters) != 3 {
		t.Errorf("the vote: secret %v, %d options, %d voters", run.Settings.Secret(), len(run.Options), len(run.Voters))
	}
	for _, h := range all {
		must(t, h.CastBallot(ctx, h.session, []Choice{{Option: run.Options[1].ID.String(), Value: 2}}))
	}
	inSync(t, all...)
	run = opens(t, amina, ben, chen) // top three
	res := chen.view().Results
	if len(res) != 1 || res[0].Counted != 3 || res[0].Unopened != 0 || res[0].Rows[0].Sum != 6 {
		t.Fatalf("result: %+v", res)
	}
	must(t, amina.DiscussItem(ctx, amina.session, run.Options[0].ID.String()))
	_, err = ben.AddCapture(ctx, ben.session, NewCapture{Type: CaptureInsight, Text: "Spare parts come too late", Item: run.Options[0].ID.String()})
	must(t, err)
	parked, err := chen.AddParked(ctx, chen.session, "Who pays in the dry season?")
	must(t, err)
	opens(t, amina, ben, chen) // who does what
	commits(t, all)
	inSync(t, all...)
	refused(t, amina.FinishSession(ctx, amina.session), "parked-open")
	must(t, amina.SettleParked(ctx, amina.session, parked, "Goes to the council"))
	must(t, amina.FinishSession(ctx, amina.session))
	inSync(t, all...)
	window.until(t, "the session is closed", func() bool {
		for _, r := range window.records {
			if s, ok := r.(SessionRecord); ok {
				return s.State == SessionClosed
			}
		}
		return false
	})
	_, err = ben.AddParked(ctx, ben.session, "one more thing")
	refused(t, err, "session-finished")
	sameRecord(t, all)
}

// brainstormsAlone writes private notes on every laptop and turns them over.
func brainstormsAlone(t *testing.T, all []*home, run *workshop.RunView, window *mirror) {
	t.Helper()
	if !run.Settings.Private(run.Kind) {
		t.Fatal("the template's brainstorm is not private")
	}
	for i, h := range all {
		for j := range 3 {
			_, err := h.AddNote(t.Context(), h.session, NewNote{Text: fmt.Sprintf("idea %d of laptop %d", j, i)})
			must(t, err)
		}
	}
	window.until(t, "own drafts, and six notes of two others face down", func() bool {
		total, drafts := window.notes()
		f, ok := window.records["facedown/"+run.ID.String()].(FacedownRecord)
		return ok && f.Count == 6 && f.Writers == 2 && total == 3 && drafts == 3
	})
	must(t, all[0].CloseRun(t.Context(), all[0].session))
	inSync(t, all...)
	for _, n := range all[1].view().Notes {
		if n.Late {
			t.Errorf("%q came late", n.Text)
		}
	}
	window.until(t, "nine notes", func() bool {
		total, drafts := window.notes()
		return total == 9 && drafts == 0
	})
}

// commits gives everybody an action, of which each owner says yes.
func commits(t *testing.T, all []*home) {
	t.Helper()
	for i, h := range all {
		other := all[(i+1)%len(all)]
		owner, err := other.Person(t.Context(), other.session)
		must(t, err)
		id, err := h.AddAction(t.Context(), h.session, NewAction{What: fmt.Sprintf("Do thing %d", i), Owner: owner.String(), Due: "2026-12-04"})
		must(t, err)
		within(t, 10*time.Second, "the owner sees the action", func() bool {
			return other.AcceptAction(t.Context(), other.session, id, true, false) == nil
		})
	}
	inSync(t, all...)
	for _, a := range all[0].view().Actions {
		if a.Accepted != workshop.AcceptedYes {
			t.Errorf("%s is accepted: %s", a.What, a.Accepted)
		}
	}
}

// sameRecord expects the same bytes of the record on every laptop.
func sameRecord(t *testing.T, all []*home) {
	t.Helper()
	var first []byte
	for i, h := range all {
		path, err := h.SaveRecord(t.Context(), h.session, RecordWish{Profile: "names"}, "")
		must(t, err)
		b, err := os.ReadFile(path)
		must(t, err)
		if !strings.HasPrefix(path, h.dir) || !strings.Contains(string(b), "Spare parts come too late") {
			t.Errorf("the record at %s lacks what was said", path)
		}
		if i == 0 {
			first = b
		} else if string(first) != string(b) {
			t.Error("two laptops write different records")
		}
	}
}

func TestASecretVoteOnFourLaptopsOutlivesItsCounter(t *testing.T) {
	amina, ben, chen, dora := newHome(t, "Amina"), newHome(t, "Ben"), newHome(t, "Chen"), newHome(t, "Dora")
	ctx := t.Context()
	var err error
	amina.session, err = amina.CreateSession(ctx, NewSession{Title: "A vote"})
	must(t, err)
	all := []*home{amina, ben, chen, dora}
	for _, h := range all[1:] {
		h.joins(amina, "")
	}
	p, err := ben.Person(ctx, ben.session)
	must(t, err)
	must(t, amina.GrantPerson(ctx, amina.session, p.String(), "successor"))
	for _, a := range []NewActivity{
		{Kind: ActivityBrainstorm, Title: "Ideas", Settings: Settings{"visibility": "public"}},
		{Kind: ActivityVote, Title: "Dots", Prompt: "Which first?", Settings: Settings{"options": "notes", "secret": true}},
	} {
		_, err := amina.AddActivity(ctx, amina.session, a)
		must(t, err)
	}
	opens(t, amina, all[1:]...)
	for _, h := range all {
		_, err := h.AddNote(ctx, h.session, NewNote{Text: "an idea"})
		must(t, err)
	}
	inSync(t, all...)
	run := opens(t, amina, all[1:]...)
	if !run.Settings.Secret() || len(run.Seal) != 32 {
		t.Fatal("the vote is not secret")
	}
	for i, h := range all {
		must(t, h.CastBallot(ctx, h.session, []Choice{{Option: run.Options[i%2].ID.String(), Value: 2}}))
	}
	inSync(t, all...)
	amina.stop() // its laptop dies, and the key with it
	must(t, ben.TakeFloor(ctx, ben.session))
	must(t, ben.CloseRun(ctx, ben.session))
	inSync(t, ben, chen, dora)
	res := dora.view().Results[0]
	if !res.Secret || res.HandedIn != 4 || res.Counted != 3 || res.Unopened != 1 {
		t.Errorf("result: %+v", res)
	}
}

func TestFollowersHearThatTheSessionCloses(t *testing.T) {
	h := newHome(t, "Amina")
	var err error
	h.session, err = h.CreateSession(t.Context(), NewSession{Title: "Short"})
	must(t, err)
	m := mirrorOf(t, h)
	ctx, cancel := context.WithCancel(t.Context())
	_, gone, err := h.Follow(ctx, h.session)
	must(t, err)
	cancel()
	within(t, 5*time.Second, "who left is told nothing more", func() bool {
		select {
		case _, open := <-gone:
			return !open
		default:
			return false
		}
	})
	must(t, h.CloseSession(t.Context(), h.session))
	m.until(t, "closed", func() bool { return m.closed })
	if _, open := <-m.diffs; open {
		t.Error("a diff after the last one")
	}
}
