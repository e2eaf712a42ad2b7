package p2p

import (
	"crypto/ed25519"
	"errors"
	"fmt"

	"github.com/libp2p/go-libp2p/core/crypto"
	"github.com/libp2p/go-libp2p/core/peer"
)

// A voucher is a person's word that a laptop is theirs. Whoever tells of a
// laptop that they are linked to tells it with its voucher, so that nobody can
// name another person in its place: who is listened to depends on that.

const voucherDomain = "convene/laptop/1"

var errVoucher = errors.New("a laptop is said to be somebody's who did not say so")

// VoucherWords is what a person signs for a laptop of theirs, whose host key
// has this public half.
func VoucherWords(session [16]byte, host ed25519.PublicKey) []byte {
	return append(append([]byte(voucherDomain), session[:]...), host...)
}

// vouches tells whether a voucher says that a laptop is a person's.
func vouches(session [16]byte, id peer.ID, person [32]byte, voucher []byte) bool {
	key, err := id.ExtractPublicKey()
	if err != nil || key.Type() != crypto.Ed25519 {
		return false
	}
	host, err := key.Raw()
	return err == nil && ed25519.Verify(person[:], VoucherWords(session, host), voucher)
}

func peerOf(key ed25519.PrivateKey) (peer.ID, error) {
	k, err := crypto.UnmarshalEd25519PrivateKey(key)
	if err != nil {
		return "", fmt.Errorf("read host key: %w", err)
	}
	id, err := peer.IDFromPrivateKey(k)
	if err != nil {
		return "", fmt.Errorf("read host key: %w", err)
	}
	return id, nil
}
