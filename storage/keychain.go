package storage

import (
	"encoding/hex"
	"errors"
	"fmt"
	"time"

	"github.com/zalando/go-keyring"
)

// keychainService is the name under which the operating system lists our keys.
const keychainService = "Convene"

// How long the keychain may take. With a person before it, it may ask them something.
const (
	keychainPatience = 2 * time.Minute
	keychainHaste    = 3 * time.Second
)

// SystemKeychain is the keychain of this computer: Keychain on macOS, Credential Manager on Windows, the Secret Service
// elsewhere. Where nobody may be asked (a peer without a window), one that is locked is left alone instead of prompting; on macOS, where
// that cannot be known, it is not used at all then.
func SystemKeychain(mayAsk bool) Keychain { return systemKeychain{mayAsk: mayAsk} }

type systemKeychain struct{ mayAsk bool }

// Get returns what Set kept under id, nil when nothing was.
func (k systemKeychain) Get(id string) ([]byte, error) {
	var key []byte
	err := k.within(func() error {
		text, err := keyring.Get(keychainService, id)
		if errors.Is(err, keyring.ErrNotFound) {
			return nil
		}
		if err == nil {
			key, err = hex.DecodeString(text)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("ask the keychain: %w", err)
	}
	return key, nil
}

// Set keeps key under id.
func (k systemKeychain) Set(id string, key []byte) error {
	err := k.within(func() error { return keyring.Set(keychainService, id, hex.EncodeToString(key)) })
	if err != nil {
		return fmt.Errorf("use the keychain: %w", err)
	}
	return nil
}

// within asks the keychain with a limit on its time: it is another program, and may hang. A call that does not come back is
// left behind.
func (k systemKeychain) within(ask func() error) error {
	patience := keychainHaste
	if k.mayAsk {
		patience = keychainPatience
	}
	done := make(chan error, 1)
	go func() {
		err := keychainThere(k.mayAsk)
		if err == nil {
			err = ask()
		}
		done <- err
	}()
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case err := <-done:
		return err
	case <-late.C:
		return errors.New("it does not answer")
	}
}
