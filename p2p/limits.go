package p2p

import (
	"fmt"
	"time"

	"github.com/libp2p/go-libp2p"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	"github.com/libp2p/go-libp2p/core/protocol"
	rcmgr "github.com/libp2p/go-libp2p/p2p/host/resource-manager"
	circuit "github.com/libp2p/go-libp2p/p2p/protocol/circuitv2/proto"
	"github.com/libp2p/go-libp2p/p2p/protocol/circuitv2/relay"
	"github.com/libp2p/go-libp2p/x/rate"
)

// One office or hall is often one address to the outside. libp2p's default of
// 8 connections and one new connection in 5 s per address would leave most of
// a workshop outside. A person has at most two connections while both sides
// dial at once.
const (
	peersPerAddress = 128
	connsPerAddress = 2 * peersPerAddress
	newConnsBurst   = 2 * peersPerAddress
	newConnsPerSec  = 20
)

// Of IPv6 a laptop has a /64, which counts as one address; whoever has a /48
// has 65,536 of these, and together they have twice as much.
const (
	address6     = 64
	customer6    = 48
	customerHas  = 2
	strangerRoom = 128 // connections in, besides those of one address
)

// How many go through one place at a relay: QUIC lets 256 streams stand on a
// connection, and the relay asks some questions besides.
const (
	throughOne     = 240
	streamsOfRelay = throughOne + 32
)

// size is how many a host has room for.
type size struct {
	conns  int       // that others opened and showed a key on
	carry  int       // circuits that it carries as a relay
	relays []peer.ID // which it is reached through: they open a stream for everybody who comes
}

func laptopSize(relays []Pass) size {
	z := size{conns: connsPerAddress + strangerRoom}
	for _, p := range relays {
		if id, err := peer.Decode(p.Peer); err == nil {
			z.relays = append(z.relays, id)
		}
	}
	return z
}

// most is how many connections there can be at all.
func (z size) most() int { return z.conns + connsPerAddress + openingRoom }

// newLimits returns what bounds a host: memory, streams and connections, in
// all, per peer and per address.
func newLimits(z size) (network.ResourceManager, error) {
	base := rcmgr.DefaultLimits
	libp2p.SetDefaultServiceLimits(&base)
	atDoors := unprovenRoom + waitingRoom // doors counts more closely; some are on their way out
	for _, door := range []protocol.ID{protoJoin, protoPair} {
		base.AddProtocolLimit(door, rcmgr.BaseLimit{
			Streams: 2 * atDoors, StreamsInbound: 2 * atDoors, StreamsOutbound: 8, Memory: 16 << 20,
		}, rcmgr.BaseLimitIncrease{})
		base.AddProtocolPeerLimit(door, rcmgr.BaseLimit{
			Streams: 4, StreamsInbound: 4, StreamsOutbound: 4, Memory: 1 << 20,
		}, rcmgr.BaseLimitIncrease{})
	}
	limits := rcmgr.PartialLimitConfig{
		System: rcmgr.ResourceLimits{
			Conns:        rcmgr.LimitVal(z.most()),
			ConnsInbound: rcmgr.LimitVal(z.conns + openingRoom), ConnsOutbound: connsPerAddress,
			Streams: 16384, StreamsInbound: 8192, StreamsOutbound: 8192,
		},
		Transient: rcmgr.ResourceLimits{
			Conns: openingRoom + peersPerAddress, ConnsInbound: openingRoom, ConnsOutbound: peersPerAddress, FD: openingRoom + peersPerAddress,
			Streams: 1024, StreamsInbound: 512, StreamsOutbound: 1024,
		},
		PeerDefault: rcmgr.ResourceLimits{
			Conns: 8, ConnsInbound: 4, ConnsOutbound: 8, // a dial tries several addresses at once
			Streams: 64, StreamsInbound: 32, StreamsOutbound: 32, Memory: 16 << 20,
		},
	}
	z.relayed(&limits)
	return keptWithin(limits.Build(base.AutoScale()))
}

// relayed makes room for circuits: at a laptop on its connection to a relay, at
// a relay on those to the laptops.
func (z size) relayed(limits *rcmgr.PartialLimitConfig) {
	one := rcmgr.ResourceLimits{
		Conns: 8, ConnsInbound: 4, ConnsOutbound: 8,
		Streams: 2 * streamsOfRelay, StreamsInbound: streamsOfRelay, StreamsOutbound: streamsOfRelay, Memory: 64 << 20,
	}
	for _, id := range z.relays {
		if limits.Peer == nil {
			limits.Peer = map[peer.ID]rcmgr.ResourceLimits{}
		}
		limits.Peer[id] = one
	}
	limits.ProtocolPeer = map[protocol.ID]rcmgr.ResourceLimits{circuit.ProtoIDv2Hop: one, circuit.ProtoIDv2Stop: one}
	if z.carry == 0 {
		return
	}
	all := rcmgr.ResourceLimits{
		Streams: rcmgr.LimitVal(4 * z.carry), StreamsInbound: rcmgr.LimitVal(2 * z.carry), StreamsOutbound: rcmgr.LimitVal(2 * z.carry),
		Memory: 128 << 20,
	}
	limits.PeerDefault = one
	limits.System.Streams, limits.System.StreamsInbound, limits.System.StreamsOutbound = 4*all.Streams, 4*all.StreamsInbound, 4*all.StreamsOutbound
	limits.Service = map[string]rcmgr.ResourceLimits{relay.ServiceName: all}
	limits.ServicePeer = map[string]rcmgr.ResourceLimits{relay.ServiceName: one}
	limits.Protocol = map[protocol.ID]rcmgr.ResourceLimits{circuit.ProtoIDv2Hop: all, circuit.ProtoIDv2Stop: all}
}

func keptWithin(limits rcmgr.ConcreteLimitConfig) (network.ResourceManager, error) {
	m, err := rcmgr.NewResourceManager(rcmgr.NewFixedLimiter(limits),
		rcmgr.WithLimitPerSubnet(
			[]rcmgr.ConnLimitPerSubnet{{PrefixLength: 32, ConnCount: connsPerAddress}},
			[]rcmgr.ConnLimitPerSubnet{{PrefixLength: address6, ConnCount: connsPerAddress}, {PrefixLength: customer6, ConnCount: customerHas * connsPerAddress}},
		),
		rcmgr.WithConnRateLimiters(newConnRate()),
		rcmgr.WithMetricsDisabled())
	if err != nil {
		return nil, fmt.Errorf("set limits: %w", err)
	}
	return newDoorkeeper(m), nil
}

func newConnRate() *rate.Limiter {
	limit := rate.Limit{RPS: newConnsPerSec, Burst: newConnsBurst}
	more := rate.Limit{RPS: customerHas * newConnsPerSec, Burst: customerHas * newConnsBurst}
	return &rate.Limiter{
		NetworkPrefixLimits: nil,
		SubnetRateLimiter: rate.SubnetLimiter{
			IPv4SubnetLimits: []rate.SubnetLimit{{PrefixLength: 32, Limit: limit}},
			IPv6SubnetLimits: []rate.SubnetLimit{{PrefixLength: address6, Limit: limit}, {PrefixLength: customer6, Limit: more}},
			GracePeriod:      time.Minute,
		},
	}
}
