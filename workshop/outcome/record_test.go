package outcome

import (
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"convene/workshop"

	"pgregory.net/rapid"
)

func TestProfileNoneHoldsNoNameAnywhere(t *testing.T) {
	v := water(t)
	all := string(Markdown(v, Options{})) + string(NotesCSV(v, Options{})) + string(ActionsCSV(v, Options{}))
	for _, p := range v.People {
		for _, part := range append(strings.Fields(p.Name), p.Name) {
			if len(part) > 2 && strings.Contains(strings.ToLower(all), strings.ToLower(part)) {
				t.Errorf("%q is in a record without names", part)
			}
		}
	}
	if !strings.Contains(all, "@somebody") || !strings.Contains(all, "- (name), from the north site") {
		t.Errorf("owners or texts are missing:\n%s", all)
	}
}

func TestHiddenWritersHaveNoNameInAnyProfile(t *testing.T) {
	v := water(t)
	for _, p := range []Profile{ProfileNames, ProfileInitials, ProfileNone} {
		rows, err := csv.NewReader(strings.NewReader(string(NotesCSV(v, Options{Profile: p})))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			if row[2] == "Ideas alone" && row[6] != "" {
				t.Errorf("%s: a hidden note with a writer: %q", p, row)
			}
		}
		report := string(Markdown(v, Options{Profile: p}))
		from, to := strings.Index(report, "## 3. Ideas alone"), strings.Index(report, "## 6. Top three")
		for _, name := range []string{"Viktor", "Sofía", "(Jonas)", "KLM", "QRS"} {
			if strings.Contains(report[from:to], name) {
				t.Errorf("%s: %s stands among hidden notes and secret ballots", p, name)
			}
		}
	}
}

func TestNamesAreTakenOutOfTexts(t *testing.T) {
	v := &workshop.View{}
	for i, name := range []string{"Amina K.", "Jo", "李伟", "أمل", "Ann", "X"} {
		v.People = append(v.People, workshop.PersonView{Person: somebody(i), Name: name})
	}
	p := peopleOf(v, Options{})
	for text, want := range map[string]string{
		"Ask Amina K. or AMINA, not Aminata": "Ask (name) or (name), not Aminata",
		"Jo and Joan, jo!":                   "(name) and Joan, (name)!",
		"李伟说":                                "(name)说",
		"قالت وأمل":                          "قالت و(name)",
		"Annex, Hannah and ann":              "Annex, Hannah and (name)",
		"An X in a box":                      "An X in a box",
	} {
		if got := p.redact(text); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
}

func TestPeopleWithOneNameAreToldApart(t *testing.T) {
	v := &workshop.View{}
	for i, name := range []string{"Jonas", "jonas", "", "\u202eJonas\u200b", "Ana Maria de la Cruz", "Ada Byron"} {
		v.People = append(v.People, workshop.PersonView{Person: somebody(i), Name: name})
	}
	var names, short []string
	for i := range v.People {
		names = append(names, peopleOf(v, Options{Profile: ProfileNames}).label[somebody(i)])
		short = append(short, peopleOf(v, Options{Profile: ProfileInitials}).label[somebody(i)])
	}
	if want := []string{"Jonas", "jonas (2)", "Guest 3", "Jonas (3)", "Ana Maria de la Cruz", "Ada Byron"}; !slices.Equal(names, want) {
		t.Errorf("names %q, want %q", names, want)
	}
	if want := []string{"J", "J (2)", "?", "J (3)", "AMD", "AB"}; !slices.Equal(short, want) {
		t.Errorf("initials %q, want %q", short, want)
	}
}

func TestCellsAreNoFormulas(t *testing.T) {
	for in, want := range map[string]string{
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "\tx": "'\tx", "\rx": "'\rx", "＝1": "'＝1", "a=b": "a=b", "": "",
	} {
		if got := harmless(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

func TestTablesReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := &maker{t: t}
		v := m.view()
		for what, c := range map[string]struct {
			file  []byte
			lines int
		}{"notes": {NotesCSV(v, Options{Profile: ProfileNames}), len(v.Notes)}, "actions": {ActionsCSV(v, Options{Profile: ProfileNames}), len(v.Actions)}} {
			rest, ok := strings.CutPrefix(string(c.file), "\ufeff")
			rows, err := csv.NewReader(strings.NewReader(rest)).ReadAll()
			if !ok || err != nil || len(rows) != c.lines+1 {
				t.Fatalf("%s: %d rows, want %d; %v", what, len(rows), c.lines+1, err)
			}
			for _, row := range rows {
				for _, cell := range row {
					if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
						t.Fatalf("%s: a cell begins with %q", what, cell)
					}
				}
			}
		}
	})
}

func TestFolderNamesAreSafeEverywhere(t *testing.T) {
	for title, want := range map[string]string{
		"Clean water pilot": "clean-water-pilot-2026-12-04", "Café “Ünïted” / ß?": "cafe-uenited-ss-2026-12-04", "خزان": "session-2026-12-04",
		"": "session-2026-12-04", "CON": "session-con-2026-12-04", "lpt1": "session-lpt1-2026-12-04", "../../etc": "etc-2026-12-04",
		"a\u202eb": "ab-2026-12-04", strings.Repeat("x", 300): strings.Repeat("x", 80) + "-2026-12-04",
	} {
		v := &workshop.View{Session: workshop.SessionView{Title: title, Date: "2026-12-04"}}
		if got := SlugDate(v); got != want {
			t.Errorf("%q gives %q, want %q", title, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		v := &workshop.View{Session: workshop.SessionView{Title: rapid.String().Draw(t, "title"), Date: rapid.String().Draw(t, "date")}}
		if got := SlugDate(v); !regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,99}$`).MatchString(got) {
			t.Fatalf("%q", got)
		}
	})
}

func TestTheWordListIsFitToBeReadAloud(t *testing.T) {
	if len(wordList) != 2048 {
		t.Fatalf("%d words", len(wordList))
	}
	seen := map[string]bool{}
	for _, w := range wordList {
		if seen[w] || !regexp.MustCompile(`^[a-z]{3,9}$`).MatchString(w) {
			t.Errorf("%q is there twice or is not a short word", w)
		}
		seen[w] = true
	}
}

func TestFingerprintsStayAsTheyAre(t *testing.T) {
	var zero, full, count [32]byte
	for i := range count {
		full[i], count[i] = 0xff, byte(i)
	}
	last := wordList[2047]
	for digest, want := range map[[32]byte][6]string{
		zero: {"able", "able", "able", "able", "able", "able"},
		full: {last, last, last, last, last, last},
		// The first 66 bits of 00 01 02 03 04 05 06 07 08, cut by hand into elevens.
		count: {
			wordList[0], wordList[0b00001000000], wordList[0b10000000110], wordList[0b00001000000], wordList[0b01010000011], wordList[0b00000011100],
		},
	} {
		if got := Fingerprint(digest); got != want {
			t.Errorf("%s gives %q, want %q", hex.EncodeToString(digest[:]), got, want)
		}
	}
}

func TestAnchorsAreThoseOfGitHub(t *testing.T) {
	report := []byte("---\ntitle: \"# no\"\n---\n\n# A \\# B\n\n## C1 Trust, between: sites!\n\n## Ideas\n\n## Ideas\n\n## Ideas-1\n\n### الثقة 🧪 x\\_y\n\n#nothing\n")
	want := []Heading{
		{1, "A # B", "a--b"},
		{2, "C1 Trust, between: sites!", "c1-trust-between-sites"},
		{2, "Ideas", "ideas"},
		{2, "Ideas", "ideas-1"},
		{2, "Ideas-1", "ideas-1-1"},
		{3, "الثقة 🧪 x_y", "الثقة--x_y"},
	}
	if got := Outline(report); !slices.Equal(got, want) {
		t.Errorf("outline is %+v, want %+v", got, want)
	}
}

// The same view gives the same bytes, and the order in which hidden notes were written does not show.
func TestTheOrderOfWritingHiddenNotesDoesNotShow(t *testing.T) {
	v := &workshop.View{Activities: []workshop.ActivityView{{ID: made(1), Kind: workshop.ActivityBrainstorm, Title: "I"}}}
	for i := range 9 {
		v.Notes = append(v.Notes, workshop.NoteView{ID: made(2 + i), Activity: made(1), Text: fmt.Sprint("idea ", 9-i), Hidden: true, Order: fmt.Sprint(i)})
	}
	turned := *v
	turned.Notes = slices.Clone(v.Notes)
	slices.Reverse(turned.Notes)
	if a, b := Markdown(v, Options{}), Markdown(&turned, Options{}); string(a) != string(b) {
		t.Error("the order of writing shows in the report")
	}
}

// crowd is a session of 2,000 notes in 40 clusters, written by 50 people.
func crowd() *workshop.View {
	v := &workshop.View{Activities: []workshop.ActivityView{{ID: made(1), Kind: workshop.ActivityBrainstorm, Title: "Ideas"}}}
	v.Runs = []workshop.RunView{{ID: made(2), Activity: made(1), Kind: workshop.ActivityBrainstorm, State: workshop.RunClosed}}
	for i := range 50 {
		v.People = append(v.People, workshop.PersonView{Person: somebody(i), Name: fmt.Sprintf("Person Number%d", i), Role: workshop.RoleParticipant})
	}
	for i := range 40 {
		v.Clusters = append(v.Clusters, workshop.ClusterView{ID: made(100 + i), Activity: made(1), Name: fmt.Sprintf("Cluster %d of things", i)})
	}
	for i := range 2000 {
		v.Notes = append(v.Notes, workshop.NoteView{
			ID: made(1000 + i), Activity: made(1), Cluster: made(100 + i%40), Author: somebody(i % 50),
			Text: fmt.Sprintf("An idea of some length, number %d, that somebody *really* wrote", i),
		})
	}
	return v
}

func TestARecordOfTwoThousandNotesIsQuick(t *testing.T) {
	v := crowd()
	for _, p := range []Profile{ProfileNames, ProfileNone} {
		began := time.Now()
		report := Markdown(v, Options{Profile: p})
		if took := time.Since(began); took > 3*time.Second || len(report) < 200_000 {
			t.Errorf("%s: %d bytes in %v", p, len(report), took)
		}
	}
}

func BenchmarkRecord2000(b *testing.B) {
	v := crowd()
	for _, p := range []Profile{ProfileNames, ProfileNone} {
		b.Run(string(p), func(b *testing.B) {
			for b.Loop() {
				Markdown(v, Options{Profile: p})
			}
		})
	}
}
