package workshop

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// readingCosts is what reading bytes from a stranger may allocate beside four times their length: the structs of 256 ops, the
// items of [MaxItems] and the buffers of the encoder.
const readingCosts = 1 << 20

// bounded fails when f allocates more than four times the input and a constant.
func bounded(t *testing.T, input int, f func()) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > uint64(4*input+readingCosts) {
		t.Fatalf("%d bytes allocated for %d of input", got, input)
	}
}

// vectorChanges are the changes of the vector files: what seeds every fuzz target.
func vectorChanges(tb testing.TB) (log, cases [][]byte) {
	tb.Helper()
	for _, name := range []string{"valid.json", "invalid.json", "refused.json", "other-version.json", "genesis.json"} {
		b, err := os.ReadFile(filepath.Join("testdata", "vectors", name))
		if err != nil {
			tb.Fatal(err)
		}
		var file struct {
			Log   []string
			Cases []struct{ Change string }
		}
		if err := json.Unmarshal(b, &file); err != nil {
			tb.Fatal(err)
		}
		if log == nil {
			log = unhexed(tb, file.Log...)
		}
		for _, c := range file.Cases {
			cases = append(cases, unhexed(tb, c.Change)...)
		}
	}
	return log, cases
}

func unhexed(tb testing.TB, list ...string) [][]byte {
	tb.Helper()
	out := make([][]byte, len(list))
	for i, s := range list {
		b, err := hex.DecodeString(s)
		if err != nil {
			tb.Fatal(err)
		}
		out[i] = b
	}
	return out
}

// loaded is the session of the vectors, its last writer, and a run that is open in it.
func loaded(tb testing.TB, log [][]byte) *Session {
	tb.Helper()
	l, err := Load(log)
	if err != nil || l.Broken > 0 {
		tb.Fatalf("load: %v, %d broken", err, l.Broken)
	}
	return l.Session
}

func FuzzReadChange(f *testing.F) {
	log, cases := vectorChanges(f)
	for _, b := range append(log, cases...) {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, signed []byte) {
		bounded(t, len(signed), func() {
			c, err := decodeSigned(signed)
			if err != nil {
				return
			}
			if again, err := decodeSigned(bytes.Clone(signed)); err != nil || again.ID != c.ID {
				t.Fatal("read twice, understood twice")
			}
		})
	})
}

// FuzzWriteChange gives a session ops that a member signed: whatever they are, they are refused, invalid, or counted alike by
// the quick and by the slow way, and nothing panics.
func FuzzWriteChange(f *testing.F) {
	log, cases := vectorChanges(f)
	for _, b := range cases {
		var w bodyWire
		if len(b) > 64 && decMode.Unmarshal(b[64:], &w) == nil {
			if ops, err := encMode.Marshal(w.Ops); err == nil {
				f.Add(ops, uint8(w.Seq), len(w.Run) > 0)
			}
		}
	}
	f.Fuzz(func(t *testing.T, ops []byte, who uint8, run bool) {
		s := loaded(t, log)
		if signed := s.rewrite(ops, who, run); signed != nil {
			_ = s.ApplyChecked(signed)
			if err := s.CheckSlow(); err != nil {
				t.Fatal(err)
			}
			s.View().Digest()
		}
	})
}

// rewrite is the next change of one of the session's writers with other ops, under the run that is open or under none. Its
// signature is made up.
func (s *Session) rewrite(ops []byte, who uint8, run bool) []byte {
	var w bodyWire
	last := s.graph.nodes[s.graph.chains[int(who)%len(s.graph.chains)].last].change
	if decMode.Unmarshal(last.signed()[64:], &w) != nil || decMode.Unmarshal(ops, &w.Ops) != nil {
		return nil
	}
	w.Session, w.Seq, w.Prev, w.Person, w.PersonSig = s.id[:], last.Seq+1, last.ID[:], []byte{}, []byte{}
	w.Deps, w.Run, w.Lamport = [][]byte{}, []byte{}, 0
	for _, id := range s.graph.sortedHeads() {
		if id != last.ID {
			w.Deps = append(w.Deps, id[:])
		}
		w.Lamport = max(w.Lamport, s.graph.nodes[s.graph.byID[id]].change.Lamport+1)
	}
	if run {
		w.Run = s.openRun().encode()
	}
	body, err := encMode.Marshal(&w)
	if err != nil {
		return nil
	}
	return append(make([]byte, 64), body...)
}

func FuzzReadValue(f *testing.F) {
	for _, v := range []Value{Text("x"), Int(-1), Bool(true), Bytes([]byte{1}), List(Int(1), List(Text("y"))), {}} {
		b, err := v.MarshalCBOR()
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		if countItems(b) > MaxItems {
			return // refused before any value is read
		}
		bounded(t, len(b), func() {
			var v Value
			if v.UnmarshalCBOR(b) != nil {
				return
			}
			v = resolveValue(v, ID{1})
			v.Ref()
			v.Person()
			for typ := typeString; typ <= typeLines; typ++ {
				if spec := of(typ); spec.check(v) == nil {
					spec.refsIn(v, func(RecordID) {})
					choicesAndLines(typ, v)
				}
			}
		})
	})
}

func choicesAndLines(typ valueType, v Value) {
	switch typ {
	case typeChoices:
		choicesOf(v)
	case typeLines:
		linesOf(v)
	}
}

func FuzzReadRuns(f *testing.F) {
	f.Add([]byte{0x81, 0x84, 1, 0x40, 0x61, 'x', 0})
	f.Add([]byte{0x82, 0x84, 1, 0x40, 0x61, 'x', 0, 0x84, 3, 0x44, 0, 0, 0, 0, 0x60, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		if countItems(b) > MaxItems {
			return
		}
		bounded(t, len(b), func() {
			var w []runWire
			if decMode.Unmarshal(b, &w) != nil {
				return
			}
			runs, err := decodeRuns(w)
			if err != nil {
				return
			}
			if again, err := encMode.Marshal(encodeRuns(runs)); err != nil || (len(runs) > 0 && len(again) > len(b)) {
				t.Fatalf("%x became %x, %v", b, again, err)
			}
		})
	})
}

func FuzzReadSummary(f *testing.F) {
	log, _ := vectorChanges(f)
	s := loaded(f, log)
	f.Add(s.Summary())
	f.Fuzz(func(t *testing.T, summary []byte) {
		bounded(t, len(summary), func() { _ = s.Missing(summary, func([]byte) error { return nil }) })
	})
}

func FuzzReadSettings(f *testing.F) {
	f.Add(`{"visibility":"public","dots":3,"scale":[1,7],"quorum":0.5,"who":"everyone"}`)
	f.Add(`{"dots":1e308,"scale":[-1,1e300],"maxPerOption":-5,"rankTop":-1}`)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > maxJSON {
			return
		}
		if CheckSettings(text) != nil {
			return
		}
		set := ParseSettings(text)
		if again := ParseSettings(set.String()); again.String() != set.String() {
			t.Fatalf("%q became %q", set, again)
		}
		r := RunView{Settings: set, Options: []Option{{ID: RecordID{Index: 1}}, {ID: RecordID{Index: 2}}}, Voters: make([]Person, 3)}
		for _, choices := range [][]Choice{nil, {{Option: r.Options[0].ID, Value: 1}}, {{Option: r.Options[1].ID, Value: -3}, {Option: r.Options[0].ID, Value: 999_999}}} {
			res := r.Rules()
			res.tally(&r, []castBallot{{choices: choices}, {}})
			res.Kept(set)
			if res.judge(&r) == VerdictDecided && set.Method() == MethodDots {
				t.Fatal("dots decided")
			}
		}
		for _, k := range ActivityKinds() {
			_ = Supported(k, set)
			set.Private(k)
		}
	})
}

func FuzzReadProof(f *testing.F) {
	log, _ := vectorChanges(f)
	s := loaded(f, log)
	var who Person
	for p := range s.policyNow().grants {
		who = p
	}
	f.Add(bytes.Join(s.Proof(who), []byte("|")))
	f.Fuzz(func(t *testing.T, joined []byte) {
		proof := bytes.Split(joined, []byte("|"))
		bounded(t, len(joined)+len(proof)*24, func() {
			if CheckProof(s.id, s.first, Person{1}, proof) == nil {
				t.Fatal("a stranger proved that they were admitted")
			}
		})
	})
}

func FuzzReadNames(f *testing.F) {
	f.Add(RecordID{Change: ID{1}, Index: 2}.String())
	f.Add(Person{3}.String())
	f.Add(SessionID{4}.String())
	f.Fuzz(func(t *testing.T, s string) {
		if r, err := ParseRecordID(s); err == nil {
			if again, err := ParseRecordID(r.String()); err != nil || again != r {
				t.Fatalf("record %q: %v", s, err)
			}
		}
		if p, err := ParsePerson(s); err == nil {
			if again, err := ParsePerson(p.String()); err != nil || again != p {
				t.Fatalf("person %q: %v", s, err)
			}
		}
		if id, err := ParseSessionID(s); err == nil {
			if again, err := ParseSessionID(id.String()); err != nil || again != id {
				t.Fatalf("session %q: %v", s, err)
			}
		}
		if r, ok := ParseRole(s); ok && r.String() != s {
			t.Fatalf("role %q", s)
		}
		Fill(s, s, s, []string{s}, s)
	})
}

func FuzzLoad(f *testing.F) {
	log, cases := vectorChanges(f)
	f.Add(bytes.Join(log, []byte("||||")))
	f.Add(bytes.Join(cases[:9], []byte("||||")))
	f.Fuzz(func(_ *testing.T, joined []byte) {
		if l, err := Load(bytes.Split(joined, []byte("||||"))); err == nil {
			l.Session.View()
		}
	})
}
