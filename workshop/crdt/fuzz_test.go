package crdt

import (
	"testing"
	"unicode/utf8"
)

// hostileBytes reads runs out of a stranger's bytes: ten bytes a run, then text.
type hostileBytes []byte

func (h *hostileBytes) take() int {
	if len(*h) == 0 {
		return 0
	}
	b := (*h)[0]
	*h = (*h)[1:]
	return int(b)
}

func (h *hostileBytes) id() CharID {
	id := CharID{Index: uint16(h.take() % 2), Off: uint32(h.take())}
	switch n := h.take() % 8; n {
	case 0:
		return CharID{}
	case 1:
		id.Change = OwnChange()
	case 2:
		id.Off = ^id.Off
		id.Change = changeID(3, 0)
	default:
		id.Change = changeID(n, 0)
	}
	return id
}

func (h *hostileBytes) run() Run {
	r := Run{Kind: RunKind(h.take() % 4), At: h.id(), Side: Side(h.take() % 4)}
	n := min(h.take()%16, len(*h))
	r.Len = uint32(n)
	if n == 15 {
		r.Len = ^uint32(0)
	}
	if r.Kind != RunDelete {
		r.Text = string((*h)[:n])
		*h = (*h)[n:]
	}
	return r
}

// FuzzApplyTakesAnythingAndStaysTheReference feeds made-up ops in made-up order,
// with flips between: nothing panics, storage stays in proportion to what was
// taken in, and the text is the naive text.
func FuzzApplyTakesAnythingAndStaysTheReference(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte("\x03\x01\x01\x00\x00\x00\x01\x05hello\x04\x01\x01\x00\x02\x03\x02\x02xy"))
	f.Add([]byte("\x03\x01\x01\x00\x00\x00\x01\x05hello\x04\x02\x02\x00\x01\x03\x01\x03\x01\x00\x00\x03\x02\x02ab"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 2000 {
			return
		}
		var text Text
		naive := newNaive()
		h := hostileBytes(data)
		taken := 0
		for len(h) > 0 {
			from := ChangeRef{ID: changeID(3+h.take()%5, 0), Index: uint16(h.take() % 2)}
			var runs []Run
			for range h.take() % 5 {
				runs = append(runs, h.run())
			}
			counted := h.take()%4 > 0
			again := text.Has(from)
			got, want := text.Apply(from, runs, counted), naive.apply(from, runs, counted)
			if (got == nil) != (want == nil) {
				t.Fatalf("Text says %v, the reference %v: %+v", got, want, runs)
			}
			if got == nil && !again {
				taken += len(runs)
			}
			flip, counts := changeID(3+h.take()%5, 0), h.take()%2 > 0
			text.SetCounted(flip, counts)
			naive.setCounted(flip, counts)
		}
		if err := text.sound(); err != nil {
			t.Fatal(err)
		}
		if text.String() != naive.string() || !utf8.ValidString(text.String()) {
			t.Fatalf("got %q, want %q", text.String(), naive.string())
		}
		if b := text.body; b != nil && (len(b.spans) > 3*taken || len(b.gone)+len(b.runs) > taken) {
			t.Fatalf("%d runs were taken: %d spans, %d areas, %d runs kept", taken, len(b.spans), len(b.gone), len(b.runs))
		}
	})
}
