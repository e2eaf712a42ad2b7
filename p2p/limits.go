package p2p

import (
	"fmt"
	"time"

	"github.com/libp2p/go-libp2p"
	"github.com/libp2p/go-libp2p/core/network"
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

// newLimits returns what bounds a host: memory, streams and connections, in
// all, per peer and per address.
func newLimits() (network.ResourceManager, error) {
	base := rcmgr.DefaultLimits
	libp2p.SetDefaultServiceLimits(&base)
	base.AddProtocolLimit(protoJoin, rcmgr.BaseLimit{
		Streams: 192, StreamsInbound: 192, StreamsOutbound: 8, Memory: 8 << 20, // a full waiting room
	}, rcmgr.BaseLimitIncrease{})
	base.AddProtocolLimit(protoPair, rcmgr.BaseLimit{
		Streams: 64, StreamsInbound: 64, StreamsOutbound: 8, Memory: 4 << 20,
	}, rcmgr.BaseLimitIncrease{})
	base.AddProtocolPeerLimit(protoJoin, rcmgr.BaseLimit{
		Streams: 4, StreamsInbound: 4, StreamsOutbound: 4, Memory: 1 << 20,
	}, rcmgr.BaseLimitIncrease{})
	limits := rcmgr.PartialLimitConfig{
		System: rcmgr.ResourceLimits{
			Conns: 2 * connsPerAddress, ConnsInbound: connsPerAddress + 128, ConnsOutbound: connsPerAddress,
			Streams: 16384, StreamsInbound: 8192, StreamsOutbound: 8192,
		},
		Transient: rcmgr.ResourceLimits{
			Conns: connsPerAddress, ConnsInbound: peersPerAddress, ConnsOutbound: peersPerAddress,
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
			[]rcmgr.ConnLimitPerSubnet{{PrefixLength: 64, ConnCount: connsPerAddress}, {PrefixLength: 48, ConnCount: connsPerAddress}},
		),
		rcmgr.WithConnRateLimiters(newConnRate()),
		rcmgr.WithMetricsDisabled())
	if err != nil {
		return nil, fmt.Errorf("set limits: %w", err)
	}
	return m, nil
}

func newConnRate() *rate.Limiter {
	limit := rate.Limit{RPS: newConnsPerSec, Burst: newConnsBurst}
	return &rate.Limiter{
		NetworkPrefixLimits: nil,
		SubnetRateLimiter: rate.SubnetLimiter{
			IPv4SubnetLimits: []rate.SubnetLimit{{PrefixLength: 32, Limit: limit}},
			IPv6SubnetLimits: []rate.SubnetLimit{{PrefixLength: 56, Limit: limit}},
			GracePeriod:      time.Minute,
		},
	}
}
