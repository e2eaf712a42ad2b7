package workshop

import "crypto/sha256"

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

// Line is one secret ballot as published at the close: a tracker that only its voter knows, the choices, and the words that came
// with them, if any.
type Line struct {
	Tracker string
	Choices []Choice
	Text    string
}

// LinesValue makes the value of a list of lines.
func LinesValue(lines []Line) Value {
	items := make([]Value, len(lines))
	for i, l := range lines {
		items[i] = List(Text(l.Tracker), ChoicesValue(l.Choices))
		if l.Text != "" {
			items[i] = List(Text(l.Tracker), ChoicesValue(l.Choices), Text(l.Text))
		}
	}
	return List(items...)
}

func linesOf(v Value) []Line {
	var lines []Line
	for _, it := range v.Items() {
		pair := it.Items()
		l := Line{Tracker: pair[0].Str(), Choices: choicesOf(pair[1])}
		if len(pair) == 3 {
			l.Text = pair[2].Str()
		}
		lines = append(lines, l)
	}
	return lines
}

// Seal is what a sealed ballot says before it is opened: a hash of the choices, of a salt of 32 random bytes, and of where it
// belongs, so that it can be neither read, nor copied, nor changed.
func Seal(session SessionID, run RecordID, voter, salt []byte, choices []Choice) [32]byte {
	return SealSaying(session, run, voter, salt, choices, "")
}

// SealSaying is [Seal] of a ballot with words, such as the reason of an objection.
func SealSaying(session SessionID, run RecordID, voter, salt []byte, choices []Choice, text string) [32]byte {
	sealed := []any{session[:], run.encode(), voter, salt, ChoicesValue(choices)}
	if text != "" {
		sealed = append(sealed, text)
	}
	body, err := encMode.Marshal(sealed)
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
