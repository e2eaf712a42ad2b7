//go:build soak

package rehearse

import (
	"bytes"
	"os"
	"testing"
	"time"

	"convene/workshop/templates"
)

// crowds are templates that are played with more people than the others.
var crowds = map[string]int{"bold-ideas": 30, "one-two-four-all": 60}

// TestSoakSimulatedTemplatesAreTheSameBytesTwice plays every template twice on the virtual clock, two of them with a crowd, and prints
// how long each took. Both records are the same bytes.
func TestSoakSimulatedTemplatesAreTheSameBytesTwice(t *testing.T) {
	var all time.Duration
	for _, x := range templates.All() {
		p := planOf(t, x.ID, max(8, crowds[x.ID]))
		var record []byte
		for range 2 {
			began := time.Now()
			o, err := Simulate(t.Context(), p)
			if err != nil {
				t.Fatalf("%s: %v", x.ID, err)
			}
			took := time.Since(began)
			report, err := os.ReadFile(o.Report)
			if err != nil {
				t.Fatal(err)
			}
			if record == nil {
				record, all = report, all+took
				t.Logf("%-20s %3d people %5.1f s %3d refused", x.ID, p.People, took.Seconds(), o.Refused)
			} else if !bytes.Equal(record, report) {
				t.Errorf("%s: two simulations with one seed wrote different records", x.ID)
			}
		}
	}
	t.Logf("%.1f s in all, each once", all.Seconds())
}
