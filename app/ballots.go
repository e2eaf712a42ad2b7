package app

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strings"

	"convene/workshop"
)

// ballotPrefix begins the keys of own ballots among the private values.
const ballotPrefix = "b/"

// voteKey names what was handed in on this laptop: in which run, and for which
// seat; none is the person here.
type voteKey struct{ run, seat workshop.RecordID }

func (k voteKey) String() string {
	if k.seat.Zero() {
		return k.run.String()
	}
	return k.run.String() + "/" + k.seat.String()
}

// voter is what ballots of a voteKey are put under.
func (l *Laptop) voter(k voteKey) []byte {
	if k.seat.Zero() {
		return l.me[:]
	}
	return k.seat.Key()
}

// ownVote is what the person here, or a seat they keep, handed in in a run, as
// kept on this disk before it was handed in. All of it is kept: when a ballot and the closing
// cross on their way, an earlier one counts.
type ownVote struct {
	casts   []ownCast // the latest last
	tracker string    // of secret votes
	to      []byte    // of secret votes: the key it was last sealed to
}

// ownCast is one ballot handed in.
type ownCast struct {
	choices []workshop.Choice
	text    string // such as the reason of an objection
	salt    []byte // of sealed ballots
	mark    []byte // the hash by which the ballot is known again
}

// mostCasts bounds how many earlier ballots of a run are kept.
const mostCasts = 64

type keptVote struct {
	Tracker string     `cbor:"1,keyasint,omitempty"`
	To      []byte     `cbor:"2,keyasint,omitempty"`
	Casts   []keptCast `cbor:"3,keyasint"`
}

type keptCast struct {
	Salt    []byte     `cbor:"1,keyasint,omitempty"`
	Mark    []byte     `cbor:"2,keyasint"`
	Choices []keptLine `cbor:"3,keyasint"`
	Text    string     `cbor:"4,keyasint,omitempty"`
}

type keptLine struct {
	_      struct{} `cbor:",toarray"`
	Option string
	Value  int
}

// markOf is the hash by which a ballot is known again.
func markOf(b workshop.BallotView) []byte {
	if len(b.Commit) > 0 {
		return b.Commit
	}
	return boxMark(b.Box)
}

func boxMark(box []byte) []byte {
	sum := sha256.Sum256(box)
	return sum[:]
}

// counted is the own ballot that counts in a run, or the latest while none does.
func (l *Laptop) counted(k voteKey, v *ownVote) ownCast {
	if b := l.s.OwnBallot(k.run, l.voter(k)); b != nil {
		for _, c := range v.casts {
			if bytes.Equal(c.mark, markOf(*b)) {
				return c
			}
		}
	}
	return v.casts[len(v.casts)-1]
}

// addCast remembers a ballot before it is handed in.
func (l *Laptop) addCast(key voteKey, to []byte, tracker string, c ownCast) error {
	v := &ownVote{tracker: tracker, to: to}
	if old := l.ballots[key]; old != nil {
		v.casts = append(v.casts, old.casts...)
	}
	v.casts = append(v.casts, c)
	v.casts = v.casts[max(0, len(v.casts)-mostCasts):]
	k := keptVote{Tracker: v.tracker, To: v.to}
	for _, c := range v.casts {
		kept := keptCast{Salt: c.salt, Mark: c.mark, Choices: []keptLine{}, Text: c.text}
		for _, choice := range c.choices {
			kept.Choices = append(kept.Choices, keptLine{Option: choice.Option.String(), Value: choice.Value})
		}
		k.Casts = append(k.Casts, kept)
	}
	b, err := encode(k)
	if err != nil {
		return err
	}
	if err := l.keep.SetPrivate(ballotPrefix+key.String(), b); err != nil {
		return fmt.Errorf("keep ballot: %w", err)
	}
	l.ballots[key] = v
	l.revision++
	l.stir()
	return nil
}

func readVoteKey(s string) (voteKey, error) {
	run, seat, _ := strings.Cut(s, "/")
	r, err := workshop.ParseRecordID(run)
	if err != nil {
		return voteKey{}, err
	}
	t, err := workshop.ParseRecordID(seat)
	return voteKey{run: r, seat: t}, err
}

func (l *Laptop) readVote(name string, value []byte) error {
	key, err := readVoteKey(name[len(ballotPrefix):])
	if err != nil {
		return fmt.Errorf("read ballot: %w", err)
	}
	var k keptVote
	if err := decode(value, &k); err != nil || len(k.Casts) == 0 {
		return errors.Join(errors.New("read ballot: not one"), err)
	}
	v := &ownVote{tracker: k.Tracker, to: k.To}
	for _, kept := range k.Casts {
		c := ownCast{salt: kept.Salt, mark: kept.Mark, text: kept.Text, choices: []workshop.Choice{}}
		for _, line := range kept.Choices {
			id, err := workshop.ParseRecordID(line.Option)
			if err != nil {
				return fmt.Errorf("read ballot: %w", err)
			}
			c.choices = append(c.choices, workshop.Choice{Option: id, Value: line.Value})
		}
		v.casts = append(v.casts, c)
	}
	l.ballots[key] = v
	return nil
}

// openBallots opens the own sealed ballots, and those of seats kept here, that
// count in runs whose closing was seen.
func (l *Laptop) openBallots() error {
	var failed []error
	for _, id := range l.s.Unclosed() {
		run := l.s.RunView(id)
		if run == nil || run.State != workshop.RunClosing || !run.Balloted() || run.Secret() {
			continue
		}
		for _, key := range l.votesIn(id) {
			failed = append(failed, l.openBallot(run, key))
		}
	}
	return errors.Join(failed...)
}

// votesIn lists what was handed in here in a run, in a steady order.
func (l *Laptop) votesIn(run workshop.RecordID) []voteKey {
	var keys []voteKey
	for k := range l.ballots {
		if k.run == run {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b voteKey) int { return strings.Compare(a.String(), b.String()) })
	return keys
}

func (l *Laptop) openBallot(run *workshop.RunView, key voteKey) error {
	v, voter := l.ballots[key], l.voter(key)
	b := l.s.OwnBallot(run.ID, voter)
	if b == nil || b.Opened || l.stuck[key] {
		return nil
	}
	c := l.counted(key, v)
	if !bytes.Equal(c.mark, b.Commit) {
		return nil // handed in by another laptop of this person, which opens it
	}
	_, err := l.write(run.ID, workshop.OpenBallotSaying(run.ID, voter, c.salt, c.choices, c.text))
	l.stuck[key] = isRefused(err) // too late, and not tried again and again
	return err
}

// shownBallots is own ballots for the window, and those of seats kept here:
// those that count.
func (l *Laptop) shownBallots() (own map[workshop.RecordID]ownBallot, seats map[voteKey]ownBallot) {
	own, seats = map[workshop.RecordID]ownBallot{}, map[voteKey]ownBallot{}
	for key, v := range l.ballots {
		if l.guests[key.seat] {
			continue // sealed for the keeper too
		}
		c := l.counted(key, v)
		b := ownBallot{Choices: c.choices, Text: c.text, Tracker: v.tracker}
		if key.seat.Zero() {
			own[key.run] = b
		} else {
			seats[key] = b
		}
	}
	return own, seats
}
