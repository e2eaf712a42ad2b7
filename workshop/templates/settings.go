package templates

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"convene/workshop"
)

// rule says what a setting takes. allowed are the words of the error.
type rule struct {
	allowed string
	ok      func(any) bool
}

// rules is the one table of settings, by kind of activity.
var rules = map[workshop.ActivityKind]map[string]rule{
	workshop.ActivityBrief: {"prefill": words("nothing", "charter", "previous-session"), "ack": truth()},
	workshop.ActivityRound: {
		"answer": words("text", "word", "scale5", "fist0-5", "symbol", "none"), "secondsPerTurn": upTo(3600),
		"order": words("circle", "random", "volunteers"), "mode": words("once", "until-empty"),
		"scope": words("all", "table", "pairs"), "spokenOnly": truth(), "passAllowed": truth(), "secret": truth(),
	},
	workshop.ActivityBrainstorm: {
		"visibility": visibility, "authorship": authorship, "silent": truth(), "maxPerPerson": either(upTo(1000), "none"),
		"minPerPerson": upTo(1000), "starOwn": upTo(100), "media": atLeastOne(some("text", "sketch", "photo")),
		"slots": either(upTo(100), "none"), "secondsPerSlot": either(upTo(3600), "none"),
		"attachTo": words("board", "notes", "connectors"),
	},
	workshop.ActivityCluster: {
		"mode": words("group", "name-only", "merge"), "who": words("everyone", "hosts", "facilitators"),
		"release": words("all-at-once", "in-batches"), "startWithPairs": truth(), "order": words("free", "largest-first"),
		"nameWords": pair(), "maxClusters": either(upTo(1000), "none"),
	},
	workshop.ActivityVote: {
		"method": words("dots", "rank", "score", "grid", "scale", "consent"), "purpose": words("gauge", "narrow", "decide"),
		"options":  begins(words("notes", "clusters", "proposal", "charter", "reports", "selection", "actions", "question", "all"), "marked:"),
		"criteria": texts(), "scale": any1(pair(), words("fist0-5", "thumbs", "scale5")),
		"dots": any1(upTo(1000), words("auto", "unlimited")), "maxPerOption": upTo(1000), "ownAllowed": truth(),
		"rankTop": upTo(1000), "passes": either(upTo(100), "none"), "secret": truth(), "threshold": either(number(1000), "none"),
		"quorum": number(1), "forecast": truth(),
	},
	workshop.ActivityDiscuss: {
		"items":          begins(words("none", "ranked", "clusters", "groups", "proposal", "objections"), "top:", "spread:"),
		"minutesPerItem": number(24 * 60), "extendByVote": words("none", "thumbs"), "extensions": numbers(),
		"speaking": words("open", "queue", "round"), "capture": some("insight", "question", "decision", "action", "parked"),
	},
	workshop.ActivityBreakout: {
		"form": words("fixed", "escalate", "rotate", "self-select"), "groupSize": upTo(200),
		"assign": words("random", "mixed-by-tag", "never-met-first", "chosen"),
		"inner":  words("brainstorm", "discuss", "canvas", "round", "commit"), "sizes": sizes(), "minutesPerStep": numbers(),
		"rounds": upTo(100), "minutesPerRound": number(24 * 60), "hostStays": truth(), "maxPerGroup": upTo(1000),
		"report": texts(), "zones": zones(), "marks": marks(),
	},
	workshop.ActivityCanvas: {
		"layout": words("columns", "grid2x2", "stack", "horizons", "table", "timetable", "free"), "zones": zones(),
		"axes": pairOfTexts(), "openStepwise": truth(), "minutesPerZone": numbers(),
		"direction": words("left-to-right", "right-to-left"), "connectors": truth(), "marks": marks(), "slots": upTo(100),
		"maxItems": either(upTo(10_000), "none"), "visibility": visibility, "authorship": authorship, "matches": truth(),
	},
	workshop.ActivityCommit: {
		"mode": words("new", "review"), "require": some("what", "owner", "due", "firstStep", "reviewDate"),
		"extra": some("sign", "place", "partner", "witness", "help", "type"), "roles": texts(), "ownerAccepts": truth(),
		"states": texts(), "maxActions": either(upTo(1000), "none"), "forecast": truth(),
	},
}

var (
	visibility = words("private-until-reveal", "public", "own-group")
	authorship = words("named", "hidden", "anonymous")
)

// CheckSettings says which setting is unknown or has a value that its kind does not take. Values are as encoding/json reads them.
func CheckSettings(k workshop.ActivityKind, settings map[string]any) error {
	known := rules[k]
	for _, name := range sortedNames(settings) {
		r, ok := known[name]
		if !ok {
			return fmt.Errorf("setting %q is unknown for a %s; allowed: %s", shorten(name), k, strings.Join(sortedNames(known), ", "))
		}
		if !r.ok(settings[name]) {
			return fmt.Errorf("setting %q is %s; allowed: %s", name, shown(settings[name]), r.allowed)
		}
	}
	return nil
}

func shown(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return "not readable"
	}
	return shorten(string(b))
}

func words(list ...string) rule {
	return rule{strings.Join(list, ", "), func(v any) bool {
		s, ok := v.(string)
		return ok && slices.Contains(list, s)
	}}
}

func truth() rule {
	return rule{"true, false", func(v any) bool { _, ok := v.(bool); return ok }}
}

func number(most int) rule {
	return rule{fmt.Sprintf("a number from 0 to %d", most), func(v any) bool {
		n, ok := v.(float64)
		return ok && n >= 0 && n <= float64(most)
	}}
}

func upTo(most int) rule {
	in := number(most)
	return rule{fmt.Sprintf("a whole number from 0 to %d", most), func(v any) bool {
		n, _ := v.(float64)
		return in.ok(v) && n == math.Trunc(n)
	}}
}

func any1(a, b rule) rule {
	return rule{a.allowed + "; or " + b.allowed, func(v any) bool { return a.ok(v) || b.ok(v) }}
}

func either(r rule, word string) rule { return any1(r, words(word)) }

// begins also takes one of some beginnings with more behind it: numbers behind top: and spread:, words behind marked:.
func begins(r rule, beginnings ...string) rule {
	for _, b := range beginnings {
		what := "n"
		if b == "marked:" {
			what = "mark"
		}
		r = any1(r, rule{b + what, func(v any) bool {
			s, _ := v.(string)
			rest, ok := strings.CutPrefix(s, b)
			n, err := strconv.Atoi(rest)
			return ok && (err == nil && n > 0 && n <= 1000 || b == "marked:" && rest != "" && len(rest) <= maxTitle)
		}})
	}
	r.allowed = strings.ReplaceAll(r.allowed, "; or ", ", ")
	return r
}

// list takes a list of at most 50 items of one sort.
func list(of rule, allowed string) rule {
	return rule{allowed, func(v any) bool {
		items, ok := v.([]any)
		return ok && len(items) <= 50 && !slices.ContainsFunc(items, func(it any) bool { return !of.ok(it) })
	}}
}

func some(of ...string) rule {
	return list(words(of...), "a list of some of "+strings.Join(of, ", "))
}

// atLeastOne takes a list that is not empty.
func atLeastOne(r rule) rule {
	return rule{r.allowed + ", one at least", func(v any) bool {
		items, _ := v.([]any)
		return len(items) > 0 && r.ok(v)
	}}
}

func texts() rule {
	return list(rule{"", func(v any) bool {
		s, ok := v.(string)
		return ok && utf8.RuneCountInString(s) <= maxTitle && !strings.ContainsFunc(s, hidden)
	}}, fmt.Sprintf("a list of texts of at most %d characters", maxTitle))
}

func numbers() rule { return list(number(24*60), "a list of numbers") }

func sizes() rule {
	return list(either(upTo(200), "all"), `a list of numbers, the last may be "all"`)
}

func pair() rule {
	in := numbers()
	return rule{"two numbers in [ ], the smaller first", func(v any) bool {
		items, _ := v.([]any)
		if !in.ok(v) || len(items) != 2 {
			return false
		}
		low, _ := items[0].(float64)
		high, _ := items[1].(float64)
		return low <= high
	}}
}

// zones takes titles, or objects with a title, a help and a pattern. No two have one title: notes are in a zone by its title.
func zones() rule {
	return rule{"a list of titles, each once, or of {title, help, pattern}", func(v any) bool {
		items, ok := v.([]any)
		seen := map[string]bool{}
		for _, it := range items {
			title, fine := zoneTitle(it)
			if !fine || seen[title] {
				return false
			}
			seen[title] = true
		}
		return ok && len(items) <= 50
	}}
}

func zoneTitle(v any) (title string, ok bool) {
	fine := func(s string, most int) bool {
		return utf8.RuneCountInString(s) <= most && !strings.ContainsFunc(s, hidden)
	}
	switch v := v.(type) {
	case string:
		return v, v != "" && fine(v, maxTitle)
	case map[string]any:
		for name, it := range v {
			s, isText := it.(string)
			if !isText || !fine(s, maxPrompt) || !slices.Contains([]string{"title", "help", "pattern"}, name) {
				return "", false
			}
		}
		title, _ := v["title"].(string)
		return title, title != "" && fine(title, maxTitle)
	}
	return "", false
}

// marks takes what people can tag notes with: few and short, each once.
func marks() rule {
	return rule{"a list of at most 12 words of at most 40 bytes, each once", func(v any) bool {
		items, ok := v.([]any)
		seen := map[string]bool{}
		for _, it := range items {
			s, isText := it.(string)
			if !isText || s == "" || len(s) > 40 || seen[s] || strings.ContainsAny(s, ",") || strings.ContainsFunc(s, hidden) {
				return false
			}
			seen[s] = true
		}
		return ok && len(items) <= 12
	}}
}

// pairOfTexts takes the names of two axes.
func pairOfTexts() rule {
	two := texts()
	return rule{"the names of two axes in [ ]: across, up", func(v any) bool {
		items, _ := v.([]any)
		return two.ok(v) && len(items) == 2
	}}
}
