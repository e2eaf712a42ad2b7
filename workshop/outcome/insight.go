package outcome

import (
	"slices"

	"convene/workshop"
)

// Insight is what a group can learn about its own work. It speaks of the group and never of a person: there is no name in it, no
// ranking of people, and nothing at all where fewer than [InsightPeople] took part, because then a number would be a person.
type Insight struct {
	Enough      bool // false: too few people; nothing else is set
	People      int
	Contributed int // people who left something in writing: a note, an answer, a ballot, a line, an action
	Steps       []StepInsight
	Votes       []VoteInsight
	Untouched   []workshop.RecordID // notes that nobody picked up
	Notes       int
}

// InsightPeople is the fewest people of whom [Insight] says anything.
const InsightPeople = 4

// StepInsight is one activity that ran.
type StepInsight struct {
	Activity      workshop.RecordID
	Number        int
	Planned, Used int // minutes; used without pauses
	Open          bool
	Took          int // people who left something in writing; -1 where nobody was to, or where nobody can know
}

// VoteInsight says how far a counted vote was apart.
type VoteInsight struct {
	Activity, Run workshop.RecordID
	Voted, Of     int
	// First is the share of all that was given which the first option got, in percent.
	First int
	// Chosen is how many options got anything, of Options.
	Chosen, Options int
	// Apart is the option on which voters differ most, and by how much, for methods in which every voter gives a value.
	Apart     workshop.RecordID
	ApartText string
	ApartBy   int
}

// insight works out what a group can learn about its work. It counts from the same picture as the report.
func (r *report) insight() Insight {
	in := Insight{People: r.took(), Notes: len(r.v.Notes)}
	if in.People < InsightPeople {
		return Insight{}
	}
	in.Enough = true
	all := whoWrote{}
	steps := map[workshop.RecordID]whoWrote{}
	r.everyTrace(func(activity workshop.RecordID, person workshop.Person, seat workshop.RecordID) {
		if who := (taker{person, seat}); r.member(&who) {
			all[who] = true
			if steps[activity] == nil {
				steps[activity] = whoWrote{}
			}
			steps[activity][who] = true
		}
	})
	in.Contributed = len(all)
	for _, id := range r.index.ran {
		in.Steps = append(in.Steps, r.step(id, steps[id]))
	}
	for i := range r.v.Results {
		if vote, ok := r.voteInsight(&r.v.Results[i]); ok {
			in.Votes = append(in.Votes, vote)
		}
	}
	in.Untouched = r.untouched()
	return in
}

// taker is who takes part: a person, or a seat, whoever enters its words.
type taker struct {
	person workshop.Person
	seat   workshop.RecordID
}

type whoWrote map[taker]bool

// member reports whether somebody is of those who took part.
func (r *report) member(who *taker) bool {
	if !who.seat.Zero() {
		who.person = workshop.Person{}
		return r.v.Seat(who.seat) != nil
	}
	return r.people.takes[who.person]
}

// everyTrace calls yield for everything that somebody left in writing, with the activity it belongs to. Notes of an anonymous
// batch have no writer in any log, so they count for nobody.
func (r *report) everyTrace(yield func(activity workshop.RecordID, who workshop.Person, seat workshop.RecordID)) {
	none := workshop.RecordID{}
	for i := range r.v.Notes {
		if n := &r.v.Notes[i]; !n.Author.Zero() {
			yield(r.index.home(n.Activity), n.Author, n.Seat)
		}
	}
	for i := range r.v.Responses {
		if resp := &r.v.Responses[i]; !resp.Pass && resp.Text != "" {
			yield(r.index.activity[resp.Run], resp.Person, resp.Seat)
		}
	}
	for i := range r.v.Captures {
		yield(r.v.Captures[i].Activity, r.v.Captures[i].Author, none)
	}
	for i := range r.v.Comments {
		yield(none, r.v.Comments[i].Author, none)
	}
	for i := range r.v.Marks {
		yield(none, r.v.Marks[i].Person, none)
	}
	for i := range r.v.Parked {
		yield(r.v.Parked[i].Activity, r.v.Parked[i].Author, none)
	}
}

func (r *report) step(id workshop.RecordID, wrote whoWrote) StepInsight {
	a := r.v.Activity(id)
	ms, open := r.used(id)
	s := StepInsight{Activity: id, Number: r.index.number[id], Planned: a.Minutes, Used: int(roundMinutes(ms)), Open: open, Took: -1}
	for _, run := range r.index.runs[id] {
		s.Planned += int(roundMinutes(int64(run.Extended) * 1000))
	}
	switch a.Kind {
	case workshop.ActivityRound, workshop.ActivityBrainstorm, workshop.ActivityCanvas, workshop.ActivityDiscuss, workshop.ActivityBreakout:
		anonymous := a.Settings.Anonymous() || r.anonymousNotes(id)
		if !anonymous && !a.Settings.On("spokenOnly", false) {
			s.Took = len(wrote)
		}
	case workshop.ActivityVote:
		runs := r.index.runs[id]
		if res := r.index.results[runs[len(runs)-1].ID]; res != nil && !res.Hands {
			s.Took = res.HandedIn
		}
	}
	return s
}

func (r *report) anonymousNotes(activity workshop.RecordID) bool {
	return slices.ContainsFunc(r.index.notes[activity], func(n *workshop.NoteView) bool { return n.Author.Zero() })
}

func (r *report) voteInsight(res *workshop.Result) (VoteInsight, bool) {
	a, ok := r.index.activity[res.Run]
	if run := r.v.Run(res.Run); !ok || run == nil || run.Kind != workshop.ActivityVote || res.Counted < InsightPeople || len(res.Rows) == 0 {
		return VoteInsight{}, false
	}
	vote := VoteInsight{Activity: a, Run: res.Run, Voted: res.HandedIn, Of: res.Eligible, Options: len(res.Rows)}
	sum := 0
	for _, row := range res.Rows {
		sum += row.Sum
		vote.Chosen += one(row.Voters > 0)
		if res.Method != workshop.MethodDots && res.Method != workshop.MethodRank && row.Spread > vote.ApartBy && len(row.Given) >= InsightPeople {
			vote.Apart, vote.ApartText, vote.ApartBy = row.Option, row.Text, row.Spread
		}
	}
	if sum > 0 && (res.Method == workshop.MethodDots || res.Method == workshop.MethodRank) {
		vote.First = (200*res.Rows[0].Sum + sum) / (2 * sum)
	}
	return vote, true
}

// untouched lists notes that nobody picked up: in no cluster of a board that was sorted, with no dot, named by no action, decision,
// capture, comment or arrow. Where a board was neither sorted nor voted on nor named at all, nobody was asked to pick anything up.
func (r *report) untouched() []workshop.RecordID {
	used := r.pickedUp()
	asked := map[workshop.RecordID]bool{}
	for _, n := range r.v.Notes {
		if used[n.ID] {
			asked[n.Activity] = true
		}
	}
	for board := range r.index.sorted {
		asked[board] = true
	}
	var list []workshop.RecordID
	for _, n := range r.index.ordered {
		if asked[n.Activity] && !used[n.ID] {
			list = append(list, n.ID)
		}
	}
	return list
}

func (r *report) pickedUp() map[workshop.RecordID]bool {
	used := map[workshop.RecordID]bool{}
	all := func(ids []workshop.RecordID) {
		for _, id := range ids {
			used[id] = true
		}
	}
	for _, n := range r.v.Notes {
		used[n.ID] = used[n.ID] || !n.Cluster.Zero() || r.index.dots[n.ID] > 0 || n.Back || len(n.Places) > 0
		all(n.From)
		used[n.About] = true
	}
	for _, d := range r.v.Decisions {
		all(d.Evidence)
	}
	for _, a := range r.v.Actions {
		all(a.Evidence)
	}
	for _, c := range r.v.Captures {
		used[c.Item] = true
	}
	for id := range r.index.comments {
		used[id] = true
	}
	for id := range r.index.marks {
		used[id] = true
	}
	for _, c := range r.v.Connectors {
		used[c.From], used[c.To] = true, true
	}
	for _, g := range r.v.Groups {
		used[g.Topic] = true
	}
	return used
}
