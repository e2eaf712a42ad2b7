package app

import (
	"strings"
	"testing"
)

// What others hold changes while the session does not: the window is told all the same.
func TestTheWindowIsToldWhenOthersHaveCaughtUp(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.meet()
	amina, ben := tb.desk("amina"), tb.desk("ben")
	tb.must(amina.RenameMe("Amina B."))
	waiting := amina.sharingRecord()
	if waiting.Waiting != 1 || !strings.Contains(waiting.Text, "1 change from here is on the way") {
		t.Fatalf("after an own change: %+v", waiting)
	}
	tb.must(amina.Session().Missing(ben.Session().Summary(), func(b []byte) error { return ben.Receive([][]byte{b}) }))
	amina.Records()
	before := amina.Version()
	amina.SetPeers([]PeerSeen{{Person: ben.Me(), Digest: ben.Session().Digest()}})
	if amina.Version() == before {
		t.Error("ben holds the change and amina's window is not told")
	}
	if got := amina.sharingRecord(); got.Waiting != 0 || !strings.Contains(got.Text, "every laptop has every change") {
		t.Errorf("when ben has caught up: %+v", got)
	}
	amina.Records()
	before = amina.Version()
	amina.SetPeers([]PeerSeen{{Person: ben.Me(), Digest: ben.Session().Digest()}})
	amina.Tick()
	if amina.Version() != before {
		t.Error("the window is drawn again though nothing looks different")
	}
}

func TestTheWindowTellsOnHowManyLaptopsTheLastChangeIs(t *testing.T) {
	tb := newTable(t, "amina", "ben", "cai")
	tb.meet()
	amina, ben, cai := tb.desk("amina"), tb.desk("ben"), tb.desk("cai")
	behind := cai.Session().Digest()
	tb.must(amina.RenameMe("Amina B."))
	tb.must(amina.Session().Missing(ben.Session().Summary(), func(b []byte) error { return ben.Receive([][]byte{b}) }))
	amina.SetPeers([]PeerSeen{{Person: ben.Me(), Digest: ben.Session().Digest()}, {Person: cai.Me(), Digest: behind}})
	if r := amina.sharingRecord(); r.On != 2 || r.Of != 3 || r.Text != "Your last change is on 2 of 3 laptops." {
		t.Errorf("ben has it, cai does not: %+v", r)
	}
	tb.meet()
	if r := amina.sharingRecord(); r.On != 3 || r.Of != 3 {
		t.Errorf("everybody has it: %+v", r)
	}
}

func TestANoteTellsHowFarItHasCome(t *testing.T) {
	tb, _, board := sorting(t, 2, "amina", "ben", "cai")
	tb.meet()
	amina, ben, cai := tb.desk("amina"), tb.desk("ben"), tb.desk("cai")
	sent := func() (found []Sent) {
		for _, r := range amina.Records() {
			if n, ok := r.(NoteRecord); ok && n.Text == "mine, now" {
				found = append(found, n.Sent)
			}
		}
		return found
	}
	_, err := amina.AddNotes(NewNotes{Texts: []string{"mine, now"}, Activity: board})
	tb.must(err)
	amina.SetPeers([]PeerSeen{{Person: ben.Me()}, {Person: cai.Me()}})
	if got := sent(); len(got) != 1 || got[0] != SentHere {
		t.Errorf("before anybody has it: %v", got)
	}
	behind := cai.Session().Digest()
	tb.must(amina.Session().Missing(ben.Session().Summary(), func(b []byte) error { return ben.Receive([][]byte{b}) }))
	before := amina.Version()
	amina.SetPeers([]PeerSeen{{Person: ben.Me(), Digest: ben.Session().Digest()}, {Person: cai.Me(), Digest: behind}})
	if got := sent(); got[0] != SentSome || amina.Version() == before {
		t.Errorf("when ben has it: %v", got)
	}
	tb.meet()
	if got := sent(); got[0] != SentAll {
		t.Errorf("when everybody has it: %v", got)
	}
	for _, r := range ben.Records() {
		if n, ok := r.(NoteRecord); ok && n.Sent != "" {
			t.Errorf("ben is told of a note that is not his: %+v", n)
		}
	}
}
