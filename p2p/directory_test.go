package p2p

import (
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p"
	dht "github.com/libp2p/go-libp2p-kad-dht"
	pb "github.com/libp2p/go-libp2p-kad-dht/pb"
	"github.com/libp2p/go-libp2p/core/crypto"
	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"
	"google.golang.org/protobuf/proto"
)

// tables is the servers of a small directory on this computer, and what they were asked.
type tables struct {
	hosts   []host.Host
	servers []string

	mu       sync.Mutex
	calls    int
	provided [][]byte // names
}

func newTables(t *testing.T, count int) *tables {
	t.Helper()
	f := &tables{}
	for i := range count {
		h, err := libp2p.New(libp2p.ListenAddrStrings("/ip4/127.0.0.1/udp/0/quic-v1"), libp2p.DisableRelay(), libp2p.ForceReachabilityPublic())
		if err != nil {
			t.Fatal(err)
		}
		h.Network().Notify(&network.NotifyBundle{ConnectedF: func(network.Network, network.Conn) {
			f.mu.Lock()
			defer f.mu.Unlock()
			f.calls++
		}})
		d, err := dht.New(h, dht.Mode(dht.ModeServer), dht.OnRequestHook(func(_ context.Context, _ network.Stream, req *pb.Message) {
			f.mu.Lock()
			defer f.mu.Unlock()
			if req.GetType() == pb.Message_ADD_PROVIDER {
				f.provided = append(f.provided, bytes.Clone(req.GetKey()))
			}
		}))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { d.Close(); h.Close() })
		full := fmt.Sprintf("%s/p2p/%s", h.Addrs()[0], h.ID())
		if i > 0 {
			if err := (Directory{Servers: f.servers[:1]}).enter(t.Context(), h, d); err != nil {
				t.Fatal(err)
			}
		}
		f.hosts = append(f.hosts, h)
		f.servers = append(f.servers, full)
	}
	return f
}

func (f *tables) counts() (calls int, provided [][]byte) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.calls, f.provided
}

// own is the directory by some of its servers.
func (f *tables) own(from, to int) Directory {
	return Directory{Servers: f.servers[from:to], Own: true}
}

// sought is an invite of ana's that says nothing of use about where she is.
func sought(h *hall, ana *laptop) Invite {
	i := Invite{
		Session: h.session, ID: [8]byte{1}, Secret: [16]byte{7, 7, 7}, Expires: time.Now().Add(time.Hour),
		Peer: ana.Address().Peer, Addrs: []string{"/ip4/127.0.0.1/tcp/9"}, Listed: true,
	}
	h.invites[i.ID] = i.Secret
	return i
}

func (f *tables) listed(t *testing.T, ana *laptop, secret [16]byte) {
	t.Helper()
	ana.BeFound(Findable{Directory: f.own(0, 2), Secrets: [][16]byte{secret}})
	eventually(t, 20*time.Second, "the directory knows ana", func() bool { return ana.Listed() == IsListed })
}

func joins(t *testing.T, h *hall, i Invite, name string, seek Directory) error {
	t.Helper()
	room := newRoom(h, name)
	_, err := Join(t.Context(), Visit{Key: hostKey(name), Invite: i, Loopback: true, Prove: room.prove, Seek: seek})
	return err
}

// Who has nothing but the secret of an invite and whose it is finds the host through a directory, if both use it.
func TestAHostIsFoundAgainInADirectory(t *testing.T) {
	f := newTables(t, 5)
	h := newHall(t.Name())
	ana := open(t, h, "ana")
	i := sought(h, ana)
	f.listed(t, ana, i.Secret)
	began := time.Now()
	if err := joins(t, h, i, "ben", f.own(3, 5)); err != nil {
		t.Fatal(err)
	}
	t.Logf("found after %v", time.Since(began))
	other := i
	other.Secret = [16]byte{8}
	if err := joins(t, h, other, "eve", f.own(3, 5)); !errors.Is(err, ErrNotListed) {
		t.Errorf("somebody with another secret got %v", err)
	}
	name, err := rendezvousName(i.Secret, dayOf(time.Now()))
	if err != nil {
		t.Fatal(err)
	}
	before, err := rendezvousName(i.Secret, dayOf(time.Now())-1)
	if err != nil {
		t.Fatal(err)
	}
	_, provided := f.counts()
	for _, key := range provided {
		if !bytes.Equal(key, name.Hash()) && !bytes.Equal(key, before.Hash()) {
			t.Errorf("%x was told, which is no name of today", key)
		}
		for what, secret := range map[string][]byte{"the session": h.session[:], "the invite": i.ID[:], "its secret": i.Secret[:]} {
			if bytes.Contains(key, secret) {
				t.Errorf("%s can be read in what is told", what)
			}
		}
	}
	if name.Equals(before) {
		t.Error("the name is the same on two days")
	}
}

// Clocks differ by a day at most: what was told yesterday is found, and what is older is not.
func TestADirectoryIsAskedForTheDaysBeside(t *testing.T) {
	f := newTables(t, 3)
	for name, c := range map[string]struct {
		off  time.Duration
		want error
	}{"a day behind": {-nameLasts, nil}, "a day ahead": {nameLasts, nil}, "three days behind": {-3 * nameLasts, ErrNotListed}} {
		t.Run(name, func(t *testing.T) {
			h := newHall(t.Name())
			ana := open(t, h, "ana", func(laptop *Config) { laptop.now = func() time.Time { return time.Now().Add(c.off) } })
			i := sought(h, ana)
			i.Secret = [16]byte(h.session) // each its own name
			h.invites[i.ID] = i.Secret
			f.listed(t, ana, i.Secret)
			if err := joins(t, h, i, "ben", f.own(0, 3)); !errors.Is(err, c.want) {
				t.Errorf("got %v", err)
			}
		})
	}
}

// Once it is switched off nothing is told any more, and nothing of it runs; and again, when it is on again.
func TestNothingIsToldOnceItIsOff(t *testing.T) {
	f := newTables(t, 3)
	h := newHall(t.Name())
	ana := open(t, h, "ana")
	i := sought(h, ana)
	f.listed(t, ana, i.Secret)
	ana.BeFound(Findable{})
	eventually(t, 5*time.Second, "it is off", func() bool { return ana.Listed() == NotListed })
	calls, provided := f.counts()
	ana.BeFound(Findable{Directory: f.own(0, 2)}) // on, and no invite is open
	ana.BeFound(Findable{Secrets: [][16]byte{i.Secret}})
	eventually(t, 5*time.Second, "nothing of the directory runs", func() bool { return !strings.Contains(stacks(), "kad-dht.(*IpfsDHT).runLookup") })
	if c, p := f.counts(); c != calls || len(p) != len(provided) {
		t.Errorf("%d calls and %d names since it is off", c-calls, len(p)-len(provided))
	}
	f.listed(t, ana, i.Secret)
	if _, p := f.counts(); len(p) == len(provided) {
		t.Error("nothing was told when it was on again")
	}
}

func stacks() string {
	b := make([]byte, 1<<20)
	return string(b[:runtime.Stack(b, true)])
}

// A server says that the host is elsewhere, and names many others: the others outvote it.
func TestAServerThatLiesIsOutvoted(t *testing.T) {
	f := newTables(t, 5)
	h := newHall(t.Name())
	ana := open(t, h, "ana")
	i := sought(h, ana)
	f.listed(t, ana, i.Secret)
	f.lie(f.hosts[0], ana)
	f.lie(f.hosts[4], ana)
	if err := joins(t, h, i, "ben", f.own(0, 5)); err != nil {
		t.Fatal(err)
	}
	for _, s := range f.hosts {
		f.lie(s, ana)
	}
	// Where all lie she is not found, and nobody else is let speak in her place.
	if err := joins(t, h, i, "cem", f.own(0, 5)); !errors.Is(err, ErrUnreachable) {
		t.Errorf("where all lie: %v", err)
	}
}

// lie lets a server answer what is not so: the host is where the server is, and so are a hundred others.
func (f *tables) lie(server host.Host, ana *laptop) {
	server.SetStreamHandler(protoKademlia, func(s network.Stream) {
		defer s.Close()
		var m pb.Message
		in := bufio.NewReader(s)
		for {
			size, err := binary.ReadUvarint(in)
			if err != nil || size > 1<<16 {
				return
			}
			body := make([]byte, size)
			if _, err := io.ReadFull(in, body); err != nil || proto.Unmarshal(body, &m) != nil {
				return
			}
			answer := pb.NewMessage(m.GetType(), m.GetKey(), 0)
			for _, full := range f.servers {
				info, err := peer.AddrInfoFromString(full)
				if err != nil {
					return
				}
				answer.CloserPeers = append(answer.CloserPeers, pb.RawPeerInfosToPBPeers([]peer.AddrInfo{*info})...)
			}
			if m.GetType() == pb.Message_GET_PROVIDERS {
				answer.ProviderPeers = lies(server, ana)
			}
			b, err := proto.Marshal(answer)
			if err != nil {
				return
			}
			if _, err := s.Write(append(binary.AppendUvarint(nil, uint64(len(b))), b...)); err != nil {
				return
			}
		}
	})
}

func lies(server host.Host, ana *laptop) []*pb.Message_Peer {
	untrue := &pb.Message_Peer{Id: []byte(ana.host.ID()), Addrs: [][]byte{server.Addrs()[0].Bytes(), []byte("no address")}}
	for n := range 40 {
		untrue.Addrs = append(untrue.Addrs, ma.StringCast(fmt.Sprintf("/ip4/127.0.0.1/tcp/%d", 1+n)).Bytes())
	}
	all := []*pb.Message_Peer{untrue}
	for n := range 100 {
		all = append(all, &pb.Message_Peer{Id: fmt.Appendf(nil, "peer %d", n), Addrs: untrue.Addrs[:1]})
	}
	return all
}

// A stranger who knows the name tells garbage under it, as themselves: nobody takes them for the host.
func TestAStrangersRecordIsPassedOver(t *testing.T) {
	f := newTables(t, 3)
	h := newHall(t.Name())
	ana, eve := open(t, h, "ana"), open(t, newHall("another"), "eve")
	i := sought(h, ana)
	f.listed(t, eve, i.Secret)
	if err := joins(t, h, i, "ben", f.own(0, 3)); !errors.Is(err, ErrNotListed) {
		t.Errorf("with the stranger's record alone: %v", err)
	}
	f.listed(t, ana, i.Secret)
	if err := joins(t, h, i, "ben", f.own(0, 3)); err != nil {
		t.Errorf("with both: %v", err)
	}
}

// Where no server answers, that is said within 10 s, to the guest and to the host.
func TestADirectoryThatDoesNotAnswerIsSaid(t *testing.T) {
	serverKey, err := crypto.UnmarshalEd25519PrivateKey(hostKey("a server"))
	if err != nil {
		t.Fatal(err)
	}
	key, err := peer.IDFromPublicKey(serverKey.GetPublic())
	if err != nil {
		t.Fatal(err)
	}
	silent, err := net.ListenPacket("udp4", "127.0.0.1:0") // takes all and answers nothing
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	refused := "/ip4/127.0.0.1/tcp/1/p2p/" + key.String()
	port := silent.LocalAddr().(*net.UDPAddr).Port
	h := newHall(t.Name())
	ana := open(t, h, "ana")
	ana.BeFound(Findable{Directory: Directory{Servers: []string{refused}, Own: true}, Secrets: [][16]byte{{1}}})
	eventually(t, 10*time.Second, "ana is told", func() bool { return ana.Listed() == Unlisted })
	servers := []string{refused}
	if !testing.Short() { // 5 s
		servers = append(servers, fmt.Sprintf("/ip4/127.0.0.1/udp/%d/quic-v1/p2p/%s", port, key))
	}
	began := time.Now()
	err = joins(t, h, sought(h, ana), "ben", Directory{Servers: servers, Own: true})
	if !errors.Is(err, ErrNoDirectory) || time.Since(began) > 10*time.Second {
		t.Errorf("%v after %v", err, time.Since(began))
	}
}

// To the public directory private addresses are not told, and not believed.
func TestWhatIsPrivateIsNotToldInPublic(t *testing.T) {
	addrs := []ma.Multiaddr{
		ma.StringCast("/ip4/192.168.1.20/udp/4/quic-v1"), ma.StringCast("/ip4/127.0.0.1/udp/4/quic-v1"), ma.StringCast("/ip6/fe80::1/udp/4/quic-v1"),
		ma.StringCast("/ip6/fd00::2/tcp/4"), ma.StringCast("/ip4/9.9.9.9/udp/4/quic-v1"), ma.StringCast("/dns4/example.org/tcp/4"),
	}
	if got := (Directory{}).believable(addrs, false); fmt.Sprint(got) != "[/ip4/9.9.9.9/udp/4/quic-v1]" {
		t.Errorf("in public: %v", got)
	}
	if got := (Directory{Own: true}).believable(addrs, false); len(got) != 3 {
		t.Errorf("in one's own: %v", got)
	}
	if d := PublicDirectory(); d.Own || len(d.Servers) < 4 {
		t.Errorf("%+v", d)
	}
	if _, err := OwnDirectory([]string{"/ip4/9.9.9.9/tcp/4"}); !errors.Is(err, ErrDirectoryOther) {
		t.Errorf("an address without a peer: %v", err)
	}
}

const aloneEnv = "CONVENE_TEST_DIRECTORY_OFF"

// As long as nobody wishes it nothing is dialled, nothing of the directory runs, and none of its memory is taken: neither by a host
// with invites, nor by a guest who finds nobody. The test runs again as a program of its own, in which each allocation is counted.
func TestWithoutAWishThereIsNoDirectory(t *testing.T) {
	if os.Getenv(aloneEnv) == "" {
		c := exec.CommandContext(t.Context(), os.Args[0], "-test.run", "^"+t.Name()+"$")
		c.Env = append(os.Environ(), aloneEnv+"=1", "GODEBUG=memprofilerate=1")
		if out, err := c.CombinedOutput(); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
		return
	}
	h := newHall(t.Name())
	ana := open(t, h, "ana")
	if err := joins(t, h, sought(h, ana), "ben", Directory{}); !errors.Is(err, ErrUnreachable) {
		t.Errorf("ben got %v", err)
	}
	if at := strings.Index(stacks(), "kad-dht"); at >= 0 {
		t.Error("a goroutine of the directory runs")
	}
	if n := kademliaBytes(); n > 0 {
		t.Errorf("%d bytes are taken for the directory", n)
	}
	// And that this would be seen:
	f := newTables(t, 2)
	f.listed(t, ana, [16]byte{7})
	if kademliaBytes() == 0 || !strings.Contains(stacks(), "kad-dht") {
		t.Error("a directory that runs is not seen by this test")
	}
}

// kademliaBytes is how much was ever taken by the code of the directory, but for the variables of its package.
func kademliaBytes() (sum int64) {
	runtime.GC()
	runtime.GC()
	records := make([]runtime.MemProfileRecord, 100_000)
	n, _ := runtime.MemProfile(records, true)
	for _, r := range records[:n] {
		frames, ours, start := runtime.CallersFrames(r.Stack()), false, false
		for more := true; more; {
			var f runtime.Frame
			f, more = frames.Next()
			ours = ours || strings.Contains(f.Function, "go-libp2p-kad-dht.") || strings.Contains(f.Function, "p2p.Directory.visit")
			start = start || strings.HasPrefix(f.Function, "runtime.doInit")
		}
		if ours && !start {
			sum += r.AllocBytes
		}
	}
	return sum
}
