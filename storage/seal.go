package storage

import (
	"bytes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"

	"filippo.io/age"
	"golang.org/x/crypto/chacha20poly1305"
)

// keySize is the size in bytes of the key of a data folder.
const keySize = 32

// sealer encrypts what a store writes, with keys that follow from the one of its data folder. A nil sealer leaves everything
// plain. It may be used from any goroutine.
//
// Journal records are sealed one by one, so that a damaged one costs no other; backups, snapshots and pictures are age
// files whose file key is sealed; the database does it by itself.
type sealer struct {
	records  cipher.AEAD
	files    cipher.AEAD
	database []byte
	names    []byte
}

func newSealer(key [keySize]byte) (*sealer, error) {
	s := &sealer{}
	var records, files []byte
	for purpose, to := range map[string]*[]byte{
		"convene/records/1": &records, "convene/files/1": &files, "convene/database/1": &s.database, "convene/names/1": &s.names,
	} {
		var err error
		if *to, err = hkdf.Key(sha256.New, key[:], nil, purpose, keySize); err != nil {
			return nil, fmt.Errorf("derive keys: %w", err)
		}
	}
	var err error
	if s.records, err = chacha20poly1305.NewX(records); err == nil {
		s.files, err = chacha20poly1305.NewX(files)
	}
	return s, err
}

// seal encrypts under a nonce of chance, which stands in front.
func seal(with cipher.AEAD, plain []byte) []byte {
	sealed := make([]byte, with.NonceSize(), with.NonceSize()+len(plain)+with.Overhead())
	_, _ = rand.Read(sealed) // never fails
	return with.Seal(sealed, sealed, plain, nil)
}

func unseal(with cipher.AEAD, sealed []byte) ([]byte, bool) {
	if len(sealed) < with.NonceSize() {
		return nil, false
	}
	plain, err := with.Open(nil, sealed[:with.NonceSize()], sealed[with.NonceSize():], nil)
	return plain, err == nil
}

// appendFrame appends r in its frame, sealed.
func (s *sealer) appendFrame(dst []byte, r record) []byte {
	if s == nil {
		return appendFrame(dst, r)
	}
	frame := appendFrame(nil, r)
	return appendFrame(dst, record{kind: kindSealed, value: seal(s.records, frame[frameHead:])})
}

// parse reads a payload that may be sealed.
func (s *sealer) parse(payload []byte) (record, error) {
	r, err := parseRecord(payload)
	if err != nil || r.kind != kindSealed {
		return r, err
	}
	if s == nil {
		return r, fmt.Errorf("sealed, and there is no key: %w", errRecord)
	}
	inner, ok := unseal(s.records, r.value)
	if !ok {
		return r, fmt.Errorf("sealed with another key: %w", errRecord)
	}
	if r, err = parseRecord(inner); err == nil && r.kind == kindSealed {
		err = errRecord
	}
	return r, err
}

// databaseKey is what the database encrypts with, nil for nothing.
func (s *sealer) databaseKey() []byte {
	if s == nil {
		return nil
	}
	return s.database
}

// name hides the name of a file that would tell what is in it.
func (s *sealer) name(of []byte) []byte {
	if s == nil {
		return of
	}
	mac := hmac.New(sha256.New, s.names)
	mac.Write(of)
	return mac.Sum(nil)
}

// format is the format number of a store that is written with s.
func (s *sealer) format() uint32 {
	if s == nil {
		return formatPlain
	}
	return formatSealed
}

// sealedHeader begins a file that is sealed.
const sealedHeader = "convene sealed\n"

// writer returns what encrypts into w; closing it ends the file and not w.
func (s *sealer) writer(w io.Writer) (io.WriteCloser, error) {
	if s == nil {
		return openEnd{w}, nil
	}
	if _, err := io.WriteString(w, sealedHeader); err != nil {
		return nil, err
	}
	return age.Encrypt(w, fileKey{s.files})
}

type openEnd struct{ io.Writer }

func (openEnd) Close() error { return nil }

// reader returns what is in a file that writer wrote, sealed or not.
func (s *sealer) reader(r io.Reader) (io.Reader, error) {
	begin := make([]byte, len(sealedHeader))
	n, err := io.ReadFull(r, begin)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	switch {
	case string(begin[:n]) != sealedHeader:
		return io.MultiReader(bytes.NewReader(begin[:n]), r), nil
	case s == nil:
		return nil, errors.New("it is encrypted, and there is no key")
	}
	return age.Decrypt(r, fileKey{s.files})
}

// sealed is b as writer would write it.
func (s *sealer) sealed(b []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := s.writer(&out)
	if err == nil {
		_, err = w.Write(b)
	}
	if err == nil {
		err = w.Close()
	}
	return out.Bytes(), err
}

// opened is what sealed was given.
func (s *sealer) opened(b []byte) ([]byte, error) {
	r, err := s.reader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// fileKey lets age encrypt for a key of ours: the key of each file is sealed in its head.
type fileKey struct{ with cipher.AEAD }

const stanzaType = "convene"

// Wrap seals the key of a file.
func (k fileKey) Wrap(key []byte) ([]*age.Stanza, error) {
	return []*age.Stanza{{Type: stanzaType, Body: seal(k.with, key)}}, nil
}

// Unwrap opens the key of a file.
func (k fileKey) Unwrap(stanzas []*age.Stanza) ([]byte, error) {
	for _, s := range stanzas {
		if key, ok := unseal(k.with, s.Body); s.Type == stanzaType && ok {
			return key, nil
		}
	}
	return nil, age.ErrIncorrectIdentity
}
