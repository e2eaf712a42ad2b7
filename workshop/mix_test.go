package workshop

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// meetings counts how often each pair meets, and checks that a plan seats everybody once a round.
func meetings(t interface{ Fatalf(string, ...any) }, people int, rounds [][][]int) map[[2]int]int {
	met := map[[2]int]int{}
	for _, groups := range rounds {
		seated := make([]bool, people)
		for _, g := range groups {
			if len(g) < 2 && people > 1 {
				t.Fatalf("somebody is alone: %v", groups)
			}
			for i, a := range g {
				if seated[a] {
					t.Fatalf("%d sits twice: %v", a, groups)
				}
				seated[a] = true
				for _, b := range g[:i] {
					met[[2]int{min(a, b), max(a, b)}]++
				}
			}
		}
		if slices.Contains(seated, false) {
			t.Fatalf("not everybody sits: %v", groups)
		}
	}
	return met
}

func repeated(met map[[2]int]int) int {
	n := 0
	for _, times := range met {
		n += times - 1
	}
	return n
}

// P8.1: a mixing engine that every laptop computes alike.
func TestP81NobodyMeetsTwiceWhereThatIsPossible(t *testing.T) {
	for _, c := range []struct{ people, size, rounds int }{
		{24, 4, 3}, {24, 4, 4}, {16, 4, 3}, {30, 4, 3}, {100, 4, 3}, {12, 3, 3}, {9, 3, 3},
	} {
		t.Run(fmt.Sprintf("%d in %d, %d times", c.people, c.size, c.rounds), func(t *testing.T) {
			for seed := range uint64(20) {
				rounds := Mix(Mixing{People: c.people, Size: c.size, Rounds: c.rounds, Seed: seed})
				if n := repeated(meetings(t, c.people, rounds)); n != 0 {
					t.Errorf("seed %d: %d pairs meet again: %v", seed, n, rounds)
				}
			}
		})
	}
}

// 12 people in fours cannot avoid meeting again in three rounds: each round has three fours, and of four people from three tables
// two come from the same.
func TestP81WhereMeetingAgainCannotBeAvoidedItIsRare(t *testing.T) {
	rounds := Mix(Mixing{People: 12, Size: 4, Rounds: 3, Seed: 1})
	if n := repeated(meetings(t, 12, rounds)); n == 0 || n > 12 {
		t.Errorf("%d pairs meet again: %v", n, rounds)
	}
}

func TestP81WhoMetBeforeComesApart(t *testing.T) {
	first := Mix(Mixing{People: 20, Size: 4, Rounds: 1, Seed: 5})
	before := meetings(t, 20, first)
	next := Mix(Mixing{People: 20, Size: 4, Rounds: 2, Seed: 9, Met: func(a, b int) int { return before[[2]int{a, b}] }})
	for pair := range meetings(t, 20, next) {
		if before[pair] > 0 {
			t.Errorf("%v meet again", pair)
		}
	}
}

func TestP81ThoseWithOneTagComeApart(t *testing.T) {
	tags := make([][]string, 12)
	for i := range tags {
		tags[i] = []string{[]string{"north", "south", "coast"}[i%3]}
	}
	for _, g := range Mix(Mixing{People: 12, Size: 3, Rounds: 1, Seed: 3, Tags: tags})[0] {
		if len(g) != 3 || g[0]%3 == g[1]%3 || g[1]%3 == g[2]%3 || g[0]%3 == g[2]%3 {
			t.Errorf("a group of one place: %v", g)
		}
	}
}

func TestP81AHostStaysAndTheOthersTravel(t *testing.T) {
	rounds := Mix(Mixing{People: 12, Size: 4, Rounds: 3, Hosts: true, Seed: 2})
	for table := range rounds[0] {
		for r := range rounds {
			if rounds[r][table][0] != rounds[0][table][0] {
				t.Errorf("table %d changes its host: %v", table, rounds)
			}
		}
	}
	meetings(t, 12, rounds)
	for table := range rounds[0] {
		for _, p := range rounds[0][table][1:] {
			if slices.Contains(rounds[1][table][1:], p) {
				t.Errorf("%d stays at table %d: %v", p, table, rounds)
			}
		}
	}
}

func TestP81TheSameSeedGivesTheSameGroupsAndNobodyIsAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := Mixing{
			People: rapid.IntRange(2, 40).Draw(t, "people"), Size: rapid.IntRange(0, 9).Draw(t, "size"),
			Rounds: rapid.IntRange(0, 4).Draw(t, "rounds"), Hosts: rapid.Bool().Draw(t, "hosts"), Seed: rapid.Uint64().Draw(t, "seed"),
		}
		once := Mix(m)
		meetings(t, m.People, once)
		if !reflect.DeepEqual(once, Mix(m)) {
			t.Fatal("two laptops work out different groups")
		}
		for _, groups := range once {
			for _, g := range groups {
				if len(g) > max(m.Size, 2)+1 {
					t.Fatalf("a group of %d where %d were wanted", len(g), m.Size)
				}
			}
		}
	})
}

func TestGroupSizes(t *testing.T) {
	for _, c := range []struct {
		people, size int
		want         []int
	}{
		{0, 4, []int{0}},
		{1, 4, []int{1}},
		{2, 4, []int{2}},
		{3, 2, []int{3}},
		{5, 4, []int{3, 2}},
		{7, 2, []int{3, 2, 2}},
		{9, 4, []int{3, 3, 3}},
		{30, 4, []int{4, 4, 4, 4, 4, 4, 3, 3}},
		{8, 0, []int{2, 2, 2, 2}},
	} {
		if got := GroupSizes(c.people, c.size); !slices.Equal(got, c.want) {
			t.Errorf("%d people in groups of %d: %v, want %v", c.people, c.size, got, c.want)
		}
	}
}

// Every order must be equally likely: 24 orders of four, chi-squared under the 99.9 % bound for 23 degrees of freedom.
func TestAnOrderIsFair(t *testing.T) {
	const times = 48_000
	d, seen := dice(7), map[string]int{}
	for range times {
		seen[fmt.Sprint(d.order(4))]++
	}
	chi := 0.0
	for _, n := range seen {
		chi += float64((n-times/24)*(n-times/24)) / (times / 24)
	}
	if len(seen) != 24 || chi > 49.7 {
		t.Errorf("%d orders, chi-squared %.1f", len(seen), chi)
	}
}
