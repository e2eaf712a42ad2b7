package app

import (
	"cmp"
	"context"
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
)

// searcher knows the texts of all sessions of this computer.
type searcher struct {
	mu    sync.Mutex
	known map[workshop.SessionID][]extract
	of    map[workshop.SessionID][32]byte // the state that was last kept
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

// weight orders kinds.
func weight(kind string) int { return slices.Index(kinds, kind) }

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
	texts, ok := unpackExtracts(parts)
	if len(parts) == 0 || !ok { // never looked at, or kept by another version
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
