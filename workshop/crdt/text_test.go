package crdt

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// mustApply applies what this text's own splice made.
func mustApply(t testing.TB, text *Text, n int, runs []Run) ChangeRef {
	t.Helper()
	from := ChangeRef{ID: changeID(n, 0)}
	if err := text.Apply(from, runs, true); err != nil {
		t.Fatal(err)
	}
	return from
}

// mustSplice edits the text as change n and returns the op.
func mustSplice(t testing.TB, text *Text, n, pos, del int, ins string) []Run {
	t.Helper()
	runs, err := text.Splice(pos, del, ins)
	if err != nil {
		t.Fatal(err)
	}
	mustApply(t, text, n, runs)
	return runs
}

// Made-up parents and sides are what made lists of the YATA family diverge.
func TestHostileOriginsReadTheSameInAllCausalOrders(t *testing.T) {
	const histories = 600
	moved := 0
	for seed := range uint64(histories) {
		rng := rand.New(rand.NewPCG(seed, 1))
		c := newCrowd(5)
		for range 25 {
			r := c.people[rng.IntN(5)]
			known := r.naive.order()
			var runs []Run
			for range 1 + rng.IntN(3) {
				at, side := CharID{}, SideRight
				if n := rng.IntN(len(known) + 1); n < len(known) {
					at, side = known[n], Side(1+rng.IntN(2))
				}
				if len(known) > 0 && rng.IntN(5) == 0 {
					runs = append(runs, Delete(known[rng.IntN(len(known))], 1))
					continue
				}
				runs = append(runs, Insert(at, side, strings.Repeat(string(rune('a'+rng.IntN(26))), 1+rng.IntN(3))))
			}
			c.publish(t, r, seed, rng.IntN(6) > 0, runs)
			if other := rng.IntN(len(c.changes)); rng.IntN(2) == 0 {
				c.deliver(t, c.people[rng.IntN(5)], other)
			}
		}
		if c.people[0].text.String() != c.people[1].text.String() {
			moved++
		}
		for _, r := range c.people {
			for _, i := range append(rng.Perm(len(c.changes)), rng.Perm(len(c.changes))...) {
				c.deliver(t, r, i)
			}
			r.check(t)
			if got, want := r.text.String(), c.people[0].text.String(); got != want {
				t.Fatalf("history %d: %q here, %q there", seed, got, want)
			}
		}
	}
	if moved < histories/2 {
		t.Fatalf("only %d of %d histories were concurrent: the test shows nothing", moved, histories)
	}
}

func TestFivePeopleTypingIntoOneTextLoseNothing(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	c := newCrowd(5)
	c.publish(t, c.people[0], 0, true, []Run{Insert(CharID{}, SideRight, "What should we keep? ")})
	for _, r := range c.people {
		c.deliver(t, r, 0)
	}
	typed := [5]string{}
	last := [5]CharID{}
	for step := range 400 {
		who := rng.IntN(5)
		r := c.people[who]
		letter := string(rune('a'+who)) + string(rune('0'+step%10))
		// Each goes on behind the last character of their own, as a caret does.
		pos := r.text.Len()
		if last[who] != (CharID{}) {
			pos = 1 + slices.Index(flat(r.text.Anchors()), last[who])
		}
		runs, err := r.text.Splice(pos, 0, letter)
		if err != nil {
			t.Fatal(err)
		}
		i := c.publish(t, r, 0, true, runs)
		last[who] = CharID{Change: c.changes[i].id, Off: 1}
		typed[who] += letter
		c.deliver(t, c.people[rng.IntN(5)], rng.IntN(len(c.changes)))
	}
	for _, r := range c.people {
		for i := range c.changes {
			c.deliver(t, r, i)
		}
		r.check(t)
		got := r.text.String()
		if got != c.people[0].text.String() {
			t.Fatal("texts differ")
		}
		if !strings.HasPrefix(got, "What should we keep? ") || len(got) != 21+800 {
			t.Fatalf("%d bytes: %q", len(got), got)
		}
		for _, words := range typed {
			if !strings.Contains(got, words) {
				t.Fatalf("%q was torn apart in %q", words, got)
			}
		}
	}
}

func TestWordsTypedAtOnePlaceAreNotInterleaved(t *testing.T) {
	type typing func(text *Text, n int, word string) []sent
	// Forwards, one change per character, the caret going on behind it.
	forwards := func(text *Text, n int, word string) (out []sent) {
		pos := 6
		for i, r := range word {
			runs := mustSplice(t, text, n+i, pos, 0, string(r))
			out = append(out, sent{id: changeID(n+i, 0), ops: [][]Run{runs}})
			pos++
		}
		return out
	}
	// Backwards: the caret stays in front.
	backwards := func(text *Text, n int, word string) (out []sent) {
		r := []rune(word)
		for i := range r {
			runs := mustSplice(t, text, n+i, 6, 0, string(r[len(r)-1-i]))
			out = append(out, sent{id: changeID(n+i, 0), ops: [][]Run{runs}})
		}
		return out
	}
	pasted := func(text *Text, n int, word string) []sent {
		return []sent{{id: changeID(n, 0), ops: [][]Run{mustSplice(t, text, n, 6, 0, word)}}}
	}
	ways := map[string]typing{"forwards": forwards, "backwards": backwards, "pasted": pasted}
	for nameA, wayA := range ways {
		for nameB, wayB := range ways {
			for n := range 40 {
				var a, b Text
				start := []Run{Insert(CharID{}, SideRight, "start end")}
				mustApply(t, &a, 0, start)
				mustApply(t, &b, 0, start)
				fromA := wayA(&a, 100+n*1000, "orange")
				fromB := wayB(&b, 500+n*1000, "plum")
				for text, foreign := range map[*Text][]sent{&a: fromB, &b: fromA} {
					for _, ch := range foreign {
						if err := text.Apply(ChangeRef{ID: ch.id}, ch.ops[0], true); err != nil {
							t.Fatal(err)
						}
					}
				}
				got := a.String()
				if got != b.String() || got != "start orangeplumend" && got != "start plumorangeend" {
					t.Errorf("%s against %s: %q and %q", nameA, nameB, got, b.String())
				}
			}
		}
	}
}

func TestWhatDoesNotCountKeepsItsPlaceUnseen(t *testing.T) {
	var text Text
	mustSplice(t, &text, 1, 0, 0, "ac")
	mustSplice(t, &text, 2, 1, 0, "b")
	mustSplice(t, &text, 3, 2, 0, "!")
	steps := []struct {
		change  int
		counted bool
		want    string
	}{
		{2, false, "a!c"},
		{1, false, "!"},
		{2, true, "b!"},
		{3, false, "b"},
		{1, true, "abc"},
		{3, true, "ab!c"},
	}
	for _, s := range steps {
		if !text.SetCounted(changeID(s.change, 0), s.counted) {
			t.Errorf("change %d: no news", s.change)
		}
		if got := text.String(); got != s.want || text.Len() != len(s.want) {
			t.Errorf("change %d counted %v: %q of %d, want %q", s.change, s.counted, got, text.Len(), s.want)
		}
		if text.SetCounted(changeID(s.change, 0), s.counted) {
			t.Errorf("change %d: news twice", s.change)
		}
	}
	if text.Chars() != 4 {
		t.Errorf("%d characters", text.Chars())
	}
}

func TestADeletedCharacterReturnsOnlyWhenNoDeleteCounts(t *testing.T) {
	var text Text
	mustSplice(t, &text, 1, 0, 0, "abcdef")
	one, _ := text.Splice(1, 3, "")
	two, _ := text.Splice(2, 3, "")
	mustApply(t, &text, 2, one)
	mustApply(t, &text, 3, append(slices.Clone(two), two...)) // a stranger says it twice
	for _, s := range []struct {
		change  int
		counted bool
		want    string
	}{{2, true, "af"}, {2, false, "abf"}, {3, false, "abcdef"}, {2, true, "aef"}, {3, true, "af"}} {
		text.SetCounted(changeID(s.change, 0), s.counted)
		if got := text.String(); got != s.want {
			t.Errorf("delete %d counted %v: %q, want %q", s.change, s.counted, got, s.want)
		}
	}
}

// A change that takes back a character of its own, which undo takes back and redo brings back: what is seen is counted right
// each time, and the next edit lands where it is meant.
func TestAChangeThatDeletesItsOwnIsSwitchedWhole(t *testing.T) {
	for _, deletesFirst := range []bool{false, true} { // by its index; it is applied afterwards either way
		var text Text
		mustSplice(t, &text, 1, 0, 0, "xy")
		typed, deleted := uint16(0), uint16(1)
		if deletesFirst {
			typed, deleted = 1, 0
		}
		runs, err := text.Splice(1, 0, "abc")
		if err != nil {
			t.Fatal(err)
		}
		own := changeID(2, 0)
		if err := text.Apply(ChangeRef{ID: own, Index: typed}, runs, true); err != nil {
			t.Fatal(err)
		}
		runs, err = text.Splice(2, 1, "")
		if err != nil {
			t.Fatal(err)
		}
		if err := text.Apply(ChangeRef{ID: own, Index: deleted}, runs, true); err != nil {
			t.Fatal(err)
		}
		for _, s := range []struct {
			counted bool
			want    string
		}{{false, "xy"}, {true, "xacy"}, {false, "xy"}} {
			text.SetCounted(own, s.counted)
			if text.String() != s.want || text.Len() != len(s.want) {
				t.Errorf("counted %v: %q of %d, want %q", s.counted, text.String(), text.Len(), s.want)
			}
			if err := text.sound(); err != nil {
				t.Error(err)
			}
		}
		mustSplice(t, &text, 3, 2, 0, "!")
		if text.String() != "xy!" {
			t.Errorf("typed at the end: %q", text.String())
		}
	}
}

func TestRefusedOpsChangeNothing(t *testing.T) {
	known := CharID{Change: changeID(1, 0)}
	for name, c := range map[string]struct {
		run  Run
		want error
	}{
		"an unknown change":           {Insert(CharID{Change: changeID(9, 0)}, SideRight, "x"), ErrUnknownParent},
		"an unknown op":               {Insert(CharID{Change: known.Change, Index: 1}, SideRight, "x"), ErrUnknownParent},
		"an unknown offset":           {Insert(CharID{Change: known.Change, Off: 3}, SideRight, "x"), ErrUnknownParent},
		"a parent in itself":          {Insert(CharID{Change: changeID(2, 0), Off: 1}, SideRight, "xy"), ErrUnknownParent},
		"an own parent yet to come":   {Insert(CharID{Change: OwnChange(), Off: 1}, SideRight, "x"), ErrUnknownParent},
		"a delete beyond the end":     {Delete(known, 4), ErrUnknownParent},
		"a delete beyond all numbers": {Delete(CharID{Change: known.Change, Off: 1<<32 - 1}, 1<<32-1), ErrUnknownParent},
		"a delete of the root":        {Delete(CharID{}, 1), ErrUnknownParent},
		"the left of the root":        {Insert(CharID{}, SideLeft, "x"), ErrBadRun},
		"no side":                     {Insert(known, 0, "x"), ErrBadRun},
		"a third side":                {Insert(known, 3, "x"), ErrBadRun},
		"no text":                     {Insert(known, SideRight, ""), ErrBadRun},
		"no UTF-8":                    {Insert(known, SideRight, "\xff"), ErrBadRun},
		"no length":                   {Delete(known, 0), ErrBadRun},
		"no kind":                     {Run{At: known}, ErrBadRun},
	} {
		t.Run(name, func(t *testing.T) {
			var text Text
			mustSplice(t, &text, 1, 0, 0, "abc")
			from := ChangeRef{ID: changeID(2, 0)}
			runs := []Run{Insert(known, SideLeft, "k"), Delete(known, 1), c.run}
			if err := text.Apply(from, runs, true); !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if text.String() != "abc" || text.Chars() != 3 || text.Has(from) || text.body != nil {
				t.Errorf("changed to %q", text.String())
			}
		})
	}
	for name, id := range map[string][32]byte{"zero": {}, "own": OwnChange()} {
		var text Text
		if err := text.Apply(ChangeRef{ID: id}, []Run{Insert(CharID{}, SideRight, "x")}, true); !errors.Is(err, ErrBadRun) {
			t.Errorf("the %s change: %v", name, err)
		}
	}
}

func TestSplicesOutsideTheTextAreRefused(t *testing.T) {
	var seed, edited Text
	mustSplice(t, &seed, 1, 0, 0, "héllo")
	mustSplice(t, &edited, 1, 0, 0, "hlo")
	mustSplice(t, &edited, 2, 1, 0, "él")
	const most = int(^uint(0) >> 1)
	for _, text := range []*Text{{}, &seed, &edited} {
		n := text.Len()
		for _, s := range []Splice{{Pos: -1}, {Del: -1}, {Pos: n + 1}, {Pos: n, Del: 1}, {Del: n + 1}, {Pos: most, Del: most}} {
			if _, err := text.Splice(s.Pos, s.Del, "x"); !errors.Is(err, ErrOutOfRange) {
				t.Errorf("%+v of %q: %v", s, text.String(), err)
			}
			if _, err := text.SpliceFrom(text.Anchors(), s.Pos, s.Del, "x"); !errors.Is(err, ErrOutOfRange) {
				t.Errorf("%+v from %q: %v", s, text.String(), err)
			}
		}
		if _, err := text.Splice(0, 0, "\xc3"); !errors.Is(err, ErrBadRun) {
			t.Errorf("not UTF-8: %v", err)
		}
		foreign := []Range{{Start: CharID{Change: changeID(7, 0)}, Len: 2}}
		for _, s := range []Splice{{Pos: 1, Ins: "x"}, {Del: 1}} {
			if _, err := text.SpliceFrom(foreign, s.Pos, s.Del, s.Ins); !errors.Is(err, ErrUnknownParent) {
				t.Errorf("a base of another text: %v", err)
			}
		}
	}
}

func TestAnEditOfAnOlderTextLandsWhereItsWriterMeantIt(t *testing.T) {
	var text Text
	mustSplice(t, &text, 1, 0, 0, "one two three")
	base := text.Anchors()
	mustSplice(t, &text, 2, 0, 4, "")    // "two three"
	mustSplice(t, &text, 3, 9, 0, "!")   // "two three!"
	mustSplice(t, &text, 4, 0, 0, ">> ") // ">> two three!"
	for name, c := range map[string]struct {
		edits []Splice
		want  string
	}{
		"inside":                        {[]Splice{{Pos: 7, Ins: "-and-a-half"}}, ">> two-and-a-half three!"},
		"at the old end":                {[]Splice{{Pos: 13, Ins: " four"}}, ">> two three four!"},
		"in what is gone":               {[]Splice{{Pos: 2, Ins: "X"}}, ">> Xtwo three!"},
		"over the edge of what is gone": {[]Splice{{Pos: 2, Del: 4, Ins: "X"}}, ">> Xo three!"},
		"typing on": {
			[]Splice{{Pos: 7, Ins: "a"}, {Pos: 8, Ins: "b"}, {Pos: 8, Del: 1, Ins: "c"}, {Pos: 7, Ins: "-"}, {Pos: 0, Del: 4}},
			">> two-ac three!",
		},
		"nothing": {[]Splice{{Pos: 3}}, ">> two three!"},
		"no edit": {nil, ">> two three!"},
	} {
		t.Run(name, func(t *testing.T) {
			runs, err := text.Edit(base, c.edits)
			if err != nil {
				t.Fatal(err)
			}
			after := text.Clone()
			mustApply(t, after, 9, runs)
			if got := after.String(); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if text.String() != ">> two three!" {
				t.Errorf("the text itself became %q", text.String())
			}
		})
	}
}

func TestOpsAppliedAgainMakeTheSameText(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 8))
	var text Text
	for n := range 300 {
		pos := rng.IntN(text.Len() + 1)
		mustSplice(t, &text, n, pos, min(rng.IntN(3), text.Len()-pos), strings.Repeat("ñ", rng.IntN(4)))
		text.SetCounted(changeID(rng.IntN(n+1), 0), rng.IntN(4) > 0)
		var again Text
		for op := range text.Ops() {
			if err := again.Apply(op.From, op.Runs, op.Counted); err != nil {
				t.Fatal(err)
			}
		}
		if !slices.Equal(again.Anchors(), text.Anchors()) || again.String() != text.String() {
			t.Fatalf("after %d: %q, want %q", n, again.String(), text.String())
		}
		if err := again.sound(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestRunsOfOneOpThatGoOnAreKeptAsOne(t *testing.T) {
	var text Text
	own := func(off uint32) CharID { return CharID{Change: OwnChange(), Off: off} }
	mustApply(t, &text, 1, []Run{
		Insert(CharID{}, SideRight, "ab"),
		Insert(own(1), SideRight, "cd"),
		Insert(own(3), SideRight, "ef"),
		Delete(own(1), 1),
		Insert(own(2), SideLeft, "-"),
	})
	if text.String() != "a-cdef" || len(text.body.runs) != 2 {
		t.Fatalf("%q in %d runs", text.String(), len(text.body.runs))
	}
}

func TestDeletesOfOneOpMayLieInEachOther(t *testing.T) {
	var text Text
	mustSplice(t, &text, 1, 0, 0, "abcdefgh")
	at := func(off uint32) CharID { return CharID{Change: changeID(1, 0), Off: off} }
	mustApply(t, &text, 2, []Run{Delete(at(3), 1), Delete(at(1), 5), Delete(at(2), 2), Delete(at(6), 1)})
	if got := text.String(); got != "ah" {
		t.Errorf("got %q", got)
	}
	text.SetCounted(changeID(2, 0), false)
	if got := text.String(); got != "abcdefgh" {
		t.Errorf("brought back: %q", got)
	}
}

func TestALaterOpOfAChangeDecidesForTheWholeChange(t *testing.T) {
	var text Text
	mustSplice(t, &text, 1, 0, 0, "ab")
	id := changeID(2, 0)
	for _, s := range []struct {
		index   uint16
		at      CharID
		counted bool
		want    string
	}{
		{0, CharID{Change: changeID(1, 0), Off: 1}, true, "abx"},
		{1, CharID{Change: id}, false, "ab"},
		{0, CharID{Change: id}, true, "ab"}, // known already: ignored, its flag too
		{2, CharID{Change: id, Index: 1}, true, "abxxx"},
	} {
		if err := text.Apply(ChangeRef{ID: id, Index: s.index}, []Run{Insert(s.at, SideRight, "x")}, s.counted); err != nil {
			t.Fatal(err)
		}
		if got := text.String(); got != s.want {
			t.Errorf("op %d counted %v: %q, want %q", s.index, s.counted, got, s.want)
		}
	}
}
