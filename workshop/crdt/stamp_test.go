package crdt

import (
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestStampsOrderByLamportThenIDThenIndex(t *testing.T) {
	low, high := [32]byte{1}, [32]byte{2}
	last := [32]byte{31: 1}
	rising := []Stamp{
		{},
		{Lamport: 1, ID: last},
		{Lamport: 1, ID: low},
		{Lamport: 1, ID: low, Index: 1},
		{Lamport: 1, ID: low, Index: 300},
		{Lamport: 1, ID: high},
		{Lamport: 2},
		{Lamport: 1 << 63, ID: low},
	}
	for i, s := range rising {
		for j, o := range rising {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := s.Compare(o); got != want {
				t.Errorf("%d against %d: got %d, want %d", i, j, got, want)
			}
			if s.Less(o) != (want < 0) {
				t.Errorf("Less of %d and %d disagrees with Compare", i, j)
			}
		}
	}
}

var stamps = rapid.Custom(func(t *rapid.T) Stamp {
	return Stamp{
		Lamport: rapid.Uint64Range(1, 3).Draw(t, "lamport"),
		ID:      [32]byte{31: rapid.Byte().Draw(t, "id") % 3},
		Index:   rapid.Uint16Range(0, 2).Draw(t, "index"),
	}
})

func TestRegisterKeepsTheHighestWriteInEveryOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		writes := rapid.SliceOfNDistinct(stamps, 1, 12, rapid.ID[Stamp]).Draw(t, "writes")
		want := slices.MaxFunc(writes, Stamp.Compare)
		twice := append(slices.Clone(writes), writes...)
		for range 3 {
			var r Register[Stamp]
			var top Stamp
			for _, w := range rapid.Permutation(twice).Draw(t, "order") {
				won := top.Less(w)
				if r.Win(w) != won || r.Set(w, w) != won {
					t.Fatalf("write %v over %v: won is not %v", w, top, won)
				}
				if won {
					top = w
				}
			}
			if r.Value() != want || r.Stamp() != want {
				t.Fatalf("kept %v at %v, want %v", r.Value(), r.Stamp(), want)
			}
		}
	})
}

func TestZeroRegisterIsReadyAndLosesToEveryWrite(t *testing.T) {
	var r Register[string]
	if r.Value() != "" || r.Stamp() != (Stamp{}) || r.Win(Stamp{}) {
		t.Fatalf("zero register: %q at %v", r.Value(), r.Stamp())
	}
	if !r.Set(Stamp{Lamport: 1}, "x") || r.Value() != "x" {
		t.Fatal("the first write lost")
	}
}

// held spells a version vector out: every single sequence number.
func held(v Versions) map[Gap]bool {
	all := map[Gap]bool{}
	for w, seq := range v {
		for s := uint64(1); s <= seq; s++ {
			all[Gap{w, s, s}] = true
		}
	}
	return all
}

func TestVersionsAreTheSetsTheyStandFor(t *testing.T) {
	vectors := rapid.MapOf(
		rapid.Custom(func(t *rapid.T) [32]byte { return [32]byte{rapid.Byte().Draw(t, "writer") % 5} }),
		rapid.Uint64Range(0, 6),
	)
	rapid.Check(t, func(t *rapid.T) {
		a, b := Versions(vectors.Draw(t, "a")), Versions(vectors.Draw(t, "b"))
		setA, setB := held(a), held(b)

		missing := map[Gap]bool{}
		gaps := a.Missing(b)
		for _, g := range gaps {
			for s := g.First; s <= g.Last; s++ {
				missing[Gap{g.Writer, s, s}] = true
			}
		}
		want := maps.Clone(setB)
		maps.DeleteFunc(want, func(g Gap, _ bool) bool { return setA[g] })
		if !maps.Equal(missing, want) {
			t.Fatalf("missing: got %v, want %v", missing, want)
		}
		if !slices.IsSortedFunc(gaps, func(x, y Gap) int { return slices.Compare(x.Writer[:], y.Writer[:]) }) {
			t.Fatalf("gaps are not sorted: %v", gaps)
		}
		if a.Covers(b) != (len(want) == 0) {
			t.Fatalf("Covers is %v, missing %v", a.Covers(b), want)
		}
		both := a.Clone()
		both.Merge(b)
		maps.Copy(setA, setB)
		if !maps.Equal(held(both), setA) {
			t.Fatalf("merged: got %v, want %v", held(both), setA)
		}
	})
}

func TestNilVersionsHoldNothing(t *testing.T) {
	var none Versions
	some := Versions{{1}: 2}
	if none.Covers(some) || !none.Covers(nil) || !some.Covers(none) {
		t.Fatal("nil covers wrongly")
	}
	if got := none.Missing(some); !slices.Equal(got, []Gap{{[32]byte{1}, 1, 2}}) {
		t.Fatalf("missing %v", got)
	}
	c := none.Clone()
	c.Merge(some)
	if c[[32]byte{1}] != 2 {
		t.Fatal("a copy of nil cannot be merged into")
	}
}
