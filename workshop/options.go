package workshop

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// What a vote can be on, as the setting options has it. OnMarked has the marks behind it, with commas.
const (
	OnNotes     = "notes"
	OnClusters  = "clusters"
	OnAll       = "all"       // clusters, and the notes that lie in none
	OnProposal  = "proposal"  // what was written down as the proposal
	OnCharter   = "charter"   // purpose, outcomes, values and rule of the session
	OnReports   = "reports"   // what groups brought back
	OnSelection = "selection" // what the last vote left
	OnActions   = "actions"   // actions that are not done
	OnQuestion  = "question"  // the question itself
	OnMarked    = "marked:"
)

// CaptureProposal is the type of captures that word a proposal; the latest is what is voted on. CaptureIntegration answers an
// objection: what was changed for it.
const (
	CaptureProposal    = "proposal"
	CaptureIntegration = "integration"
)

// Options returns what a vote is on. Without a word a scale asks one question, consent is about the proposal, and the others are
// about the clusters.
func (s Settings) Options() string {
	switch s.Method() {
	case MethodScale:
		return s.Str("options", OnQuestion)
	case MethodConsent:
		return s.Str("options", OnProposal)
	}
	return s.Str("options", OnClusters)
}

// voteOptions lists what a vote is on. Consent is about one thing: several options are put together to one.
func (v *View) voteOptions(a *ActivityView, p *RunPlan, chosen []RecordID) ([]Option, error) {
	options, err := v.optionsOf(a, p, chosen)
	if err != nil {
		return nil, err
	}
	if len(options) == 0 {
		return nil, ErrNothingToVote
	}
	if len(options) > maxOptions {
		options = options[:maxOptions]
	}
	if p.Settings.Method() == MethodConsent && len(options) > 1 {
		return asOne(a.ID, options)
	}
	return options, nil
}

// maxOptions is how many options a run can list.
const maxOptions = 512

func (v *View) optionsOf(a *ActivityView, p *RunPlan, chosen []RecordID) ([]Option, error) {
	if len(chosen) > 0 {
		return v.chosenOptions(chosen)
	}
	switch what := p.Settings.Options(); what {
	case OnProposal:
		return v.proposalFor(a, p.Source)
	case OnCharter:
		return []Option{v.charterOption()}, nil
	case OnSelection:
		return v.selectionFor(a), nil
	case OnActions:
		return v.openActions(), nil
	case OnQuestion:
		return []Option{{ID: a.ID, Text: clip(v.Prompt(a.Prompt))}}, nil
	case OnReports:
		return v.ReportOptions(a.ID), nil
	default:
		if marks, ok := strings.CutPrefix(what, OnMarked); ok {
			return v.markedOptions(marks), nil
		}
		return v.optionsFrom(what, p.Source), nil
	}
}

// asOne puts options together to one thing that is consented to.
func asOne(id RecordID, options []Option) ([]Option, error) {
	lines := make([]string, len(options))
	for i, o := range options {
		lines[i] = fmt.Sprintf("%d. %s", i+1, o.Text)
	}
	text := strings.Join(lines, "\n")
	if len(text) > maxNote {
		return nil, ErrTooMuch
	}
	return []Option{{ID: id, Text: text}}, nil
}

// clip shortens words to what an option can hold.
func clip(s string) string {
	if len(s) <= maxNote {
		return s
	}
	s = s[:maxNote-len("…")]
	for !utf8.ValidString(s) {
		s = s[:len(s)-1]
	}
	return s + "…"
}

// optionsFrom lists the clusters of a board, its notes, or both where no note is voted on beside its cluster. A board without
// clusters gives its notes.
func (v *View) optionsFrom(what string, board RecordID) []Option {
	var options []Option
	if what == OnClusters || what == OnAll {
		for _, c := range v.ClustersOn(board) {
			options = append(options, Option{ID: c.ID, Text: clip(c.Name)})
		}
	}
	if what == OnClusters && len(options) > 0 {
		return options
	}
	for _, n := range v.NotesOn(board) {
		if what != OnAll || n.Cluster.Zero() {
			options = append(options, Option{ID: n.ID, Text: clip(n.Text)})
		}
	}
	return options
}

// markedOptions are the notes with one of several marks, which stand with commas between them.
func (v *View) markedOptions(marks string) []Option {
	labels := strings.Split(marks, ",")
	for i := range labels {
		labels[i] = strings.TrimSpace(labels[i])
	}
	var options []Option
	for _, n := range v.Marked(labels...) {
		options = append(options, Option{ID: n.ID, Text: clip(n.Text)})
	}
	return options
}

// chosenOptions are options that a facilitator chose, in their order.
func (v *View) chosenOptions(chosen []RecordID) ([]Option, error) {
	words := map[RecordID]string{}
	for _, n := range v.Notes {
		words[n.ID] = n.Text
	}
	for _, c := range v.Clusters {
		words[c.ID] = c.Name
	}
	for _, c := range v.Captures {
		words[c.ID] = c.Text
	}
	for _, a := range v.Actions {
		words[a.ID] = a.What
	}
	for _, p := range v.Parked {
		words[p.ID] = p.Text
	}
	var options []Option
	for _, id := range chosen {
		text, ok := words[id]
		if !ok {
			return nil, ErrNothingToVote
		}
		options = append(options, Option{ID: id, Text: clip(text)})
	}
	return options, nil
}

// proposalFor is the latest proposal that was written down: for the vote itself, else for any. Without one a board with a single
// note proposes it, and so does the best of the last vote before.
func (v *View) proposalFor(a *ActivityView, board RecordID) ([]Option, error) {
	var own, latest *CaptureView
	for i := range v.Captures {
		c := &v.Captures[i]
		if c.Type != CaptureProposal {
			continue
		}
		latest = c
		if c.Activity == a.ID {
			own = c
		}
	}
	if own != nil {
		latest = own
	}
	if latest != nil {
		return []Option{{ID: latest.ID, Text: clip(latest.Text)}}, nil
	}
	if notes := v.NotesOn(board); len(notes) == 1 {
		return []Option{{ID: notes[0].ID, Text: clip(notes[0].Text)}}, nil
	}
	if res := v.lastResultBefore(a); res != nil && len(res.Rows) > 0 && !res.Tie && res.Method != MethodConsent {
		return []Option{{ID: res.Rows[0].Option, Text: res.Rows[0].Text}}, nil
	}
	return nil, ErrNoProposal
}

// selectionFor is what the last vote before left to go on with.
func (v *View) selectionFor(a *ActivityView) []Option {
	res := v.lastResultBefore(a)
	if res == nil {
		return nil
	}
	var options []Option
	for _, row := range res.Kept(v.Run(res.Run).Settings) {
		options = append(options, Option{ID: row.Option, Text: row.Text})
	}
	return options
}

// openActions are the actions that are neither done nor dropped.
func (v *View) openActions() []Option {
	var options []Option
	for i := range v.Actions {
		if a := &v.Actions[i]; a.Open() {
			options = append(options, Option{ID: a.ID, Text: clip(a.What)})
		}
	}
	return options
}

// itemsFor lists what a discussion goes through.
func (v *View) itemsFor(a *ActivityView, board RecordID) []Option {
	what := a.Settings.Str("items", "none")
	switch what {
	case "clusters":
		return v.optionsFrom(OnClusters, board)
	case "proposal":
		items, _ := v.proposalFor(a, board)
		return items
	case "objections":
		return v.openObjections()
	case "groups":
		return v.ReportOptions(a.ID)
	}
	top, isTop := countBehind("top:", what)
	wide, isWide := countBehind("spread:", what)
	if !isTop && !isWide && what != "ranked" {
		return nil
	}
	res := v.lastResultBefore(a)
	if res == nil {
		return nil
	}
	rows := slices.Clone(res.Rows)
	if isWide {
		slices.SortStableFunc(rows, func(a, b ResultRow) int { return b.Spread - a.Spread })
		top = wide
	}
	var items []Option
	for i, row := range rows {
		if top > 0 && i >= top {
			break
		}
		items = append(items, Option{ID: row.Option, Text: row.Text})
	}
	return items
}

// mostTop is the most items that "top:N" and "spread:N" may ask for, as in a template.
const mostTop = 1000

// countBehind reads the number behind a word, from 1 to mostTop, written as people write numbers.
func countBehind(word, what string) (int, bool) {
	digits, ok := strings.CutPrefix(what, word)
	n, err := strconv.Atoi(digits)
	if !ok || err != nil || n < 1 || n > mostTop || strconv.Itoa(n) != digits {
		return 0, false
	}
	return n, true
}

// lastResultBefore is the result of the last vote that stands before a step in the agenda.
func (v *View) lastResultBefore(a *ActivityView) *Result {
	var found *Result
	for i := range v.Activities {
		if v.Activities[i].ID == a.ID {
			break
		}
		if v.Activities[i].Kind != ActivityVote {
			continue
		}
		for j := range v.Results {
			if v.Results[j].Run == v.Activities[i].Run {
				found = &v.Results[j]
			}
		}
	}
	return found
}
