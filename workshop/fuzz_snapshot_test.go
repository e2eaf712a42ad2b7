package workshop

import (
	"bytes"
	"errors"
	"runtime"
	"slices"
	"testing"
)

// FuzzLoadSnapshot gives the decoder of snapshots anything that is whole by its sum, which only this computer could have made:
// it is refused, or it is some session, and nothing that is asked of it afterwards panics.
func FuzzLoadSnapshot(f *testing.F) {
	log, cases := vectorChanges(f)
	s := loaded(f, log)
	f.Add(s.Snapshot()[snapshotHead:])
	for _, c := range cases {
		_ = s.ApplyChecked(c)
	}
	f.Add(s.Snapshot()[snapshotHead:])
	f.Fuzz(func(t *testing.T, parts []byte) { useMadeUp(t, parts, log, cases) })
}

// useMadeUp loads a snapshot of any parts, and asks all that a session can be asked.
func useMadeUp(t *testing.T, parts []byte, log, cases [][]byte) {
	b := append(make([]byte, snapshotHead, snapshotHead+len(parts)), parts...)
	copy(b, snapshotMark)
	copy(b[len(snapshotMark)+4:], rulesMark)
	seal(b)
	again, err := LoadSnapshot(b)
	if err != nil {
		if !errors.Is(err, ErrSnapshot) {
			t.Fatal(err)
		}
		return
	}
	again.View().Digest()
	_ = again.Missing(again.Summary(), func([]byte) error { return nil })
	_ = again.Changes(func(*Change) error { return nil })
	for _, c := range append(slices.Clone(log), cases...) {
		_ = again.ApplyChecked(c)
	}
	for _, r := range again.records {
		r.history()
		_, _ = again.Anchors(r.id)
	}
	again.Digest()
	again.Snapshot()
}

// TestASnapshotWithAByteAlteredIsRefusedOrASession alters bytes all over a snapshot and makes its sum right again.
func TestASnapshotWithAByteAlteredIsRefusedOrASession(t *testing.T) {
	log, cases := vectorChanges(t)
	parts := loaded(t, log).Snapshot()[snapshotHead:]
	for i := 0; i < len(parts); i += 29 {
		for _, x := range []byte{1, 0x80} {
			bad := bytes.Clone(parts)
			bad[i] ^= x
			useMadeUp(t, bad, log[:4], cases[:2])
		}
	}
}

func TestASnapshotOfOtherRulesIsRefused(t *testing.T) {
	log, _ := vectorChanges(t)
	b := loaded(t, log).Snapshot()
	if _, err := LoadSnapshot(b); err != nil {
		t.Fatal(err)
	}
	b[len(snapshotMark)+4] ^= 1 // the hash of the tables by which the log was judged
	seal(b)
	if _, err := LoadSnapshot(b); !errors.Is(err, ErrSnapshot) {
		t.Fatalf("err = %v", err)
	}
}

// TestReadingAllocatesFourTimesTheInput measures what every decoder of a stranger's bytes allocates for the largest input it takes,
// beside a constant that a small input needs as well: at most four times as much.
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
		input []byte
		read  func([]byte)
	}{
		"a change of as many ops as it may have": {big, func(b []byte) { _, _ = decodeSigned(b) }},
		"a change of items of one byte":          {append(make([]byte, 64), bytes.Repeat([]byte{0x80}, MaxChange-64)...), func(b []byte) { _, _ = decodeSigned(b) }},
		"a list that claims four thousand items": {append(make([]byte, 64), append([]byte{0x8c}, bytes.Repeat([]byte{0x9a, 0, 0, 0x0f, 0xff}, 12_000)...)...), func(b []byte) { _, _ = decodeSigned(b) }},
		"a summary of as many tips":              {summary, func(b []byte) { _ = s.Missing(b, func([]byte) error { return nil }) }},
		"a proof of the same change":             {big, func(b []byte) { _ = CheckProof(s.id, s.first, Person{1}, [][]byte{b}) }},
	} {
		c.read(c.input) // what is allocated once is not counted
		spent := allocated(func() { c.read(c.input) })
		if most := uint64(4*len(c.input)) + readingConstant; spent > most {
			t.Errorf("%s: %d bytes allocated for %d, more than %d", name, spent, len(c.input), most)
		} else {
			t.Logf("%s: %d bytes allocated for %d: %.2f times", name, spent, len(c.input), float64(spent)/float64(len(c.input)))
		}
	}
}

// readingConstant is what reading may allocate beside four times the input: what a change of a few bytes needs too.
const readingConstant = 64 << 10

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
