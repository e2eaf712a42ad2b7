package workshop

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"slices"
)

// shuffle returns the numbers from 0 to n-1 in an order that follows from what it is for, every order being as likely as any other.
// All peers make the same order, and nobody chose it.
func shuffle(n int, what string, parts ...[]byte) []int {
	h := sha256.New()
	h.Write([]byte("convene/shuffle/1/" + what))
	for _, p := range parts {
		h.Write(binary.BigEndian.AppendUint32(nil, uint32(len(p))))
		h.Write(p)
	}
	d := dice(binary.BigEndian.Uint64(h.Sum(nil)))
	return d.order(n)
}

// OrderFor returns the options of a run in the order in which one voter sees them. Each voter has another order, so that no option
// gains by standing first.
func (r *RunView) OrderFor(voter []byte) []Option {
	options := make([]Option, len(r.Options))
	for i, at := range shuffle(len(r.Options), "order", r.ID.encode(), voter) {
		options[i] = r.Options[at]
	}
	return options
}

// voterKeys lists the keys of everybody who votes in a run: people, then seats.
func (r *RunView) voterKeys() [][]byte {
	var keys [][]byte
	for _, p := range r.Voters {
		keys = append(keys, slices.Clone(p[:]))
	}
	for _, s := range r.Seats {
		keys = append(keys, s.Key())
	}
	return keys
}

// Reading lists the options that a voter is handed to read in a vote with passes: each option goes to as many voters as there are
// passes, never to who wrote it. All voters stand in a ring by a shuffle that follows from the run; what one wrote goes on to those who
// follow. Who wrote something unnamed has no place in the ring: it starts from where the shuffle puts it.
func (v *View) Reading(run *RunView, voter []byte) []RecordID {
	keys := run.voterKeys()
	n := len(keys)
	passes := min(run.Settings.Passes(), n-1)
	if passes <= 0 {
		return nil
	}
	place := map[string]int{}
	ring := shuffle(n, "ring", run.ID.encode())
	for at, i := range ring {
		place[string(keys[i])] = at
	}
	me, votes := place[string(voter)]
	if !votes {
		return nil
	}
	var mine []RecordID
	for i, at := range shuffle(len(run.Options), "pile", run.ID.encode()) {
		o := run.Options[at]
		from, known := place[string(v.writerKey(o.ID))]
		if !known {
			from = i % n
		}
		if ahead := (from - me + n) % n; ahead >= 1 && ahead <= passes {
			mine = append(mine, o.ID)
		}
	}
	return mine
}

// Wrote reports whether a voter, a person or a seat, wrote a note.
func (v *View) Wrote(voter []byte, note RecordID) bool {
	return len(voter) > 0 && bytes.Equal(voter, v.writerKey(note))
}

// writerKey is the key of who wrote a note, or nil where nobody knows.
func (v *View) writerKey(note RecordID) []byte {
	i := slices.IndexFunc(v.Notes, func(n NoteView) bool { return n.ID == note })
	if i < 0 {
		return nil
	}
	n := &v.Notes[i]
	switch {
	case !n.Seat.Zero():
		return n.Seat.Key()
	case n.Author.Zero():
		return nil
	}
	return slices.Clone(n.Author[:])
}
