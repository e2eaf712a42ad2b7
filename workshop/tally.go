package workshop

import (
	"bytes"
	"cmp"
	"slices"
)

// Result is a counted vote, or the counted answers of a secret round. It is computed by every peer from the same ballots, and is
// in no change. Secret results are counted from the lines that the facilitator's computer published; hands that were counted in
// the room take the place of ballots.
//
// How the numbers of a row are read depends on Method: dots and points of a ranking are in Sum; of a score, a grid and a scale
// Mean ranks, which is in hundredths and adds up the criteria; of a consent Given tells how many said what.
type Result struct {
	Run       RecordID
	Method    string
	Purpose   string
	Criteria  []string    // what was asked about each option; one empty name where the question says all
	Low, High int         // the scale, of methods that have one
	Passes    int         // how many people read each option, where options were handed round; else 0
	Rows      []ResultRow // best first; equal ones share a rank and stand in the order of the ballot
	Eligible  int         // who may vote, seats included
	HandedIn  int
	Counted   int
	Unopened  int  // sealed ballots whose laptop was away at the close
	Void      int  // ballots that break the rules of the vote, or of two histories
	Abstained int  // handed in without a choice; they count for turnout
	DotsEach  int  // of dots: how many each voter had
	Tie       bool // the first place is shared
	QuorumMet bool
	Quorum    int // how many ballots it takes
	Secret    bool
	Lines     []Line         // of secret votes, by tracker
	Excess    bool           // more lines were published than ballots handed in
	Opened    []OpenedBallot // of sealed votes: who chose what, by voter
	Hands     bool           // counted by hands in the room
	CountedBy Person         // of hands: who wrote them down
	Below     int            // ballots with an answer below the threshold: their voters are asked to speak
	Verdict   Verdict        // what follows; empty while the run is not closed
}

// OpenedBallot is a sealed ballot after the close. Seat is whose it is when a keeper handed it in, and Person is the keeper then.
type OpenedBallot struct {
	ID      RecordID // the opening
	Person  Person
	Seat    RecordID
	Choices []Choice
	Text    string
}

// ResultRow is one option of a result.
type ResultRow struct {
	Option RecordID
	Text   string
	Rank   string // "1", "2=", ...
	Sum    int    // dots, points of a ranking, or the sum of all steps
	Voters int    // who chose it
	Spread int    // difference of the highest and the lowest value given; of several criteria, the widest
	Given  []int  // every value given, in ascending order: who looks at it sees how far votes differ
	Mean   int    // hundredths of a step; of several criteria, their means added up
	Median int    // hundredths of a step
	Scaled int    // where options were handed round: the mean times the readers, as if nobody had dropped out
	By     []CriterionRow
}

// CriterionRow is one option by one criterion, of a score or a grid.
type CriterionRow struct {
	Name   string
	Mean   int // hundredths
	Spread int
	Given  []int // ascending
}

// castBallot is a ballot that is to be counted. voter is empty where nobody knows whose it is.
type castBallot struct {
	voter   []byte
	choices []Choice
}

// Result counts a vote. While its run is not closed only the numbers of ballots are told: there are no interim totals.
func (s *Session) Result(run RecordID) Result {
	r := s.records[run]
	if r == nil || r.kind != KindRun {
		return Result{Run: run}
	}
	v := s.run(r)
	res := v.Rules()
	ballots := s.putsOn(run, KindBallot)
	res.HandedIn = len(ballots)
	for _, n := range s.nodesActing(run) {
		if b, _ := s.balloting(n); b && n.state == stateVoid {
			res.Void++
		}
	}
	if v.State != RunClosed {
		return res
	}
	var cast []castBallot
	hands := s.handCount(run)
	switch {
	case hands != nil:
		res.countHands(&v, hands)
		return res
	case res.Secret:
		cast = s.published(run, &res)
	default:
		cast = s.opened(run, ballots, &res)
	}
	if !v.Settings.On("ownAllowed", true) {
		cast = s.withoutOwn(cast, &res)
	}
	res.tally(&v, cast)
	res.Verdict = res.judge(&v)
	return res
}

// Rules returns the rules by which the ballots of a run are read, as a result without ballots.
func (r *RunView) Rules() Result {
	res := Result{
		Run: r.ID, Method: r.method(), Purpose: r.Settings.Purpose(), Criteria: r.criteria(),
		Eligible: len(r.Voters) + len(r.Seats), Secret: r.Settings.SecretIn(r.Kind),
	}
	if r.Kind == ActivityRound {
		res.Purpose = PurposeGauge
	}
	switch res.Method {
	case MethodDots:
		res.DotsEach = r.Settings.Dots(len(r.Options))
	case MethodScore, MethodGrid, MethodScale, MethodConsent:
		res.Low, res.High = r.scale()
		res.Passes = r.Settings.Passes()
	}
	res.Quorum = (res.Eligible*r.quorum() + 99) / 100
	return res
}

// putsOn returns what is put on a record and counts, by key.
func (s *Session) putsOn(parent RecordID, k Kind) []*record {
	var list []*record
	for _, id := range s.byParent[parent] {
		if r := s.records[id]; r.kind == k && r.shown {
			list = append(list, r)
		}
	}
	slices.SortFunc(list, func(a, b *record) int { return bytes.Compare(a.key, b.key) })
	return list
}

func (s *Session) nodesActing(run RecordID) []*node {
	var list []*node
	for _, i := range s.byRun[run] {
		list = append(list, s.graph.nodes[i])
	}
	return list
}

// fits reports whether an opening says what the seal of its ballot says.
func (s *Session) fits(opening *record, commit []byte) bool {
	seal := SealSaying(s.id, opening.parent, opening.key, opening.value(FieldSalt).Raw(), choicesOf(opening.value(FieldChoices)),
		opening.value(FieldText).Str())
	return bytes.Equal(seal[:], commit)
}

// opened matches sealed ballots with their openings.
func (s *Session) opened(run RecordID, ballots []*record, res *Result) []castBallot {
	var cast []castBallot
	for _, b := range ballots {
		o := s.records[PutID(KindOpening, run, b.key)]
		if o == nil || !o.shown {
			res.Unopened++
			continue
		}
		if !s.fits(o, b.value(FieldCommit).Raw()) && !s.crossed(b, o) {
			res.Void++
			continue
		}
		open := OpenedBallot{ID: o.id, Choices: choicesOf(o.value(FieldChoices)), Text: o.value(FieldText).Str()}
		if o.winner != nil {
			open.Person = o.winner.person
		}
		if len(b.key) != len(Person{}) {
			open.Seat, _ = decodeRecordID(b.key)
		}
		res.Opened = append(res.Opened, open)
		cast = append(cast, castBallot{voter: b.key, choices: open.Choices})
	}
	return cast
}

// crossed reports whether an opening is of the ballot that counted for whoever opened it: the latest that a closing they knew had
// known. Where two people close at once, another closing can know a later ballot, and the run can end before that one is opened.
func (s *Session) crossed(ballot, opening *record) bool {
	if opening.winner == nil {
		return false
	}
	var closings []*node
	for _, c := range s.policyNow().runs[ballot.parent].closings {
		if s.graph.knew(opening.winner, c) {
			closings = append(closings, c)
		}
	}
	var latest *node
	var commit []byte
	for _, w := range ballot.history() {
		if w.makes() && w.node.state == stateCounts && s.anyKnew(closings, w.node) && (latest == nil || latest.change.Before(w.node.change)) {
			latest, commit = w.node, fieldOf(w.op(), FieldCommit).Raw()
		}
	}
	return latest != nil && s.fits(opening, commit)
}

// published takes the lines of the first close that has any, in delivery order. Lines beyond the ballots handed in show that
// somebody cheated: none is counted then.
func (s *Session) published(run RecordID, res *Result) []castBallot {
	var first *node
	for _, c := range s.policyNow().runs[run].closes {
		if len(fieldOf(c.change.op(0), FieldLines).Items()) > 0 && (first == nil || c.change.Before(first.change)) {
			first = c
		}
	}
	if first == nil {
		res.Unopened = res.HandedIn
		return nil
	}
	res.Lines = linesOf(fieldOf(first.change.op(0), FieldLines))
	slices.SortFunc(res.Lines, func(a, b Line) int { return cmp.Compare(a.Tracker, b.Tracker) })
	if len(res.Lines) > res.HandedIn {
		res.Excess = true
		return nil
	}
	res.Unopened = res.HandedIn - len(res.Lines)
	cast := make([]castBallot, len(res.Lines))
	for i, l := range res.Lines {
		cast[i] = castBallot{choices: l.Choices}
	}
	return cast
}

// withoutOwn sets aside ballots for what their own voters wrote, where the vote does not allow it.
func (s *Session) withoutOwn(cast []castBallot, res *Result) []castBallot {
	return slices.DeleteFunc(cast, func(b castBallot) bool {
		own := slices.ContainsFunc(b.choices, func(c Choice) bool { return s.wrote(b.voter, c.Option) })
		if own {
			res.Void++
		}
		return own
	})
}

// wrote reports whether a voter made a note: for a seat, whether it was entered for that seat.
func (s *Session) wrote(voter []byte, note RecordID) bool {
	r := s.records[note]
	if r == nil || r.kind != KindNote || r.maker == nil || len(voter) == 0 {
		return false
	}
	if seat := r.value(FieldSeat).Ref(); !seat.Zero() {
		return bytes.Equal(voter, seat.encode())
	}
	return bytes.Equal(voter, r.maker.person[:])
}
