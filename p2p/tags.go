package p2p

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
)

// derive makes a key for one purpose out of a secret.
func derive(secret, salt []byte, purpose string) ([]byte, error) {
	key, err := hkdf.Key(sha256.New, secret, salt, purpose, 32)
	if err != nil {
		return nil, fmt.Errorf("derive key: %w", err)
	}
	return key, nil
}

// tag is a MAC over a label and parts; each part's length is bound, so that
// bytes cannot move from one part to the next.
func tag(key []byte, label string, parts ...[]byte) []byte {
	mac := hmac.New(sha256.New, key)
	put := func(b []byte) {
		var n [4]byte
		binary.BigEndian.PutUint32(n[:], uint32(len(b)))
		mac.Write(n[:])
		mac.Write(b)
	}
	put([]byte(label))
	for _, p := range parts {
		put(p)
	}
	return mac.Sum(nil)
}

// nonce is 32 fresh bytes.
func nonce() []byte {
	b := make([]byte, 32)
	rand.Read(b)
	return b
}
