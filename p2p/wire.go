package p2p

import (
	"crypto/ed25519"
	"errors"

	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/core/protocol"
)

// What is spoken. The number is the protocol's; version is that of the fields.
const (
	protoHello    protocol.ID = "/convene/hello/1.0.0"
	protoJoin     protocol.ID = "/convene/join/1.0.0"
	protoPair     protocol.ID = "/convene/pair/1.0.0"
	protoSync     protocol.ID = "/convene/sync/1.0.0"
	protoDelta    protocol.ID = "/convene/delta/1.0.0"
	protoPresence protocol.ID = "/convene/presence/1.0.0"
	protoRelay    protocol.ID = "/convene/relay/1.0.0"
	protoPlate    protocol.ID = "/convene/plate/1.0.0"
	protoBlob     protocol.ID = "/convene/blob/1.0.0"

	version = 1
)

var errMalformed = errors.New("message is malformed")

func must(ok bool) error {
	if !ok {
		return errMalformed
	}
	return nil
}

func is32(bs ...[]byte) bool {
	for _, b := range bs {
		if len(b) != 32 {
			return false
		}
	}
	return true
}

func validPeer(b []byte) bool {
	if len(b) > 64 {
		return false
	}
	_, err := peer.IDFromBytes(b)
	return err == nil
}

func validAddrs(addrs [][]byte) bool {
	if len(addrs) > maxAddrs {
		return false
	}
	for _, a := range addrs {
		if len(a) == 0 || len(a) > maxAddr {
			return false
		}
	}
	return true
}

// opening is the first message each way on a hello stream. The listener's
// carries a tag that only a holder of the session's id can make.
type opening struct {
	V     uint   `cbor:"1,keyasint"`
	Nonce []byte `cbor:"2,keyasint"`
	Tag   []byte `cbor:"3,keyasint,omitempty"`
}

func (m *opening) check() error { return must(is32(m.Nonce) && (len(m.Tag) == 0 || is32(m.Tag))) }

// sameSession is the dialler's tag, before it proves anything.
type sameSession struct {
	Tag []byte `cbor:"1,keyasint"`
}

func (m *sameSession) check() error { return must(is32(m.Tag)) }

// credentials prove a person and say where this laptop can be dialled.
type credentials struct {
	Proof   []byte   `cbor:"1,keyasint"`
	Addrs   [][]byte `cbor:"2,keyasint,omitempty"`
	Voucher []byte   `cbor:"3,keyasint"`
}

func (m *credentials) check() error {
	return must(len(m.Proof) <= maxProof-2048 && validAddrs(m.Addrs) && len(m.Voucher) == ed25519.SignatureSize)
}

// control is everything said on the hello stream afterwards. Each field may
// be absent.
type control struct {
	Ping   uint64    `cbor:"1,keyasint,omitempty"` // sender's clock, microseconds
	Pong   *pong     `cbor:"2,keyasint,omitempty"`
	Here   []member  `cbor:"3,keyasint,omitempty"` // linked to the sender now
	Gone   [][]byte  `cbor:"4,keyasint,omitempty"` // no longer
	Poke   bool      `cbor:"5,keyasint,omitempty"` // I have news: sync with me
	Bye    bool      `cbor:"6,keyasint,omitempty"` // this link is not needed
	Digest []byte    `cbor:"7,keyasint,omitempty"`
	Role   *role     `cbor:"8,keyasint,omitempty"` // when it changed
	Holds  []holding `cbor:"9,keyasint,omitempty"` // what others last said to the sender
}

// role is a laptop's place in a star; empty in a mesh.
type role struct {
	Primary []byte `cbor:"1,keyasint,omitempty"` // the hub the sender listens to
	Serving bool   `cbor:"2,keyasint,omitempty"` // somebody listens to the sender
}

func (m *control) check() error {
	ok := len(m.Here) <= maxMembers && len(m.Gone) <= maxMembers && len(m.Holds) <= maxMembers &&
		(len(m.Digest) == 0 || is32(m.Digest)) &&
		(m.Role == nil || len(m.Role.Primary) == 0 || validPeer(m.Role.Primary)) &&
		(m.Pong == nil || m.Pong.Sent != 0)
	for _, h := range m.Here {
		ok = ok && validPeer(h.Peer) && len(h.Person) == 32 && len(h.Voucher) == ed25519.SignatureSize && validAddrs(h.Addrs)
	}
	for _, g := range m.Gone {
		ok = ok && validPeer(g)
	}
	for _, h := range m.Holds {
		ok = ok && validPeer(h.Peer) && is32(h.Digest)
	}
	return must(ok)
}

// holding is what a peer of the sender holds, as it said last.
type holding struct {
	Peer   []byte `cbor:"1,keyasint"`
	Digest []byte `cbor:"2,keyasint"`
}

// pong answers a ping; microseconds, the first of the asker's clock.
type pong struct {
	Sent     uint64 `cbor:"1,keyasint"`
	Received uint64 `cbor:"2,keyasint"`
	Answered uint64 `cbor:"3,keyasint"`
}

type member struct {
	Peer    []byte   `cbor:"1,keyasint"`
	Person  []byte   `cbor:"2,keyasint"`
	Addrs   [][]byte `cbor:"3,keyasint,omitempty"`
	Voucher []byte   `cbor:"4,keyasint"`
}

// syncAsk opens an exchange; syncTell answers it. The summary is there only
// when the digests differ. Full means: I take nothing now, but ask me.
type syncAsk struct {
	Digest []byte `cbor:"1,keyasint"`
}

func (m *syncAsk) check() error { return must(is32(m.Digest)) }

type syncTell struct {
	Digest  []byte `cbor:"1,keyasint"`
	Full    bool   `cbor:"2,keyasint,omitempty"`
	Summary []byte `cbor:"3,keyasint,omitempty"`
}

func (m *syncTell) check() error { return must(is32(m.Digest) && len(m.Summary) <= maxSummary) }

type syncSummary struct {
	Summary []byte `cbor:"1,keyasint"`
}

func (m *syncSummary) check() error { return must(len(m.Summary) <= maxSummary) }

// syncChunk carries changes as one zstd frame of a CBOR batch.
type syncChunk struct {
	Zipped []byte `cbor:"1,keyasint,omitempty"`
	Last   bool   `cbor:"2,keyasint,omitempty"`
	Left   uint   `cbor:"3,keyasint,omitempty"` // changes still to come, these included; shown, never relied upon
}

func (m *syncChunk) check() error { return nil }

// batch is changes, in causal order.
type batch struct {
	Changes [][]byte `cbor:"1,keyasint,omitempty"`
}

func (m *batch) check() error {
	for _, c := range m.Changes {
		if len(c) == 0 || len(c) > maxChange {
			return errMalformed
		}
	}
	return nil
}

// states is who is doing what; one entry per person's laptop.
type states struct {
	Of []state `cbor:"1,keyasint,omitempty"`
}

type state struct {
	Peer    []byte `cbor:"1,keyasint"`
	Version uint64 `cbor:"2,keyasint"`
	State   []byte `cbor:"3,keyasint,omitempty"` // empty: gone
}

func (m *states) check() error {
	ok := len(m.Of) <= statesAtOnce
	for _, s := range m.Of {
		ok = ok && validPeer(s.Peer) && len(s.State) <= maxPresence
	}
	return must(ok)
}
