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
		taken, err := r.Receive(from, changes, all)
		must(t, err)
		if len(taken.Lacks) > 0 {
			t.Error("something waits for its past")
		}
		return len(taken.Kept), taken.Own
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

// What waits for its past is told, so that it is asked for; no longer when both came.
func TestWhatWaitsForItsPastIsTold(t *testing.T) {
	amina := newHome(t, "Amina")
	var err error
	amina.session, err = amina.CreateSession(t.Context(), NewSession{Title: "Team day"})
	must(t, err)
	eve := enters(t, amina, 1, 1)
	l, err := amina.find(amina.session)
	must(t, err)
	first, second, third, fourth := parks(t, eve, "1"), parks(t, eve, "2"), parks(t, eve, "3"), parks(t, eve, "4")
	for i, c := range []struct {
		changes [][]byte
		kept    int
		lacks   int
	}{
		{[][]byte{second}, 0, 1},
		{[][]byte{second}, 0, 1},
		{[][]byte{first}, 2, 0},
		{[][]byte{fourth, third}, 2, 0},
	} {
		taken, err := room{l}.Receive([32]byte(eve.Person()), c.changes, true)
		must(t, err)
		if len(taken.Kept) != c.kept || len(taken.Lacks) != c.lacks {
			t.Errorf("%d: %d kept, %d wait", i, len(taken.Kept), len(taken.Lacks))
		}
	}
}
