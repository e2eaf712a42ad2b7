package app

import (
	"errors"

	"convene/workshop"
)

// The bounds of what waits for its past.
const (
	mostHeld      = 10_000
	mostHeldBytes = 16 << 20
)

// holdBack is changes whose past is not here yet. When it is full the oldest
// go: whoever has them is asked again.
type holdBack struct {
	list  [][]byte
	bytes int
}

func (h *holdBack) add(b []byte) {
	h.list = append(h.list, b)
	h.bytes += len(b)
	for len(h.list) > mostHeld || h.bytes > mostHeldBytes {
		h.bytes -= len(h.list[0])
		h.list = h.list[1:]
	}
}

func (h *holdBack) take() [][]byte {
	list := h.list
	h.list, h.bytes = nil, 0
	return list
}

// Receive takes changes of others, in any order. What is valid is kept; what
// lacks its past waits for it. The error names bytes that no honest laptop
// sends; the rest is taken all the same.
func (l *Laptop) Receive(changes [][]byte) error {
	defer l.settle()
	var applied []*workshop.Change
	var wrong error
	todo := changes
	for {
		before := len(applied)
		for _, b := range todo {
			a, err := l.s.Apply(b)
			var missing *workshop.MissingError
			switch {
			case err == nil:
				applied = append(applied, a.Change)
				l.noticed(a.Diff)
			case errors.As(err, &missing):
				l.held.add(b)
			case !errors.Is(err, workshop.ErrKnown):
				wrong = err
			}
		}
		if len(applied) == before || len(l.held.list) == 0 {
			break
		}
		todo = l.held.take() // what came may be the past of what waits
	}
	if len(applied) == 0 {
		return wrong
	}
	l.share.came(l.s.Digest())
	if err := l.keep.AppendRemote(applied); err != nil {
		l.trouble = refusalOf(err)
		return wrong
	}
	l.recovered()
	return wrong
}

// Waiting is how many changes wait for their past.
func (l *Laptop) Waiting() int { return len(l.held.list) }
