package workshop_test

import (
	"testing"

	"convene/workshop"
)

// endorses lets everybody of a list say whom they would follow.
func endorses(whom *peer, by ...*peer) {
	for _, p := range by {
		p.do(none, workshop.Endorse(p.s.Root(), p.me, whom.me))
	}
	whom.room.meet()
}

func TestNobodyElectsThemselvesBesideAFacilitator(t *testing.T) {
	r := newRoom(t, "ana")
	ana, ben := r.peers["ana"], r.join("ana", "ben", workshop.RoleParticipant)
	r.meet()
	endorses(ben, ben)
	elect := workshop.Grant(ben.me, workshop.RoleElected, 0)
	if ben.s.Electable(ben.me) || !refusedBy(ben, none, elect) {
		t.Error("the only participant elects himself beside a facilitator")
	}
	ana.do(none, workshop.Grant(ana.me, workshop.RoleNone, 0))
	r.meet()
	if !ben.s.Electable(ben.me) || refusedBy(ben, none, elect) {
		t.Error("the only one who is left, where nobody facilitates, cannot go on")
	}
}

func TestWhoWasLoweredNeedsVotesAnew(t *testing.T) {
	r := newRoom(t, "ana")
	ana, ben := r.peers["ana"], r.join("ana", "ben", workshop.RoleParticipant)
	r.meet()
	cat, dan := r.join("ana", "cat", workshop.RoleParticipant), r.join("ana", "dan", workshop.RoleParticipant)
	r.meet()
	elect := workshop.Grant(ben.me, workshop.RoleElected, 0)
	endorses(ben, ben, cat)
	ben.do(none, elect)
	r.meet()
	for who, by := range map[string]*peer{"a facilitator": ana, "himself": ben} {
		by.do(none, workshop.Grant(ben.me, workshop.RoleParticipant, 0))
		r.meet()
		if ben.s.Electable(ben.me) || !refusedBy(ben, none, elect) {
			t.Fatalf("lowered by %s, he is elected by what was said before", who)
		}
		endorses(ben, ben)
		if !refusedBy(ben, none, elect) {
			t.Fatalf("lowered by %s, he is elected by one new vote of three and an old one", who)
		}
		endorses(ben, dan)
		if refusedBy(ben, none, elect) {
			t.Fatalf("lowered by %s, two new votes of three do not elect him", who)
		}
		r.meet()
		if !ana.s.Role(ben.me).Facilitates() {
			t.Fatalf("lowered by %s, his election does not count", who)
		}
	}
}
