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
	var w summaryWire
	if err := summaryMode.Unmarshal(summary, &w); err != nil {
		return fmt.Errorf("read summary: %w", err)
	}
	theirs := vector(nil)
	for _, t := range w.Tips {
		if len(t.ID) != 32 || len(t.Writer) != 32 {
			return errors.New("read summary: a key of the wrong length")
		}
		theirs = theirs.merge(s.knownBy(t))
	}
	var list []*node
	for _, n := range s.graph.nodes {
		if theirs.at(n.chain) < n.pos {
			list = append(list, n)
		}
	}
	slices.SortFunc(list, func(a, b *node) int {
		if a.change.Before(b.change) {
			return -1
		}
		return 1
	})
	for _, n := range list {
		if err := yield(n.change.signed()); err != nil {
			return err
		}
	}
	return nil
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
