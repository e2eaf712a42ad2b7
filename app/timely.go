package app

import (
	"slices"

	"convene/workshop"
)

// watchTime says that something looks different when time alone made it so: a
// plan that moves on by a minute, a round or a box whose time has come. It is
// called at every tick, and goes through agenda and runs only.
func (l *Laptop) watchTime() {
	if l.view == nil {
		return // it changed, and the window is told already
	}
	if now := l.timelyNow(); !slices.Equal(now, l.timely) {
		l.timely = now
		l.stir()
	}
}

// timelyNow is what is drawn of the session and depends on the time: two
// drawings of one view are equal where this is equal. What a plan warns of
// follows from its times.
func (l *Laptop) timelyNow() (list []int64) {
	floor := l.s.SessionView().Floor
	p := painter{scene: scene{
		View: l.View(), Me: l.me, Now: l.now(), OffsetMs: l.offset().Milliseconds(), Here: map[workshop.Person]bool{floor: l.isHere(floor)},
	}}
	for _, s := range p.View.Schedule(p.wall()) {
		list = append(list, s.Start, s.End)
	}
	for i := range p.View.Runs {
		run := &p.View.Runs[i]
		if run.State != workshop.RunOpen && run.PausedAt == 0 {
			continue
		}
		round, _ := p.roundOf(run)
		box, boxEnds := p.box(run)
		list = append(list, int64(round), p.roundEnds(run, round), p.roundEnds(run, run.Round), int64(box), int64(boxEnds))
	}
	return list
}

// wall is the session's time.
func (p *painter) wall() int64 { return p.Now.UnixMilli() + p.OffsetMs }
