package workshop_test

import (
	"testing"

	"convene/workshop"
)

// TestWithdrawalsOfWithdrawalsInLayersCostNoMoreThanTheirNumber: each layer takes back all of the layer before, so the ways through
// them are 6 to the power of half their number. A member can write this; whoever judged it by walking the ways would stand still.
func TestWithdrawalsOfWithdrawalsInLayersCostNoMoreThanTheirNumber(t *testing.T) {
	const wide, deep = 6, 41
	r, ana, ben, _, board, notes := threesome(t)
	n := ben.do(notes, workshop.AddNote(board, "of ben", "", "a"))
	before := []workshop.ID{n.Change}
	for range deep {
		layer := make([]workshop.ID, 0, wide)
		for range wide {
			ops := make([]workshop.Op, 0, wide)
			for _, id := range before {
				ops = append(ops, workshop.Withdraw(id))
			}
			layer = append(layer, ben.do(none, ops...).Change)
		}
		before = layer
	}
	r.meet()
	if shown := ana.s.View().Note(n) != nil; shown {
		t.Error("a note shows whose withdrawals were taken back and brought back an odd number of times")
	}
	ana.do(none, workshop.Lock(n, true)) // a lock asks the same of the past of a change
	r.meet()
	if !refusedBy(ben, none, workshop.Withdraw(before[0])) {
		t.Error("what brings a locked note back is allowed")
	}
}
