package p2p

import (
	"fmt"
	"time"

	"github.com/libp2p/go-libp2p"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/protocol"
	rcmgr "github.com/libp2p/go-libp2p/p2p/host/resource-manager"
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

// newLimits returns what bounds a host: memory, streams and connections, in
// all, per peer and per address.
func newLimits() (network.ResourceManager, error) {
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
			Conns:        2*connsPerAddress + openingRoom,
			ConnsInbound: connsPerAddress + strangerRoom + openingRoom, ConnsOutbound: connsPerAddress,
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
	}.Build(base.AutoScale())
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
