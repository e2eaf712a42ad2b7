package workshop

import (
	"bytes"
	"cmp"
	"slices"
	"strconv"
)

// Result is a counted vote. It is computed by every peer from the same ballots, and is in no change. Secret results are counted
// from the lines that the facilitator's computer published.
type Result struct {
	Run       RecordID
	Method    string
	Rows      []ResultRow // best first; equal ones share a rank and stand in the order of the ballot
	Eligible  int         // who may vote
	HandedIn  int
	Counted   int
	Unopened  int  // sealed ballots whose laptop was away at the close
	Void      int  // ballots that break the rules of the vote, or of two histories
	Abstained int  // handed in without a choice; they count for turnout
	DotsEach  int  // of dots: how many each voter had
	Tie       bool // the first place is shared
	QuorumMet bool
	Secret    bool
	Lines     []Line // of secret votes, by tracker
	Excess    bool   // more lines were published than ballots handed in
}

// ResultRow is one option of a result.
type ResultRow struct {
	Option RecordID
	Text   string
	Rank   string // "1", "2=", ...
	Sum    int    // dots, points of a ranking, or the sum of scores
	Voters int    // who chose it
	Spread int    // difference of the highest and the lowest value given
	Given  []int  // every value given, in ascending order: who looks at it sees how far votes differ
}

// Result counts a vote. While its run is not closed only the numbers of ballots are told: there are no interim totals.
func (s *Session) Result(run RecordID) Result {
	r := s.records[run]
	if r == nil || r.kind != KindRun {
		return Result{Run: run}
	}
	v := s.run(r)
	res := Result{
		Run: run, Method: v.method(), Eligible: len(v.Voters), Secret: v.Settings.Secret(),
		DotsEach: v.Settings.Dots(len(v.Options)),
	}
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
	var cast [][]Choice
	if res.Secret {
		cast = s.published(run, &res)
	} else {
		cast = s.opened(run, ballots, &res)
	}
	res.tally(&v, cast)
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

// opened matches sealed ballots with their openings.
func (s *Session) opened(run RecordID, ballots []*record, res *Result) [][]Choice {
	var cast [][]Choice
	for _, b := range ballots {
		o := s.records[PutID(KindOpening, run, b.key)]
		if o == nil || !o.shown {
			res.Unopened++
			continue
		}
		choices := choicesOf(o.value(FieldChoices))
		seal := Seal(s.id, run, b.key, o.value(FieldSalt).Raw(), choices)
		if !bytes.Equal(seal[:], b.value(FieldCommit).Raw()) {
			res.Void++
			continue
		}
		cast = append(cast, choices)
	}
	return cast
}

// published takes the lines of the first close that has any, in delivery order. Lines beyond the ballots handed in show that
// somebody cheated: none is counted then.
func (s *Session) published(run RecordID, res *Result) [][]Choice {
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
	cast := make([][]Choice, len(res.Lines))
	for i, l := range res.Lines {
		cast[i] = l.Choices
	}
	return cast
}

// tally counts ballots that keep the rules and ranks the options.
func (res *Result) tally(v *RunView, cast [][]Choice) {
	rows := make([]ResultRow, len(v.Options))
	at := map[RecordID]int{}
	for i, o := range v.Options {
		rows[i] = ResultRow{Option: o.ID, Text: o.Text}
		at[o.ID] = i
	}
	for _, choices := range cast {
		if v.CheckBallot(choices) != nil {
			res.Void++
			continue
		}
		res.Counted++
		if len(choices) == 0 {
			res.Abstained++
		}
		for i, c := range choices {
			row := &rows[at[c.Option]]
			row.Sum += v.weight(c)
			row.Given = append(row.Given, c.Value)
			if i == 0 || !named(choices[:i], c.Option) {
				row.Voters++
			}
		}
	}
	for i := range rows {
		slices.Sort(rows[i].Given)
		if n := len(rows[i].Given); n > 0 {
			rows[i].Spread = rows[i].Given[n-1] - rows[i].Given[0]
		}
	}
	res.Rows = ranked(rows)
	res.Tie = len(rows) > 1 && res.Rows[0].Sum > 0 && res.Rows[0].Sum == res.Rows[1].Sum
	res.QuorumMet = res.Counted*100 >= res.Eligible*v.quorum()
}

func named(choices []Choice, id RecordID) bool {
	return slices.ContainsFunc(choices, func(c Choice) bool { return c.Option == id })
}

// weight is what a choice adds to its option: a first place of three is worth three points.
func (r *RunView) weight(c Choice) int {
	if r.method() == "rank" {
		return min(r.Settings.Int("rankTop", 3), len(r.Options)) - c.Value + 1
	}
	return c.Value % 1000
}

// quorum is the share of voters needed, in percent.
func (r *RunView) quorum() int {
	if q, ok := r.Settings.named["quorum"].(float64); ok && q >= 0 && q <= 1 {
		return int(q*100 + 0.5)
	}
	return 50
}

// ranked orders rows, best first, and gives equal ones the same rank.
func ranked(rows []ResultRow) []ResultRow {
	slices.SortStableFunc(rows, func(a, b ResultRow) int { return cmp.Compare(b.Sum, a.Sum) })
	for i := range rows {
		first := i
		for first > 0 && rows[first-1].Sum == rows[i].Sum {
			first--
		}
		rows[i].Rank = strconv.Itoa(first + 1)
		if first < i || (i+1 < len(rows) && rows[i+1].Sum == rows[i].Sum) {
			rows[i].Rank += "="
		}
	}
	return rows
}
