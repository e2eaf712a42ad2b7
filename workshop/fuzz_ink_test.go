package workshop

import "testing"

// FuzzReadLine reads the line of a stranger's stroke: what is read lies within its bounds, and is written again as it was meant.
func FuzzReadLine(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{2, 4, 3, 5})
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 0})
	f.Add(lineOf([]Dot{{StrokeFar, -StrokeFar}, {-StrokeFar, StrokeFar}}))
	f.Fuzz(func(t *testing.T, line []byte) {
		bounded(t, len(line), func() {
			dots := dotsOf(line)
			if len(dots) > StrokeDots {
				t.Fatalf("%d dots", len(dots))
			}
			for _, d := range dots {
				if !near(d.X, StrokeFar) || !near(d.Y, StrokeFar) {
					t.Fatalf("a dot lies at %v", d)
				}
			}
			again := dotsOf(lineOf(dots))
			if len(again) != len(dots) {
				t.Fatalf("%d dots, and %d when written again", len(dots), len(again))
			}
			for i := range dots {
				if again[i] != dots[i] {
					t.Fatalf("dot %d is %v, and %v when written again", i, dots[i], again[i])
				}
			}
		})
	})
}
