package workshop

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// aVote is a vote of any method over some options, and ballots for it of which some break its rules.
func aVote(t *rapid.T) (RunView, [][]Choice) {
	named := map[string]any{
		"method": rapid.SampledFrom([]string{MethodDots, MethodRank, MethodScore, MethodGrid, MethodScale, MethodConsent}).Draw(t, "method"),
		"quorum": float64(rapid.IntRange(0, 10).Draw(t, "quorum")) / 10,
		"secret": false,
	}
	if rapid.Bool().Draw(t, "dots") {
		named["dots"], named["maxPerOption"] = float64(rapid.IntRange(1, 5).Draw(t, "n")), float64(rapid.IntRange(1, 3).Draw(t, "most"))
	}
	named["criteria"] = []any{"worth", "cost"}[:rapid.IntRange(1, 2).Draw(t, "criteria")]
	named["scale"] = rapid.SampledFrom([]any{"fist0-5", "thumbs", []any{1.0, 5.0}, []any{0.0, 10.0}}).Draw(t, "scale")
	v := RunView{ID: RecordID{Index: 9}, Kind: ActivityVote, State: RunClosed, Settings: SettingsOf(named)}
	for i := range rapid.IntRange(1, 5).Draw(t, "options") {
		v.Options = append(v.Options, Option{ID: RecordID{Index: uint16(i + 1)}, Text: fmt.Sprint("option ", i)})
	}
	v.Voters = make([]Person, rapid.IntRange(0, 9).Draw(t, "voters"))
	cast := rapid.SliceOfN(rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Choice {
		value := rapid.IntRange(0, 6).Draw(t, "value")
		return Choice{Option: RecordID{Index: uint16(rapid.IntRange(1, 6).Draw(t, "of"))}, Value: Score(rapid.SampledFrom([]int{0, 0, 0, 1}).Draw(t, "criterion"), value)}
	}), 0, 4), 0, 9).Draw(t, "ballots")
	return v, cast
}

func counted(v *RunView, cast [][]Choice) Result {
	res := v.Rules()
	list := make([]castBallot, len(cast))
	for i, c := range cast {
		list[i] = castBallot{choices: c}
	}
	res.tally(v, list)
	return res
}

// TestEveryTallyIsItsDefinition counts votes of all methods and compares each figure with what its definition says of the ballots
// that keep the rules.
func TestEveryTallyIsItsDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v, cast := aVote(t)
		res := counted(&v, cast)
		var good [][]Choice
		abstained := 0
		for _, b := range cast {
			if v.CheckBallot(b) != nil {
				continue
			}
			good = append(good, b)
			if len(b) == 0 {
				abstained++
			}
		}
		if res.Counted != len(good) || res.Void != len(cast)-len(good) || res.Abstained != abstained {
			t.Fatalf("counted %d void %d abstained %d of %d good and %d", res.Counted, res.Void, res.Abstained, len(good), len(cast))
		}
		need, _ := v.Settings.named["quorum"].(float64)
		if met := float64(len(good)) >= need*float64(len(v.Voters))-1e-9; met != res.QuorumMet {
			t.Fatalf("quorum %v with %d of %d, %v", res.QuorumMet, len(good), len(v.Voters), need)
		}
		if len(res.Rows) != len(v.Options) {
			t.Fatalf("%d rows for %d options", len(res.Rows), len(v.Options))
		}
		for _, row := range res.Rows {
			checkRow(t, &v, row, good)
		}
		checkRanks(t, &res)
	})
}

// checkRow compares one row with the choices that were given for its option.
func checkRow(t *rapid.T, v *RunView, row ResultRow, good [][]Choice) {
	sum, voters := 0, 0
	given := map[int][]int{}
	for _, b := range good {
		chose := false
		for _, c := range b {
			if c.Option != row.Option {
				continue
			}
			chose = true
			criterion, value := 0, c.Value
			switch v.method() {
			case MethodRank:
				sum += v.RankTop() - c.Value + 1
			case MethodDots:
				sum += c.Value
			default:
				criterion, value = Scored(c.Value)
				sum += value
			}
			given[criterion] = append(given[criterion], value)
		}
		if chose {
			voters++
		}
	}
	widest := 0
	for _, list := range given {
		widest = max(widest, slices.Max(list)-slices.Min(list))
	}
	if row.Sum != sum || row.Voters != voters || row.Spread != widest {
		t.Fatalf("%s: sum %d voters %d spread %d, by the rule %d %d %d", row.Text, row.Sum, row.Voters, row.Spread, sum, voters, widest)
	}
	for i, by := range row.By {
		if len(by.Given) != len(given[i]) || by.Mean != mean(given[i]) {
			t.Fatalf("%s, %s: %v of %v", row.Text, by.Name, by, given[i])
		}
	}
}

// checkRanks: best first, equal ones share a rank, and a shared first place is a tie.
func checkRanks(t *rapid.T, res *Result) {
	worth := func(r ResultRow) int {
		if res.Method == MethodDots || res.Method == MethodRank {
			return r.Sum
		}
		return r.Mean
	}
	for i, row := range res.Rows {
		better, same := 0, 0
		for _, other := range res.Rows {
			if worth(other) > worth(row) {
				better++
			}
			if worth(other) == worth(row) {
				same++
			}
		}
		want := fmt.Sprint(better + 1)
		if same > 1 {
			want += "="
		}
		if row.Rank != want || (i > 0 && worth(res.Rows[i-1]) < worth(row)) {
			t.Fatalf("rank %s of %s at place %d, by the rule %s", row.Rank, row.Text, i, want)
		}
	}
	if tie := len(res.Rows) > 1 && worth(res.Rows[0]) > 0 && worth(res.Rows[0]) == worth(res.Rows[1]); tie != res.Tie {
		t.Fatalf("tie %v", res.Tie)
	}
}

// TestTheOrderOfBallotsDoesNotMatter counts the same ballots in another order.
func TestTheOrderOfBallotsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v, cast := aVote(t)
		before := counted(&v, cast)
		rng := rand.New(rand.NewPCG(uint64(rapid.IntRange(0, 99).Draw(t, "seed")), 0))
		rng.Shuffle(len(cast), func(i, j int) { cast[i], cast[j] = cast[j], cast[i] })
		if after := counted(&v, cast); !reflect.DeepEqual(before, after) {
			t.Fatalf("%+v\n%+v", before, after)
		}
	})
}

// TestNoBallotsSpendMoreThanTheRulesGive casts any ballots, good and bad, over and over. However they are made, what is counted never
// holds more than as many voters could give: dots and dots on one option, places of a ranking, one step for each criterion.
func TestNoBallotsSpendMoreThanTheRulesGive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		v, cast := aVote(t)
		res := counted(&v, cast)
		n, sum := res.Counted, 0
		for _, row := range res.Rows {
			sum += row.Sum
			most := n
			switch res.Method {
			case MethodDots:
				most = n * v.Settings.MaxPerOption()
			case MethodRank:
				most = n * v.RankTop()
			default:
				most = n * res.High * len(res.Criteria)
			}
			if row.Sum > most || row.Voters > n || len(row.Given) > n*len(res.Criteria) {
				t.Fatalf("%s: %d ballots gave %q %d, at most %d", res.Method, n, row.Text, row.Sum, most)
			}
		}
		switch top := v.RankTop(); {
		case res.Method == MethodDots && sum > n*res.DotsEach:
			t.Fatalf("%d voters with %d dots each spent %d", n, res.DotsEach, sum)
		case res.Method == MethodRank && sum > n*top*(top+1)/2:
			t.Fatalf("%d voters with %d places each gave %d points", n, top, sum)
		}
	})
}
