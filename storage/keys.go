package storage

import (
	"bytes"
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"filippo.io/age"
)

// ErrNoKey: the data folder is encrypted and nothing that was given opens it. Nothing was changed.
var ErrNoKey = errors.New("the key to the data folder is not here")

// Two that are ErrNoKey too: a passphrase would open the folder, and none was given, or another one.
var (
	ErrPassphraseNeeded = fmt.Errorf("%w without its passphrase", ErrNoKey)
	ErrPassphraseWrong  = fmt.Errorf("%w: this is not its passphrase", ErrNoKey)
)

// Keychain keeps keys outside of the data folder, as operating systems do. Any error of it means that it cannot be used.
type Keychain interface {
	// Get returns what Set kept under id, nil when nothing was.
	Get(id string) ([]byte, error)
	Set(id string, key []byte) error
}

// Access is what may open a data folder, or protect a new one.
type Access struct {
	Keychain   Keychain // nil is not to be asked
	Passphrase string   // "" is none
	OpenOnly   bool     // no new key is put into the keychain
}

// Protection says how a data folder is protected on the disk.
type Protection struct {
	Encrypted  bool // everything in it is
	Keychain   bool // the key is in the keychain of this computer
	Passphrase bool // a passphrase opens it
	// Pending: a passphrase was set, and the folder is encrypted when the app starts next.
	Pending bool
	Why     string // why it is not encrypted, in plain words; "" when it is
}

// keyFile is the head of an encrypted data folder: where its key is. It is written twice, for without it the key is lost.
type keyFile struct {
	ID         string `json:"id"`                   // the name of the key in the keychain
	Keychain   bool   `json:"keychain"`             // it is there
	Passphrase []byte `json:"passphrase,omitempty"` // the key, as an age file for a passphrase
	Check      []byte `json:"check"`                // sealed with the key, so that another one is noticed
}

const keyCheck = "convene key"

func keyPaths(dir string) []string {
	return []string{filepath.Join(dir, "keys"), filepath.Join(dir, "keys.copy")}
}

// readKeyFile returns nil when the folder has none. Two that cannot be read are an error: they must never be taken for none.
func readKeyFile(dir string) (*keyFile, error) {
	var damaged error
	for _, path := range keyPaths(dir) {
		line, err := os.ReadFile(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("read the keys: %w", plain(err))
		}
		sum, text, _ := bytes.Cut(bytes.TrimSpace(line), []byte(" "))
		var k keyFile
		if fmt.Sprintf("%08x", crc32.Checksum(text, castagnoli)) == string(sum) && json.Unmarshal(text, &k) == nil {
			return &k, nil
		}
		damaged = fmt.Errorf("%w: the file that tells where it is was damaged", ErrNoKey)
	}
	return nil, damaged
}

func (k *keyFile) write(dir string) error {
	text, err := json.Marshal(k)
	if err != nil {
		return err
	}
	line := fmt.Appendf(nil, "%08x %s\n", crc32.Checksum(text, castagnoli), text)
	for _, path := range keyPaths(dir) {
		if err := writeFile(path, line); err != nil {
			return fmt.Errorf("write the keys: %w", plain(err))
		}
	}
	return nil
}

// opens says whether key is the one of the folder.
func (k *keyFile) opens(key []byte) (*sealer, bool) {
	if len(key) != keySize {
		return nil, false
	}
	s, err := newSealer([keySize]byte(key))
	if err != nil {
		return nil, false
	}
	check, ok := unseal(s.files, k.Check)
	return s, ok && string(check) == keyCheck
}

// unlock finds the key of the data folder, or makes one where there is none yet and there is a place to keep it. Where there is
// none it stays plain, and Protection says why.
func (l *Library) unlock(access Access) error {
	k, err := readKeyFile(l.dir)
	if err != nil {
		return err
	}
	if k == nil {
		return l.newKey(access)
	}
	l.keys = k
	why := "it needs its passphrase"
	if k.Keychain {
		why = "the keychain of this computer cannot be asked"
		if access.Keychain != nil {
			key, err := access.Keychain.Get(k.ID)
			if s, ok := k.opens(key); ok {
				l.useKey(key, s)
				return nil
			}
			why = "the keychain of this computer does not have it"
			if err != nil {
				why = "the keychain of this computer does not answer: " + err.Error()
			}
		}
	}
	switch {
	case k.Passphrase == nil:
		return fmt.Errorf("%w: %s", ErrNoKey, why)
	case access.Passphrase == "":
		return fmt.Errorf("%w: %s", ErrPassphraseNeeded, why)
	}
	key, err := openPassphrase(k.Passphrase, access.Passphrase)
	if s, ok := k.opens(key); err == nil && ok {
		l.useKey(key, s)
		return nil
	}
	return ErrPassphraseWrong
}

func (l *Library) useKey(key []byte, s *sealer) {
	l.key, l.set.seal = [keySize]byte(key), s
	l.protection = Protection{Encrypted: true, Keychain: l.keys.Keychain, Passphrase: l.keys.Passphrase != nil}
}

// newKey makes a key for a folder that has none, and keeps it outside of it before anything is encrypted with it.
func (l *Library) newKey(access Access) error {
	l.protection.Why = "this computer has no keychain that can be used"
	if access.OpenOnly {
		access.Keychain = nil
		l.protection.Why = "no key was made: it was opened without a window first"
	}
	if access.Keychain == nil && access.Passphrase == "" || l.space.check() != nil {
		return nil
	}
	var key [keySize]byte
	_, _ = rand.Read(key[:]) // never fails
	k, s, err := makeKeyFile(key)
	if err != nil {
		return err
	}
	if access.Keychain != nil {
		err := access.Keychain.Set(k.ID, key[:])
		if err == nil {
			var back []byte
			if back, err = access.Keychain.Get(k.ID); err == nil {
				k.Keychain = bytes.Equal(back, key[:])
			}
		}
		if err != nil {
			l.log.WithError(err).Info("the keychain of this computer cannot be used")
		}
	}
	if access.Passphrase != "" {
		if k.Passphrase, err = sealPassphrase(key[:], access.Passphrase, l.set.scryptWork); err != nil {
			return err
		}
	}
	if !k.Keychain && k.Passphrase == nil {
		return nil
	}
	if err := k.write(l.dir); err != nil {
		return err
	}
	l.keys = k
	l.useKey(key[:], s)
	return nil
}

func makeKeyFile(key [keySize]byte) (*keyFile, *sealer, error) {
	s, err := newSealer(key)
	if err != nil {
		return nil, nil, err
	}
	id := make([]byte, 8)
	_, _ = rand.Read(id) // never fails
	return &keyFile{ID: hex.EncodeToString(id), Check: seal(s.files, []byte(keyCheck))}, s, nil
}

// sealPassphrase encrypts a key for a passphrase; work is the logarithm of the cost of each guess.
func sealPassphrase(key []byte, passphrase string, work int) ([]byte, error) {
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return nil, fmt.Errorf("protect the key: %w", err)
	}
	to.SetWorkFactor(work)
	var out bytes.Buffer
	w, err := age.Encrypt(&out, to)
	if err == nil {
		_, err = w.Write(key)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("protect the key: %w", err)
	}
	return out.Bytes(), nil
}

func openPassphrase(sealed []byte, passphrase string) ([]byte, error) {
	from, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return nil, err
	}
	r, err := age.Decrypt(bytes.NewReader(sealed), from)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(r, keySize+1))
}

// Protection says how the data folder is protected on the disk.
func (l *Library) Protection() Protection {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.protection
}

// SetPassphrase lets a passphrase open the data folder, beside its keychain where it has one, in place of the one before. A
// folder that is plain is encrypted when it is opened next; until then Protection says so.
func (l *Library) SetPassphrase(passphrase string) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return ErrClosed
	}
	k, key := l.keys, l.key
	if k == nil {
		_, _ = rand.Read(key[:]) // never fails
		var err error
		if k, _, err = makeKeyFile(key); err != nil {
			return err
		}
	}
	sealed, err := sealPassphrase(key[:], passphrase, l.set.scryptWork)
	if err != nil {
		return err
	}
	with := *k
	with.Passphrase = sealed
	if err := with.write(l.dir); err != nil {
		return err
	}
	l.keys, l.key = &with, key
	l.protection.Passphrase, l.protection.Pending = true, !l.protection.Encrypted
	return nil
}
