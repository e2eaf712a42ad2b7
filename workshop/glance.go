package workshop

import "slices"

// The functions in this file answer one small question each about the session as it stands, without the whole View.

// CurrentRun returns the run that is open or closing, or nil. With several, it is the one opened last in delivery order.
func (s *Session) CurrentRun() *RunView { return s.RunView(s.openRun()) }

// Unclosed lists the runs that are not closed, in the order in which they were opened: one, unless laptops were apart.
func (s *Session) Unclosed() []RecordID {
	var runs []*runPolicy
	for _, r := range s.policyNow().runs {
		if r.state() != RunClosed {
			runs = append(runs, r)
		}
	}
	slices.SortFunc(runs, func(a, b *runPolicy) int {
		if a.by.change.Before(b.by.change) {
			return -1
		}
		return 1
	})
	ids := make([]RecordID, len(runs))
	for i, r := range runs {
		ids[i] = r.id
	}
	return ids
}

// RunView returns a run as it stands, or nil when there is none with this ID.
func (s *Session) RunView(id RecordID) *RunView {
	r := s.records[id]
	if r == nil || r.kind != KindRun || !r.shown {
		return nil
	}
	v := *s.runDrawn(r)
	return &v
}

// SealedBy returns whose laptop holds the key that a run's ballots or notes are sealed to: who wrote it. Nobody while there is none.
func (s *Session) SealedBy(run RecordID) Person {
	r := s.records[run]
	if r == nil || r.kind != KindRun {
		return Person{}
	}
	if by := r.writerOf(FieldSeal); by != nil {
		return by.person
	}
	return Person{}
}

// SessionView returns the session itself as it stands.
func (s *Session) SessionView() SessionView { return s.sessionView() }

// Granted reports whether the log knows any grant for a person, so that who was removed can be told from a stranger.
func (s *Session) Granted(p Person) bool {
	return p == s.first || len(s.policyNow().grants[p]) > 0
}

// KindOf returns the kind of a record that shows; ok is false when there is none or it was deleted.
func (s *Session) KindOf(id RecordID) (k Kind, ok bool) {
	r := s.records[id]
	if r == nil || !r.shown {
		return 0, false
	}
	return r.kind, true
}

// MadeBy returns who made a record, or nobody for records that are put under a key.
func (s *Session) MadeBy(id RecordID) Person {
	if r := s.records[id]; r != nil && r.maker != nil {
		return r.maker.person
	}
	return Person{}
}

// WriterOf returns whose writer a key is, or nobody while none of its changes is here.
func (s *Session) WriterOf(key WriterKey) Person {
	if w := s.writers[key]; w != nil {
		return w.person
	}
	return Person{}
}

// SaysWriter returns whose writer a signed change names, without a look at the signature, or nobody: for who must tell changes apart
// before they cost anything.
func (s *Session) SaysWriter(signed []byte) Person {
	c, err := decodeSigned(signed)
	if err != nil {
		return Person{}
	}
	return s.WriterOf(c.Writer)
}

// TextOf returns the text that people write in together on a record: a note's words, a cluster's name.
func (s *Session) TextOf(id RecordID) (string, error) {
	r := s.records[id]
	if r == nil || !r.shown {
		return "", ErrNoText
	}
	if _, ok := textField(r.kind); !ok {
		return "", ErrNoText
	}
	return r.visible(), nil
}

// BallotView is a ballot that was handed in and counts. It says nothing of what was chosen.
type BallotView struct {
	Voter  []byte // the key it is put under: a person, or a seat
	Commit []byte // of sealed ballots: the hash of what they say
	Box    []byte // of secret ballots: the choices, sealed
	To     []byte // of secret ballots: the key they are sealed to
	Opened bool   // of sealed ballots: an opening is here, and it fits
}

// Ballots lists the ballots handed in under a run that count now, by voter.
func (s *Session) Ballots(run RecordID) []BallotView {
	var list []BallotView
	for _, b := range s.putsOn(run, KindBallot) {
		list = append(list, s.ballot(run, b))
	}
	return list
}

func (s *Session) ballot(run RecordID, b *record) BallotView {
	v := BallotView{Voter: b.key, Commit: b.value(FieldCommit).Raw(), Box: b.value(FieldBox).Raw(), To: b.value(FieldSeal).Raw()}
	if o := s.records[PutID(KindOpening, run, b.key)]; o != nil && o.shown {
		v.Opened = s.fits(o, v.Commit)
	}
	return v
}

// People lists everybody who was ever granted a role, as they stand now. It is to be read only.
func (s *Session) People() []PersonView { return slices.Clip(s.peopleDrawn()) }

// LinesOf returns the lines that closes of a run published, whichever counts first. Nil while there are none.
func (s *Session) LinesOf(run RecordID) []Line {
	p := s.policyNow().runs[run]
	if p == nil || len(p.closes) == 0 {
		return nil
	}
	var res Result
	s.published(run, &res)
	return res.Lines
}

// OrdersMade lists the order keys with which a person's notes under a run were made, so that a batch that was interrupted is
// not made twice.
func (s *Session) OrdersMade(run RecordID, by Person) []string {
	var orders []string
	for _, n := range s.nodesActing(run) {
		if n.person != by {
			continue
		}
		for i := range n.change.ops() {
			if op := n.change.op(i); op.Code == OpCreate && op.Kind == KindNote {
				orders = append(orders, fieldOf(op, FieldOrder).Str())
			}
		}
	}
	return orders
}

// OwnBallot returns the ballot of a voter, or nil.
func (s *Session) OwnBallot(run RecordID, voter []byte) *BallotView {
	b := s.records[PutID(KindBallot, run, voter)]
	if b == nil || !b.shown {
		return nil
	}
	v := s.ballot(run, b)
	return &v
}

// Placed returns the board that a record stands on and its order key there.
func (s *Session) Placed(id RecordID) (activity RecordID, order string) {
	r := s.records[id]
	if r == nil || !r.shown {
		return RecordID{}, ""
	}
	if activity = r.made(FieldActivity).Ref(); activity.Zero() {
		activity = r.value(FieldActivity).Ref() // put under a token
	}
	return activity, r.value(FieldOrder).Str()
}
