package outcome

import (
	"fmt"
	"strings"

	"convene/workshop"
)

// top writes what everybody reads: title, purpose, outcomes, and the whole in one sentence.
func (r *report) top() {
	s := &r.v.Session
	title := r.title(s.Title)
	if title == "" {
		title = "A workshop without a title"
	}
	r.heading(1, "title", title)
	if r.people.shown() == ProfileNone {
		r.line("This copy has no names; where one was written in a text, it says “(name)”.\n")
	}
	if s.State != workshop.SessionClosed {
		r.line("The session was not finished when this was written: %s.\n", map[workshop.SessionState]string{
			workshop.SessionDraft: "nothing of it has run yet", workshop.SessionLive: "it was still going on",
		}[s.State])
	}
	r.said("Purpose", s.Purpose)
	r.said("Question", s.Question)
	r.charter()
	r.wished()
	r.line("**In short.** %s\n", r.inShort())
}

func (r *report) said(what, text string) {
	if text = r.item(text, ""); text != "" {
		r.line("**%s.** %s\n", what, sentence(text))
	} else if what == "Purpose" {
		r.line("**Purpose.** None was written down.\n")
	}
}

func (r *report) wished() {
	if len(r.v.Outcomes) == 0 {
		r.line("**Outcomes wished.** None were written down.\n")
		return
	}
	r.line("**Outcomes wished.**\n")
	for _, o := range r.v.Outcomes {
		r.line("- %s", r.words(o.Text, "  "))
	}
	r.gap()
}

// short counts what came out.
func (r *report) inShort() string {
	var parts []string
	parts = append(parts, r.ifAny(keyDecisions, count(len(r.v.Decisions)+len(r.captured("decision")), "decision")))
	actions := r.ifAny(keyActions, count(len(r.v.Actions), "action"))
	if lack := r.lacking(); lack != "" {
		actions += " (" + lack + ")"
	}
	parts = append(parts, actions, r.ifAny(keyQuestions, count(len(r.captured("question")), "open question")))
	parts = append(parts, r.ifAny(keyParked, fmt.Sprintf("%d parked", len(r.v.Parked)+len(r.captured("parked")))))
	parts = append(parts, r.ifAny(keyAppendix, count(len(r.v.Notes), "note")))
	planned, real := r.minutes()
	took := "1 person took part"
	if n := r.took(); n != 1 {
		took = fmt.Sprintf("%d people took part", n)
	}
	what := strings.Join(parts, ", ")
	if strings.HasPrefix(what, "no ") {
		what = "N" + what[1:]
	}
	if len(r.index.ran) == 0 {
		return fmt.Sprintf("%s. %s; %s planned for %s, none of it has run.", what, took, count(len(r.v.Activities), "activity"), planned)
	}
	return fmt.Sprintf("%s. %s; %d of %s ran, %s planned, %s used.", what, took,
		len(r.index.ran), count(len(r.v.Activities), "activity"), planned, real)
}

// ifAny links a number to its section when there is something there.
func (r *report) ifAny(key, words string) string {
	switch {
	case words == "0 parked":
		return "nothing parked"
	case strings.HasPrefix(words, "0 "):
		return "no " + strings.TrimPrefix(words, "0 ")
	}
	return r.to(key, words)
}

// lacking says how many actions have no owner, no date, no yes.
func (r *report) lacking() string {
	owner, due, yes := 0, 0, 0
	for _, a := range r.v.Actions {
		switch {
		case a.Owner.Zero():
			owner++
		case a.Accepted == workshop.AcceptedNo:
			yes++
		}
		if r.title(a.Due) == "" {
			due++
		}
	}
	var lack []string
	for _, l := range []struct {
		n    int
		what string
	}{{owner, "without an owner"}, {due, "without a date"}, {yes, "without its owner's yes"}} {
		if l.n > 0 {
			lack = append(lack, fmt.Sprintf("%d %s", l.n, l.what))
		}
	}
	return strings.Join(lack, ", ")
}

// captured returns what was written down of one type.
func (r *report) captured(what string) []*workshop.CaptureView {
	var list []*workshop.CaptureView
	for i := range r.v.Captures {
		if r.v.Captures[i].Type == what {
			list = append(list, &r.v.Captures[i])
		}
	}
	return list
}

func (r *report) decisions() {
	r.heading(2, keyDecisions, "Decisions")
	none := true
	for i := range r.v.Decisions {
		d := &r.v.Decisions[i]
		none = false
		r.decision(i+1, d.Text, r.byRule(d.Rule)+decidedWords(d)+r.reviewWords(d)+fromSentence(r.origin(r.evidence(d), d.Activity)))
	}
	for i, c := range r.captured("decision") {
		none = false
		r.decision(len(r.v.Decisions)+i+1, c.Text, " Written down in the discussion."+fromSentence(r.about(c)))
	}
	if none {
		r.line("No decision was written down.")
	}
	r.gap()
	r.priorities()
}

func (r *report) byRule(rule string) string {
	if rule = r.text(rule); rule == "" {
		return ""
	}
	return " By " + sentence(rule)
}

// decidedWords count concerns and those who stood aside, of a decision by consent.
func decidedWords(d *workshop.DecisionView) string {
	words := ""
	if d.Concerns > 0 {
		words += fmt.Sprintf(" %s.", upperFirst(count(d.Concerns, "concern")))
	}
	if d.Asides > 0 {
		words += fmt.Sprintf(" %d stood aside.", d.Asides)
	}
	return words
}

func (r *report) reviewWords(d *workshop.DecisionView) string {
	if day := r.title(d.Review); day != "" {
		return " Review on " + day + "."
	}
	return ""
}

// evidence of a decision, without itself.
func (r *report) evidence(d *workshop.DecisionView) []workshop.RecordID {
	var list []workshop.RecordID
	for _, id := range d.Evidence {
		if id != d.ID && r.link(id) != "" || id == d.Run && !id.Zero() {
			list = append(list, id)
		}
	}
	return list
}

func (r *report) decision(number int, text, how string) {
	r.line("- **D%d.** %s%s", number, sentence(r.words(text, "  ")), how)
}

func fromSentence(link string) string {
	if link == "" {
		return ""
	}
	return " From " + link + "."
}

func from(link string) string {
	if link == "" {
		return ""
	}
	return " - from " + link
}

// about says in which activity something was captured, and on which item.
func (r *report) about(c *workshop.CaptureView) string {
	at, item := r.link(c.Activity), ""
	if !c.Item.Zero() {
		item = r.link(c.Item)
	}
	switch {
	case item == "":
		return at
	case at == "":
		return item
	}
	return at + ", on " + item
}

// priorities names what votes put first: they narrow, and do not decide, but are what people ask for first.
func (r *report) priorities() {
	for i := range r.v.Results {
		res := &r.v.Results[i]
		a, ok := r.index.activity[res.Run]
		if !ok || len(res.Rows) == 0 || res.Rows[0].Voters == 0 || !ranks(res) {
			continue
		}
		few := ""
		if !res.QuorumMet {
			few = "; fewer voted than had been agreed"
		}
		r.line("**Put first by vote** in %s (a priority, not a decision%s):\n", r.link(a), few)
		top := topRows(res.Rows)
		for _, row := range top[:min(len(top), mostFirst)] {
			r.line("- %s %s - %s", place(row.Rank), r.option(row.Option, row.Text), amountWords(res, &row))
		}
		if more := len(top) - mostFirst; more > 0 {
			r.line("- and %d more on shared places", more)
		}
		r.gap()
	}
}

// ranks reports whether a result puts options in an order that is no decision.
func ranks(res *workshop.Result) bool {
	switch res.Method {
	case workshop.MethodScale, workshop.MethodConsent:
		return false
	}
	return res.Verdict != workshop.VerdictDecided
}

// mostFirst is how many options of a vote the first page shows.
const mostFirst = 5

// topRows are the first three places that got anything.
func topRows(rows []workshop.ResultRow) []workshop.ResultRow {
	for i, row := range rows {
		if rank := strings.TrimSuffix(row.Rank, "="); len(rank) > 1 || rank > "3" || row.Voters == 0 {
			return rows[:i]
		}
	}
	return rows
}

func place(rank string) string {
	if n, shared := strings.CutSuffix(rank, "="); shared {
		return "Shared place " + n + ":"
	}
	return "Place " + rank + ":"
}

func (r *report) actions() {
	r.heading(2, keyActions, "Actions")
	if lack := r.lacking(); lack != "" {
		r.line("To settle: %s.\n", lack)
	}
	for i := range r.v.Actions {
		r.action(&r.v.Actions[i])
	}
	if len(r.v.Actions) == 0 {
		r.line("No action was agreed.")
	}
	r.gap()
	if said := r.captured("action"); len(said) > 0 {
		r.line("Said in the discussion, and not taken up as actions:\n")
		for _, c := range said {
			r.line("- %s%s", r.words(c.Text, "  "), from(r.about(c)))
		}
		r.gap()
	}
}

func (r *report) questions() {
	r.heading(2, keyQuestions, "Open questions")
	list := r.captured("question")
	for i, c := range list {
		r.line("- Q%d %s%s", i+1, r.words(c.Text, "  "), from(r.about(c)))
	}
	if len(list) == 0 {
		r.line("No question was left open.")
	}
	r.gap()
}
