package crdt

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// same holds a text against the naive one with the same ops.
func same(t *testing.T, text *Text) {
	t.Helper()
	naive := newNaive()
	for op := range text.Ops() {
		naive.ops[op.From] = op.Runs
		naive.counted[op.From.ID] = op.Counted
	}
	if got, want := flat(text.Anchors()), naive.visible(); !slices.Equal(got, want) {
		t.Fatalf("%d characters, want %d:\n got %q\nwant %q", len(got), len(want), text.String(), naive.string())
	}
	if err := text.sound(); err != nil {
		t.Fatal(err)
	}
}

// Texts of many chunks, most parents at few places so that siblings are many.
func TestLargeHostileTextsAreTheNaiveText(t *testing.T) {
	for seed := range uint64(12) {
		rng := rand.New(rand.NewPCG(seed, 3))
		var text Text
		mustSplice(t, &text, 0, 0, 0, "seed")
		made := []CharID{{Change: changeID(0, 0)}, {Change: changeID(0, 0), Off: 3}}
		for n := 1; n <= 200; n++ {
			var runs []Run
			off := uint32(0)
			id := changeID(n, seed)
			for range 1 + rng.IntN(20) {
				at := made[rng.IntN(len(made))]
				if rng.IntN(2) == 0 {
					at = made[rng.IntN(min(4, len(made)))]
				}
				if rng.IntN(8) == 0 {
					runs = append(runs, Delete(at, 1))
					continue
				}
				word := "abcdef"[:1+rng.IntN(6)]
				runs = append(runs, Insert(at, Side(1+rng.IntN(2)), word))
				for range word {
					made = append(made, CharID{Change: id, Off: off})
					off++
				}
			}
			if err := text.Apply(ChangeRef{ID: id}, runs, rng.IntN(5) > 0); err != nil {
				t.Fatal(err)
			}
			text.SetCounted(changeID(rng.IntN(n+1), seed), rng.IntN(5) > 0)
		}
		if len(text.body.order) < 10 {
			t.Fatalf("only %d chunks: the test shows nothing", len(text.body.order))
		}
		same(t, &text)
	}
}

// zigzag hangs n runs each below the last, now left, now right, from a root run
// with the given id.
func zigzag(t testing.TB, text *Text, parent CharID, first, n int, side func(int) Side) {
	t.Helper()
	for i := range n {
		from := mustApply(t, text, first+i, []Run{Insert(parent, side(i), "zz")})
		parent = CharID{Change: from.ID, Off: uint32(i % 2)}
	}
}

// A new sibling stands between the subtrees of its neighbours, however deep.
func TestSiblingsOfDeepTreesStandBetweenThem(t *testing.T) {
	sides := map[string]func(int) Side{
		"left":   func(int) Side { return SideLeft },
		"right":  func(int) Side { return SideRight },
		"zigzag": func(i int) Side { return Side(1 + i%2) },
	}
	for name, side := range sides {
		for _, hung := range []Side{SideLeft, SideRight} {
			var text Text
			mustSplice(t, &text, 0, 0, 0, "seed")
			parent := CharID{Change: changeID(0, 0), Off: 1}
			for tree := range 4 {
				first := 1 + tree*1000
				from := mustApply(t, &text, first, []Run{Insert(parent, hung, "TT")})
				zigzag(t, &text, CharID{Change: from.ID, Off: 1}, first+1, 150, side)
				zigzag(t, &text, CharID{Change: from.ID}, first+200, 150, side)
			}
			for n := range 60 {
				mustApply(t, &text, 9000+n, []Run{Insert(parent, hung, "s")})
			}
			t.Run(name, func(t *testing.T) { same(t, &text) })
		}
	}
}
