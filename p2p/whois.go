package p2p

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"net"
	"net/netip"
	"strings"
	"time"

	"github.com/libp2p/go-libp2p/core/crypto"
	"github.com/libp2p/go-libp2p/p2p/security/noise"
	"github.com/multiformats/go-multistream"
)

// ErrAddressMistyped means the text is no address; nobody was asked.
var ErrAddressMistyped = errors.New("this is not an address like 192.168.1.20:40123")

const whoIsTime = 4 * time.Second

// ParseAddress reads an address as people type it, or as an invite shows it:
// 192.168.1.20:40123 or [fe80::1]:40123. Names are not looked up: who answers
// for a name is decided elsewhere. Error: ErrAddressMistyped.
func ParseAddress(text string) (netip.AddrPort, error) {
	if len(text) > 100 {
		return netip.AddrPort{}, ErrAddressMistyped
	}
	at, err := netip.ParseAddrPort(strings.TrimSpace(text))
	if err != nil || at.Port() == 0 || at.Addr().IsUnspecified() || at.Addr().IsMulticast() || at.Addr().Zone() != "" {
		return netip.AddrPort{}, ErrAddressMistyped
	}
	return netip.AddrPortFrom(at.Addr().Unmap(), at.Port()), nil
}

// WhoIs asks at an address which laptop answers there, and returns its full
// addresses, as Pair takes them. Whoever sits on the way can answer for
// another, so nothing but a code may be tried there: the code's exchange
// binds the peer ids of both ends. Error: ErrUnreachable.
func WhoIs(ctx context.Context, at netip.AddrPort) ([]string, error) {
	ctx, cancel := context.WithTimeout(ctx, whoIsTime)
	defer cancel()
	conn, err := new(net.Dialer).DialContext(ctx, "tcp", at.String())
	if err != nil {
		return nil, fmt.Errorf("ask who is there: %w: %w", ErrUnreachable, err)
	}
	defer conn.Close()
	defer context.AfterFunc(ctx, func() { _ = conn.SetDeadline(time.Now()) })()
	id, err := answersAt(ctx, conn)
	if err != nil {
		return nil, fmt.Errorf("ask who is there: %w: %w", ErrUnreachable, err)
	}
	family := "ip4"
	if at.Addr().Is6() {
		family = "ip6"
	}
	base := fmt.Sprintf("/%s/%s", family, at.Addr())
	return []string{
		fmt.Sprintf("%s/udp/%d/quic-v1/p2p/%s", base, at.Port(), id),
		fmt.Sprintf("%s/tcp/%d/p2p/%s", base, at.Port(), id),
	}, nil
}

// answersAt shakes hands as a stranger and reads the peer id off the other
// side's key.
func answersAt(ctx context.Context, conn net.Conn) (string, error) {
	if _, err := multistream.SelectOneOf([]string{noise.ID}, conn); err != nil {
		return "", fmt.Errorf("agree on encryption: %w", err)
	}
	key, _, err := crypto.GenerateEd25519Key(rand.Reader)
	if err != nil {
		return "", fmt.Errorf("make a key: %w", err)
	}
	transport, err := noise.New(noise.ID, key, nil)
	if err != nil {
		return "", fmt.Errorf("prepare encryption: %w", err)
	}
	stranger, err := transport.WithSessionOptions(noise.DisablePeerIDCheck())
	if err != nil {
		return "", fmt.Errorf("prepare encryption: %w", err)
	}
	secured, err := stranger.SecureOutbound(ctx, conn, "")
	if err != nil {
		return "", fmt.Errorf("shake hands: %w", err)
	}
	return secured.RemotePeer().String(), nil
}
