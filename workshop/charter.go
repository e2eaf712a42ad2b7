package workshop

import (
	"fmt"
	"strings"
)

// CharterView is what the group agreed on about itself: purpose, outcomes, values, how it decides, and what becomes of the results.
// Its versions are the wordings that were put to consent, in order, and the one that stands now.
type CharterView struct {
	ID           RecordID // the charter, or the session where nothing but purpose and outcomes is written
	Purpose      string   // of the session
	Values, Rule string
	Use          string       // what becomes of the results
	HandsOver    bool         `json:",omitempty"` // the next facilitator's laptop takes the floor by itself when its holder's is gone
	Version      int          // from 1
	State        CharterState // of the wording that stands now
	Ratified     int          // the version ratified last; 0 while none is
	RatifiedAt   int64        // wall milliseconds of its vote's close; 0 while none is
	Vote         RecordID     // the run of the last vote on the charter, or none
	Consents     int          // of the vote that ratified it
	Words        string       // all of it, as it is put to consent
}

// CharterState says how far the charter has come.
type CharterState string

// The states of the charter.
const (
	CharterDraft     CharterState = "draft"          // not voted on yet, or amended since
	CharterProposed  CharterState = "proposed"       // the vote is open
	CharterObjection CharterState = "open objection" // somebody sees harm in this wording
	CharterRatified  CharterState = "ratified"       // everybody who voted consents to this wording
)

// charterOption is the charter as it is put to consent.
func (v *View) charterOption() Option {
	return Option{ID: v.Charter.ID, Text: v.charterWords()}
}

// charterWords is everything that is agreed on, one line each.
func (v *View) charterWords() string {
	var lines []string
	if v.Charter.HandsOver { // first, for a long charter is cut at its end
		lines = append(lines, handsOverWords)
	}
	lines = append(lines, v.Charter.Purpose)
	for i, o := range v.Outcomes {
		lines = append(lines, fmt.Sprintf("O%d. %s", i+1, o.Text))
	}
	lines = append(lines, v.Charter.Values, v.Charter.Rule, v.Charter.Use)
	var said []string
	for _, l := range lines {
		if l != "" {
			said = append(said, l)
		}
	}
	if len(said) == 0 {
		said = append(said, v.Session.Title)
	}
	return clip(strings.Join(said, "\n"))
}

// handsOverWords is what a group consents to that lets the floor go on by itself.
const handsOverWords = "When the laptop that leads is gone, the next facilitator's takes over by itself."

// charter reads the charter's record: the one that was made first.
func (v *View) charter(r *record) {
	if !v.Charter.ID.Zero() {
		return
	}
	v.Charter = CharterView{
		ID: r.id, Values: r.value(FieldValues).Str(), Rule: r.value(FieldRule).Str(), Use: r.visible(),
		HandsOver: r.value(FieldHandsOver).True(),
	}
}

// ratify works out the version of the charter and whether the group consents to it. Results are counted when it is called.
func (v *View) ratify() {
	c := &v.Charter
	if c.ID.Zero() {
		c.ID = v.Session.ID
	}
	c.Purpose = v.Session.Purpose
	c.Words = v.charterWords()
	last := ""
	for i := range v.Runs {
		run := &v.Runs[i]
		if run.Kind != ActivityVote || run.Settings.Options() != OnCharter || len(run.Options) == 0 {
			continue
		}
		if run.Options[0].Text != last {
			c.Version++
			last = run.Options[0].Text
		}
		v.ratifiedBy(run)
	}
	if c.Words != last {
		c.Version++
		c.State = CharterDraft
	}
}

// ratifiedBy takes one vote on the charter in.
func (v *View) ratifiedBy(run *RunView) {
	c := &v.Charter
	c.Vote = run.ID
	res := v.ResultOf(run.ID)
	if res == nil {
		c.State = CharterProposed
		return
	}
	switch res.Verdict {
	case VerdictDecided:
		c.State, c.Ratified, c.RatifiedAt = CharterRatified, c.Version, run.Ended
		c.Consents = res.consents()
	case VerdictObjections:
		c.State = CharterObjection
	default:
		c.State = CharterDraft
	}
}

// ResultOf returns the result of a run, or nil while it has none.
func (v *View) ResultOf(run RecordID) *Result {
	for i := range v.Results {
		if v.Results[i].Run == run {
			return &v.Results[i]
		}
	}
	return nil
}

// WriteCharter writes the charter's words: values, how the group decides, and what becomes of the results; and whether the floor goes
// on by itself when the laptop of its holder is gone.
func WriteCharter(values, rule, use string, handsOver bool) Op {
	fs := fields{}
	fs.text(FieldText, use)
	fs.text(FieldValues, values)
	fs.text(FieldRule, rule)
	if handsOver {
		fs.add(FieldHandsOver, Bool(true))
	}
	return Create(KindCharter, fs...)
}
