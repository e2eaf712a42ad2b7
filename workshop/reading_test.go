//go:build !race

package workshop

import (
	"bytes"
	"runtime"
	"slices"
	"testing"
)

// The race detector allocates for itself: what reading costs is measured without it.

// TestReadingAllocatesFourTimesTheInput measures what every decoder of a stranger's bytes allocates for the largest input it takes,
// which is at most four times as much, and for the tightest ones beside a constant.
func TestReadingAllocatesFourTimesTheInput(t *testing.T) {
	log, _ := vectorChanges(t)
	s := loaded(t, log)
	big := s.biggest(t)
	tips := summaryWire{}
	for i := range maxTips {
		tips.Tips = append(tips.Tips, tipWire{Writer: bytes.Repeat([]byte{byte(i)}, 32), Seq: 1, ID: bytes.Repeat([]byte{1}, 32)})
	}
	summary, err := encMode.Marshal(&tips)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		input  []byte
		read   func([]byte)
		beside int // what may be allocated beside four times the input
	}{
		"a change of as many ops as it may have": {big, func(b []byte) { _, _ = decodeSigned(b) }, 0},
		"a change of items of one byte":          {append(make([]byte, 64), bytes.Repeat([]byte{0x80}, MaxChange-64)...), func(b []byte) { _, _ = decodeSigned(b) }, 0},
		"a list that claims four thousand items": {append(make([]byte, 64), append([]byte{0x8c}, bytes.Repeat([]byte{0x9a, 0, 0, 0x0f, 0xff}, 12_000)...)...), func(b []byte) { _, _ = decodeSigned(b) }, 0},
		"two lists of four thousand numbers":     {s.tight(t, numbers(4000), numbers(4000)), func(b []byte) { _, _ = decodeSigned(b) }, readingConstant},
		"as many fields as there may be items":   {s.tight(t, slices.Repeat([][]FieldValue{slices.Repeat([]FieldValue{With(FieldText, Int(1))}, 9)}, MaxOps)...), func(b []byte) { _, _ = decodeSigned(b) }, readingConstant},
		"as many ops as there may be, all empty": {s.tight(t, make([][]FieldValue, MaxOps)...), func(b []byte) { _, _ = decodeSigned(b) }, readingConstant},
		"a summary of as many tips":              {summary, func(b []byte) { _ = s.Missing(b, func([]byte) error { return nil }) }, 0},
		"a proof of the same change":             {big, func(b []byte) { _ = CheckProof(s.id, s.first, Person{1}, [][]byte{b}) }, 0},
	} {
		c.read(c.input) // what is allocated once is not counted
		spent := allocated(func() { c.read(c.input) })
		if most := uint64(4*len(c.input) + c.beside); spent > most {
			t.Errorf("%s: %d bytes allocated for %d, more than %d", name, spent, len(c.input), most)
		} else {
			t.Logf("%s: %d bytes allocated for %d: %.2f times", name, spent, len(c.input), float64(spent)/float64(len(c.input)))
		}
	}
}

// readingConstant is what reading a tight input may allocate beside four times its bytes: the structs of [MaxOps] ops and of [MaxItems] items,
// which few bytes can ask for.
const readingConstant = 256 << 10

// tight is a change of ops with these fields, and of nothing else.
func (s *Session) tight(t *testing.T, ops ...[]FieldValue) []byte {
	t.Helper()
	last := s.graph.nodes[len(s.graph.nodes)-1].change.full()
	c := &Change{V: Version, Session: s.id, Writer: last.Writer, Seq: last.Seq + 1, Prev: last.ID, Lamport: last.Lamport + 1}
	for _, fields := range ops {
		c.Ops = append(c.Ops, Create(KindParked, fields...))
	}
	body, err := encodeBody(c)
	if err != nil {
		t.Fatal(err)
	}
	signed := append(make([]byte, 64), body...)
	if _, err := decodeSigned(signed); err != nil {
		t.Fatalf("not read, so not measured: %v", err)
	}
	return signed
}

// numbers is a field that holds a list of numbers of three bytes each.
func numbers(n int) []FieldValue {
	return []FieldValue{With(FieldText, Value{slices.Repeat([]any{int64(1000)}, n)})}
}

func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// biggest is a change of MaxOps ops near MaxChange.
func (s *Session) biggest(t *testing.T) []byte {
	t.Helper()
	last := s.graph.nodes[len(s.graph.nodes)-1].change.full()
	c := &Change{V: Version, Session: s.id, Writer: last.Writer, Seq: last.Seq + 1, Prev: last.ID, Lamport: last.Lamport + 1}
	for range MaxOps {
		c.Ops = append(c.Ops, Create(KindParked, With(FieldText, Text(string(bytes.Repeat([]byte("x"), 230))))))
	}
	body, err := encodeBody(c)
	if err != nil {
		t.Fatal(err)
	}
	if len(body) > MaxChange-64 || len(body) < MaxChange/2 {
		t.Fatalf("%d bytes", len(body))
	}
	return append(make([]byte, 64), body...)
}
