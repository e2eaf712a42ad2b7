package rehearse

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convene/app"
	"convene/workshop/templates"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func planFor(t *testing.T, people int, seed uint64) Plan {
	t.Helper()
	x, ok := templates.Get("quick-cocreation")
	if !ok {
		t.Fatal("the default template is not there")
	}
	return Plan{Template: x, People: people, Seed: seed, Speed: 5000, Out: t.TempDir(), Version: "test"}
}

func TestASimulationWritesTheSameBytesTwice(t *testing.T) {
	oneGoroutine(t)
	var first []byte
	for range 2 {
		p := planFor(t, 6, 7)
		o, err := Simulate(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range o.Digests {
			if d != o.Digests[0] {
				t.Fatalf("digests differ: %v", o.Digests)
			}
		}
		report, err := os.ReadFile(o.Report)
		if err != nil {
			t.Fatal(err)
		}
		if first != nil && !bytes.Equal(first, report) {
			t.Fatal("two simulations with one seed wrote different records")
		}
		first = report
	}
	complete(t, string(first))
}

func TestAnotherSeedIsAnotherWorkshop(t *testing.T) {
	oneGoroutine(t)
	a, err := Simulate(t.Context(), planFor(t, 5, 1))
	if err != nil {
		t.Fatal(err)
	}
	b, err := Simulate(t.Context(), planFor(t, 5, 2))
	if err != nil {
		t.Fatal(err)
	}
	if a.Session == b.Session || a.Digests[0] == b.Digests[0] {
		t.Fatal("two seeds gave one session")
	}
}

func TestRealLaptopsEndWithOneRecord(t *testing.T) {
	p := planFor(t, 4, 11)
	var seen []string
	p.Watch = func(m Moment) { seen = append(seen, m.Activity) }
	o, err := Play(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	if len(o.Data) != 4 || len(o.Digests) != 4 || len(seen) == 0 || o.Late != 1 || o.Returned != 1 {
		t.Fatalf("outcome %+v", o)
	}
	report, err := os.ReadFile(o.Report)
	if err != nil {
		t.Fatal(err)
	}
	complete(t, string(report))
	for _, dir := range o.Data {
		if _, err := os.Stat(filepath.Join(dir, "record")); err != nil {
			t.Errorf("a laptop wrote no record: %v", err)
		}
	}
}

// complete asks for the parts of a record that every workshop of the default template has.
func complete(t *testing.T, report string) {
	t.Helper()
	for _, part := range []string{
		"**Purpose.**", "## Decisions", "- **D1.** ", "## Actions", "- [ ] A1 ", " - due 20", "## Agenda", "| Planned | Real |", "### C1 ",
		"| Rank | Option | Dots | Voters |", "## People", "## Appendix: all notes",
	} {
		if !strings.Contains(report, part) {
			t.Errorf("the record has no %q", part)
		}
	}
}

func TestWhatCannotBePlayedIsRefusedBeforeAnythingStarts(t *testing.T) {
	later := templates.Template{Name: "Later", GroupMin: 2, Activities: []templates.Activity{{Kind: "dance"}}}
	for name, spoil := range map[string]func(*Plan){
		"too-few-people": func(p *Plan) { p.People = 2 },
		"template-later": func(p *Plan) { p.Template = later },
		"template-stops": func(p *Plan) {
			p.Template = templates.Template{Name: "X", GroupMin: 2, Activities: []templates.Activity{{Kind: "vote", Title: "Empty", Prompt: "Which?"}}}
		},
		"bad-speed": func(p *Plan) { p.Speed = 0 },
	} {
		p := planFor(t, 6, 1)
		spoil(&p)
		var refusal *app.Refusal
		if err := p.Check(); !errors.As(err, &refusal) || refusal.Code != name {
			t.Errorf("%s: %v", name, err)
		}
	}
}
