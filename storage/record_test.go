package storage

import (
	"bytes"
	"slices"
	"testing"
)

func sampleRecords() []record {
	return []record{
		{kind: kindChange, change: made(1, 1)},
		{kind: kindPrivate, key: "d/1", value: []byte("draft")},
		{kind: kindVoid, change: Change{ID: [32]byte{9}}},
		{kind: kindForgotten, key: "d/1"},
		{kind: kindPrivate, key: "", value: []byte{0, 0, 0, 0, 0, 0, 0, 0, 0}},
		{kind: kindChange, change: made(2, 700)},
	}
}

func frames(records []record) (text []byte) {
	for _, r := range records {
		text = appendFrame(text, r)
	}
	return text
}

func scanned(t *testing.T, text []byte) ([]record, []gap) {
	t.Helper()
	var found []record
	gaps, err := scanRecords(text, nil, func(r record) error { found = append(found, r); return nil })
	must(t, err)
	return found, gaps
}

func sameRecords(a, b []record) bool {
	return slices.EqualFunc(a, b, func(a, b record) bool {
		return bytes.Equal(appendFrame(nil, a), appendFrame(nil, b))
	})
}

func TestRecordsComeBackAsTheyWent(t *testing.T) {
	want := sampleRecords()
	got, gaps := scanned(t, frames(want))
	if len(gaps) != 0 || !sameRecords(got, want) {
		t.Errorf("got %d records of %d, gaps %v", len(got), len(want), gaps)
	}
}

func TestATornTailIsCutWhereverItTore(t *testing.T) {
	want := sampleRecords()
	text := frames(want)
	last := len(frames(want[:len(want)-1]))
	for cut := last + 1; cut < len(text); cut++ {
		got, gaps := scanned(t, text[:cut])
		if !sameRecords(got, want[:len(want)-1]) || len(gaps) != 1 || gaps[0] != (gap{last, cut - last}) {
			t.Fatalf("cut at %d: %d records, gaps %v", cut, len(got), gaps)
		}
	}
}

func TestZerosAtTheEndAreNoGap(t *testing.T) {
	want := sampleRecords()
	got, gaps := scanned(t, append(frames(want), make([]byte, 5000)...))
	if len(gaps) != 0 || !sameRecords(got, want) {
		t.Errorf("%d records, gaps %v", len(got), gaps)
	}
}

func TestAnyFlippedBitCostsOneRecordAndIsSeen(t *testing.T) {
	want := sampleRecords()
	text := frames(want)
	for at := range text {
		for bit := range 8 {
			bad := bytes.Clone(text)
			bad[at] ^= 1 << bit
			got, gaps := scanned(t, bad)
			if len(gaps) == 0 {
				t.Fatalf("bit %d of byte %d: not seen", bit, at)
			}
			if len(got) != len(want)-1 {
				t.Fatalf("bit %d of byte %d: %d records of %d", bit, at, len(got), len(want))
			}
		}
	}
}

func FuzzScanRecords(f *testing.F) {
	f.Add([]byte{})
	f.Add(frames(sampleRecords()))
	f.Add(append([]byte("torn"), frames(sampleRecords())...))
	f.Fuzz(func(t *testing.T, text []byte) {
		sound := 0
		gaps, err := scanRecords(text, nil, func(r record) error {
			sound += len(appendFrame(nil, r))
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range gaps {
			sound += g.length
		}
		if sound > len(text) {
			t.Errorf("%d bytes of records and gaps in %d", sound, len(text))
		}
		if rest := bytes.TrimRight(text, "\x00"); sound < len(rest) && len(gaps) == 0 {
			t.Errorf("%d of %d bytes are accounted for", sound, len(rest))
		}
	})
}
