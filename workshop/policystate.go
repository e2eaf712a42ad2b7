package workshop

import "slices"

// policyState is who may do what, judged from one set of landmarks. It is a pure function of the set.
type policyState struct {
	first    Person
	struck   map[*node]bool // policy changes of the set that a higher rank took away
	grants   map[Person][]grant
	lowering []grant
	runs     map[RecordID]*runPolicy
	seats    map[RecordID]seatPolicy
	groups   map[RecordID]groupPolicy
	takeIns  []takeIn
	endorsed map[Person]endorsement // by whom
	ranks    map[Person]rank        // remembered answers of rankIn
}

// endorsement is whom somebody would follow, said last.
type endorsement struct {
	by     *node
	person Person
}

type grant struct {
	by     *node
	person Person
	rank   rank
}

// runPolicy is a run as rights see it: its frozen rules and whether it is open.
type runPolicy struct {
	by       *node
	id       RecordID
	activity RecordID
	kind     ActivityKind
	source   RecordID
	settings Settings
	voters   []Person
	seats    []RecordID
	closings []*node
	closes   []*node
}

type seatPolicy struct {
	keeper Person
	by     *node
}

// groupPolicy is a group of a breakout as rights see it.
type groupPolicy struct {
	run     RecordID
	members []Person
}

// inGroup reports whether somebody works on the board of a group: a member, and anyone where people choose their group.
func (p *policyState) inGroup(board RecordID, who Person) bool {
	g, ok := p.groups[board]
	if !ok {
		return false
	}
	if r := p.runs[g.run]; r != nil && r.settings.SelfSelect() {
		return true
	}
	return slices.Contains(g.members, who)
}

type takeIn struct {
	by     *node
	person Person
	run    RecordID
}

// RunState says how far a run has come.
type RunState uint8

// The states of a run. Closing is the reveal: nothing new is taken, what was private is turned over.
const (
	RunNone RunState = iota
	RunOpen
	RunClosing
	RunClosed
)

var runStateNames = [...]string{"none", "open", "closing", "closed"}

// String returns the state's name.
func (r RunState) String() string { return runStateNames[r] }

func (r *runPolicy) state() RunState {
	switch {
	case r == nil:
		return RunNone
	case len(r.closes) > 0:
		return RunClosed
	case len(r.closings) > 0:
		return RunClosing
	}
	return RunOpen
}

// policyOf judges a set of landmarks, or returns what was judged before.
func (s *Session) policyOf(set *policySet) *policyState {
	if set.state == nil {
		set.state = s.judgePolicy(s.land.in(set))
	}
	return set.state
}

func (s *Session) judgePolicy(marks []*node) *policyState {
	p := &policyState{
		first: s.first, struck: map[*node]bool{}, grants: map[Person][]grant{}, runs: map[RecordID]*runPolicy{},
		seats: map[RecordID]seatPolicy{}, groups: map[RecordID]groupPolicy{}, endorsed: map[Person]endorsement{}, ranks: map[Person]rank{},
	}
	s.strike(p, marks)
	for _, n := range marks {
		if n.refused == "" && !p.struck[n] {
			s.enter(p, n)
		}
	}
	return p
}

// strike finds the policy changes of the set that do not count: a lowering from above, or by the person, that did not know
// them took the right away. Higher ranks are judged first, so nothing judged later can undo a strike.
func (s *Session) strike(p *policyState, marks []*node) {
	byRank := slices.Clone(marks)
	slices.SortStableFunc(byRank, func(a, b *node) int { return int(a.rank) - int(b.rank) })
	var cuts []grant
	for _, n := range byRank {
		if n.refused != "" {
			continue
		}
		p.struck[n] = s.strikes(cuts, n) || !s.rests(p, n)
		if p.struck[n] {
			continue
		}
		for i := range n.change.ops() {
			if g, ok := grantIn(n, i); ok {
				p.grants[g.person] = append(p.grants[g.person], g)
				if g.rank > n.was {
					cuts = append(cuts, g)
				}
			}
		}
	}
	p.lowering = cuts
	p.grants = map[Person][]grant{}
}

// strikes reports whether a cut takes policy change n away: same person, from above or by themselves, neither knew the other,
// and the role left does not allow what n does.
func (s *Session) strikes(cuts []grant, n *node) bool {
	for _, c := range cuts {
		if c.person != n.person || (c.by.person != n.person && !c.by.rank.above(n.rank)) {
			continue
		}
		if s.graph.knew(c.by, n) || s.graph.knew(n, c.by) {
			continue
		}
		if policyNeeds(n).above(c.rank) {
			return true
		}
	}
	return false
}

// policyNeeds is the lowest rank that might have made a landmark change.
func policyNeeds(n *node) rank {
	lowest := rankOf(RoleParticipant, 0)
	for i := range n.change.ops() {
		op := n.change.op(i)
		if g, ok := grantIn(n, i); ok {
			if g.person == n.person {
				continue // lowering oneself needs no rank
			}
			lowest = min(lowest, min(g.rank-1, rankOf(RoleElected, 0)))
		} else if op.Code == OpCreate && (op.Kind.Policy() || op.Kind == KindSeat || op.Kind == KindGroup) {
			lowest = min(lowest, rankOf(RoleElected, 0))
		}
	}
	return lowest
}

// rests reports whether the writer of n still holds a grant that counts: a struck grant strikes its grantee.
func (s *Session) rests(p *policyState, n *node) bool {
	if n.person == s.first {
		return true
	}
	for _, g := range p.grants[n.person] {
		if s.graph.knew(n, g.by) {
			return true
		}
	}
	return false
}

func grantIn(n *node, i int) (grant, bool) {
	op := n.change.op(i)
	if op.Code != OpCreate || op.Kind != KindGrant {
		return grant{}, false
	}
	role := Role(fieldOf(op, FieldRole).Num())
	return grant{by: n, person: fieldOf(op, FieldPerson).Person(), rank: rankOf(role, fieldOf(op, FieldRank).Num())}, true
}

// enter adds one counted landmark change.
func (s *Session) enter(p *policyState, n *node) {
	for i := range n.change.ops() {
		op := n.change.op(i)
		switch {
		case op.Code == OpCreate && op.Kind == KindGrant:
			g, _ := grantIn(n, i)
			p.grants[g.person] = append(p.grants[g.person], g)
		case op.Code == OpCreate && op.Kind == KindRun:
			p.enterRun(n, i)
		case op.Code == OpCreate && op.Kind == KindClosing:
			if r := p.runs[fieldOf(op, FieldRun).Ref()]; r != nil {
				r.closings = append(r.closings, n)
			}
		case op.Code == OpCreate && op.Kind == KindClose:
			if r := p.runs[fieldOf(op, FieldRun).Ref()]; r != nil {
				r.closes = append(r.closes, n)
			}
		case op.Code == OpCreate && op.Kind == KindTakeIn:
			p.takeIns = append(p.takeIns, takeIn{by: n, person: fieldOf(op, FieldPerson).Person(), run: fieldOf(op, FieldRun).Ref()})
		default:
			s.enterPlace(p, n, i)
		}
	}
}

func (p *policyState) enterRun(n *node, i int) {
	op := n.change.op(i)
	r := &runPolicy{
		by: n, id: n.change.created(i), activity: fieldOf(op, FieldActivity).Ref(),
		kind:     ActivityKind(fieldOf(op, FieldActivityKind).Str()),
		source:   fieldOf(op, FieldSource).Ref(),
		settings: ParseSettings(fieldOf(op, FieldSettings).Str()),
	}
	for _, v := range fieldOf(op, FieldVoters).Items() {
		r.voters = append(r.voters, v.Person())
	}
	for _, v := range fieldOf(op, FieldSeats).Items() {
		r.seats = append(r.seats, v.Ref())
	}
	p.runs[r.id] = r
}

// enterPlace notes who keeps a seat, who is in a group and whom a person endorses: later writes replace earlier ones.
func (s *Session) enterPlace(p *policyState, n *node, i int) {
	op := n.change.op(i)
	id, kind := op.Record, Kind(0)
	if op.Code == OpCreate || op.Code == OpPut {
		id, kind = n.change.created(i), op.Kind
	} else if r := s.records[op.Record]; r != nil {
		kind = r.kind
	}
	switch kind {
	case KindSeat:
		if v := fieldOf(op, FieldKeeper); !v.Nothing() {
			p.seats[id] = seatPolicy{keeper: v.Person(), by: n}
		}
	case KindGroup:
		g := p.groups[id]
		if op.Code == OpCreate {
			g.run = fieldOf(op, FieldRun).Ref()
		}
		if v := fieldOf(op, FieldMembers); !v.Nothing() {
			g.members = make([]Person, 0, len(v.Items()))
			for _, it := range v.Items() {
				g.members = append(g.members, it.Person())
			}
		}
		p.groups[id] = g
	case KindEndorse:
		p.endorsed[n.person] = endorsement{by: n, person: fieldOf(op, FieldPerson).Person()}
	}
}

// fieldOf returns the value that an op gives a field, or nothing.
func fieldOf(op *Op, f Field) Value {
	if op.Code == OpSet {
		if op.Field == f {
			return op.Value
		}
		return Value{}
	}
	for _, fv := range op.Fields {
		if fv.Field == f {
			return fv.Value
		}
	}
	return Value{}
}

// rankIn is the person's rank in this state: the lowest of the latest grants, so that removal wins and a return needs a grant
// that knew of it. The first facilitator needs no grant.
func (p *policyState) rankIn(s *Session, who Person) rank {
	if r, ok := p.ranks[who]; ok {
		return r
	}
	r, any := rank(0), false
	list := p.grants[who]
	for i, g := range list {
		latest := true
		for j, h := range list {
			latest = latest && (i == j || !s.graph.knew(h.by, g.by))
		}
		if latest {
			r, any = max(r, g.rank), true
		}
	}
	if !any {
		r = rankOf(RoleNone, 0)
		if who == p.first {
			r = rankOf(RoleFirst, 0)
		}
	}
	p.ranks[who] = r
	return r
}
