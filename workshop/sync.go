package workshop

import (
	"errors"
	"fmt"
	"slices"

	"github.com/fxamacker/cbor/v2"
)

// Summary is what a peer holds, for another peer to compute what is missing: the last change of each chain. It grows with the
// number of writers, not of changes.
type summaryWire struct {
	_    struct{} `cbor:",toarray"`
	Tips []tipWire
}

type tipWire struct {
	_      struct{} `cbor:",toarray"`
	Writer []byte
	Seq    uint64
	ID     []byte
}

// maxTips bounds the chains that a summary may name.
const maxTips = 4096

// Summary encodes what this session holds.
func (s *Session) Summary() []byte {
	w := summaryWire{}
	for i := range s.graph.chains {
		chain := &s.graph.chains[i]
		c := s.graph.nodes[chain.last].change
		w.Tips = append(w.Tips, tipWire{Writer: chain.writer[:], Seq: c.Seq, ID: c.ID[:]})
	}
	b, err := encMode.Marshal(&w)
	if err != nil {
		panic("workshop: encode summary: " + err.Error())
	}
	return b
}

// Missing calls yield for each change that the sender of a summary lacks, in delivery order. It stops at yield's first error.
// A writer's chain that the sender has further than we do counts as known up to our end; if that is wrong, because there are
// two histories, the next exchange repairs it.
func (s *Session) Missing(summary []byte, yield func(signed []byte) error) error {
	lack, err := s.Lacking(summary)
	if err != nil {
		return err
	}
	lack.Order()
	for signed := lack.Next(1); len(signed) > 0; signed = lack.Next(1) {
		if err := yield(signed[0]); err != nil {
			return err
		}
	}
	return nil
}

// Lack is what the sender of a summary lacks, to be read piece by piece while the session goes on: what is written later is not
// in it.
type Lack struct{ left []*node }

// Lacking returns what the sender of a summary lacks, as [Session.Missing] does, not in order yet. That takes a few milliseconds for
// a hundred thousand changes.
func (s *Session) Lacking(summary []byte) (*Lack, error) {
	var w summaryWire
	if err := summaryMode.Unmarshal(summary, &w); err != nil {
		return nil, fmt.Errorf("read summary: %w", err)
	}
	theirs := vector(nil)
	for _, t := range w.Tips {
		if len(t.ID) != 32 || len(t.Writer) != 32 {
			return nil, errors.New("read summary: a key of the wrong length")
		}
		theirs = theirs.merge(s.knownBy(t))
	}
	var lack Lack
	for _, n := range s.graph.nodes {
		if theirs.at(n.chain) < n.pos {
			lack.left = append(lack.left, n)
		}
	}
	return &lack, nil
}

// Order puts what is left in delivery order. It reads only what never changes, so that the session may go on meanwhile.
func (l *Lack) Order() {
	slices.SortFunc(l.left, func(a, b *node) int {
		if a.change.Before(b.change) {
			return -1
		}
		return 1
	})
}

// Next returns the signed bytes of the next changes, at most so many, and none at the end. The session must stand still
// meanwhile.
func (l *Lack) Next(most int) (signed [][]byte) {
	for _, n := range l.left[:min(len(l.left), most)] {
		signed = append(signed, n.change.signed())
	}
	l.left = l.left[len(signed):]
	return signed
}

// knownBy is what somebody must hold who holds a tip.
func (s *Session) knownBy(t tipWire) vector {
	if n, ok := s.graph.has(ID(t.ID)); ok {
		return s.graph.seenOf(n)
	}
	chains := s.graph.tips[WriterKey(t.Writer)]
	if len(chains) != 1 {
		return nil
	}
	last := s.graph.nodes[s.graph.chains[chains[0]].last]
	if last.change.Seq < t.Seq {
		return s.graph.seenOf(last)
	}
	return nil
}

// Changes calls yield for every change kept, in an order in which they can be applied.
func (s *Session) Changes(yield func(c *Change) error) error {
	for _, n := range s.graph.nodes {
		if err := yield(n.change.full()); err != nil {
			return err
		}
	}
	return nil
}

var summaryMode = func() cbor.DecMode {
	m, err := cbor.DecOptions{
		IndefLength: cbor.IndefLengthForbidden, TagsMd: cbor.TagsForbidden, MaxNestedLevels: 4, MaxArrayElements: maxTips,
	}.DecMode()
	if err != nil {
		panic("workshop: strict decoding: " + err.Error())
	}
	return m
}()
