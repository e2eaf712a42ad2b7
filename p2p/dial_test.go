package p2p

import (
	"testing"

	ma "github.com/multiformats/go-multiaddr"
)

// TestQUICIsTriedLongBeforeTCP: where both can be dialled, TCP waits; where only TCP can, it does not.
func TestQUICIsTriedLongBeforeTCP(t *testing.T) {
	both := []ma.Multiaddr{ma.StringCast("/ip4/10.77.0.1/tcp/4001"), ma.StringCast("/ip4/10.77.0.1/udp/4001/quic-v1")}
	for _, r := range quicFirst(both) {
		if tcp := transportOf(r.Addr) == ma.P_TCP; tcp != (r.Delay >= tcpLater) {
			t.Errorf("%v after %v", r.Addr, r.Delay)
		}
	}
	for _, r := range quicFirst(both[:1]) {
		if r.Delay >= tcpLater {
			t.Errorf("TCP alone after %v", r.Delay)
		}
	}
}
