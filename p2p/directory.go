package p2p

import (
	"context"
	"crypto/ed25519"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"slices"
	"sync"
	"time"

	"github.com/ipfs/go-cid"
	golog "github.com/ipfs/go-log/v2"
	"github.com/libp2p/go-libp2p"
	dht "github.com/libp2p/go-libp2p-kad-dht"
	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"
	manet "github.com/multiformats/go-multiaddr/net"
	"github.com/multiformats/go-multihash"
)

// Directory is servers of a distributed hash table (DHT) where a host whose
// addresses changed is found again. Strangers run them and see who asks: nothing
// here uses one unless a person wished it.
type Directory struct {
	Servers []string // full multiaddrs, of which 8 are used; none is no directory
	// Own says that it is an organisation's: then addresses of a private network
	// are told and believed. To the public one they would say nothing.
	Own bool
}

// PublicDirectory is the one that anybody may use, by the servers that its
// libraries name.
func PublicDirectory() Directory {
	d := Directory{}
	for _, a := range dht.DefaultBootstrapPeers {
		d.Servers = append(d.Servers, a.String())
	}
	return d
}

// OwnDirectory is an organisation's, by its servers. ErrDirectoryOther: one of
// them is no address of a server.
func OwnDirectory(servers []string) (Directory, error) {
	for _, s := range servers {
		if _, err := peer.AddrInfoFromString(s); err != nil || len(s) > maxServer {
			return Directory{}, fmt.Errorf("read %q: %w", s[:min(len(s), maxServer)], ErrDirectoryOther)
		}
	}
	return Directory{Servers: servers, Own: true}, nil
}

const (
	maxServers = 8
	maxServer  = 512              // bytes of a server's address
	enterTime  = 8 * time.Second  // until a server has answered
	settleTime = time.Second      // for others to answer, after the first
	seekTime   = 25 * time.Second // a whole look-up
	nameLasts  = 24 * time.Hour
)

// rendezvousName is the name of an invite on a day, which is counted from 1970 in
// UTC. Clocks may differ: who looks tries the days before and after, too.
func rendezvousName(secret [16]byte, day int64) (cid.Cid, error) {
	key, err := derive(secret[:], nil, "convene/rendezvous/1")
	if err != nil {
		return cid.Undef, err
	}
	sum, err := multihash.Encode(tag(key, "day", binary.BigEndian.AppendUint64(nil, uint64(day))), multihash.SHA2_256)
	if err != nil {
		return cid.Undef, fmt.Errorf("name a rendezvous: %w", err)
	}
	return cid.NewCidV1(cid.Raw, sum), nil
}

func dayOf(now time.Time) int64 { return now.Unix() / int64(nameLasts/time.Second) }

// believable keeps the addresses that are worth telling a directory, or believing
// it: those of a private network say something only in an organisation's own.
func (d Directory) believable(addrs []ma.Multiaddr, loopback bool) []ma.Multiaddr {
	return slices.DeleteFunc(slices.Clone(addrs), func(a ma.Multiaddr) bool {
		at, _, circuit := splitCircuit(a)
		if !circuit {
			at = a
		}
		ip, known := ipOf(at)
		return !dialable(a, loopback) || !known || ip.IsLinkLocalUnicast() || !d.Own && !loopback && !manet.IsPublicAddr(at)
	})
}

func onlyPublic(addrs []ma.Multiaddr) []ma.Multiaddr {
	return slices.DeleteFunc(slices.Clone(addrs), func(a ma.Multiaddr) bool { return !manet.IsPublicAddr(a) })
}

// inPublic tells whether a server that was named by another one is to be asked.
func inPublic(_ any, server peer.AddrInfo) bool {
	return slices.ContainsFunc(server.Addrs, manet.IsPublicAddr)
}

// visit enters the directory as a client with a host of its own, works, and
// leaves. Before and after that nothing of it runs. addrs is what the host says
// about where it is.
func (d Directory) visit(ctx context.Context, key ed25519.PrivateKey, addrs []ma.Multiaddr, work func(context.Context, host.Host, *dht.IpfsDHT) error) error {
	if os.Getenv("GOLOG_LOG_LEVEL") == "" {
		golog.SetAllLoggers(golog.LevelFatal) // it would write people's addresses to stderr
	}
	h, err := newHost(
		key, libp2p.AddrsFactory(func([]ma.Multiaddr) []ma.Multiaddr { return addrs }), libp2p.DisableIdentifyAddressDiscovery(),
		libp2p.UserAgent(""), libp2p.ProtocolVersion("ipfs/0.1.0"), // as any program says there
	)
	if err != nil {
		return err
	}
	options := []dht.Option{dht.Mode(dht.ModeClient), dht.DisableAutoRefresh()}
	if !d.Own {
		options = append(options, dht.QueryFilter(inPublic), dht.AddressFilter(onlyPublic))
	}
	table, err := dht.New(h, options...)
	if err != nil {
		return errors.Join(fmt.Errorf("start the directory: %w", err), h.Close())
	}
	err = d.enter(ctx, h, table)
	if err == nil {
		err = work(ctx, h, table)
	}
	return errors.Join(err, table.Close(), h.Close())
}

// enter connects to the servers, all at once, and waits until those who answered
// turned out to be servers. ErrNoDirectory: none did, in 8 s.
func (d Directory) enter(ctx context.Context, h host.Host, table *dht.IpfsDHT) error {
	ctx, cancel := context.WithTimeout(ctx, enterTime)
	var dials sync.WaitGroup
	defer dials.Wait()
	defer cancel()
	results := make(chan error, maxServers)
	asked := d.Servers[:min(len(d.Servers), maxServers)]
	for _, full := range asked {
		dials.Go(func() {
			info, err := peer.AddrInfoFromString(full)
			if err == nil {
				err = h.Connect(ctx, *info)
			}
			results <- err
		})
	}
	var failed []error
	connected, first := 0, time.Time{}
	for {
		for more := true; more; {
			select {
			case err := <-results:
				if err == nil {
					connected++
				} else {
					failed = append(failed, err)
				}
			default:
				more = false
			}
		}
		known := table.RoutingTable().Size()
		if known > 0 && first.IsZero() {
			first = time.Now()
		}
		all := connected+len(failed) == len(asked)
		switch {
		case known > 0 && (all && known >= connected || time.Since(first) > settleTime):
			return nil
		case all && connected == 0, !pause(ctx, 20*time.Millisecond, nil):
			return errors.Join(append([]error{ErrNoDirectory}, failed...)...)
		}
	}
}
