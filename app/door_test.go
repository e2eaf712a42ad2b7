package app

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"convene/workshop"
)

// founder is a home with a session in it.
func founder(t *testing.T) *home {
	t.Helper()
	h := newHome(t, "Amina")
	var err error
	h.session, err = h.CreateSession(t.Context(), NewSession{Title: "Team day"})
	must(t, err)
	return h
}

func noProgress(JoinProgress) {}

// address is where a home listens, as an invite shows it to people.
func (h *home) address() string {
	h.t.Helper()
	i, err := h.Invite(h.t.Context(), h.session, InviteWish{})
	must(h.t, err)
	return i.Addresses[0]
}

func (h *home) door() DoorRecord {
	h.t.Helper()
	var r DoorRecord
	must(h.t, h.act(h.t.Context(), h.session, func(l *Laptop) error { r = l.doorRecord(); return nil }))
	return r
}

func TestSomebodyJoinsWithACodeAndATypedAddress(t *testing.T) {
	amina, ben := founder(t), newHome(t, "Ben")
	code, err := amina.OpenCode(t.Context(), amina.session, InviteWish{})
	must(t, err)
	if got := amina.door().Code; got != code {
		t.Errorf("the door shows %q, the code is %q", got, code)
	}
	said := strings.ToUpper(strings.ReplaceAll(code, "-", " ")) // as people type it
	ben.session, err = ben.JoinCode(t.Context(), JoinWish{Code: said, Name: "Ben", Address: amina.address()}, noProgress)
	must(t, err)
	inSync(t, amina, ben)
	must(t, amina.CloseCode(t.Context(), amina.session))
	if got := amina.door().Code; got != "" {
		t.Errorf("closed, and the door shows %q", got)
	}
	_, err = newHome(t, "Cai").JoinCode(t.Context(), JoinWish{Code: code, Address: amina.address()}, noProgress)
	refused(t, err, "code-refused")
}

func TestACodeWhoseInviteIsTakenBackIsShownNoLonger(t *testing.T) {
	amina := founder(t)
	code, err := amina.OpenCode(t.Context(), amina.session, InviteWish{})
	must(t, err)
	open, err := amina.Invites(t.Context(), amina.session)
	must(t, err)
	must(t, amina.RevokeInvite(t.Context(), amina.session, open[0].ID))
	if got := amina.door().Code; got != "" {
		t.Errorf("the door shows %q", got)
	}
	_, err = newHome(t, "Cai").JoinCode(t.Context(), JoinWish{Code: code, Address: amina.address()}, noProgress)
	refused(t, err, "code-refused")
}

func TestCodesAndAddressesThatAreNoneAreRefusedInWords(t *testing.T) {
	ben := newHome(t, "Ben")
	for code, w := range map[string]JoinWish{
		"code-mistyped":    {Code: "tulip", Address: "127.0.0.1:1"},
		"address-mistyped": {Code: "4-tulip-anchor", Address: "amina.local"},
		"unreachable":      {Code: "4-tulip-anchor", Address: "127.0.0.1:1"},
	} {
		_, err := ben.JoinCode(t.Context(), w, noProgress)
		refused(t, err, code)
	}
}

// TestACodeIsAnotherOneAfterTenGuesses also sees that the window is told.
func TestACodeIsAnotherOneAfterTenGuesses(t *testing.T) {
	amina := founder(t)
	code, err := amina.OpenCode(t.Context(), amina.session, InviteWish{})
	must(t, err)
	wrong := code[:strings.Index(code, "-")] + "-tulip-anchor"
	if wrong == code {
		t.Skip("the one code in a million")
	}
	at := amina.address()
	for range 10 { // each from another laptop
		_, err := newHome(t, "Eve").JoinCode(t.Context(), JoinWish{Code: wrong, Address: at}, noProgress)
		refused(t, err, "code-refused")
	}
	within(t, 10*time.Second, "the door shows another code", func() bool {
		now := amina.door().Code
		return now != code && now != ""
	})
}

func TestWhoKnocksIsLetInByAFacilitator(t *testing.T) {
	amina := founder(t)
	i, err := amina.Invite(t.Context(), amina.session, InviteWish{Ask: true})
	must(t, err)
	var mu sync.Mutex
	words := map[string]string{}
	joined := make(chan error, 3)
	homes := map[string]*home{}
	for _, name := range []string{"Ben", "Cai", "Eve"} {
		h := newHome(t, name)
		homes[name] = h
		go func() {
			session, err := h.Join(context.WithoutCancel(t.Context()), i.Link, name, func(p JoinProgress) {
				if p.Step == JoinWaiting {
					mu.Lock()
					words[name] = p.Words
					mu.Unlock()
				}
			})
			h.session = session
			joined <- err
		}()
	}
	within(t, 20*time.Second, "three wait", func() bool { return len(amina.door().Waiting) == 3 })
	if n := len(amina.view().People); n != 1 {
		t.Errorf("%d people before anybody was let in", n)
	}
	var eve Waiting
	for _, w := range amina.door().Waiting {
		if w.Name == "Eve" {
			eve = w
		}
	}
	must(t, amina.TurnAway(t.Context(), amina.session, eve.Person))
	refused(t, <-joined, "invite-refused")
	mu.Lock()
	if eve.Words == "" || words["Eve"] != eve.Words {
		t.Errorf("the facilitator sees %q, eve %q", eve.Words, words["Eve"])
	}
	mu.Unlock()
	must(t, amina.LetIn(t.Context(), amina.session, "")) // both
	must(t, <-joined)
	must(t, <-joined)
	inSync(t, amina, homes["Ben"], homes["Cai"])
	if d := amina.door(); len(d.Waiting) != 0 {
		t.Errorf("still at the door: %+v", d.Waiting)
	}
	if err := homes["Ben"].LetIn(t.Context(), amina.session, ""); err == nil {
		t.Error("a participant decides at the door")
	}
	refused(t, amina.LetIn(t.Context(), amina.session, eve.Person), "nobody-waits")
}

func TestWhoGoesAwayDoesNotWaitAnyMore(t *testing.T) {
	tb := newTable(t, "amina")
	amina := tb.desk("amina")
	if err := amina.knocked(workshop.Person{1}, "Ben\u202e", workshop.RoleParticipant); err == nil {
		t.Fatal("in without being let in")
	}
	if w := amina.doorRecord().Waiting; len(w) != 1 || w[0].Name != "Ben" {
		t.Fatalf("at the door: %+v", w)
	}
	tb.pass(knockLasts + time.Second)
	if w := amina.doorRecord().Waiting; len(w) != 0 {
		t.Errorf("still at the door: %+v", w)
	}
}

func TestAnInviteThatWasTakenBackIsRefusedAndOthersAreNot(t *testing.T) {
	amina := founder(t)
	var links, ids []string
	for _, w := range []InviteWish{{}, {Uses: 2, Role: "observer"}} {
		i, err := amina.Invite(t.Context(), amina.session, w)
		must(t, err)
		links, ids = append(links, i.Link), append(ids, i.ID)
	}
	open, err := amina.Invites(t.Context(), amina.session)
	must(t, err)
	if len(open) != 2 {
		t.Fatalf("invites: %+v", open)
	}
	must(t, amina.RevokeInvite(t.Context(), amina.session, ids[0]))
	must(t, amina.RevokeInvite(t.Context(), amina.session, ids[0])) // again is nothing
	_, err = newHome(t, "Eve").Join(t.Context(), links[0], "", noProgress)
	refused(t, err, "invite-refused")
	ben := newHome(t, "Ben")
	ben.session, err = ben.Join(t.Context(), links[1], "Ben", noProgress)
	must(t, err)
	open, err = amina.Invites(t.Context(), amina.session)
	must(t, err)
	if len(open) != 1 || open[0].ID != ids[1] || open[0].Used != 1 || open[0].Uses != 2 || open[0].Role != RankObserver {
		t.Errorf("invites: %+v", open)
	}
}
