package outcome

import (
	"fmt"
	"slices"
	"strings"

	"convene/workshop"
)

// rules repeats what people knew before they voted.
func (r *report) rules(run *workshop.RunView) string {
	s := run.Settings
	low, high := s.Scale()
	follows := map[string]string{
		workshop.PurposeGauge: "It shows where the group stands and decides nothing.", workshop.PurposeDecide: "It decides.",
	}[s.Purpose()]
	if follows == "" {
		follows = "It narrows the choice and decides nothing."
	}
	switch s.Method() {
	case workshop.MethodDots:
		return r.dotRules(run) + " " + follows
	case workshop.MethodRank:
		top := min(max(s.Int("rankTop", 3), 1), max(len(run.Options), 1))
		return fmt.Sprintf("Ranking: up to %s each, the first worth %s. %s", count(top, "place"), count(top, "point"), follows)
	case workshop.MethodScore:
		how := fmt.Sprintf("Score: %d to %d for each option", low, high)
		if n := s.Passes(); n > 0 {
			how = fmt.Sprintf("Score: each option was read by %s, who gave %d to %d without knowing whose it is", count(n, "person"), low, high)
		}
		return how + criteriaWords(r, s) + ". " + follows
	case workshop.MethodGrid:
		return fmt.Sprintf("Two numbers from %d to %d for each option%s. %s", low, high, criteriaWords(r, s), follows)
	case workshop.MethodScale:
		return fmt.Sprintf("A step from %d to %d. %s", low, high, follows)
	case workshop.MethodConsent:
		return "Consent: is there a reason why this would harm our aim? Good enough for now, safe enough to try. " + follows
	}
	return "Vote by " + r.title(s.Method()) + "."
}

func criteriaWords(r *report, s workshop.Settings) string {
	var names []string
	for _, c := range s.Criteria() {
		if name := r.title(c); name != "" {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return ""
	}
	return ", by: " + strings.Join(names, "; ")
}

func (r *report) dotRules(run *workshop.RunView) string {
	dots, most := run.Settings.Dots(len(run.Options)), run.Settings.MaxPerOption()
	switch {
	case dots == 0:
		return "Approval: one dot on as many options as one wants."
	case most == 1:
		return fmt.Sprintf("Dot vote, %s each, one on an option.", count(dots, "dot"))
	}
	return fmt.Sprintf("Dot vote, %s each, up to %d on one option.", count(dots, "dot"), most)
}

// secrecy says exactly who could see a ballot, then and now.
func secrecy(a *workshop.ActivityView, run *workshop.RunView, res *workshop.Result) string {
	if res != nil && res.Hands {
		return "Hands were counted in the room; everybody could see them."
	}
	if run.Secret() && run.Kind == workshop.ActivityRound {
		return "Secret from the group. The facilitator's computer could see each answer. People can check their own code in the session's result list."
	}
	if run.Secret() {
		return "Secret from the group. The facilitator's computer could see each vote. Voters can check their own code in the session's result list."
	}
	if run.Kind == workshop.ActivityRound {
		return "Names are not shown with these answers. This is not anonymous: the session file records who answered what."
	}
	words := "Hidden until the close, also from the facilitator. Since then anyone with the session file can see who voted for what."
	if a.Settings.SecretIn(run.Kind) {
		words += fmt.Sprintf(" It was planned as secret; with %s it was not, because totals would have told who chose what.",
			count(len(run.Voters)+len(run.Seats), "voter"))
	}
	return words
}

// ballots accounts for every ballot, or for the hands that were counted instead.
func (r *report) ballots(run *workshop.RunView, res *workshop.Result) string {
	if res.Hands {
		by := ""
		if name := r.people.named(res.CountedBy); name != "" {
			by = ", written down by " + name
		}
		return fmt.Sprintf("Counted in the room: %d hands of %d%s.%s", res.Counted, res.Eligible, by, quorumWords(run, res))
	}
	words := fmt.Sprintf("%d of %d handed in a ballot; %d counted.", res.HandedIn, res.Eligible, res.Counted)
	if n := len(run.Seats); n > 0 {
		words += fmt.Sprintf(" %d of those who could vote took part without a laptop.", n)
	}
	if res.Abstained > 0 {
		words += fmt.Sprintf(" Of these, %s without a choice.", was(res.Abstained))
	}
	if res.Unopened > 0 {
		words += fmt.Sprintf(" %s not opened, because %s laptop was away at the close, and %s not counted.",
			was(res.Unopened), whose(res.Unopened), is(res.Unopened))
	}
	if res.Void > 0 {
		words += fmt.Sprintf(" %s void and not counted.", was(res.Void))
	}
	if res.Below > 0 {
		words += fmt.Sprintf(" %s below what had been agreed; who gave it was asked to speak.", was(res.Below))
	}
	return words + quorumWords(run, res)
}

func quorumWords(run *workshop.RunView, res *workshop.Result) string {
	reached := "reached"
	if !res.QuorumMet {
		reached = "not reached"
	}
	return fmt.Sprintf(" Needed: %s of those who could vote; %s.", quorum(run), reached)
}

// concerns are what people said who consent all the same.
func (r *report) concerns(res *workshop.Result) []string {
	if res.Method != workshop.MethodConsent {
		return nil
	}
	var list []string
	add := func(choices []workshop.Choice, text string) {
		objects := slices.ContainsFunc(choices, func(c workshop.Choice) bool { return c.Value == workshop.ConsentObject })
		if !objects && oneLine(cleanText(text), " ") != "" {
			list = append(list, text)
		}
	}
	for _, b := range res.Opened {
		add(b.Choices, b.Text)
	}
	for _, l := range res.Lines {
		add(l.Choices, l.Text)
	}
	slices.Sort(list)
	return list
}

func quorum(run *workshop.RunView) string {
	share, ok := run.Settings.Named()["quorum"].(float64)
	if !ok || share < 0 || share > 1 || share == 0.5 {
		return "half"
	}
	return fmt.Sprintf("%d %%", int(share*100+0.5))
}

func was(n int) string {
	if n == 1 {
		return "1 was"
	}
	return fmt.Sprintf("%d were", n)
}

func is(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func whose(n int) string {
	if n == 1 {
		return "its"
	}
	return "their"
}
