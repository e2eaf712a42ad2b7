package app

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"convene/storage"
	"convene/workshop"
)

// Hit is something that was found in a session.
type Hit struct {
	Session string `json:"session"`
	Title   string `json:"title"` // of the session
	Kind    string `json:"kind"`  // what the text is: "title", "purpose", "outcome", "activity", "note", "cluster", "response", "capture", "parked", "decision", "action"
	Record  string `json:"record,omitempty"`
	Text    string `json:"text"` // as it was written, cut where it is long
}

// Found is the answer to a search.
type Found struct {
	Hits List[Hit] `json:"hits"`
	More bool      `json:"more"` // there is more than is listed
}

// Limits of a search.
const (
	mostHits    = 100
	mostQuery   = 200 // bytes
	mostHitText = 300 // bytes
	mostExtract = 900 << 10
)

// passage of a session: one text that can be found, as it was written and folded. Short names: there are thousands.
type extract struct {
	Kind   string `json:"k"`
	Record string `json:"r,omitempty"`
	Text   string `json:"t"`
	Folded string `json:"f,omitempty"` // where it differs from the text
}

func (e *extract) folded() string {
	if e.Folded == "" {
		return e.Text
	}
	return e.Folded
}

// searcher knows the texts of all sessions of this computer.
type searcher struct {
	mu    sync.Mutex
	known map[workshop.SessionID][]extract
	of    map[workshop.SessionID][32]byte // the state that was last kept
}

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

// keepExtract lets a session be searched as it is now.
func (a *App) keepExtract(id workshop.SessionID, digest [32]byte, v *workshop.View) error {
	a.search.mu.Lock()
	same := a.search.of[id] == digest
	a.search.mu.Unlock()
	if same {
		return nil
	}
	all := extracts(v)
	var parts [][]byte
	for rest := all; len(rest) > 0; {
		n, size := 0, 0
		for n < len(rest) && size < mostExtract {
			size += 3*len(rest[n].Text) + 3*len(rest[n].Folded) + 100
			n++
		}
		b, err := json.Marshal(rest[:n])
		if err != nil {
			return fmt.Errorf("keep what can be found: %w", err)
		}
		parts, rest = append(parts, b), rest[n:]
	}
	if err := a.library.SetExtract(id, parts); err != nil {
		return err
	}
	a.search.mu.Lock()
	defer a.search.mu.Unlock()
	a.search.known[id], a.search.of[id] = all, digest
	return nil
}

// Search finds all texts in the sessions of this computer that hold every word of what is asked, in any case and with or
// without accents: what matters most first, and of the same kind the latest session first.
func (a *App) Search(ctx context.Context, words string) (Found, error) {
	if len(words) > mostQuery {
		return Found{}, errTooLong()
	}
	wanted := strings.Fields(fold(words))
	if len(wanted) == 0 {
		return Found{}, nil
	}
	list, err := a.Sessions(ctx)
	if err != nil {
		return Found{}, err
	}
	var found Found
	for _, entry := range list {
		texts, err := a.texts(ctx, entry)
		if ctx.Err() != nil {
			return Found{}, context.Cause(ctx)
		}
		if err != nil {
			a.c.Log.WithError(err).Warn("a session cannot be searched")
			continue
		}
		found.Hits = append(found.Hits, hitsIn(entry, texts, wanted)...)
	}
	slices.SortStableFunc(found.Hits, func(x, y Hit) int { return cmp.Compare(weight(x.Kind), weight(y.Kind)) })
	if found.More = len(found.Hits) > mostHits; found.More {
		found.Hits = found.Hits[:mostHits]
	}
	return found, nil
}

func hitsIn(entry SessionEntry, texts []extract, wanted []string) (hits []Hit) {
	for i := range texts {
		e := &texts[i]
		if holdsAll(e.folded(), wanted) {
			hits = append(hits, Hit{Session: entry.ID, Title: entry.Title, Kind: e.Kind, Record: e.Record, Text: cutText(e.Text, mostHitText)})
		}
	}
	return hits
}

func holdsAll(text string, wanted []string) bool {
	for _, w := range wanted {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// weight orders kinds: what a session is about, what came of it, what was said in it.
func weight(kind string) int {
	return slices.Index([]string{"title", "purpose", "outcome", "decision", "action", "cluster", "activity", "note", "capture", "parked", "response"}, kind)
}

// cutText is text in at most so many bytes, cut between letters.
func cutText(text string, most int) string {
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "…"
}

// texts is what can be found in a session. One that is open is looked at as it is now; one that was never looked at, because an
// earlier version kept it, is opened once.
func (a *App) texts(ctx context.Context, entry SessionEntry) ([]extract, error) {
	id, err := sessionByName(entry.ID)
	if err != nil {
		return nil, err
	}
	a.mu.Lock()
	l := a.open[id]
	a.mu.Unlock()
	if l != nil && !l.stopping() {
		var v *workshop.View
		var digest [32]byte
		err := l.do(ctx, func(lap *Laptop) error {
			v, digest = lap.View(), lap.s.Digest()
			return nil
		})
		if err == nil {
			err = a.keepExtract(id, digest, v)
		}
		if err != nil {
			return nil, err
		}
	}
	if texts, ok := a.search.get(id); ok {
		return texts, nil
	}
	parts, err := a.library.Extract(id)
	if err != nil {
		return nil, err
	}
	var texts []extract
	for _, part := range parts {
		var some []extract
		if err := json.Unmarshal(part, &some); err != nil {
			parts = nil // of another version: look again
			break
		}
		texts = append(texts, some...)
	}
	if parts == nil {
		err := a.read(ctx, id, func(s *workshop.Session, _ int, _ *storage.Log) error {
			return a.keepExtract(id, s.Digest(), s.View())
		})
		texts, _ = a.search.get(id)
		return texts, err
	}
	a.search.put(id, texts)
	return texts, nil
}

func (s *searcher) get(id workshop.SessionID) ([]extract, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	texts, ok := s.known[id]
	return texts, ok
}

func (s *searcher) put(id workshop.SessionID, texts []extract) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.known[id] = texts
}

func (s *searcher) forget(id workshop.SessionID) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.known, id)
	delete(s.of, id)
}
