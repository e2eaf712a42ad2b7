package crdt

import (
	"runtime"
	"strings"
	"testing"
)

// typed is a note of n runes that was typed one change per rune.
func typed(b testing.TB, n int) *Text {
	var text Text
	for i := range n {
		mustSplice(b, &text, i, i, 0, "x")
	}
	return &text
}

// BenchmarkTypeAtTheEndOf4000 is one keystroke at the end of a note at its limit.
func BenchmarkTypeAtTheEndOf4000(b *testing.B) {
	pasted := &Text{}
	mustSplice(b, pasted, 0, 0, 0, strings.Repeat("x", 4000))
	for name, start := range map[string]*Text{"pasted": pasted, "typed": typed(b, 4000)} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			var text *Text
			n := 0
			for b.Loop() {
				if n%100 == 0 {
					b.StopTimer()
					text = start.Clone()
					b.StartTimer()
				}
				mustSplice(b, text, 10000+n, text.Len(), 0, "y")
				n++
			}
		})
	}
}

// BenchmarkTypeInTheMiddleOf4000 replaces one rune in the middle.
func BenchmarkTypeInTheMiddleOf4000(b *testing.B) {
	start := typed(b, 4000)
	var text *Text
	n := 0
	for b.Loop() {
		if n%100 == 0 {
			b.StopTimer()
			text = start.Clone()
			b.StartTimer()
		}
		mustSplice(b, text, 10000+n, 2000, 1, "y")
		n++
	}
}

// BenchmarkLoad5000 makes the texts of a session of 5,000 notes of 40 characters
// and tells what one costs to keep, its string apart.
func BenchmarkLoad5000(b *testing.B) {
	words := strings.Repeat("note ", 8)
	for name, edits := range map[string]int{"unedited": 0, "edited four times": 4} {
		b.Run(name, func(b *testing.B) {
			var runs [][]Run
			var model Text
			for n := range 1 + edits {
				r, _ := model.Splice(model.Len()/2, min(n%2, model.Len()), words[:40/(1+n*n*n)])
				runs = append(runs, r)
				mustApply(b, &model, n, r)
			}
			var before, after runtime.MemStats
			var texts []Text
			for b.Loop() {
				texts = make([]Text, 5000)
				for i := range texts {
					for n, r := range runs {
						mustApply(b, &texts[i], n, r)
					}
				}
			}
			texts = nil
			runtime.GC()
			runtime.ReadMemStats(&before)
			texts = make([]Text, 5000)
			for i := range texts {
				for n, r := range runs {
					mustApply(b, &texts[i], n, r)
				}
			}
			runtime.GC()
			runtime.ReadMemStats(&after)
			b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/5000, "B/text")
			runtime.KeepAlive(texts)
		})
	}
}

// BenchmarkHostile50000 scatters single characters over a text, each below a
// made-up parent.
func BenchmarkHostile50000(b *testing.B) {
	for b.Loop() {
		var text Text
		mustSplice(b, &text, 0, 0, 0, "seed")
		var runs []Run
		for i := range 50 {
			x := uint32(i) * 2654435761
			runs = append(runs, Insert(CharID{Change: OwnChange(), Off: x % uint32(i+1)}, Side(1+x%2), "ab"))
		}
		runs[0] = Insert(CharID{Change: changeID(0, 0)}, SideLeft, "zz")
		for n := range 1000 {
			mustApply(b, &text, n+1, runs)
		}
		if text.Len() == 0 {
			b.Fatal("nothing arrived")
		}
	}
}

// BenchmarkHostileDepth is one sibling set between two subtrees 20,000 deep.
func BenchmarkHostileDepth(b *testing.B) {
	text := &Text{}
	mustSplice(b, text, 0, 0, 0, "seed")
	parent := CharID{Change: changeID(0, 0), Off: 1}
	for tree := range 2 {
		zigzag(b, text, parent, 1+tree*100000, 20000, func(i int) Side { return Side(1 + (i+tree)%2) })
	}
	n := 0
	for b.Loop() {
		n++
		mustApply(b, text, 500000+n, []Run{Insert(parent, SideRight, "s")})
	}
}

func TestAnUneditedTextIsSmall(t *testing.T) {
	words := strings.Repeat("note ", 8)
	allocs := testing.AllocsPerRun(100, func() {
		var text Text
		mustApply(t, &text, 1, []Run{Insert(CharID{}, SideRight, words)})
	})
	if allocs > 2 { // the runs handed in, and the text's header escaping here
		t.Errorf("%v allocations for a text nobody edited", allocs)
	}
}
