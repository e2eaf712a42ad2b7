package app

import "testing"

// What somebody wrote can be left out of what they say, whatever else is in it: a hub whose person floods still carries what others wrote.
func TestWhatASenderWroteCanBeLeftOut(t *testing.T) {
	amina := newHome(t, "Amina")
	var err error
	amina.session, err = amina.CreateSession(t.Context(), NewSession{Title: "Team day"})
	must(t, err)
	eve, ben := enters(t, amina, 1, 1), enters(t, amina, 2, 2)
	l, err := amina.find(amina.session)
	must(t, err)
	r, from := room{l}, [32]byte(eve.Person())
	receives := func(all bool, changes ...[]byte) (int, int) {
		kept, own, err := r.Receive(from, changes, all)
		must(t, err)
		return len(kept), own
	}
	if kept, own := receives(true, parks(t, eve, "eve's first")); kept != 1 || own != 1 {
		t.Errorf("%d kept, %d of her own", kept, own)
	}
	second, others := parks(t, eve, "eve's second"), parks(t, ben, "ben's")
	if kept, own := receives(false, second, others); kept != 1 || own != 0 {
		t.Errorf("%d kept, %d of her own, when her own are left out", kept, own)
	}
	if kept, own := receives(true, second); kept != 1 || own != 1 {
		t.Errorf("%d kept, %d of her own, when they are asked for again", kept, own)
	}
}
