package app

import (
	"context"
	"strings"

	"convene/storage"
)

// Protection says how what is on this computer is protected from who has the disk and not the person.
type Protection struct {
	Encrypted  bool   `json:"encrypted"`  // everything in the data folder is
	Keychain   bool   `json:"keychain"`   // the key is in the keychain of this computer
	Passphrase bool   `json:"passphrase"` // a passphrase opens it
	Pending    bool   `json:"pending"`    // a passphrase was set: the folder is encrypted when Convene starts next
	Why        string `json:"why"`        // why it is not encrypted; "" when it is
}

// Protection says how the data folder is protected.
func (a *App) Protection(context.Context) (Protection, error) {
	p := a.library.Protection()
	return Protection{p.Encrypted, p.Keychain, p.Passphrase, p.Pending, p.Why}, nil
}

// Bounds of a passphrase, in bytes.
const (
	leastPassphrase = 8
	mostPassphrase  = 1024
)

// SetPassphrase lets a passphrase open the data folder, in place of the one before. Nobody can bring a forgotten one back.
func (a *App) SetPassphrase(_ context.Context, passphrase string) error {
	if len(strings.TrimSpace(passphrase)) < leastPassphrase || len(passphrase) > mostPassphrase {
		return Refuse("passphrase-short", "A passphrase has at least 8 characters.", "Nothing was changed. Four or five words are good and easy to keep.")
	}
	return inWords(a.library.SetPassphrase(passphrase))
}

// AsksPassphrase reports whether the data folder did not open for want of the passphrase: a person can be asked for it.
func AsksPassphrase(err error) bool {
	f, _ := Explain(err)
	return f.Code == codePassphraseNeeded || f.Code == codePassphraseWrong
}

// unprotected is what to tell at the start where nothing protects what is on the disk; ok is false where something does.
func unprotected(p storage.Protection) (f Failure, ok bool) {
	switch {
	case p.Encrypted:
		return f, false
	case p.Pending:
		return Failure{Code: "encrypts-at-start", Message: "Your sessions are encrypted when Convene starts next.", Hint: "Keep the passphrase: nobody can bring a forgotten one back."}, true
	}
	return Failure{
		Code: "not-encrypted", Message: "Your sessions are not encrypted on this computer: " + p.Why + ".",
		Hint: "Who has the disk can read them. Set a passphrase, or encrypt the disk.",
	}, true
}
