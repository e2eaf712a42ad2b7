package app

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"convene/workshop"
)

// sayings are words as people write them in six languages.
var sayings = []string{
	"The spare parts for the pumps come too late every year",
	"Wir brauchen einen Überblick über die Größe der Brunnen",
	"L'école d'été a besoin d'une nouvelle citerne près du marché",
	"La reunión con los vecinos será mañana después del almuerzo",
	"نحتاج إلى مُضَخّات جديدة قبل موسم الجفاف",
	"我们需要在旱季之前修好水泵和水管",
}

// stocked keeps what can be found in so many sessions with so many notes each, as closing them does.
func stocked(t testing.TB, a *App, sessions, notes int) {
	t.Helper()
	for n := range sessions {
		id := workshop.SessionID{byte(n + 1), 7}
		v := &workshop.View{Session: workshop.SessionView{Title: fmt.Sprintf("Workshop %d", n)}}
		for i := range notes {
			v.Notes = append(v.Notes, workshop.NoteView{
				ID: workshop.RecordID{Change: workshop.ID{byte(n), byte(i), byte(i >> 8), 1}}, Text: fmt.Sprintf("%s (%d-%d)", sayings[i%len(sayings)], n, i),
			})
		}
		if err := a.keepExtract(id, [32]byte{byte(n + 1)}, v); err != nil {
			t.Fatal(err)
		}
		m, err := json.Marshal(meta{Title: v.Session.Title, Updated: int64(n)})
		if err != nil {
			t.Fatal(err)
		}
		if err := a.library.SetMeta(id, m); err != nil {
			t.Fatal(err)
		}
	}
}

func TestASearchFindsWordsInSixLanguagesInAllSessions(t *testing.T) {
	h := newHome(t, "Amina")
	stocked(t, h.App, 50, 200)
	for query, want := range map[string]string{
		"SPARE pumps":      sayings[0],
		"uberblick grosse": sayings[1],
		"Überblick GRÖẞE":  sayings[1],
		"ecole ete":        sayings[2],
		"manana despues":   sayings[3],
		"مضخات":            sayings[4],
		"水泵":               sayings[5],
	} {
		found, err := h.Search(t.Context(), query)
		must(t, err)
		if len(found.Hits) != mostHits || !found.More || !strings.HasPrefix(found.Hits[0].Text, want) {
			t.Errorf("%q: %d hits, more %v, first %+v", query, len(found.Hits), found.More, slices.Concat(found.Hits, []Hit{{}})[0])
		}
	}
	found, err := h.Search(t.Context(), "spare (7-6)")
	must(t, err)
	if len(found.Hits) != 1 || found.Hits[0].Title != "Workshop 7" || found.Hits[0].Kind != "note" || found.Hits[0].Record == "" {
		t.Errorf("one note: %+v", found)
	}
	for _, nothing := range []string{"", "   ", "nothing has these words", "spare Überblick"} {
		if found, err := h.Search(t.Context(), nothing); err != nil || len(found.Hits) > 0 {
			t.Errorf("%q: %+v %v", nothing, found, err)
		}
	}
	_, err = h.Search(t.Context(), strings.Repeat("x", mostQuery+1))
	refused(t, err, "text-long")
}

// TestASearchIsQuick bounds the answer with a wide margin, for machines that do other things: it is a few milliseconds.
func TestASearchIsQuick(t *testing.T) {
	h := newHome(t, "Amina")
	stocked(t, h.App, 50, 200)
	h.search = searcher{known: map[workshop.SessionID][]extract{}, of: map[workshop.SessionID][32]byte{}} // as after a start
	first := time.Now()
	_, err := h.Search(t.Context(), "manana despues")
	must(t, err)
	cold := time.Since(first)
	var warm []time.Duration
	for range 9 {
		begin := time.Now()
		_, err := h.Search(t.Context(), "manana despues")
		must(t, err)
		warm = append(warm, time.Since(begin))
	}
	slices.Sort(warm)
	t.Logf("50 sessions, 10,000 notes: first answer %v, then %v", cold, warm[len(warm)/2])
	if cold > 300*time.Millisecond || warm[len(warm)/2] > 300*time.Millisecond {
		t.Errorf("a search takes %v, and then %v", cold, warm[len(warm)/2])
	}
}

func TestASearchSeesASessionAsItIsNow(t *testing.T) {
	h := newHome(t, "Amina")
	hasNotes(t, h, "the first word")
	private, err := h.AddActivity(t.Context(), h.session, NewActivity{Kind: ActivityBrainstorm, Title: "Alone"})
	must(t, err)
	finds := func(words string) int {
		found, err := h.Search(t.Context(), words)
		must(t, err)
		return len(found.Hits)
	}
	if finds("first word") != 1 || finds("second word") != 0 {
		t.Error("an open session is not found as it is")
	}
	_, err = h.AddNote(t.Context(), h.session, NewNote{Text: "the second word"})
	must(t, err)
	if finds("second word") != 1 {
		t.Error("a new note is not found")
	}
	_, err = h.OpenRun(t.Context(), h.session, private)
	must(t, err)
	_, err = h.AddNote(t.Context(), h.session, NewNote{Text: "nobody sees this yet"})
	must(t, err)
	if finds("nobody sees") != 0 {
		t.Error("a private note is found in the session")
	}
	must(t, h.CloseSession(t.Context(), h.session))
	h.stop()
	again := startHome(t, "", h.dir)
	found, err := again.Search(t.Context(), "SECOND")
	must(t, err)
	if len(found.Hits) != 1 || found.Hits[0].Session != h.session {
		t.Errorf("after a restart: %+v", found)
	}
	must(t, again.library.SetExtract(mustID(t, h.session), nil)) // as an earlier version left it
	again.search.forget(mustID(t, h.session))
	if found, err := again.Search(t.Context(), "second"); err != nil || len(found.Hits) != 1 {
		t.Errorf("one that was never looked at: %+v %v", found, err)
	}
}

func TestAForgottenSessionLeavesNothingBehind(t *testing.T) {
	h := newHome(t, "Amina")
	hasNotes(t, h, "a canary to be forgotten")
	session := h.session
	must(t, h.KeepUntil(t.Context(), session, "2026-01-31"))
	list, err := h.Sessions(t.Context())
	must(t, err)
	if len(list) != 1 || list[0].Until != "2026-01-31" || !list[0].Over {
		t.Errorf("listed: %+v", list)
	}
	must(t, h.KeepUntil(t.Context(), session, "2999-01-31"))
	if list, err = h.Sessions(t.Context()); err != nil || list[0].Over {
		t.Errorf("listed: %+v %v", list, err)
	}
	refused(t, h.KeepUntil(t.Context(), session, "tomorrow"), "date")
	must(t, h.ForgetSession(t.Context(), session)) // while it is open
	if list, err = h.Sessions(t.Context()); err != nil || len(list) != 0 {
		t.Errorf("still listed: %+v %v", list, err)
	}
	if found, err := h.Search(t.Context(), "canary"); err != nil || len(found.Hits) != 0 {
		t.Errorf("still found: %+v %v", found, err)
	}
	refused(t, h.ForgetSession(t.Context(), session), "session-unknown")
	if _, err := h.library.Extract(mustID(t, session)); err != nil {
		t.Error(err)
	}
}

func TestExtractsComeBackAsTheyWerePacked(t *testing.T) {
	var all []extract
	for n := range 12_000 { // more than one part
		e := extract{Kind: kinds[n%len(kinds)], Record: fmt.Sprint("record ", n), Text: sayings[n%len(sayings)] + strings.Repeat(" and more", n%40)}
		if n%3 == 0 {
			e.Folded = fold(e.Text)
		}
		all = append(all, e)
	}
	parts := packExtracts(all)
	back, ok := unpackExtracts(parts)
	if !ok || !slices.Equal(back, all) || len(parts) < 2 {
		t.Fatalf("%d parts: %v, %d of %d", len(parts), ok, len(back), len(all))
	}
	one := packExtracts(all[:3])[0]
	for cut := len(one) - 1; cut > 0; cut-- {
		if some, ok := unpackExtracts([][]byte{one[:cut]}); ok && len(some) >= 3 {
			t.Fatalf("cut at %d it is whole", cut)
		}
	}
	for at := range one { // whatever it says, it is read or refused
		bad := append([]byte{}, one...)
		bad[at] ^= 0xff
		_, _ = unpackExtracts([][]byte{bad})
	}
}
