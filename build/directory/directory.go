// Package directory is a directory for tests: servers of a distributed hash table
// on this computer, as an organisation or strangers would run them elsewhere.
package directory

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/libp2p/go-libp2p"
	dht "github.com/libp2p/go-libp2p-kad-dht"
	"github.com/libp2p/go-libp2p/core/peer"
)

// Servers is a directory that runs. Close must be called.
type Servers struct {
	Addresses []string // full multiaddrs, one of each server
	parts     []io.Closer
}

// Start runs so many servers, which know each other. ip is where they are
// reached.
func Start(ctx context.Context, count int, ip string) (*Servers, error) {
	s := &Servers{}
	for range count {
		if err := s.add(ctx, ip); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	return s, nil
}

func (s *Servers) add(ctx context.Context, ip string) error {
	h, err := libp2p.New(libp2p.ListenAddrStrings(fmt.Sprintf("/ip4/%s/udp/0/quic-v1", ip)), libp2p.DisableRelay(), libp2p.ForceReachabilityPublic())
	if err != nil {
		return fmt.Errorf("start a server: %w", err)
	}
	s.parts = append(s.parts, h)
	table, err := dht.New(h, dht.Mode(dht.ModeServer))
	if err != nil {
		return fmt.Errorf("start a server: %w", err)
	}
	s.parts = append(s.parts, table)
	s.Addresses = append(s.Addresses, fmt.Sprintf("%s/p2p/%s", h.Addrs()[0], h.ID()))
	if len(s.Addresses) == 1 {
		return nil
	}
	first, err := peer.AddrInfoFromString(s.Addresses[0])
	if err != nil {
		return fmt.Errorf("start a server: %w", err)
	}
	if err := h.Connect(ctx, *first); err != nil {
		return fmt.Errorf("meet the first server: %w", err)
	}
	for look := time.NewTicker(10 * time.Millisecond); table.RoutingTable().Size() == 0; {
		select {
		case <-look.C:
		case <-ctx.Done():
			return fmt.Errorf("meet the first server: %w", context.Cause(ctx))
		}
	}
	return nil
}

// Close stops the servers.
func (s *Servers) Close() error {
	var failed []error
	for i := len(s.parts) - 1; i >= 0; i-- {
		failed = append(failed, s.parts[i].Close())
	}
	return errors.Join(failed...)
}
