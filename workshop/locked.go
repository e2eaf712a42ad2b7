package workshop

// A lock is set by a facilitator on a whole board, a cluster or a note, and holds for participants: whoever knows of it cannot
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
	if a.run != nil && kind == KindNote && op.Code != OpSet && op.Code != OpText && a.run.settings.Private(a.run.kind) {
		return nil // what was written in private is turned over whatever happened to the board meanwhile
	}
	return a.lockedPlace(a.n, i, kind)
}

// lockedAgain says why participants may not take back a change that was made before its place was locked, or nil.
func (a *asker) lockedAgain(target *node) *RefusedError {
	if a.who == facilitators {
		return nil
	}
	for i := range target.change.ops() {
		op := target.change.op(i)
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
	if kind != KindNote && kind != KindCluster && kind != KindConnector && kind != KindStroke {
		return nil
	}
	op := n.change.op(i)
	places := []RecordID{fieldOf(op, FieldActivity).Ref(), fieldOf(op, FieldCluster).Ref()}
	if rec := a.s.records[op.Record]; rec != nil && (op.Code == OpSet || op.Code == OpText) {
		places = append(places, op.Record, a.lastKnown(rec, FieldActivity).Ref(), a.lastKnown(rec, FieldCluster).Ref())
	}
	for _, p := range places {
		if rec := a.s.locks[p]; rec != nil && a.lastKnown(rec, FieldLocked).True() {
			return &RefusedError{Code: RefusedLocked, Kind: rec.kind}
		}
	}
	return nil
}

// lastKnown is the value of a field as the writer of the change that is judged knew it.
func (a *asker) lastKnown(rec *record, f Field) (v Value) {
	var at *node
	for _, w := range rec.history() {
		op := w.op()
		if op.Code == OpSet && op.Field != f {
			continue
		}
		value := fieldOf(op, f)
		if value.Nothing() || w.node.refused != "" || !a.s.graph.knew(a.n, w.node) {
			continue
		}
		if at == nil || !w.node.change.Before(at.change) {
			v, at = value, w.node
		}
	}
	return v
}
