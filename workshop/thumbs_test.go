package workshop_test

import (
	"testing"

	"convene/workshop"
)

// item is a discussion of two items, of which the first is talked about.
func item(t *testing.T) (r *room, ana, ben *peer, run, first, second workshop.RecordID) {
	t.Helper()
	r = newRoom(t, "ana")
	ana, ben = r.peers["ana"], r.join("ana", "ben", workshop.RoleParticipant)
	board, _ := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityBrainstorm, Title: "b", Prompt: "?", Order: "a", Settings: public})
	first = ana.do(none, workshop.AddNote(board, "more time", "", ""))
	second = ana.do(none, workshop.AddNote(board, "less talk", "", ""))
	_, run = ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityDiscuss, Title: "d", Prompt: "?", Order: "b"})
	ana.do(none, workshop.Set(run, workshop.FieldItem, workshop.Ref(first)))
	r.meet()
	return r, ana, ben, run, first, second
}

const anHour = 3_600_000

func thumbUp(r *room, by *peer, run, item workshop.RecordID) workshop.Op {
	return workshop.SignalAs(r.root, by.me[:], run, workshop.SignalView{Item: item, Thumb: workshop.ThumbUp})
}

func TestAThumbCountsByWhatItKnewAndNotByAClock(t *testing.T) {
	r, ana, ben, run, first, _ := item(t)
	ups := func(when string, want int) {
		t.Helper()
		r.meet()
		for _, p := range []*peer{ana, ben} {
			if got := p.s.View().Thumbs.Up; got != want {
				t.Errorf("%s %d thumbs are up, want %d", when, got, want)
			}
		}
	}
	r.wall -= anHour // ben's clock is slow
	ben.do(none, thumbUp(r, ben, run, first))
	r.wall += anHour
	ups("by a slow clock", 1)

	ana.do(none, workshop.ExtendItem(run, 60))
	r.wall += anHour // ben's clock is fast, and he does not know of the extension
	ben.do(none, thumbUp(r, ben, run, first))
	r.wall -= anHour
	ups("from before the extension", 0)
	if got := ben.s.Signalled(ben.me[:]); got.Thumb != workshop.ThumbNone {
		t.Errorf("what ben signals is %+v", got)
	}
	ben.do(none, thumbUp(r, ben, run, first))
	ups("after the extension", 1)
}

func TestAnExtensionIsOfTheItemItKnewAndNotOfAClocksTime(t *testing.T) {
	r, ana, _, run, _, second := item(t)
	cora := r.join("ana", "cora", workshop.RoleCofacilitator)
	r.meet()
	extended := func(when string, want int) {
		t.Helper()
		r.meet()
		for _, p := range []*peer{ana, cora} {
			if got := p.s.View().OpenRun(); got.ItemExtended != want || got.ItemExtensions != want/60 {
				t.Errorf("%s the item is extended by %d s in %d steps, want %d s", when, got.ItemExtended, got.ItemExtensions, want)
			}
		}
	}
	r.wall -= anHour
	cora.do(none, workshop.ExtendItem(run, 60))
	r.wall += anHour
	extended("by a slow clock", 60)

	ana.do(none, workshop.Set(run, workshop.FieldItem, workshop.Ref(second)))
	r.wall += anHour
	cora.do(none, workshop.ExtendItem(run, 60)) // she does not know of the second item
	r.wall -= anHour
	extended("after the next item", 0)
	cora.do(none, workshop.ExtendItem(run, 60))
	extended("when it is its turn", 60)
}
