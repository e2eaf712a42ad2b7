package workshop

import (
	"bytes"
	"slices"
)

// asker is what rights read about the change that is judged.
type asker struct {
	s      *Session
	n      *node
	policy *policyState
	run    *runPolicy
	who    who
	when   when
	melt   *melt // read when first asked for
	gone   *node // taken as withdrawn, or nil
	back   takenBack
}

// judgeAllowed asks the second question: might the writer do this, by the rules as they stood in the change's own past? It
// returns why not, or nil.
func (s *Session) judgeAllowed(n *node) *RefusedError {
	if n.change.foreign() {
		return refuse(RefusedUnknown)
	}
	a := asker{s: s, n: n, policy: s.policyOf(n.policy), who: whoIs(n.rank.role())}
	if !n.change.Run.Zero() {
		a.run = a.policy.runs[n.change.Run]
		if a.run == nil {
			return refuse(RefusedNotOpen)
		}
	}
	a.when = whenIs(a.run)
	for i := range n.change.ops() {
		if why := a.op(i); why != nil {
			return why
		}
	}
	return nil
}

// op judges one op.
func (a *asker) op(i int) *RefusedError {
	op := a.n.change.op(i)
	v, kind, field := makes, op.Kind, op.Field
	switch op.Code {
	case OpWithdraw:
		return a.withdraw(op)
	case OpSet, OpText:
		kind, _ = a.s.kindOf(a.n, op.Record, i)
		v = writes
		if op.Code == OpSet && field == FieldDeleted {
			v = deletes
		}
	}
	spec := schema[kind]
	if spec == nil {
		return refuse(RefusedUnknown)
	}
	for _, f := range op.Fields {
		if _, ok := spec.fields[f.Field]; !ok {
			return refuse(RefusedUnknown)
		}
	}
	if seat := fieldOf(op, FieldSeat).Ref(); kind == KindNote && !seat.Zero() && a.policy.seats[seat].keeper != a.n.person {
		return refuse(RefusedSeat)
	}
	if v == writes {
		if why := a.writable(kind, spec, op); why != nil {
			return why
		}
	}
	if why := a.locked(i, kind); why != nil {
		return why
	}
	in := ActivityKind("")
	if a.run != nil {
		in = a.run.kind
	}
	byHand := kind == KindStroke && v == makes && a.knownByHand(op)
	for j := range rights {
		if !byHand && rights[j].fits(a.who, in, a.when, v, kind, field) && a.holds(rights[j].if_, i) {
			return nil
		}
	}
	return &RefusedError{
		Code: RefusedRight, Role: a.n.rank.role(), Act: verbName(v), Kind: kind, Field: field, Activity: in, State: a.run.state(),
	}
}

// writable reports whether the field exists and may be altered in this way.
func (a *asker) writable(k Kind, spec *kindSpec, op *Op) *RefusedError {
	code := RefusalCode("")
	f, ok := spec.fields[op.Field]
	switch {
	case !ok:
		return refuse(RefusedUnknown)
	case spec.put:
		code = RefusedWhole
	case f.fixed:
		code = RefusedFixed
	case f.typ == typeText && a.unnamed(op.Record):
		code = RefusedUnnamed
	case (op.Code == OpText) != (f.typ == typeText):
		code = RefusedWay
	default:
		return nil
	}
	return &RefusedError{Code: code, Kind: k, Field: op.Field}
}

// unnamed reports whether a record was put under a token.
func (a *asker) unnamed(id RecordID) bool {
	rec := a.s.records[id]
	return rec != nil && rec.maker == nil
}

// withdraw: only one's own, and not policy, ballots or openings.
func (a *asker) withdraw(op *Op) *RefusedError {
	target, _ := a.s.graph.has(op.Change)
	if target.person != a.n.person {
		return refuse(RefusedOthers)
	}
	if target == a.s.graph.nodes[0] {
		return refuse(RefusedBeginning)
	}
	for i := range target.change.ops() {
		k := target.change.op(i).Kind
		if k.Policy() || k == KindBallot || k == KindOpening || k == KindEndorse || k == KindSeat || k == KindGroup {
			return &RefusedError{Code: RefusedKept, Kind: k}
		}
		if !fieldOf(target.change.op(i), FieldLocked).Nothing() {
			return refuse(RefusedLockKept)
		}
	}
	return a.lockedAgain(target)
}

func verbName(v verb) string {
	return map[verb]string{makes: "make", writes: "change", deletes: "delete"}[v]
}

// holds reports whether the condition of a row is true of op i.
func (a *asker) holds(c condition, i int) bool {
	op := a.n.change.op(i)
	switch c {
	case always:
		return true
	case onOwn, ownNote:
		return a.owns(op.Record)
	case underOwn:
		return a.ownKey(op.Key)
	case ifVoter:
		return a.ownKey(op.Key) && a.votes(op.Key)
	case ifPublic:
		return !a.run.settings.Private(a.run.kind) && a.onBoard(op) && op.Code == OpCreate
	case ifPrivate:
		return a.run.settings.Private(a.run.kind) && a.onBoard(op) && op.Code == OpCreate && !a.run.settings.Anonymous()
	case ifBatch:
		return a.run.settings.Private(a.run.kind) && a.onBoard(op) && op.Code == OpPut && a.run.settings.Anonymous() && op.Parent == a.run.id
	case ifWho:
		return a.run.sorts(a.n.person)
	case ifMerge:
		return a.merges(i)
	case ifOwner:
		return a.ownsAction(op.Record)
	case byRank:
		return a.mayGrant(op)
	case ifElected:
		return a.elected(op)
	case inOwnGroup:
		return a.inGroup(op)
	case ifOpenAnswer:
		return a.ownKey(op.Key) && !a.run.settings.Balloted(a.run.kind)
	case ifSecretAnswer:
		return a.ownKey(op.Key) && a.votes(op.Key) && a.run.settings.Balloted(a.run.kind)
	case ifReview:
		return a.run.settings.Str("mode", "new") == "review"
	}
	return a.holdsGroups(c, op)
}

// holdsGroups is holds for the conditions of groups and canvases.
func (a *asker) holdsGroups(c condition, op *Op) bool {
	set := a.run.settings
	switch c {
	case ifMarket:
		if op.Kind == KindAttendance {
			return set.SelfSelect() && a.ownKey(op.Key)
		}
		return set.SelfSelect() && fieldOf(op, FieldRun).Ref() == a.run.id && fieldOf(op, FieldMembers).Nothing() &&
			fieldOf(op, FieldKeeper).Person() == a.n.person
	case ifInner:
		if op.Kind == KindResponse {
			return set.Inner() == ActivityRound && a.ownKey(op.Key)
		}
		return set.Inner() == ActivityCommit
	case onCanvas:
		return a.onKey(op)
	case ifTurned:
		return set.Private(a.run.kind) && a.onKey(op) && a.owns(op.Parent)
	case ifBatched:
		return set.Private(a.run.kind) && set.Anonymous() && a.onKey(op)
	case ifArrows:
		return set.On("connectors", false)
	case ifInk:
		return !set.Private(a.run.kind) && !set.Anonymous() && a.onBoard(op)
	}
	return false
}

// onKey reports whether something is placed on the board of the run's activity: the board is the key.
func (a *asker) onKey(op *Op) bool {
	board, err := decodeRecordID(op.Key)
	return err == nil && board == a.run.activity
}

// owns reports whether the person made the record.
func (a *asker) owns(id RecordID) bool {
	if id.Change == a.n.change.ID {
		return true
	}
	rec := a.s.records[id]
	return rec != nil && rec.maker != nil && rec.maker.person == a.n.person
}

// ownKey reports whether a key is the person, or a seat they keep.
func (a *asker) ownKey(key []byte) bool {
	if string(key) == string(a.n.person[:]) {
		return true
	}
	seat, err := decodeRecordID(key)
	return err == nil && !seat.Zero() && a.policy.seats[seat].keeper == a.n.person
}

func (a *asker) votes(key []byte) bool {
	if len(key) != len(Person{}) {
		seat, err := decodeRecordID(key)
		return err == nil && slices.Contains(a.run.seats, seat)
	}
	for _, v := range a.run.voters {
		if v == a.n.person {
			return true
		}
	}
	return false
}

// onBoard reports whether a new note belongs to the board of the run's activity.
func (a *asker) onBoard(op *Op) bool {
	return fieldOf(op, FieldActivity).Ref() == a.run.activity
}

// ownsAction reports whether the person is the owner of an action, as they knew it.
func (a *asker) ownsAction(id RecordID) bool {
	rec := a.s.records[id]
	if rec == nil {
		return false
	}
	var owner Person
	var at *node
	for _, w := range rec.history() {
		v := fieldOf(w.op(), FieldOwner)
		if v.Nothing() || !a.s.graph.knew(a.n, w.node) || w.node.refused != "" {
			continue
		}
		if at == nil || at.change.Before(w.node.change) {
			owner, at = v.Person(), w.node
		}
	}
	return owner == a.n.person
}

// mayGrant: from above both the old and the new rank, or lowering oneself.
func (a *asker) mayGrant(op *Op) bool {
	person := fieldOf(op, FieldPerson).Person()
	role := Role(fieldOf(op, FieldRole).Num())
	if person.Zero() || role > RoleNone || role == RoleFirst || role == RoleElected {
		return false
	}
	to := rankOf(role, fieldOf(op, FieldRank).Num())
	if person == a.n.person {
		return a.n.rank.above(to)
	}
	return a.n.rank.above(to) && a.n.rank.above(a.policy.rankIn(a.s, person)) && a.who == facilitators
}

// elected: more than half of the participants endorse the person. Whoever was granted more stands above them.
func (a *asker) elected(op *Op) bool {
	person := fieldOf(op, FieldPerson).Person()
	if Role(fieldOf(op, FieldRole).Num()) != RoleElected || a.policy.rankIn(a.s, person).role() != RoleParticipant {
		return false
	}
	return a.policy.follows(a.s, person)
}

// follows reports whether more than half of the participants endorse somebody. One's own voice alone elects only where nobody else
// takes part and nobody facilitates.
func (p *policyState) follows(s *Session, person Person) bool {
	room, votes := 0, 0
	for who := range p.grants {
		if p.rankIn(s, who).role() != RoleParticipant {
			continue
		}
		room++
		if e, said := p.endorsed[who]; said && e.person == person && !p.spent(s, e) {
			votes++
		}
	}
	return 2*votes > room && (room > 1 || !p.led(s))
}

// spent reports whether an endorsement lies behind: whoever was given a role since, from above or by themselves, is elected only by
// those who say so again. An election spends nothing.
func (p *policyState) spent(s *Session, e endorsement) bool {
	return slices.ContainsFunc(p.grants[e.person], func(g grant) bool {
		return g.rank.role() != RoleElected && s.graph.knew(g.by, e.by)
	})
}

// led reports whether anybody facilitates, here or not.
func (p *policyState) led(s *Session) bool {
	if p.rankIn(s, p.first).role().Facilitates() {
		return true
	}
	for who := range p.grants {
		if p.rankIn(s, who).role().Facilitates() {
			return true
		}
	}
	return false
}

// Electable reports whether the room elects somebody: more than half of the participants endorse them, and more than themselves alone
// where somebody facilitates. Whether a facilitator is
// still among people is not in the log; who is elected ranks below all that were granted it.
func (s *Session) Electable(person Person) bool { return s.policyNow().follows(s, person) }

// NextInLine is who would lead among those who are here: the highest in rank who facilitates, of two alike the one with the smaller key;
// nobody where none of them does. Whoever sees the same people names the same one.
func (s *Session) NextInLine(here func(Person) bool) Person {
	p := s.policyNow()
	if here(p.first) && p.rankIn(s, p.first).role().Facilitates() {
		return p.first
	}
	var next Person
	best := rankOf(RoleParticipant, 0)
	for who := range p.grants {
		r := p.rankIn(s, who)
		if here(who) && (r.above(best) || r == best && bytes.Compare(who[:], next[:]) < 0) && r.role().Facilitates() {
			next, best = who, r
		}
	}
	return next
}

// inGroup reports whether the person is in a group of the run. The board of a group is the group's record.
func (a *asker) inGroup(op *Op) bool {
	board := a.boardOf(op)
	g, ok := a.policy.groups[board]
	return ok && g.run == a.run.id && a.policy.inGroup(board, a.n.person)
}

// boardOf is the board that an op is about: for reports and groups the group itself, for placements the key.
func (a *asker) boardOf(op *Op) RecordID {
	switch {
	case op.Code == OpPut && op.Kind == KindPlacement:
		board, _ := decodeRecordID(op.Key)
		return board
	case op.Code == OpPut:
		return op.Parent
	case op.Code == OpCreate:
		return fieldOf(op, FieldActivity).Ref()
	}
	if rec := a.s.records[op.Record]; rec != nil && rec.kind == KindGroup {
		return op.Record
	} else if rec != nil {
		return rec.made(FieldActivity).Ref()
	}
	return RecordID{}
}
