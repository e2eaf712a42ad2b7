package p2p

import (
	"bytes"
	"context"
	"errors"
	"testing"
	"time"
)

func invite(h *hall, host *laptop) Invite {
	i := Invite{
		Session: h.session, First: host.room.id(), ID: [8]byte{1, 2, 3}, Secret: [16]byte{9, 9, 9}, Role: 1,
		Expires: time.Now().Add(time.Hour), Peer: host.Address().Peer, Addrs: host.Address().Addrs,
	}
	h.mu.Lock()
	h.invites[i.ID] = i.Secret
	h.mu.Unlock()
	return i
}

// join goes the whole way of a guest: link, answer, own node, dial.
func join(t testing.TB, h *hall, link, who string) *laptop {
	t.Helper()
	i, err := ParseInvite(link)
	if err != nil {
		t.Fatal(err)
	}
	room := newRoom(h, who)
	answer, err := Join(t.Context(), Visit{Key: hostKey(who), Invite: i, Loopback: true, Prove: room.prove, Log: testLog(t, who)})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(answer.Genesis, h.genesis) || len(answer.Grant) != 1 {
		t.Fatalf("answer: genesis %q, grant %q", answer.Genesis, answer.Grant)
	}
	l := openRoom(t, room, who)
	if err := l.Dial(t.Context(), answer.Addrs); err != nil {
		t.Fatal(err)
	}
	return l
}

func TestAGuestWithTheLinkGetsEverythingAndIsHeard(t *testing.T) {
	h := newHall("team day")
	ana := open(t, h, "ana")
	ana.room.keep(numbered("old", 300, 200))
	link := invite(h, ana).Link()
	ben := join(t, h, link, "ben")
	cai := join(t, h, link, "cai")

	eventually(t, 10*time.Second, "guests hold the old changes", func() bool {
		return ben.room.count() == 300 && cai.room.count() == 300
	})
	eventually(t, 10*time.Second, "guests found each other", func() bool {
		return ben.linked() == 2 && cai.linked() == 2 && ana.linked() == 2
	})
	ben.write("more time")
	eventually(t, 2*time.Second, "all have ben's note", func() bool {
		return ana.room.holds("more time") && cai.room.holds("more time")
	})
	cai.SetPresence([]byte("typing"))
	eventually(t, 2*time.Second, "all see cai typing", func() bool {
		return ana.room.sees(cai.room.id()) == "typing" && ben.room.sees(cai.room.id()) == "typing"
	})
	for _, p := range ben.Peers() {
		if p.Kind != "loopback" || p.Person != ana.room.id() && p.Person != cai.room.id() {
			t.Errorf("ben sees %+v", p)
		}
	}
}

func TestTheSessionSurvivesTheInviter(t *testing.T) {
	h := newHall("survives")
	ana := open(t, h, "ana")
	link := invite(h, ana).Link()
	ben, cai := join(t, h, link, "ben"), join(t, h, link, "cai")
	eventually(t, 10*time.Second, "guests found each other", func() bool {
		return ben.linked() == 2 && cai.linked() == 2
	})
	ana.SetPresence([]byte("here"))
	eventually(t, 2*time.Second, "ben sees ana", func() bool { return ben.room.sees(ana.room.id()) == "here" })
	ana.stop()
	ben.write("we go on")
	eventually(t, 2*time.Second, "cai hears ben", func() bool { return cai.room.holds("we go on") })
	eventually(t, 15*time.Second, "ana is gone", func() bool {
		return len(ben.Peers()) == 1 && ben.room.sees(ana.room.id()) == ""
	})
}

func TestWhatWasWrittenApartComesTogether(t *testing.T) {
	h := newHall("apart")
	ana, ben := open(t, h, "ana"), open(t, h, "ben")
	ana.room.keep(numbered("a", 2000, 150))
	ben.room.keep(numbered("b", 2000, 150))
	dial(t, ben, ana)
	eventually(t, 10*time.Second, "equal digests", func() bool {
		a, _ := ana.room.Have()
		b, _ := ben.room.Have()
		return a == b && ana.room.count() == 4000
	})
	if got := ana.room.received + ben.room.received; got > 8000+4000/20 {
		t.Errorf("%d changes were taken in for 4000 written and 4000 missing", got)
	}
}

func TestAnInviteIsRefusedInTheSameWordsAndTime(t *testing.T) {
	h := newHall("refused")
	ana := open(t, h, "ana")
	good := invite(h, ana)
	cases := map[string]func(*Invite){
		"unknown invite": func(i *Invite) { i.ID[0]++ },
		"wrong secret":   func(i *Invite) { i.Secret[0]++ },
		"other session":  func(i *Invite) { i.Session[0]++ },
	}
	for name, change := range cases {
		i := good
		change(&i)
		start := time.Now()
		_, err := Join(t.Context(), Visit{Key: hostKey("eve"), Invite: i, Loopback: true, Prove: newRoom(h, "eve").prove})
		if !errors.Is(err, ErrInviteRefused) {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(start); took < refuseAfter {
			t.Errorf("%s: refused after %v", name, took)
		}
	}
}

func TestAGuestWaitsForTheFacilitator(t *testing.T) {
	h := newHall("waiting room")
	h.waiting = 2
	ana := open(t, h, "ana")
	start := time.Now()
	ben := join(t, h, invite(h, ana).Link(), "ben")
	if took := time.Since(start); took < 2*admitEvery-100*time.Millisecond {
		t.Errorf("in after %v", took)
	}
	if len(ben.Peers()) != 1 {
		t.Errorf("ben sees %v", ben.Peers())
	}
}

func TestJoiningNobodySaysSo(t *testing.T) {
	h := newHall("nobody")
	ana := open(t, h, "ana")
	i := invite(h, ana)
	ana.stop()
	_, err := Join(t.Context(), Visit{Key: hostKey("ben"), Invite: i, Loopback: true, Prove: newRoom(h, "ben").prove})
	if !errors.Is(err, ErrUnreachable) {
		t.Errorf("error: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Join(ctx, Visit{Key: hostKey("ben"), Invite: i, Loopback: true, Prove: newRoom(h, "ben").prove}); !errors.Is(err, context.Canceled) {
		t.Errorf("error after cancel: %v", err)
	}
}

func TestWhoIsRemovedIsCutOffAndNotWelcomeAgain(t *testing.T) {
	h := newHall("removed")
	ana, ben := open(t, h, "ana"), open(t, h, "ben")
	dial(t, ben, ana)
	h.setMember(ben.room.id(), false)
	ana.Drop(ben.room.id()) // maybe while ana is still saying hello
	eventually(t, 2*time.Second, "ben is cut off", func() bool { return len(ana.Peers()) == 0 && len(ben.Peers()) == 0 })
	ana.write("after the removal")
	if err := ben.Dial(t.Context(), ana.Address().Full()); !errors.Is(err, ErrNotAdmitted) {
		t.Errorf("ben dials: %v", err)
	}
	if ben.room.holds("after the removal") {
		t.Error("ben got what was written after the removal")
	}
}

func TestAnotherSessionIsNotEntered(t *testing.T) {
	ana, eve := open(t, newHall("one"), "ana"), open(t, newHall("two"), "eve")
	if err := eve.Dial(t.Context(), ana.Address().Full()); !errors.Is(err, ErrOtherSession) {
		t.Errorf("eve dials: %v", err)
	}
	if len(ana.Peers())+len(eve.Peers()) != 0 {
		t.Error("a link between two sessions")
	}
}
