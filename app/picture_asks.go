package app

import (
	"cmp"
	"fmt"
	"slices"

	"convene/workshop"
)

// asks draws what an open activity asks of people, as its settings have it.
func (p *painter) asks(run *workshop.RunView, r *RunRecord) {
	set := run.Settings
	switch run.Kind {
	case workshop.ActivityBrief:
		r.Brief = &Brief{Prefill: set.Prefill(), Ack: set.Acknowledged(run.Kind)}
		for i := range p.View.Responses {
			if a := &p.View.Responses[i]; a.Run == run.ID && !a.Pass {
				r.Brief.Ready++
			}
		}
	case workshop.ActivityBrainstorm:
		r.Writing = p.writing(run)
	case workshop.ActivityCluster:
		r.Sorting = p.sorting(run)
	case workshop.ActivityCommit:
		r.Unasked = !set.OwnerAccepts()
		if set.Reviews(run.Kind) {
			r.States = set.ActionStates()
		}
	}
}

func (p *painter) writing(run *workshop.RunView) *Writing {
	set := run.Settings
	w := &Writing{
		Quiet: set.On("silent", true), Least: set.Int("minPerPerson", 0), Most: set.MostNotes(), Stars: set.Int("starOwn", 0), AttachTo: set.AttachTo(),
		Boxes: set.Int("slots", 0), Media: append(List[string]{}, set.Media()...),
	}
	for _, d := range p.Drafts {
		w.Mine += oneIf(d.Run == run.ID && d.Seat.Zero())
	}
	for i := range p.View.Notes {
		n := &p.View.Notes[i]
		w.Mine += oneIf(n.Activity == run.Activity && n.Author == p.Me && n.Seat.Zero())
	}
	w.Box, w.BoxEnds = p.box(run)
	return w
}

// box is which box of an open brainstorm the clock has come to, from 1, and
// when it ends; 0 where there is no clock for each.
func (p *painter) box(run *workshop.RunView) (box int, ends Millis) {
	if run.State != workshop.RunOpen || run.Kind != workshop.ActivityBrainstorm {
		return 0, 0
	}
	now, stood := p.wall(), run.Paused
	if run.PausedAt != 0 {
		stood += max(0, now-run.PausedAt)
	}
	box, seconds := run.Settings.BoxAt(int(max(0, now-run.Started-stood) / 1000))
	if box == 0 {
		return 0, 0
	}
	at := run.Started + stood + int64(seconds)*1000
	if run.PausedAt != 0 {
		at = whole(at)
	}
	return box, Millis(at)
}

func oneIf(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func (p *painter) sorting(run *workshop.RunView) *Sorting {
	set := run.Settings
	s := &Sorting{
		Sorts: p.View.Person(p.Me) != nil && run.Sorts(p.Me, p.View.Person(p.Me).Role), Who: set.Sorters(), Merging: set.Merging(),
		NameOnly: set.NameOnly(), Step: run.Round, Steps: run.Rounds(), PairsOnly: run.PairsOnly(),
		LargestFirst: set.Str("order", "free") == "largest-first", MostClusters: set.Int("maxClusters", 0),
	}
	s.LeastWords, s.MostWords = set.NameWords()
	if s.Who == workshop.SortHosts {
		s.Hosts = List[string]{}
		for _, host := range run.Voters {
			s.Hosts = append(s.Hosts, personID(host))
		}
	}
	if s.Steps > 1 && run.State == workshop.RunOpen {
		s.StepEnds = Millis(p.roundEnds(run, run.Round))
		s.Held = len(p.held())
	}
	return s
}

// held are the notes of the board that is sorted which come in a later step,
// in the order in which they were written.
func (p *painter) held() map[workshop.RecordID]bool {
	run := p.View.OpenRun()
	if run == nil || run.Kind != workshop.ActivityCluster || run.Released(1, 1) {
		return nil
	}
	board := p.View.NotesOn(run.Source)
	held := map[workshop.RecordID]bool{}
	for i := range board {
		if !run.Released(i, len(board)) && board[i].Cluster.Zero() {
			held[board[i].ID] = true
		}
	}
	return held
}

// largestFirst are order keys by which the clusters of a board stand by size,
// where the last sorting of it asked for that.
func (p *painter) largestFirst() map[workshop.RecordID]string {
	var run *workshop.RunView
	for i := range p.View.Runs {
		if r := &p.View.Runs[i]; r.Kind == workshop.ActivityCluster {
			run = r
		}
	}
	if run == nil || run.Settings.Str("order", "free") != "largest-first" {
		return nil
	}
	notes := map[workshop.RecordID]int{}
	for i := range p.View.Notes {
		notes[p.View.Notes[i].Cluster]++
	}
	list := p.View.ClustersOn(run.Source)
	slices.SortStableFunc(list, func(a, b workshop.ClusterView) int { return cmp.Compare(notes[b.ID], notes[a.ID]) })
	keys := map[workshop.RecordID]string{}
	for i, c := range list {
		keys[c.ID] = fmt.Sprintf("%04d", i)
	}
	return keys
}
