package p2p

import (
	"bytes"
	"encoding/binary"
	"testing"

	pb "github.com/libp2p/go-libp2p-kad-dht/pb"
	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"
	"google.golang.org/protobuf/proto"
)

// FuzzReadRecords: an answer of a directory's server is anything a stranger likes to send. It gives at most 8 addresses for the peer that
// was asked for, each within bounds.
func FuzzReadRecords(f *testing.F) {
	id, err := peer.Decode(someInvite(f).Peer)
	if err != nil {
		f.Fatal(err)
	}
	answer := pb.NewMessage(pb.Message_GET_PROVIDERS, []byte("name"), 0)
	for range 3 {
		answer.ProviderPeers = append(answer.ProviderPeers, &pb.Message_Peer{Id: []byte(id), Addrs: [][]byte{{4, 192, 0, 2, 1, 6, 0, 1}, {1}}})
	}
	body, err := proto.Marshal(answer)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(append(binary.AppendUvarint(nil, uint64(len(body))), body...))
	f.Add(binary.AppendUvarint(nil, 1<<40))
	f.Add([]byte{0x80})
	f.Fuzz(func(t *testing.T, sent []byte) {
		records, err := readRecords(bytes.NewReader(sent))
		if err != nil {
			return
		}
		p := &poll{id: id, told: map[string]int{}}
		told := p.claims(records)
		if len(told) > maxTold {
			t.Errorf("one server votes for %d addresses", len(told))
		}
		for _, a := range told {
			if len(a) > maxAddr {
				t.Errorf("an address of %d bytes", len(a))
			}
			p.told[a]++
		}
		all := func(addrs []ma.Multiaddr) []ma.Multiaddr { return Directory{Own: true}.believable(addrs, false) }
		for _, a := range p.best(all) {
			if !dialable(a, false) {
				t.Errorf("%v would be dialled", a)
			}
		}
	})
}
