package workshop

import "convene/workshop/crdt"

// kept is a change as the graph holds it: what is asked of old changes all the time stands here, the rest is read when somebody
// asks for it. Most changes of a session that was opened from a snapshot are never read again.
type kept struct {
	ID      ID
	Seq     uint64
	Lamport uint64
	Wall    int64
	Run     RecordID

	whole *Change
	from  *foldedLog // where the whole is, while it was not read
	at    int32
}

func keptOf(c *Change) kept {
	return kept{ID: c.ID, Seq: c.Seq, Lamport: c.Lamport, Wall: c.Wall, Run: c.Run, whole: c}
}

// read returns the whole change.
func (k *kept) read() *Change {
	if k.whole == nil {
		k.whole = k.from.read(k)
	}
	return k.whole
}

// signed returns the bytes of the change. Of one that was not read they are put together without being kept.
func (k *kept) signed() []byte {
	if k.whole == nil || k.whole.Bytes == nil {
		return k.from.signed(k)
	}
	return k.whole.Bytes
}

// full returns the change with its bytes, for whoever hands it on.
func (k *kept) full() *Change {
	c := k.read()
	if c.Bytes != nil {
		return c
	}
	with := *c
	with.Bytes = k.from.signed(k)
	return &with
}

func (k *kept) ops() []Op { return k.read().Ops }

// op returns op i, an empty one where there is none.
func (k *kept) op(i int) *Op {
	if ops := k.ops(); i < len(ops) {
		return &ops[i]
	}
	return &Op{}
}

func (k *kept) foreign() bool { return k.read().Foreign }

func (k *kept) created(i int) RecordID { return k.read().created(i) }

// Stamp orders op index among all writes.
func (k *kept) Stamp(index int) crdt.Stamp {
	return crdt.Stamp{Lamport: k.Lamport, ID: k.ID, Index: uint16(index)}
}

// Before is [Change.Before].
func (k *kept) Before(other *kept) bool {
	if k.Lamport != other.Lamport {
		return k.Lamport < other.Lamport
	}
	return k.ID.less(other.ID)
}
