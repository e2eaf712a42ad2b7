package bench_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convene/build/bench"
)

func TestRowsAreToldToTheFileThatIsNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "rows")
	t.Setenv(bench.Path, path)
	bench.Tell(t, bench.AtMost("a", "ms", 3, 2))
	bench.Tell(t, bench.OverFloor("b", "ms", 5, 2, 2, 1), bench.Faster("c", "ms", 4, 40, 10))
	told, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := []bench.Row{
		{Name: "a", Value: 3, Unit: "ms", Bar: 2},
		{Name: "b", Value: 5, Unit: "ms", Bar: 5, OK: true, Against: 2, Ratio: 2.5},
		{Name: "c", Value: 4, Unit: "ms", Bar: 10, OK: true, Against: 40, Ratio: 10},
	}
	lines := strings.Split(strings.TrimSpace(string(told)), "\n")
	if len(lines) != len(want) {
		t.Fatalf("%d lines: %s", len(lines), told)
	}
	for i, line := range lines {
		var r bench.Row
		if err := json.Unmarshal([]byte(line), &r); err != nil || r != want[i] {
			t.Errorf("%v %+v instead of %+v", err, r, want[i])
		}
	}
}

func TestTheMiddleIsTheMiddle(t *testing.T) {
	values := []float64{5, 1, 4, 2, 3}
	if m := bench.Median(values); m != 3 || values[0] != 5 {
		t.Errorf("median %v of %v", m, values)
	}
	if m := bench.At(values, 0.99); m != 5 {
		t.Errorf("p99 %v", m)
	}
}
