package p2p

import (
	"crypto/aes"
	"crypto/cipher"
	"fmt"
	"math/big"

	"github.com/schollz/pake/v3"
)

// The exchange that turns a short code into a key without showing the code.
// The library takes no associated data, so both peer ids go into what it
// takes for the password, and both sides confirm the key by a MAC over all
// that was said.

const pakeCurve = "p256"

// keying is one side of the exchange.
type keying struct{ p *pake.Pake }

// newKeying starts for a code between two peers; the joiner has role 0.
func newKeying(c Code, role int, joiner, host []byte) (*keying, error) {
	password, err := derive([]byte(c.String()), tag(nil, "pair/peers", joiner, host), "convene/pair/1")
	if err != nil {
		return nil, err
	}
	p, err := pake.InitCurve(password, role, pakeCurve)
	if err != nil {
		return nil, fmt.Errorf("start key exchange: %w", err)
	}
	return &keying{p: p}, nil
}

// said is this side's point, 64 bytes; the host's is there after it heard.
func (k *keying) said() []byte {
	x, y := k.p.Xᵤ, k.p.Xᵥ
	if k.p.Role == 1 {
		x, y = k.p.Yᵤ, k.p.Yᵥ
	}
	out := make([]byte, 64)
	if x != nil && y != nil {
		x.FillBytes(out[:32])
		y.FillBytes(out[32:])
	}
	return out
}

// hear takes the other side's point and returns the key. The library reads
// JSON in which numbers may be missing; what a stranger said never gets there
// as it came.
func (k *keying) hear(said []byte) ([]byte, error) {
	if len(said) != 64 {
		return nil, errMalformed
	}
	x, y := new(big.Int).SetBytes(said[:32]), new(big.Int).SetBytes(said[32:])
	if x.Sign() == 0 || y.Sign() == 0 {
		return nil, errMalformed
	}
	theirs := &pake.Pake{Role: 1 - k.p.Role}
	if theirs.Role == 0 {
		theirs.Xᵤ, theirs.Xᵥ = x, y
	} else {
		theirs.Yᵤ, theirs.Yᵥ = x, y
	}
	if err := k.p.Update(theirs.Bytes()); err != nil {
		return nil, fmt.Errorf("exchange keys: %w", err)
	}
	key, err := k.p.SessionKey()
	if err != nil {
		return nil, fmt.Errorf("exchange keys: %w", err)
	}
	return key, nil
}

// seal encrypts once under a key that is used for nothing else.
func seal(key, plain []byte) ([]byte, error) {
	aead, err := sealer(key)
	if err != nil {
		return nil, err
	}
	return aead.Seal(nil, make([]byte, aead.NonceSize()), plain, nil), nil
}

func unseal(key, sealed []byte) ([]byte, error) {
	aead, err := sealer(key)
	if err != nil {
		return nil, err
	}
	plain, err := aead.Open(nil, make([]byte, aead.NonceSize()), sealed, nil)
	if err != nil {
		return nil, fmt.Errorf("open sealed invite: %w", err)
	}
	return plain, nil
}

func sealer(key []byte) (cipher.AEAD, error) {
	once, err := derive(key, nil, "convene/pair/seal/1")
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(once)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	aead, err := cipher.NewGCM(block)
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	return aead, nil
}
