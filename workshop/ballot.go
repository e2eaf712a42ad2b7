package workshop

import (
	"crypto/sha256"
)

// Choice is one option on a ballot with its value: dots, a place in a ranking, a score, a step of a scale.
type Choice struct {
	Option RecordID
	Value  int
}

// ChoicesValue makes the value of a list of choices.
func ChoicesValue(choices []Choice) Value {
	items := make([]Value, len(choices))
	for i, c := range choices {
		items[i] = List(Ref(c.Option), Int(int64(c.Value)))
	}
	return List(items...)
}

func choicesOf(v Value) []Choice {
	var list []Choice
	for _, it := range v.Items() {
		pair := it.Items()
		list = append(list, Choice{Option: pair[0].Ref(), Value: int(pair[1].Num())})
	}
	return list
}

// Line is one secret ballot as published at the close: a tracker that only its voter knows, and the choices.
type Line struct {
	Tracker string
	Choices []Choice
}

// LinesValue makes the value of a list of lines.
func LinesValue(lines []Line) Value {
	items := make([]Value, len(lines))
	for i, l := range lines {
		items[i] = List(Text(l.Tracker), ChoicesValue(l.Choices))
	}
	return List(items...)
}

func linesOf(v Value) []Line {
	var lines []Line
	for _, it := range v.Items() {
		pair := it.Items()
		lines = append(lines, Line{Tracker: pair[0].Str(), Choices: choicesOf(pair[1])})
	}
	return lines
}

// Seal is what a sealed ballot says before it is opened: a hash of the choices, of a salt of 32 random bytes, and of where it
// belongs, so that it can be neither read, nor copied, nor changed.
func Seal(session SessionID, run RecordID, voter, salt []byte, choices []Choice) [32]byte {
	body, err := encMode.Marshal([]any{session[:], run.encode(), voter, salt, ChoicesValue(choices)})
	if err != nil {
		panic("workshop: seal ballot: " + err.Error())
	}
	h := sha256.New()
	h.Write([]byte("convene/ballot/1"))
	h.Write(body)
	var seal [32]byte
	h.Sum(seal[:0])
	return seal
}

// CheckBallot says whether choices keep the rules of a run: its method, dots, options. Errors: a [*RefusedError].
func (r *RunView) CheckBallot(choices []Choice) error {
	seen := map[RecordID]bool{}
	for _, c := range choices {
		if !r.hasOption(c.Option) {
			return refuse(RefusedOption)
		}
		if seen[c.Option] && r.method() != "score" && r.method() != "grid" {
			return refuse(RefusedTwice)
		}
		seen[c.Option] = true
	}
	switch r.method() {
	case "dots":
		return r.checkDots(choices)
	case "rank":
		return r.checkRanking(choices)
	}
	low, high := r.scale()
	for _, c := range choices {
		if v := c.Value % 1000; v < low || v > high {
			return &RefusedError{Code: RefusedScale, Low: low, Limit: high, Got: v}
		}
	}
	return nil
}

func (r *RunView) method() string { return r.Settings.Str("method", "dots") }

func (r *RunView) hasOption(id RecordID) bool {
	for _, o := range r.Options {
		if o.ID == id {
			return true
		}
	}
	return false
}

func (r *RunView) checkDots(choices []Choice) error {
	dots, most, sum := r.Settings.Dots(len(r.Options)), r.Settings.MaxPerOption(), 0
	if dots == 0 {
		dots, most = len(r.Options), 1
	}
	for _, c := range choices {
		if c.Value < 1 || c.Value > most {
			return &RefusedError{Code: RefusedDotsOnOne, Limit: most, Got: c.Value}
		}
		sum += c.Value
	}
	if sum > dots {
		return &RefusedError{Code: RefusedDots, Limit: dots, Got: sum}
	}
	return nil
}

func (r *RunView) checkRanking(choices []Choice) error {
	top := min(r.Settings.Int("rankTop", 3), len(r.Options))
	places := map[int]bool{}
	for _, c := range choices {
		if c.Value < 1 || c.Value > top {
			return &RefusedError{Code: RefusedPlace, Limit: top, Got: c.Value}
		}
		if places[c.Value] {
			return &RefusedError{Code: RefusedPlaceTwice, Got: c.Value}
		}
		places[c.Value] = true
	}
	return nil
}

// scale returns the lowest and the highest step of a score, a grid, a scale or a consent.
func (r *RunView) scale() (low, high int) {
	if r.method() == "consent" {
		return 0, 3
	}
	switch r.Settings.Str("scale", "") {
	case "fist0-5":
		return 0, 5
	case "thumbs":
		return 0, 2
	}
	if list, ok := r.Settings.named["scale"].([]any); ok && len(list) == 2 {
		a, _ := list[0].(float64)
		b, _ := list[1].(float64)
		if a < b && a >= 0 && b < 1000 {
			return int(a), int(b)
		}
	}
	return 1, 5
}
