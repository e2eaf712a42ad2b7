package crdt

import (
	"encoding/binary"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// sent is a change on its way: its ops on the one text, and the changes its
// writer had when writing it.
type sent struct {
	id      [32]byte
	ops     [][]Run
	counted bool
	past    []int
}

// replica is one person's text beside its naive twin.
type replica struct {
	text  Text
	naive *naiveText
	has   map[int]bool
}

type crowd struct {
	people  []*replica
	changes []sent
	flips   map[[32]byte]bool
}

func newCrowd(n int) *crowd {
	c := &crowd{flips: map[[32]byte]bool{}}
	for range n {
		c.people = append(c.people, &replica{naive: newNaive(), has: map[int]bool{}})
	}
	return c
}

// changeID is a made-up hash: n spread over the order of ids by salt.
func changeID(n int, salt uint64) [32]byte {
	var id [32]byte
	x := (uint64(n) + salt + 1) * 0x9e3779b97f4a7c15
	x ^= x >> 29
	x *= 0xbf58476d1ce4e5b9
	binary.BigEndian.PutUint64(id[:], x)
	binary.BigEndian.PutUint64(id[24:], uint64(n)+1)
	return id
}

// deliver applies change i and everything before it to a replica, and checks that
// Text and the naive twin refuse and take the same.
func (c *crowd) deliver(t rapid.TB, r *replica, i int) {
	for _, p := range c.changes[i].past {
		if !r.has[p] {
			c.deliver(t, r, p)
		}
	}
	ch := c.changes[i]
	for index, runs := range ch.ops {
		from := ChangeRef{ID: ch.id, Index: uint16(index)}
		got := r.text.Apply(from, runs, c.counts(ch))
		want := r.naive.apply(from, runs, c.counts(ch))
		if (got == nil) != (want == nil) {
			t.Fatalf("change %d: Text says %v, the reference %v", i, got, want)
		}
	}
	r.has[i] = true
}

func (c *crowd) counts(ch sent) bool {
	if v, ok := c.flips[ch.id]; ok {
		return v
	}
	return ch.counted
}

// publish records a change written by r, and applies it there.
func (c *crowd) publish(t rapid.TB, r *replica, salt uint64, counted bool, ops ...[]Run) int {
	i := len(c.changes)
	var past []int
	for p := range r.has {
		past = append(past, p)
	}
	slices.Sort(past)
	c.changes = append(c.changes, sent{id: changeID(i, salt), ops: ops, counted: counted, past: past})
	c.deliver(t, r, i)
	return i
}

func (c *crowd) flip(change int, counted bool) {
	id := c.changes[change].id
	c.flips[id] = counted
	for _, r := range c.people {
		r.text.SetCounted(id, counted)
		r.naive.setCounted(id, counted)
	}
}

func (r *replica) check(t rapid.TB) {
	if err := r.text.sound(); err != nil {
		t.Fatal(err)
	}
	want := r.naive.visible()
	if got := flat(r.text.Anchors()); !slices.Equal(got, want) {
		t.Fatalf("visible characters differ:\n got %d %q\nwant %d %q", len(got), r.text.String(), len(want), r.naive.string())
	}
	if got := r.text.String(); got != r.naive.string() {
		t.Fatalf("got %q, want %q", got, r.naive.string())
	}
	if r.text.Len() != len(want) {
		t.Fatalf("Len is %d, %d are visible", r.text.Len(), len(want))
	}
}

// sound checks what the body promises itself.
func (t *Text) sound() error {
	b := t.body
	if b == nil {
		return nil
	}
	total, spans := 0, 0
	for at, c := range b.order {
		sum := 0
		for _, i := range c.spans {
			s := &b.spans[i]
			sum += b.seen(s)
			spans++
			if s.chunk != c {
				return fmt.Errorf("span %d is not where it says", i)
			}
			if s.deleters < 0 || s.n == 0 {
				return fmt.Errorf("span %d: %d deleters, %d runes", i, s.deleters, s.n)
			}
		}
		if sum != c.visible || c.at != at {
			return fmt.Errorf("chunk %d: says %d visible at %d, has %d", at, c.visible, c.at, sum)
		}
		total += sum
	}
	if total != b.visible || spans != len(b.spans) || spans != len(b.frags) || len(b.kids) != len(b.runs) {
		return fmt.Errorf("%d of %d visible, %d spans of %d", total, b.visible, spans, len(b.spans))
	}
	return nil
}

var words = rapid.SampledFrom([]string{"a", "bc", "def", "é", "日本", "👩‍🚀", "word ", "xyzxyz", ""})

// drawSplice is an edit of a text of n runes.
func drawSplice(t *rapid.T, n int) Splice {
	pos := rapid.IntRange(0, n).Draw(t, "pos")
	del := rapid.IntRange(0, min(3, n-pos)).Draw(t, "del")
	return Splice{Pos: pos, Del: del, Ins: words.Draw(t, "ins")}
}

// drawHostile makes runs nobody honest makes, over the characters r has.
func drawHostile(t *rapid.T, r *replica) []Run {
	known := r.naive.order()
	at := func() CharID {
		switch n := rapid.IntRange(-3, len(known)).Draw(t, "at"); {
		case n == -3:
			return CharID{Change: OwnChange(), Off: uint32(rapid.IntRange(0, 4).Draw(t, "own"))}
		case n == -2:
			return CharID{Change: changeID(1<<40, 0)} // of a change that never comes
		case n < 0 || n >= len(known):
			return CharID{}
		default:
			return known[n]
		}
	}
	var runs []Run
	for range rapid.IntRange(1, 4).Draw(t, "runs") {
		if rapid.IntRange(0, 3).Draw(t, "kind") == 0 {
			runs = append(runs, Delete(at(), uint32(rapid.IntRange(0, 4).Draw(t, "len"))))
		} else {
			side := rapid.SampledFrom([]Side{SideLeft, SideRight}).Draw(t, "side")
			runs = append(runs, Insert(at(), side, words.Draw(t, "text")))
		}
	}
	return runs
}

// play is one run of the state machine: five people and what they may do.
type play struct {
	*crowd
	salt uint64
	old  map[*replica][]Range
}

func (p *play) someone(t *rapid.T) *replica {
	return p.people[rapid.IntRange(0, len(p.people)-1).Draw(t, "who")]
}

func (p *play) types(t *rapid.T) {
	r := p.someone(t)
	s := drawSplice(t, r.text.Len())
	want := spliced(r.text.String(), s)
	runs, err := r.text.Splice(s.Pos, s.Del, s.Ins)
	if err != nil {
		t.Fatal(err)
	}
	p.publish(t, r, p.salt, true, runs)
	if got := r.text.String(); got != want {
		t.Fatalf("splice %+v: got %q, want %q", s, got, want)
	}
}

func (p *play) typesUncounted(t *rapid.T) {
	r := p.someone(t)
	before := r.text.String()
	s := drawSplice(t, r.text.Len())
	runs, err := r.text.Splice(s.Pos, s.Del, s.Ins)
	if err != nil {
		t.Fatal(err)
	}
	p.publish(t, r, p.salt, false, runs)
	if got := r.text.String(); got != before {
		t.Fatalf("what does not count shows: %q, was %q", got, before)
	}
}

func (p *play) editsSeveralTimesInOneOp(t *rapid.T) {
	r := p.someone(t)
	want := r.text.String()
	n := r.text.Len()
	var edits []Splice
	for range rapid.IntRange(2, 4).Draw(t, "edits") {
		s := drawSplice(t, n)
		edits = append(edits, s)
		want = spliced(want, s)
		n = len([]rune(want))
	}
	runs, err := r.text.Edit(r.text.Anchors(), edits)
	if err != nil {
		t.Fatal(err)
	}
	p.publish(t, r, p.salt, true, []Run{}, runs)
	if got := r.text.String(); got != want {
		t.Fatalf("edits %+v: got %q, want %q", edits, got, want)
	}
}

func (p *play) remembers(t *rapid.T) {
	r := p.someone(t)
	p.old[r] = r.text.Anchors()
}

func (p *play) editsWhatItRemembers(t *rapid.T) {
	r := p.someone(t)
	s := drawSplice(t, rangesLen(p.old[r]))
	runs, err := r.text.SpliceFrom(p.old[r], s.Pos, s.Del, s.Ins)
	if err != nil {
		t.Fatal(err)
	}
	p.publish(t, r, p.salt, true, runs)
}

func (p *play) lies(t *rapid.T) {
	r := p.someone(t)
	p.publish(t, r, p.salt, true, drawHostile(t, r), drawHostile(t, r))
}

func (p *play) hears(t *rapid.T) {
	if len(p.changes) > 0 {
		p.deliver(t, p.someone(t), rapid.IntRange(0, len(p.changes)-1).Draw(t, "change"))
	}
}

func (p *play) countsOrNot(t *rapid.T) {
	if len(p.changes) > 0 {
		p.flip(rapid.IntRange(0, len(p.changes)-1).Draw(t, "change"), rapid.Bool().Draw(t, "counted"))
	}
}

func (p *play) checkAll(t *rapid.T) {
	for _, r := range p.people {
		r.check(t)
	}
}

func TestTextIsTheNaiveTextWhateverHappens(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := &play{crowd: newCrowd(5), salt: rapid.Uint64().Draw(t, "salt"), old: map[*replica][]Range{}}
		t.Repeat(map[string]func(*rapid.T){
			"types":                   p.types,
			"types uncounted":         p.typesUncounted,
			"edits several times":     p.editsSeveralTimesInOneOp,
			"remembers":               p.remembers,
			"edits what it remembers": p.editsWhatItRemembers,
			"makes up parents":        p.lies,
			"hears, late or again":    p.hears,
			"a change counts, or not": p.countsOrNot,
			"":                        p.checkAll,
		})
		for _, r := range p.people {
			for _, i := range rapid.Permutation(order(len(p.changes))).Draw(t, "rest") {
				p.deliver(t, r, i)
			}
			r.check(t)
			if got, want := r.text.String(), p.people[0].text.String(); got != want {
				t.Fatalf("%q here, %q there", got, want)
			}
		}
	})
}

// order is 0 to n-1.
func order(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// spliced is the edit made on a plain string.
func spliced(text string, s Splice) string {
	r := []rune(text)
	return string(r[:s.Pos]) + s.Ins + string(r[s.Pos+s.Del:])
}
