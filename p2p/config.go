package p2p

import (
	"crypto/ed25519"
	"errors"
	"io"
	"time"

	"github.com/libp2p/go-libp2p"
	"github.com/sirupsen/logrus"
)

// What a person can meet. Everything else is a broken peer or a broken
// network, and is only logged.
var (
	ErrPortInUse     = errors.New("the port is in use by another program")
	ErrUnreachable   = errors.New("none of the addresses answered")
	ErrOtherSession  = errors.New("the other side is in another session")
	ErrNotAdmitted   = errors.New("the other side does not let us in")
	ErrVersion       = errors.New("the other side speaks another version")
	ErrInviteCut     = errors.New("the invite is cut short")
	ErrInviteOther   = errors.New("this is not an invite of Convene, or one of another version")
	ErrInviteExpired = errors.New("the invite has expired")
	// ErrInviteRefused is the one answer to an invite that is unknown,
	// expired, used up or revoked, and to a wrong secret.
	ErrInviteRefused = errors.New("the invite was refused")
	// ErrAdmitLater is what Room.Admit returns while a facilitator has not
	// decided yet; the node asks again until there is an answer.
	ErrAdmitLater = errors.New("waiting for a facilitator")

	ErrNoDirectory    = errors.New("no server of the directory answered")
	ErrNotListed      = errors.New("the directory does not know the host of the invite")
	ErrDirectoryOther = errors.New("this is not the address of a directory's server")
)

// Config says how a node lives. Key, Session, Person, Voucher and Room are required.
type Config struct {
	Key     ed25519.PrivateKey // host key, kept per session and laptop
	Session [16]byte
	Person  [32]byte // who this laptop belongs to, for SetHubs
	Voucher []byte   // the person's signature over VoucherWords: others tell of this laptop with it
	// Port is preferred on UDP and TCP; 0 is any. A port in use is replaced
	// by another one, unless PortDemanded: then Start returns ErrPortInUse.
	Port         int
	PortDemanded bool
	Loopback     bool   // listen on 127.0.0.1 only, and accept such addresses
	Relays       []Pass // to be reached through, at most 3; none is the local network and direct addresses only
	Announce     bool   // be seen and look around by mDNS
	Room         Room
	Blobs        Blobs         // nil: pictures are neither given nor asked for
	Log          *logrus.Entry // nil is silence

	// For simulated networks.
	listen  []string
	options []libp2p.Option
	now     func() time.Time
}

// Room is what a node asks of its session. It is called from many goroutines
// at once and must not wait for the network.
type Room interface {
	// Hello proves who I am, to a peer and for this connection only. The peer
	// ids and the nonce are bound to both ends.
	Hello(mine, theirs, nonce []byte) (proof []byte, err error)
	// Welcome judges a peer's proof; an error closes the connection. mine and
	// theirs are as seen from here.
	Welcome(mine, theirs, nonce, proof []byte) (person [32]byte, err error)
	// Invited looks up an invite. An unknown, expired, used or revoked one is
	// an error; the caller is told nothing but that.
	Invited(invite [8]byte) (secret [16]byte, genesis []byte, err error)
	// Admit lets in who proved to hold the invite's secret. ErrAdmitLater
	// means ask again; any other error is a refusal.
	Admit(JoinRequest) (JoinAnswer, error)
	// Have is what this laptop holds. The summary is opaque, at most 240 KiB.
	Have() (digest [32]byte, summary []byte)
	// Missing yields what the holder of summary lacks, in causal order. The
	// bytes are kept for a while and must not change. An error from yield
	// ends it and is returned.
	Missing(summary []byte, yield func(change []byte) error) error
	// Receive takes changes from a peer. Unless all is true, those that the peer wrote are left out unjudged and not counted. An
	// error means bytes no honest peer sends: its link is slowed, then cut.
	Receive(from [32]byte, changes [][]byte, all bool) (Taken, error)
	// Presence is the latest state of a person here; nil when they left.
	Presence(from [32]byte, state []byte)
}

// Taken is what came of changes that a peer sent.
type Taken struct {
	// Kept was judged and is kept now, among it what had waited for its past: that, and nothing unjudged, is passed on.
	Kept  [][]byte
	Own   int      // how many of what came the peer wrote
	Lacks [][]byte // what of it waits for its past
}

// JoinRequest is somebody at the door who holds an invite's secret.
type JoinRequest struct {
	InviteID   [8]byte
	HostPeer   []byte // libp2p peer ids, as bytes
	JoinerPeer []byte
	Person     [32]byte
	Name       string // as they say, at most 400 bytes of anything; empty when they did not
	Challenge  []byte // fresh, 32 bytes, made by the host
	Signature  []byte // by the person's key, over what the rooms agreed on
}

// JoinAnswer is what a joiner takes home. A room fills in Grant; the node adds
// Genesis, Addrs and Relays.
type JoinAnswer struct {
	Genesis []byte
	Grant   [][]byte // signed changes that prove the grant
	Addrs   []string // multiaddrs of members, the host's first
	Relays  []string // passes of the relays that the session uses
}

// The limits of this room. Times are patience with a peer, not promises.
const (
	maxFrame     = 256 << 10 // bytes, before and after decompression bounds apply
	maxEarly     = 4 << 10   // bytes of a frame from somebody not yet known
	maxProof     = 64 << 10
	maxName      = 400 // bytes
	maxChange    = 64 << 10
	maxSummary   = 240 << 10
	maxPresence  = 4 << 10
	maxAddrs     = 8   // addresses of one peer
	maxAddr      = 128 // bytes of one address
	maxMembers   = 256 // entries of the address book
	maxQueue     = 1 << 20
	meshSize     = 12
	hubCount     = 3
	maxStrikes   = 3
	helloTime    = 5 * time.Second
	frameTime    = 10 * time.Second
	exchangeTime = 2 * time.Minute
	beatEvery    = 2 * time.Second
	deadAfter    = 8 * time.Second
	idleTime     = time.Minute
	keepAlive    = 20 * time.Second
	presenceTick = 50 * time.Millisecond
	lingerTime   = 3 * time.Second
	banTime      = time.Minute
)

func (c Config) complete() Config {
	if c.Log == nil {
		silent := logrus.New()
		silent.SetOutput(io.Discard)
		c.Log = logrus.NewEntry(silent)
	}
	if c.now == nil {
		c.now = time.Now
	}
	return c
}
