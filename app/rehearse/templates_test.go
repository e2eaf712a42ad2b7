package rehearse

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"convene/workshop/templates"
)

func planOf(t *testing.T, id string, people int) Plan {
	t.Helper()
	x, ok := templates.Get(id)
	if !ok {
		t.Fatalf("there is no template %s", id)
	}
	return Plan{Template: x, People: max(people, x.GroupMin), Seed: 11, Speed: 5000, Out: t.TempDir(), Version: "test"}
}

// oneGoroutine leaves a simulation to the step of make test that runs without the race detector, which has nothing to find in
// one goroutine and takes ten times as long.
func oneGoroutine(t *testing.T) {
	t.Helper()
	if raced {
		t.Skip("simulations are played without the race detector, in a step of their own")
	}
}

// P5.4: every template can be rehearsed, with people who come late, drop out, object and return.
func TestP54EveryTemplateIsPlayedToItsEnd(t *testing.T) {
	oneGoroutine(t)
	if testing.Short() {
		t.Skip("twenty workshops")
	}
	for _, x := range templates.All() {
		t.Run(x.ID, func(t *testing.T) {
			o, err := Simulate(t.Context(), planOf(t, x.ID, 8))
			if err != nil {
				t.Fatal(err)
			}
			report, err := os.ReadFile(o.Report)
			if err != nil {
				t.Fatal(err)
			}
			for _, a := range x.Activities {
				if !strings.Contains(string(report), a.Title) {
					t.Errorf("the record does not tell of %q", a.Title)
				}
			}
			if o.Late != 1 || o.Returned != 1 {
				t.Errorf("%d came late, %d returned", o.Late, o.Returned)
			}
			asBefore(t, x.ID, o.views[0])
			nobodyNamed(t, o.views[0])
		})
	}
}

func TestABreakoutIsTheSameBytesTwice(t *testing.T) {
	oneGoroutine(t)
	var first []byte
	for range 2 {
		o, err := Simulate(t.Context(), planOf(t, "consensus-workshop", 9))
		if err != nil {
			t.Fatal(err)
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
}

// Three templates over real peers: the default one is in TestRealLaptopsEndWithOneRecord. In each one of four comes late, and the
// app of one ends and is started again.
func TestRealLaptopsPlayGroupsAndCanvases(t *testing.T) {
	for _, id := range []string{"one-two-four-all", "decision-jam"} {
		o, err := Play(t.Context(), planOf(t, id, 4))
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		if len(o.Digests) != 4 || o.Late != 1 || o.Returned != 1 {
			t.Errorf("%s: %+v", id, o)
		}
	}
}
