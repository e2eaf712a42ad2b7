// Package bench carries what benchmarks of all rooms measure to one table: a benchmark whose name begins with BenchmarkRow makes
// rows and tells them with [Tell]; `make bench` runs them all, prints the table and writes bench.json. Only tests import it.
package bench

import (
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"testing"
)

// Path is the environment variable that names the file to which rows are added, one JSON object a line. Programs that are not
// Go tests add their lines themselves.
const Path = "CONVENE_BENCH"

// Row is one line of the table. Value and Against are in Unit; Against is what the same run measured of the other side, or of
// the floor, and Ratio compares the two. OK says whether the bar is kept.
type Row struct {
	Name    string  `json:"name"`
	Value   float64 `json:"value"`
	Unit    string  `json:"unit"`
	Bar     float64 `json:"bar"`
	OK      bool    `json:"ok"`
	Against float64 `json:"against,omitempty"`
	Ratio   float64 `json:"ratio,omitempty"`
	P99     float64 `json:"p99,omitempty"` // the 99th of a hundred, in Unit, where single things were measured
}

// AtMost makes a row whose value must not be above the bar.
func AtMost(name, unit string, value, bar float64) Row {
	return Row{Name: name, Value: value, Unit: unit, Bar: bar, OK: value <= bar}
}

// OverFloor makes a row whose value must not be above times the floor and some more. The ratio is value to floor.
func OverFloor(name, unit string, value, floor, times, more float64) Row {
	r := AtMost(name, unit, value, times*floor+more)
	r.Against, r.Ratio = floor, value/floor
	return r
}

// Faster makes a row whose value must be so many times less than the other's. The ratio is the other's to value, the bar is
// times.
func Faster(name, unit string, value, other, times float64) Row {
	ratio := other / value
	return Row{Name: name, Value: value, Unit: unit, Bar: times, OK: ratio >= times, Against: other, Ratio: ratio}
}

// Tell logs rows, and adds them to the table when `make bench` asks.
func Tell(tb testing.TB, rows ...Row) {
	tb.Helper()
	for _, r := range rows {
		tb.Log(r)
	}
	path := os.Getenv(Path)
	if path == "" {
		return
	}
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	for _, r := range rows {
		line, err := json.Marshal(r)
		if err != nil {
			tb.Fatal(err)
		}
		if _, err := f.Write(append(line, '\n')); err != nil {
			tb.Fatal(err)
		}
	}
}

// String returns the row as a line of the printed table.
func (r Row) String() string {
	line := fmt.Sprintf("%-24s %12.2f %-6s bar %10.2f", r.Name, r.Value, r.Unit, r.Bar)
	if r.Against != 0 {
		line += fmt.Sprintf("  against %10.2f  ratio %6.2f", r.Against, r.Ratio)
	}
	if r.P99 != 0 {
		line += fmt.Sprintf("  p99 %10.2f", r.P99)
	}
	if !r.OK {
		line += "  OUTSIDE"
	}
	return line
}

// Median is the middle of values; at returns another place among them: 0.99 the 99th of a hundred.
func Median(values []float64) float64 { return At(values, 0.5) }

// At is the value below which a share of the values lies.
func At(values []float64, share float64) float64 {
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	return sorted[min(int(share*float64(len(sorted))), len(sorted)-1)]
}
