package app

import (
	"encoding/binary"
	"slices"
	"strings"

	"convene/workshop"
)

// extract is one text of a session that can be found, as it was written and folded.
type extract struct {
	Kind   string
	Record string
	Text   string
	Folded string // where it differs from the text
}

func (e *extract) folded() string {
	if e.Folded == "" {
		return e.Text
	}
	return e.Folded
}

// kinds are what texts can be, in the order in which they are listed: what a session is about, what came of it, what was said in it.
// Their places are kept on disks: another list has another extractMark.
var kinds = []string{"title", "purpose", "outcome", "decision", "action", "cluster", "activity", "note", "capture", "parked", "response"}

// extracts lists what can be found in a session: what everybody in it may see. Answers of a round count once it is over.
func extracts(v *workshop.View) (all []extract) {
	add := func(kind string, id workshop.RecordID, text string) {
		if text = strings.TrimSpace(text); text == "" {
			return
		}
		e := extract{Kind: kind, Record: id.String(), Text: text}
		if f := fold(text); f != text {
			e.Folded = f
		}
		all = append(all, e)
	}
	add("title", workshop.RecordID{}, v.Session.Title)
	add("purpose", workshop.RecordID{}, v.Session.Purpose)
	add("purpose", workshop.RecordID{}, v.Session.Question)
	for i := range v.Outcomes {
		add("outcome", v.Outcomes[i].ID, v.Outcomes[i].Text)
	}
	for i := range v.Activities {
		add("activity", v.Activities[i].ID, v.Activities[i].Title)
		add("activity", v.Activities[i].ID, v.Activities[i].Prompt)
	}
	for i := range v.Decisions {
		add("decision", v.Decisions[i].ID, v.Decisions[i].Text)
	}
	for i := range v.Actions {
		add("action", v.Actions[i].ID, v.Actions[i].What)
	}
	for i := range v.Clusters {
		add("cluster", v.Clusters[i].ID, v.Clusters[i].Name)
	}
	for i := range v.Notes {
		add("note", v.Notes[i].ID, v.Notes[i].Text)
	}
	for i := range v.Captures {
		add("capture", v.Captures[i].ID, v.Captures[i].Text)
	}
	for i := range v.Parked {
		add("parked", v.Parked[i].ID, v.Parked[i].Text)
	}
	for i := range v.Responses {
		if run := v.Run(v.Responses[i].Run); run != nil && run.State == workshop.RunClosed {
			add("response", v.Responses[i].ID, v.Responses[i].Text)
		}
	}
	return all
}

// Extracts are kept packed, so that the first search after a start is as quick as the next: nothing is parsed, strings are cut
// out of what was read. A part is extractMark, and of each text the place of its kind, and its record, text and folded text, each
// behind its length.
const (
	extractMark = "convene extract 2\n"
	mostExtract = 900 << 10 // bytes of a part, before the last text
)

func packExtracts(all []extract) (parts [][]byte) {
	for rest := all; len(rest) > 0; {
		part := []byte(extractMark)
		for len(rest) > 0 && len(part) < mostExtract {
			e := &rest[0]
			part = append(part, byte(slices.Index(kinds, e.Kind))) //nolint:gosec // one of a few
			for _, text := range []string{e.Record, e.Text, e.Folded} {
				part = binary.AppendUvarint(part, uint64(len(text)))
				part = append(part, text...)
			}
			rest = rest[1:]
		}
		parts = append(parts, part)
	}
	return parts
}

// unpackExtracts is false where a part is not as packExtracts makes them.
func unpackExtracts(parts [][]byte) (all []extract, ok bool) {
	for _, part := range parts {
		rest, ours := strings.CutPrefix(string(part), extractMark)
		if !ours {
			return nil, false
		}
		for rest != "" {
			kind := int(rest[0])
			if kind >= len(kinds) {
				return nil, false
			}
			rest = rest[1:]
			var texts [3]string
			for i := range texts {
				if texts[i], rest, ours = cutSized(rest); !ours {
					return nil, false
				}
			}
			all = append(all, extract{kinds[kind], texts[0], texts[1], texts[2]})
		}
	}
	return all, true
}

// cutSized cuts a text that stands behind its length.
func cutSized(s string) (text, rest string, ok bool) {
	size, n := binary.Uvarint([]byte(s[:min(len(s), binary.MaxVarintLen64)]))
	if n <= 0 || size > uint64(len(s)-n) { //nolint:gosec // n is at most len(s)
		return "", "", false
	}
	end := n + int(size) //nolint:gosec // at most len(s)
	return s[n:end], s[end:], true
}

// keepExtract lets a session be searched as it is now.
func (a *App) keepExtract(id workshop.SessionID, digest [32]byte, v *workshop.View) error {
	a.search.mu.Lock()
	same := a.search.of[id] == digest
	a.search.mu.Unlock()
	if same {
		return nil
	}
	all := extracts(v)
	if err := a.library.SetExtract(id, packExtracts(all)); err != nil {
		return err
	}
	a.search.mu.Lock()
	defer a.search.mu.Unlock()
	a.search.known[id], a.search.of[id] = all, digest
	return nil
}
