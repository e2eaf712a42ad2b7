package app

import (
	"crypto/sha256"
	"errors"
	"slices"

	"convene/workshop"
)

// The bounds of what waits for its past.
const (
	mostHeld      = 10_000
	mostHeldBytes = 16 << 20
)

// holdBack is changes whose past is not here yet, each under one change that it
// lacks: when that comes, only those are tried that waited for it, so that
// somebody who sends changes without a past costs nobody time later. When it is
// full the oldest go: whoever has them is asked again.
type holdBack struct {
	held    map[[32]byte]heldChange    // by the hash of its bytes
	lacking map[workshop.ID][][32]byte // in the order of their coming
	order   []turn                     // the oldest first; some may be gone
	turns   int                        // handed out
	bytes   int
}

// heldChange is a change that is held, what it lacks, and which turn it has.
type heldChange struct {
	signed []byte
	lacks  workshop.ID
	turn   int
}

// turn is when a change began to wait. A change that waits again, for something else it lacks, has a later one.
type turn struct {
	number int
	key    [32]byte
}

// stands reports whether a change still waits since that turn.
func (h *holdBack) stands(t turn) bool {
	w, there := h.held[t.key]
	return there && w.turn == t.number
}

// add holds a change that lacks another one, and reports whether it is new. What is held already is not held twice.
func (h *holdBack) add(signed []byte, lacks workshop.ID) bool {
	key := sha256.Sum256(signed)
	if _, there := h.held[key]; there {
		return false
	}
	if h.held == nil {
		h.held, h.lacking = map[[32]byte]heldChange{}, map[workshop.ID][][32]byte{}
	}
	h.turns++
	h.held[key] = heldChange{signed, lacks, h.turns}
	h.lacking[lacks] = append(h.lacking[lacks], key)
	h.order = append(h.order, turn{h.turns, key})
	h.bytes += len(signed)
	for len(h.held) > mostHeld || h.bytes > mostHeldBytes {
		h.dropOldest()
	}
	if len(h.order) > 2*mostHeld {
		h.order = slices.DeleteFunc(h.order, func(t turn) bool { return !h.stands(t) })
	}
	return true
}

// holds reports whether a change waits for its past.
func (h *holdBack) holds(signed []byte) bool {
	if len(h.held) == 0 {
		return false
	}
	_, waits := h.held[sha256.Sum256(signed)]
	return waits
}

func (h *holdBack) dropOldest() {
	oldest := h.order[0]
	h.order = h.order[1:]
	if !h.stands(oldest) {
		return
	}
	lacks := h.held[oldest.key].lacks
	h.forget(oldest.key)
	rest := h.lacking[lacks][1:] // the oldest of all is the oldest of its list
	if h.lacking[lacks] = rest; len(rest) == 0 {
		delete(h.lacking, lacks)
	}
}

func (h *holdBack) forget(key [32]byte) {
	h.bytes -= len(h.held[key].signed)
	delete(h.held, key)
}

// freed returns what waited for a change that has come, and holds it no longer.
func (h *holdBack) freed(came workshop.ID) [][]byte {
	var list [][]byte
	for _, key := range h.lacking[came] {
		list = append(list, h.held[key].signed)
		h.forget(key)
	}
	delete(h.lacking, came)
	return list
}

// Receive takes changes of others, in any order. What is valid is kept; what
// lacks its past waits for it. The error names bytes that no honest laptop
// sends; the rest is taken all the same.
func (l *Laptop) Receive(changes [][]byte) error {
	_, _, err := l.take(changes)
	return err
}

// take is Receive, and returns what is kept now, and whose changes were new, each once for each change: those that wait for their past
// count when they come, and not again when it has come.
func (l *Laptop) take(changes [][]byte) (applied []*workshop.Change, by []workshop.WriterKey, wrong error) {
	defer l.settle()
	came := len(changes)
	for todo := changes; len(todo) > 0; came-- {
		b := todo[0]
		todo = todo[1:]
		a, err := l.s.Apply(b)
		var missing *workshop.MissingError
		switch {
		case err == nil:
			applied = append(applied, a.Change)
			if came > 0 {
				by = append(by, a.Change.Writer)
			}
			l.noticed(a.Diff)
			todo = append(slices.Clip(todo), l.held.freed(a.Change.ID)...)
		case errors.As(err, &missing):
			if l.held.add(b, missing.IDs[0]) && came > 0 {
				by = append(by, missing.Writer)
			}
		case !errors.Is(err, workshop.ErrKnown):
			wrong = err
		}
	}
	if len(applied) == 0 {
		return applied, by, wrong
	}
	l.share.came(l.s.Digest())
	if err := l.keep.AppendRemote(applied); err != nil {
		l.trouble = refusalOf(err)
		return applied, by, wrong
	}
	l.recovered()
	return applied, by, wrong
}

// Waiting is how many changes wait for their past.
func (l *Laptop) Waiting() int { return len(l.held.held) }
