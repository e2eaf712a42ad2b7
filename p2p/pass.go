package p2p

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"slices"
	"strings"

	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"
)

// ErrPass means the text is no relay of Convene, or was cut.
var ErrPass = errors.New("this is not a relay of Convene")

const (
	passScheme  = "convene://relay/#"
	passVersion = 1
	maxPass     = 1024
	maxRelays   = 3
)

// Pass names a relay and lets its holder use it. Whoever has it can, so it is
// never logged; people get it when they are let into a session.
type Pass struct {
	Peer   string   // the relay's peer id
	Addrs  []string // multiaddrs without the peer id, at most 8
	Secret [16]byte
}

type passForm struct {
	_      struct{} `cbor:",toarray"`
	Peer   []byte
	Addrs  [][]byte
	Secret [16]byte
}

func (f *passForm) check() error { return must(validPeer(f.Peer) && validAddrs(f.Addrs)) }

// Link writes the pass as convene://relay/#<base64url>.
func (p Pass) Link() string {
	id, err := peer.Decode(p.Peer)
	if err != nil {
		id = ""
	}
	form := passForm{Peer: []byte(id), Secret: p.Secret}
	for _, s := range p.Addrs {
		if a, err := ma.NewMultiaddr(s); err == nil {
			form.Addrs = append(form.Addrs, a.Bytes())
		}
	}
	body, err := encode(&form)
	if err != nil {
		panic("p2p: " + err.Error()) // a fixed form of plain fields
	}
	body = append([]byte{passVersion}, body...)
	sum := sha256.Sum256(body)
	return passScheme + base64.RawURLEncoding.EncodeToString(append(body, sum[:inviteSum]...))
}

// ParsePass reads a relay's link. Error: ErrPass.
func ParsePass(link string) (Pass, error) {
	payload, ours := strings.CutPrefix(strings.TrimSpace(link), passScheme)
	if !ours || len(link) > maxPass {
		return Pass{}, ErrPass
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(payload)
	if err != nil || len(raw) <= 1+inviteSum {
		return Pass{}, ErrPass
	}
	body, end := raw[:len(raw)-inviteSum], raw[len(raw)-inviteSum:]
	var form passForm
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:inviteSum], end) || body[0] != passVersion || decode(body[1:], &form) != nil {
		return Pass{}, ErrPass
	}
	p := Pass{Peer: peer.ID(form.Peer).String(), Secret: form.Secret}
	for _, b := range form.Addrs {
		a, err := ma.NewMultiaddrBytes(b)
		if err != nil || !slices.Equal(a.Bytes(), b) || !isRelayAddr(a) {
			return Pass{}, ErrPass
		}
		p.Addrs = append(p.Addrs, a.String())
	}
	if len(p.Addrs) == 0 {
		return Pass{}, ErrPass
	}
	return p, nil
}

// isRelayAddr tells whether a relay may be dialled there: an IP, and QUIC,
// TCP or a WebSocket on it.
func isRelayAddr(a ma.Multiaddr) bool {
	ip, ok := ipOf(a)
	return ok && !ip.IsUnspecified() && !ip.IsMulticast() && slices.Contains(
		[]string{"udp/quic-v1", "tcp", "tcp/ws"}, strings.Join(namesOf(a)[1:], "/"))
}

func namesOf(a ma.Multiaddr) []string {
	names := make([]string, 0, 6)
	for _, c := range a {
		names = append(names, c.Protocol().Name)
	}
	return names
}

// splitCircuit cuts an address through a relay into the relay's own, without
// its peer id, and that id; false when it is no such address.
func splitCircuit(a ma.Multiaddr) (at ma.Multiaddr, relay peer.ID, ok bool) {
	if len(a) < 4 || a[len(a)-1].Protocol().Code != ma.P_CIRCUIT || a[len(a)-2].Protocol().Code != ma.P_P2P {
		return nil, "", false
	}
	at = a[:len(a)-2]
	id, err := peer.IDFromBytes(a[len(a)-2].RawValue())
	return at, id, err == nil && isRelayAddr(at)
}

// circuits are the addresses at which a laptop that leans on a relay is reached.
func (p Pass) circuits() (out []ma.Multiaddr) {
	for _, s := range p.Addrs {
		if a, err := ma.NewMultiaddr(s + "/p2p/" + p.Peer + "/p2p-circuit"); err == nil {
			out = append(out, a)
		}
	}
	return out
}

func (p Pass) info() (peer.AddrInfo, error) {
	id, err := peer.Decode(p.Peer)
	if err != nil {
		return peer.AddrInfo{}, ErrPass
	}
	info := peer.AddrInfo{ID: id}
	for _, s := range p.Addrs {
		if a, err := ma.NewMultiaddr(s); err == nil {
			info.Addrs = append(info.Addrs, a)
		}
	}
	return info, nil
}
