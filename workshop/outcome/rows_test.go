//go:build unix

package outcome

import (
	"slices"
	"syscall"
	"testing"
	"time"

	"convene/build/bench"
)

// BenchmarkRowOfTheRecord measures the whole folder of a record of 2,000 notes, before anything is written to a disk. With no
// names every text is searched for them, so the slower of the profiles counts.
func BenchmarkRowOfTheRecord(b *testing.B) {
	v := crowd()
	slowest := 0.0
	for _, p := range profiles {
		times := make([]float64, 7)
		for i := range times {
			before := cpuUsed(b)
			Files(v, Options{Profile: p})
			times[i] = float64(cpuUsed(b)-before) / float64(time.Millisecond)
		}
		slices.Sort(times)
		slowest = max(slowest, times[len(times)/2])
	}
	bench.Tell(b, bench.AtMost("record-2000", "ms", slowest, 300))
	b.ReportMetric(0, "ns/op")
}

func cpuUsed(b *testing.B) time.Duration {
	b.Helper()
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		b.Fatal(err)
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}
