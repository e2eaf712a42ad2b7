package app

import (
	"bytes"
	"encoding/binary"
	"errors"
	"slices"

	"golang.org/x/crypto/nacl/box"

	"convene/workshop"
)

// A secret ballot goes sealed to a key that only the floor holder's laptop
// has, in memory. At the close that laptop opens all of them and publishes one
// shuffled list of trackers with choices. When the key is lost, because
// somebody else took the floor or the laptop started again, the new holder
// offers another key, and every voter's laptop hands its ballot in again.

// ballotBox is the key of a secret vote that this laptop counts.
type ballotBox struct{ public, private *[32]byte }

// boxStep is what the length of a sealed ballot is rounded up to, so that it
// does not tell how much was chosen. mostBox is the most the rules take.
const (
	boxStep = 256
	mostBox = 8192
)

// boxed is a secret ballot before it is sealed. Where it belongs is inside, so
// that a copy under another name or in another vote is worth nothing. Options
// are numbered as the run lists them.
type boxed struct {
	_       struct{} `cbor:",toarray"`
	Session []byte
	Run     string
	Voter   []byte
	Tracker string
	Choices []boxedChoice
	Text    string
}

type boxedChoice struct {
	_      struct{} `cbor:",toarray"`
	Option int
	Value  int
}

var errNotABallot = errors.New("this is not a ballot of this vote")

// newBox makes the key of a secret vote.
func (l *Laptop) newBox() (*ballotBox, error) {
	public, private, err := box.GenerateKey(l.random)
	return &ballotBox{public: public, private: private}, err
}

// castSecret keeps a secret ballot and hands it in.
func (l *Laptop) castSecret(run *workshop.RunView, key voteKey, choices []workshop.Choice, text string) error {
	if len(run.Seal) != 32 {
		return Refuse("vote-no-counter", "No laptop counts this vote yet.", "Wait a moment and hand the ballot in again.")
	}
	tracker := ""
	if old := l.ballots[key]; old != nil {
		tracker = old.tracker
	} else {
		tracker = l.newTracker()
	}
	voter := l.voter(key)
	sealed, err := l.sealBallot(run, voter, workshop.Line{Tracker: tracker, Choices: choices, Text: text})
	if err != nil {
		return err
	}
	if err := l.addCast(key, run.Seal, tracker, ownCast{choices: choices, text: text, mark: boxMark(sealed)}); err != nil {
		return err
	}
	_, err = l.write(run.ID, workshop.CastSecret(run.ID, voter, sealed, run.Seal))
	return err
}

// newTracker is a code such as KQW-ZPT, without letters that look or sound alike.
func (l *Laptop) newTracker() string {
	const letters = "ACDEFHJKLMNPRTUVWXYZ"
	code := make([]byte, 0, 7)
	for i := range 6 {
		if i == 3 {
			code = append(code, '-')
		}
		code = append(code, letters[l.below(len(letters))])
	}
	return string(code)
}

func (l *Laptop) sealBallot(run *workshop.RunView, voter []byte, says workshop.Line) ([]byte, error) {
	id := l.s.ID()
	form := boxed{
		Session: id[:], Run: run.ID.String(), Voter: voter, Tracker: says.Tracker, Choices: []boxedChoice{}, Text: says.Text,
	}
	for _, c := range says.Choices {
		at := slices.IndexFunc(run.Options, func(o workshop.Option) bool { return o.ID == c.Option })
		form.Choices = append(form.Choices, boxedChoice{Option: at, Value: c.Value})
	}
	plain, err := encode(form)
	if err != nil {
		return nil, err
	}
	body := binary.BigEndian.AppendUint16(nil, uint16(len(plain)))
	body = append(body, plain...)
	body = append(body, make([]byte, (boxStep-len(body)%boxStep)%boxStep)...)
	if len(body)+box.AnonymousOverhead > mostBox {
		return nil, Refuse("vote-too-many", "This ballot names more options than a secret ballot can hold.", "Choose fewer and hand it in again.")
	}
	return box.SealAnonymous(nil, body, (*[32]byte)(run.Seal), l.random)
}

// open reads a ballot that was sealed to this key.
func (b *ballotBox) open(session workshop.SessionID, run *workshop.RunView, ballot workshop.BallotView) (workshop.Line, error) {
	body, ok := box.OpenAnonymous(nil, ballot.Box, b.public, b.private)
	if !ok || len(body) < 2 || int(binary.BigEndian.Uint16(body)) > len(body)-2 {
		return workshop.Line{}, errNotABallot
	}
	var form boxed
	if err := decode(body[2:2+int(binary.BigEndian.Uint16(body))], &form); err != nil {
		return workshop.Line{}, errors.Join(errNotABallot, err)
	}
	here := bytes.Equal(form.Session, session[:]) && form.Run == run.ID.String() && bytes.Equal(form.Voter, ballot.Voter)
	if !here || len(form.Tracker) > 40 {
		return workshop.Line{}, errNotABallot
	}
	if len(form.Text) > mostReason {
		return workshop.Line{}, errNotABallot
	}
	line := workshop.Line{Tracker: form.Tracker, Text: form.Text}
	for _, c := range form.Choices {
		if c.Option < 0 || c.Option >= len(run.Options) || c.Value < 0 {
			return workshop.Line{}, errNotABallot
		}
		line.Choices = append(line.Choices, workshop.Choice{Option: run.Options[c.Option].ID, Value: c.Value})
	}
	return line, nil
}

// secretVote returns the secret vote that takes ballots or closes, or nil.
func (l *Laptop) secretVote() *workshop.RunView {
	run := l.s.CurrentRun()
	if run == nil || !run.Balloted() || !run.Secret() {
		return nil
	}
	return run
}

// counts reports whether this laptop has the key of a secret vote.
func (l *Laptop) counts(run *workshop.RunView) bool {
	b := l.boxes[run.ID]
	return b != nil && bytes.Equal(b.public[:], run.Seal)
}

// holdBallotBox offers a new key where this laptop has the floor, a secret vote is
// open, and its key is not here.
func (l *Laptop) holdBallotBox() error {
	run := l.secretVote()
	if run == nil || run.State != workshop.RunOpen || l.counts(run) || l.s.SessionView().Floor != l.me || !l.s.Role(l.me).Facilitates() {
		return nil
	}
	return l.offerKey(run)
}

// offerKey makes this laptop the one to which what is secret in a run is sealed.
func (l *Laptop) offerKey(run *workshop.RunView) error {
	if l.boxes[run.ID] == nil {
		b, err := l.newBox()
		if err != nil {
			return err
		}
		l.boxes[run.ID] = b
	}
	l.heard = map[workshop.Person]*incoming{}
	_, err := l.policy(workshop.Set(run.ID, workshop.FieldSeal, workshop.Bytes(l.boxes[run.ID].public[:])))
	return err
}

// castAgain hands the own secret ballot, and those of seats kept here, in again
// when the key is another one.
func (l *Laptop) castAgain() error {
	run := l.secretVote()
	if run == nil || run.State != workshop.RunOpen || len(run.Seal) != 32 {
		return nil
	}
	var failed []error
	for _, key := range l.votesIn(run.ID) {
		v := l.ballots[key]
		if bytes.Equal(v.to, run.Seal) || l.stuck[key] {
			continue
		}
		last := v.casts[len(v.casts)-1]
		err := l.castSecret(run, key, last.choices, last.text)
		l.stuck[key] = isRefused(err) // the seat was given to somebody else
		failed = append(failed, err)
	}
	return errors.Join(failed...)
}

// linesFor opens every ballot of a secret vote, shuffled. What cannot be
// opened stays a ballot without a line.
func (l *Laptop) linesFor(run *workshop.RunView) []workshop.Line {
	if !run.Balloted() || !run.Secret() || l.boxes[run.ID] == nil {
		return nil
	}
	var lines []workshop.Line
	for _, b := range l.s.Ballots(run.ID) {
		line, err := l.boxes[run.ID].open(l.s.ID(), run, b)
		if err == nil && l.mayCount(run, b.Voter, line) {
			lines = append(lines, line)
		}
	}
	return shuffled(l, lines)
}

// mayCount reports whether a secret ballot keeps the rules that only the
// counting laptop can see to, because the list does not say whose a line is.
func (l *Laptop) mayCount(run *workshop.RunView, voter []byte, line workshop.Line) bool {
	v := l.View()
	own := !run.Settings.On("ownAllowed", true) &&
		slices.ContainsFunc(line.Choices, func(c workshop.Choice) bool { return v.Wrote(voter, c.Option) })
	if own || run.Settings.Passes() == 0 {
		return !own
	}
	given := v.Reading(run, voter)
	return !slices.ContainsFunc(line.Choices, func(c workshop.Choice) bool { return !slices.Contains(given, c.Option) })
}

// lineMissing reports whether a secret vote was published without the own
// ballot as it was cast.
func (l *Laptop) lineMissing(key voteKey, v *ownVote) bool {
	r := l.s.RunView(key.run)
	if r == nil || r.State != workshop.RunClosed || v.tracker == "" || l.s.OwnBallot(key.run, l.voter(key)) == nil {
		return false
	}
	for _, line := range l.s.LinesOf(key.run) {
		if line.Tracker == v.tracker {
			c := l.counted(key, v)
			return !sameBallot(line.Choices, c.choices) || line.Text != c.text
		}
	}
	return true
}

func sameBallot(a, b []workshop.Choice) bool {
	if len(a) != len(b) {
		return false
	}
	for _, c := range a {
		if !slices.Contains(b, c) {
			return false
		}
	}
	return true
}
