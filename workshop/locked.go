package workshop

import "slices"

// A lock is set by a facilitator on a whole board, a zone of it, a cluster or a note, and holds for participants: whoever knows of it cannot
// change what is under it, on any laptop, because a lock is judged like a right, of the past of each change. What was done
// before its doer knew of the lock counts, as all concurrent work does.

// locked says why participants may not do op i, or nil.
func (a *asker) locked(i int, kind Kind) *RefusedError {
	if a.who == facilitators {
		return nil
	}
	op := a.n.change.op(i)
	if op.Code == OpSet && op.Field == FieldLocked || !fieldOf(op, FieldLocked).Nothing() {
		return refuse(RefusedLocking)
	}
	if a.turned(op, kind) {
		return nil // what was written in private is turned over whatever happened to the board meanwhile
	}
	return a.lockedPlace(a.n, i, kind)
}

// turned reports whether an op turns over a note that was private, or lays it where its writer had laid it.
func (a *asker) turned(op *Op, kind Kind) bool {
	if a.run == nil || !a.run.settings.Private(a.run.kind) || op.Code == OpSet || op.Code == OpText {
		return false
	}
	return kind == KindNote || kind == KindPlacement && op.Parent.Change == a.n.change.ID
}

// lockedAgain says why participants may not take back a change that was made before its place was locked, or nil. It asks twice: where
// things lie now, and where they would lie without the change.
func (a *asker) lockedAgain(target *node) *RefusedError {
	if a.who == facilitators {
		return nil
	}
	if why := a.lockedChange(target, map[*node]bool{}); why != nil {
		return why
	}
	without := *a
	without.gone, without.back = target, nil
	return without.lockedChange(target, map[*node]bool{})
}

// lockedChange says what locked place a change touches, or one that it took back and that would come again; or nil. Each is asked
// once.
func (a *asker) lockedChange(target *node, asked map[*node]bool) *RefusedError {
	if asked[target] {
		return nil
	}
	asked[target] = true
	for i := range target.change.ops() {
		op := target.change.op(i)
		if op.Code == OpWithdraw {
			if before, ok := a.s.graph.has(op.Change); ok {
				if why := a.lockedChange(before, asked); why != nil {
					return why
				}
			}
			continue
		}
		kind := op.Kind
		if op.Code == OpSet || op.Code == OpText {
			kind, _ = a.s.kindOf(target, op.Record, i)
		}
		if why := a.lockedPlace(target, i, kind); why != nil {
			return why
		}
	}
	return nil
}

// lockedPlace says what locked place op i of a change touches, as the writer that is judged knew it, or nil.
func (a *asker) lockedPlace(n *node, i int, kind Kind) *RefusedError {
	if len(a.s.locks) == 0 {
		return nil
	}
	if why := a.lockedZone(n, i, kind); why != nil {
		return why
	}
	if kind != KindNote && kind != KindCluster && kind != KindConnector && kind != KindStroke {
		return nil
	}
	op := n.change.op(i)
	places := []RecordID{fieldOf(op, FieldActivity).Ref(), fieldOf(op, FieldCluster).Ref()}
	if rec := a.s.records[op.Record]; rec != nil && (op.Code == OpSet || op.Code == OpText) {
		places = append(places, op.Record, a.lastKnown(rec, FieldActivity).Ref(), a.lastKnown(rec, FieldCluster).Ref())
	}
	if op.Code == OpCreate {
		places = append(places, n.change.created(i)) // which is taken back
	}
	for _, p := range places {
		if rec := a.s.locks[p]; rec != nil && a.lastKnown(rec, FieldLocked).True() {
			return &RefusedError{Code: RefusedLocked, Kind: rec.kind}
		}
	}
	return nil
}

// lockedZone says what locked zone, or locked board of a canvas, an op changes: by laying a note into it, by taking one out of it, or
// by changing a note that lies in it. Nothing changes in a zone that is locked but by a facilitator.
func (a *asker) lockedZone(n *node, i int, kind Kind) *RefusedError {
	op := n.change.op(i)
	switch {
	case kind == KindPlacement && op.Code == OpPut:
		board, err := decodeRecordID(op.Key)
		if err != nil {
			return nil
		}
		if rec := a.s.locks[board]; rec != nil && a.lastKnown(rec, FieldLocked).True() {
			return &RefusedError{Code: RefusedLocked, Kind: rec.kind}
		}
		if a.zoneLocked(board, fieldOf(op, FieldZone).Str()) || a.liesLocked(op.Parent, board) {
			return &RefusedError{Code: RefusedLocked, Kind: KindZone}
		}
	case kind == KindNote:
		note := op.Record
		if op.Code == OpCreate {
			note = RecordID{Change: n.change.ID, Index: uint16(i)} // which is taken back
		}
		if a.liesLocked(note, RecordID{}) {
			return &RefusedError{Code: RefusedLocked, Kind: KindZone}
		}
	}
	return nil
}

// liesLocked reports whether a note lies in a locked zone, as the writer knew it: on the board, or where none is given, on any.
func (a *asker) liesLocked(note, on RecordID) bool {
	for _, id := range a.s.byParent[note] {
		put := a.s.records[id]
		if put == nil || put.kind != KindPlacement {
			continue
		}
		board, err := decodeRecordID(put.key)
		if err == nil && (on.Zero() || on == board) && a.zoneLocked(board, a.lastKnown(put, FieldZone).Str()) {
			return true
		}
	}
	return false
}

// zoneLocked reports whether a zone of a board was locked, as the writer knew it.
func (a *asker) zoneLocked(board RecordID, title string) bool {
	if title == "" {
		return false
	}
	for _, rec := range a.s.locks {
		if rec.kind == KindZone && rec.made(FieldActivity).Ref() == board && a.lastKnown(rec, FieldTitle).Str() == title &&
			a.lastKnown(rec, FieldLocked).True() && !a.lastKnown(rec, FieldDeleted).True() {
			return true
		}
	}
	return false
}

// lastKnown is the value of a field as the writer of the change that is judged knew it, without what had been taken back.
func (a *asker) lastKnown(rec *record, f Field) (v Value) {
	var at *node
	for _, w := range rec.history() {
		op := w.op()
		if op.Code == OpSet && op.Field != f {
			continue
		}
		value := fieldOf(op, f)
		whole := op.Code == OpPut && !schema[rec.kind].token // what it leaves out is no more
		if value.Nothing() && !whole || w.node.refused != "" || !a.s.graph.knew(a.n, w.node) || a.takenBack(w.node) {
			continue
		}
		if at == nil || !w.node.change.Before(at.change) {
			v, at = value, w.node
		}
	}
	return v
}

// takenBack reports whether a change had been withdrawn, as the writer of the change that is judged knew it.
func (a *asker) takenBack(n *node) bool {
	if n == a.gone {
		return true
	}
	list := a.s.undone[n.change.ID]
	if len(list) == 0 {
		return false
	}
	if is, known := a.back[n]; known {
		return is
	}
	is := slices.ContainsFunc(list, func(w *node) bool { return w.refused == "" && a.s.graph.knew(a.n, w) && !a.takenBack(w) })
	if a.back == nil {
		a.back = takenBack{}
	}
	a.back[n] = is
	return is
}
