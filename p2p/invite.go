package p2p

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/libp2p/go-libp2p/core/peer"
	ma "github.com/multiformats/go-multiaddr"
)

const (
	inviteScheme  = "convene://join/#"
	inviteVersion = 1
	inviteSought  = 2 // the same form; and its host can be looked up in a directory
	inviteSum     = 4
	maxInvite     = 2048
)

// Invite is the link that lets somebody in: where to knock, and the secret
// that opens. Whoever has the link can use it, so it is never logged.
type Invite struct {
	Session [16]byte
	First   [32]byte // the first facilitator's person key
	ID      [8]byte
	Secret  [16]byte
	Role    uint8
	Expires time.Time // to the second
	Peer    string    // libp2p peer id of the host
	Addrs   []string  // at most 8 multiaddrs of the host, without the peer id
	Listed  bool      // the host tells a directory where it is, while its person wants it to
}

// inviteForm is the link's content. Between the version byte before it and
// the checksum after it stands this, as canonical CBOR.
type inviteForm struct {
	_       struct{} `cbor:",toarray"`
	Session [16]byte
	First   [32]byte
	ID      [8]byte
	Secret  [16]byte
	Role    uint8
	Expires int64
	Peer    []byte
	Addrs   [][]byte
}

func (f *inviteForm) check() error {
	return must(validPeer(f.Peer) && validAddrs(f.Addrs) && f.Expires >= 0 && f.Expires < 1<<40)
}

// Expired tells whether the invite is of no use any more at that time. The
// host decides, by its own clock; this only explains its refusal.
func (i Invite) Expired(now time.Time) bool { return !now.Before(i.Expires) }

// Full returns the host's addresses as Dial takes them.
func (i Invite) Full() []string { return Address{Peer: i.Peer, Addrs: i.Addrs}.Full() }

// Link writes the invite as convene://join/#<base64url>: usually 250 to 400
// characters, which fits a QR code. Addresses that are none are left out.
func (i Invite) Link() string {
	id, err := peer.Decode(i.Peer)
	if err != nil {
		id = ""
	}
	var addrs []ma.Multiaddr
	for _, s := range i.Addrs {
		if a, err := ma.NewMultiaddr(s); err == nil {
			addrs = append(addrs, a)
		}
	}
	form := inviteForm{
		Session: i.Session, First: i.First, ID: i.ID, Secret: i.Secret, Role: i.Role,
		Expires: max(0, i.Expires.Unix()), Peer: []byte(id), Addrs: packAddrs(addrs),
	}
	body, err := encode(&form)
	if err != nil {
		panic("p2p: " + err.Error()) // a fixed form of plain fields
	}
	version := byte(inviteVersion) // without need for more, so that older apps read it
	if i.Listed {
		version = inviteSought
	}
	body = append([]byte{version}, body...)
	sum := sha256.Sum256(body)
	return inviteScheme + base64.RawURLEncoding.EncodeToString(append(body, sum[:inviteSum]...))
}

// ParseInvite reads a link as people paste it: with space around, broken into
// lines, or between angle brackets. ErrInviteCut: the end is missing or a
// character is wrong. ErrInviteOther: not ours, or of another version.
func ParseInvite(link string) (Invite, error) {
	if len(link) > maxInvite {
		return Invite{}, ErrInviteOther
	}
	link = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '<' || r == '>' {
			return -1
		}
		return r
	}, link)
	payload, ours := strings.CutPrefix(link, inviteScheme)
	if !ours {
		if link != "" && strings.HasPrefix(inviteScheme, link) {
			return Invite{}, ErrInviteCut
		}
		return Invite{}, ErrInviteOther
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(payload)
	if err != nil || len(raw) <= 1+inviteSum {
		return Invite{}, ErrInviteCut
	}
	body, end := raw[:len(raw)-inviteSum], raw[len(raw)-inviteSum:]
	if sum := sha256.Sum256(body); !bytes.Equal(sum[:inviteSum], end) {
		return Invite{}, ErrInviteCut
	}
	return readInvite(body)
}

func readInvite(body []byte) (Invite, error) {
	if body[0] != inviteVersion && body[0] != inviteSought {
		return Invite{}, ErrInviteOther
	}
	var form inviteForm
	if err := decode(body[1:], &form); err != nil {
		return Invite{}, ErrInviteOther
	}
	i := Invite{
		Session: form.Session, First: form.First, ID: form.ID, Secret: form.Secret, Role: form.Role,
		Expires: time.Unix(form.Expires, 0).UTC(), Peer: peer.ID(form.Peer).String(),
		Listed: body[0] == inviteSought,
	}
	for _, b := range form.Addrs {
		a, err := ma.NewMultiaddrBytes(b)
		if err != nil || !slices.Equal(a.Bytes(), b) {
			return Invite{}, ErrInviteOther
		}
		i.Addrs = append(i.Addrs, a.String())
	}
	return i, nil
}
