package app

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"convene/p2p"
	"convene/workshop"
)

// pair is a host and a guest in one session.
func pair(t *testing.T) (host, guest *home) {
	t.Helper()
	host, guest = newHome(t, "Amina"), newHome(t, "Ben")
	var err error
	host.session, err = host.CreateSession(t.Context(), NewSession{Title: "Team day"})
	must(t, err)
	guest.joins(host, "")
	return host, guest
}

func TestLaptopsFindEachOtherAgainAfterBothWereClosed(t *testing.T) {
	amina, ben := pair(t)
	_, err := ben.AddParked(t.Context(), ben.session, "before the night")
	must(t, err)
	inSync(t, amina, ben)
	session := amina.session
	ben.stop()
	amina.stop()
	amina2, ben2 := startHome(t, "", amina.dir), startHome(t, "", ben.dir)
	for _, h := range []*home{amina2, ben2} {
		h.session = session
		must(t, h.OpenSession(t.Context(), session))
		must(t, h.OpenSession(t.Context(), session)) // once more is the same
	}
	_, err = ben2.AddParked(t.Context(), session, "after the night")
	must(t, err)
	within(t, 20*time.Second, "amina sees both", func() bool { return len(amina2.view().Parked) == 2 })
	inSync(t, amina2, ben2)
	entries, err := ben2.Sessions(t.Context())
	must(t, err)
	if len(entries) != 1 || entries[0].Title != "Team day" || entries[0].Role != PartParticipant || entries[0].People != 2 || !entries[0].Open {
		t.Errorf("the list: %+v", entries)
	}
}

func TestDraftsOfALaptopThatWasClosedArriveLate(t *testing.T) {
	amina, ben := pair(t)
	_, err := amina.AddActivity(t.Context(), amina.session, NewActivity{Kind: ActivityBrainstorm, Title: "Ideas"})
	must(t, err)
	opens(t, amina, ben)
	_, err = ben.AddNote(t.Context(), ben.session, NewNote{Text: "kept for the reveal"})
	must(t, err)
	must(t, ben.CloseSession(t.Context(), ben.session))
	within(t, 20*time.Second, "ben is seen to leave", func() bool {
		l, err := amina.find(amina.session)
		must(t, err)
		return len(l.node.Peers()) == 0
	})
	must(t, amina.CloseRun(t.Context(), amina.session))
	must(t, ben.OpenSession(t.Context(), ben.session))
	within(t, 20*time.Second, "the note came late", func() bool {
		n := amina.view().Notes
		return len(n) == 1 && n[0].Late && n[0].Text == "kept for the reveal"
	})
	inSync(t, amina, ben)
}

func TestSomebodyRemovedIsCutOffAndStaysOut(t *testing.T) {
	amina, ben := pair(t)
	who, err := ben.Person(t.Context(), ben.session)
	must(t, err)
	i, err := amina.Invite(t.Context(), amina.session, InviteWish{})
	must(t, err)
	must(t, amina.RemovePerson(t.Context(), amina.session, who.String()))
	within(t, 10*time.Second, "nobody is connected", func() bool {
		l, err := amina.find(amina.session)
		must(t, err)
		return len(l.node.Peers()) == 0
	})
	_, err = amina.AddParked(t.Context(), amina.session, "not for ben")
	must(t, err)
	open, err := amina.Invites(t.Context(), amina.session)
	must(t, err)
	if slices.ContainsFunc(open, func(i OpenInvite) bool { return !i.Ask }) || len(open) == 0 {
		t.Errorf("after a removal the invites are %+v", open)
	}
	other := make(chan error, 1) // the same link, as somebody new: a facilitator is asked
	ctx, leave := context.WithCancel(t.Context())
	stranger := newHome(t, "Ben's other data")
	go func() {
		_, err := stranger.Join(ctx, i.Link, "Ben again", func(JoinProgress) {})
		other <- err
	}()
	within(t, 10*time.Second, "somebody waits at the door", func() bool { return len(amina.door().Waiting) == 1 })
	leave()
	if err := <-other; err == nil {
		t.Error("who was removed came in with the same link, as somebody new")
	}
	fresh, err := amina.Invite(t.Context(), amina.session, InviteWish{})
	must(t, err)
	_, err = newHome(t, "Cai").Join(t.Context(), fresh.Link, "Cai", noProgress)
	must(t, err) // a link that was made since asks nobody
	if n := len(ben.view().Parked); n != 0 {
		t.Errorf("ben got %d changes after the removal", n)
	}
}

func TestInvitesThatAreOfNoUseAreRefusedInWords(t *testing.T) {
	amina := newHome(t, "Amina")
	var err error
	amina.session, err = amina.CreateSession(t.Context(), NewSession{Title: "Team day"})
	must(t, err)
	once, err := amina.Invite(t.Context(), amina.session, InviteWish{Uses: 1, Role: "observer", Hours: 1})
	must(t, err)
	if !strings.HasPrefix(once.Link, "convene://join/#") || once.Size < 33 || !strings.HasPrefix(once.QR, "M4 4h7") || len(once.Addresses) == 0 {
		t.Errorf("invitation: %+v", once)
	}
	ben := newHome(t, "Ben")
	join := func(link string) error {
		_, err := ben.Join(t.Context(), link, "", func(JoinProgress) {})
		return err
	}
	refused(t, join(once.Link[:len(once.Link)-5]), "invite-cut")
	refused(t, join("https://example.org"), "invite-other")
	parsed, err := p2p.ParseInvite(once.Link)
	must(t, err)
	wrong := parsed
	wrong.Secret[0] ^= 1
	refused(t, join(wrong.Link()), "invite-refused")
	other := parsed
	other.First[0] ^= 1
	refused(t, join(other.Link()), "invite-other-session")
	if entries, _ := ben.Sessions(t.Context()); len(entries) != 0 {
		t.Errorf("refused invites left %+v", entries)
	}
	must(t, join(once.Link))
	ben.session = amina.session
	if p := ben.view().Person(mustPerson(t, ben)); p == nil || p.Role != workshop.RoleObserver {
		t.Errorf("ben is %+v", p)
	}
	must(t, join(once.Link)) // here already
	chen := newHome(t, "Chen")
	_, err = chen.Join(t.Context(), once.Link, "", func(JoinProgress) {})
	refused(t, err, "invite-refused") // used up
	_, err = ben.Invite(t.Context(), ben.session, InviteWish{})
	refused(t, err, "facilitators-only")
	gone := parsed
	gone.Addrs = []string{"/ip4/127.0.0.1/tcp/9"}
	_, err = chen.Join(t.Context(), gone.Link(), "", func(JoinProgress) {})
	refused(t, err, "unreachable")
}

// A laptop whose clock is days ahead holds a new invite for an old one: whether it has expired is the host's to say.
func TestWhetherAnInviteHasExpiredIsForItsHostToSay(t *testing.T) {
	amina, ben, chen := newHome(t, "Amina"), newHome(t, "Ben"), newHome(t, "Chen")
	session, err := amina.CreateSession(t.Context(), NewSession{Title: "Team day"})
	must(t, err)
	made, err := amina.Invite(t.Context(), session, InviteWish{})
	must(t, err)
	ahead, err := p2p.ParseInvite(made.Link)
	must(t, err)
	ahead.Expires = time.Now().Add(-time.Minute) // as a clock that is ahead sees it
	_, err = ben.Join(t.Context(), ahead.Link(), "", func(JoinProgress) {})
	must(t, err)
	open, err := amina.Invites(t.Context(), session)
	must(t, err)
	for _, i := range open {
		must(t, amina.RevokeInvite(t.Context(), session, i.ID))
	}
	_, err = chen.Join(t.Context(), ahead.Link(), "", func(JoinProgress) {})
	refused(t, err, "invite-expired")
	_, err = chen.Join(t.Context(), made.Link, "", func(JoinProgress) {})
	refused(t, err, "invite-refused")
}

func mustPerson(t *testing.T, h *home) workshop.Person {
	t.Helper()
	p, err := h.Person(t.Context(), h.session)
	must(t, err)
	return p
}

func TestTheDataFolderIsHeldByOneApp(t *testing.T) {
	amina := newHome(t, "Amina")
	_, err := New(Config{DataDir: amina.dir})
	refused(t, err, "folder-in-use")
}

func TestCallsOnASessionThatIsNotOpenAreRefused(t *testing.T) {
	amina := newHome(t, "Amina")
	var err error
	amina.session, err = amina.CreateSession(t.Context(), NewSession{Title: "Team day"})
	must(t, err)
	copied, err := amina.DuplicateSession(t.Context(), amina.session)
	must(t, err)
	must(t, amina.CloseSession(t.Context(), amina.session))
	must(t, amina.CloseSession(t.Context(), amina.session))
	_, err = amina.AddParked(t.Context(), amina.session, "x")
	refused(t, err, "session-not-open")
	refused(t, amina.OpenSession(t.Context(), "nothing"), "session-unknown")
	refused(t, amina.OpenSession(t.Context(), workshop.SessionID{1}.String()), "session-unknown")
	if copied == amina.session {
		t.Error("a copy is the same session")
	}
	must(t, amina.OpenSession(t.Context(), amina.session))
	_, err = amina.AddParked(t.Context(), amina.session, "x")
	must(t, err)
}

func TestAReaderWhoIsTooSlowLosesTheChannelAndNobodyWaits(t *testing.T) {
	amina := newHome(t, "Amina")
	var err error
	amina.session, err = amina.CreateSession(t.Context(), NewSession{Title: "Team day"})
	must(t, err)
	slow := mirrorOf(t, amina)
	fast := mirrorOf(t, amina)
	for i := range 80 {
		id, err := amina.AddParked(t.Context(), amina.session, "x")
		must(t, err)
		fast.until(t, "it is shown", func() bool { _, there := fast.records[id]; return there })
		_ = i
	}
	n := 0
	for range slow.diffs {
		n++
	}
	if n > 64 {
		t.Errorf("%d diffs waited", n)
	}
}
