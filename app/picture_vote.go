package app

import (
	"fmt"
	"slices"

	"convene/workshop"
)

func (p *painter) responses() {
	for i := range p.View.Responses {
		v := &p.View.Responses[i]
		r := ResponseRecord{
			ID: p.id(v.ID), Run: p.id(v.Run), Person: personID(v.Person), Seat: p.id(v.Seat), Text: v.Text, Pass: v.Pass,
			Mine: v.Person == p.Me && v.Seat.Zero(), Late: v.Late,
		}
		p.add(r)
	}
}

// ballots draws how many have voted, the own ballot, and those of seats kept
// here; never another's.
func (p *painter) ballots() {
	for i := range p.View.Runs {
		run := &p.View.Runs[i]
		if !run.Balloted() {
			continue
		}
		own, cast := p.Ballots[run.ID]
		p.add(p.ballot(run, "", p.Me[:], own, cast))
		for _, seat := range p.View.Seats {
			if seat.Keeper != p.Me || !slices.Contains(run.Seats, seat.ID) {
				continue
			}
			own, cast := p.SeatBallots[voteKey{run: run.ID, seat: seat.ID}]
			p.add(p.ballot(run, p.id(seat.ID), seat.ID.Key(), own, cast))
		}
	}
}

func (p *painter) ballot(run *workshop.RunView, seat string, voter []byte, own ownBallot, cast bool) BallotRecord {
	r := BallotRecord{
		ID: "ballot/" + p.id(run.ID), Run: p.id(run.ID), Seat: seat, HandedIn: p.HandedIn[run.ID],
		Eligible: len(run.Voters) + len(run.Seats),
	}
	if seat != "" {
		r.ID += "/" + seat
	}
	if res := p.result(run.ID); res != nil {
		r.HandedIn, r.Eligible = res.HandedIn, res.Eligible
	}
	if cast {
		r.Mine, r.Text, r.Tracker = p.choices(own.Choices), own.Text, own.Tracker
	}
	if run.State != workshop.RunOpen || run.Kind != workshop.ActivityVote {
		return r
	}
	for _, o := range run.OrderFor(voter) {
		r.Order = append(r.Order, p.id(o.ID))
	}
	if run.Settings.Passes() > 0 {
		r.Reading = p.list(p.View.Reading(run, voter))
	}
	return r
}

func (p *painter) result(run workshop.RecordID) *workshop.Result { return p.View.ResultOf(run) }

// choices writes choices; no choice gives an empty list, not a missing one.
func (p *painter) choices(list []workshop.Choice) List[Choice] {
	out := make(List[Choice], len(list))
	for i, c := range list {
		out[i] = Choice{Option: p.id(c.Option), Value: c.Value}
	}
	return out
}

// warning says what is wrong with a count, the worst first; empty when
// nothing is.
func (p *painter) warning(res *workshop.Result) string {
	own, voted := p.Ballots[res.Run]
	switch {
	case res.Excess:
		return "More ballots were published than handed in, so none is counted. Vote again, with another facilitator counting."
	case voted && res.Secret && altered(own, res.Lines):
		return "The line with your code says something else than you chose. Tell the group before anyone relies on this result."
	case res.Void > 0:
		return fmt.Sprintf("Not counted, because the rules of the vote were broken: %s.", counted(res.Void, "ballot", "ballots"))
	case !res.QuorumMet:
		return fmt.Sprintf("%d of %d ballots are counted: fewer than this vote asked for.", res.Counted, res.Eligible)
	}
	return ""
}

// altered reports that the own code stands beside another's choices.
func altered(own ownBallot, lines []workshop.Line) bool {
	for _, line := range lines {
		if own.Tracker != "" && line.Tracker == own.Tracker {
			return !equalBallots(own.Choices, line.Choices)
		}
	}
	return false
}

// equalBallots compares choices, in whichever order they name the options.
func equalBallots(a, b []workshop.Choice) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(c workshop.Choice) bool { return !slices.Contains(b, c) })
}
