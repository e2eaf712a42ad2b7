package p2p

import (
	"bufio"
	"cmp"
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"time"

	"github.com/ipfs/go-cid"
	dht "github.com/libp2p/go-libp2p-kad-dht"
	pb "github.com/libp2p/go-libp2p-kad-dht/pb"
	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"
	"github.com/multiformats/go-multihash"
	"google.golang.org/protobuf/proto"
)

const (
	maxRecords    = 64 << 10    // bytes of a server's answer
	maxTold       = 8           // addresses for which one server can vote
	maxSought     = 3 * maxTold // to be dialled: 8 at a time
	soughtTime    = 20 * time.Second
	answerTime    = 5 * time.Second
	protoKademlia = "/ipfs/kad/1.0.0"
)

// seek asks a directory where the host of an invite is now: the 24
// addresses on which most servers agree. It does so under a key that is used for
// nothing else. Errors: ErrNoDirectory, ErrNotListed.
func (d Directory) seek(ctx context.Context, i Invite, now time.Time, loopback bool) ([]ma.Multiaddr, error) {
	ctx, cancel := context.WithTimeout(ctx, seekTime)
	defer cancel()
	id, err := peer.Decode(i.Peer)
	if err != nil {
		return nil, ErrUnreachable
	}
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, fmt.Errorf("make a key: %w", err)
	}
	votes := &poll{id: id, told: map[string]int{}}
	err = d.visit(ctx, key, nil, func(ctx context.Context, h host.Host, table *dht.IpfsDHT) error {
		var days sync.WaitGroup
		defer days.Wait()
		for _, day := range []int64{-1, 0, 1} {
			name, err := rendezvousName(i.Secret, dayOf(now)+day)
			if err != nil {
				return err
			}
			days.Go(func() { votes.askAll(ctx, h, table, name) })
		}
		return nil
	})
	found := votes.best(func(a []ma.Multiaddr) []ma.Multiaddr { return d.believable(a, loopback) })
	switch {
	case len(found) > 0:
		return found, nil
	case err != nil:
		return nil, fmt.Errorf("look up: %w", err)
	}
	return nil, fmt.Errorf("look up: %w", ErrNotListed)
}

// poll is what servers say about where a peer is. A server can say anything, so
// each has one vote for each of at most 8 addresses, and says nothing about others.
type poll struct {
	id peer.ID

	mu   sync.Mutex
	told map[string]int
}

// askAll asks the servers that are nearest to a name, all at once.
func (p *poll) askAll(ctx context.Context, h host.Host, table *dht.IpfsDHT, name cid.Cid) {
	nearest, _ := table.GetClosestPeers(ctx, string(name.Hash())) // nobody: nothing was said
	var asked sync.WaitGroup
	defer asked.Wait()
	for _, server := range nearest {
		asked.Go(func() {
			records, err := recordsOf(ctx, h, server, name.Hash())
			if err != nil {
				return
			}
			p.mu.Lock()
			defer p.mu.Unlock()
			for _, addr := range p.claims(records) {
				p.told[addr]++
			}
		})
	}
}

// claims is what one server says about the peer.
func (p *poll) claims(records []*pb.Message_Peer) (addrs []string) {
	for _, r := range records {
		if peer.ID(r.GetId()) != p.id {
			continue
		}
		for _, a := range r.GetAddrs() {
			if len(a) <= maxAddr && len(addrs) < maxTold && !slices.Contains(addrs, string(a)) {
				addrs = append(addrs, string(a))
			}
		}
	}
	return addrs
}

// best is the addresses that can be dialled, those of most votes first.
func (p *poll) best(believable func([]ma.Multiaddr) []ma.Multiaddr) []ma.Multiaddr {
	p.mu.Lock()
	defer p.mu.Unlock()
	var addrs []ma.Multiaddr
	for b := range p.told {
		if a, err := ma.NewMultiaddrBytes([]byte(b)); err == nil {
			addrs = append(addrs, a)
		}
	}
	addrs = believable(addrs)
	slices.SortFunc(addrs, func(a, b ma.Multiaddr) int {
		return cmp.Or(p.told[string(b.Bytes())]-p.told[string(a.Bytes())], rank(a)-rank(b), a.Compare(b))
	})
	return addrs[:min(len(addrs), maxSought)]
}

// recordsOf asks one server which peers told it a name. It is asked by our own
// words instead of the library's, which take 4 MB from anybody.
func recordsOf(ctx context.Context, h host.Host, server peer.ID, name multihash.Multihash) ([]*pb.Message_Peer, error) {
	ctx, cancel := context.WithTimeout(ctx, answerTime)
	defer cancel()
	s, err := h.NewStream(ctx, server, protoKademlia)
	if err != nil {
		return nil, fmt.Errorf("ask a server: %w", err)
	}
	defer reset(s)
	defer context.AfterFunc(ctx, func() { reset(s) })()
	question, err := proto.Marshal(pb.NewMessage(pb.Message_GET_PROVIDERS, name, 0))
	if err != nil {
		return nil, fmt.Errorf("ask a server: %w", err)
	}
	if _, err := s.Write(append(binary.AppendUvarint(nil, uint64(len(question))), question...)); err != nil {
		return nil, fmt.Errorf("ask a server: %w", err)
	}
	return readRecords(s)
}

var errRecords = errors.New("no answer of a directory")

// readRecords reads the answer of a server, at most 64 KiB.
func readRecords(from io.Reader) ([]*pb.Message_Peer, error) {
	in := bufio.NewReader(from)
	size, err := binary.ReadUvarint(in)
	if err != nil || size > maxRecords {
		return nil, errors.Join(errRecords, err)
	}
	body := make([]byte, size)
	if _, err := io.ReadFull(in, body); err != nil {
		return nil, errors.Join(errRecords, err)
	}
	var answer pb.Message
	if err := proto.Unmarshal(body, &answer); err != nil {
		return nil, errors.Join(errRecords, err)
	}
	return answer.GetProviderPeers(), nil
}
