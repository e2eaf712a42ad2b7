package main

import (
	"context"
	"os"
	"strings"

	"convene/app"
)

// protectCommand lets a passphrase open the data folder.
type protectCommand struct {
	New string `name:"new-passphrase-file" help:"File whose first line is the new passphrase. Without it, say how the folder is protected." type:"path" placeholder:"FILE"`
}

// Help says what protects the data folder.
func (*protectCommand) Help() string {
	return "Where this computer has a keychain, Convene encrypts your sessions with a key that it keeps there. A passphrase is the other way " +
		"in, and the only one where there is no keychain. Nobody can bring a forgotten passphrase back."
}

// Run sets the passphrase, or says how things stand.
func (p *protectCommand) Run(ctx context.Context, t *terminal) error {
	if p.New != "" {
		if err := p.set(ctx, t); err != nil {
			return err
		}
		passphrase, err := firstLine(p.New)
		if err != nil {
			return err
		}
		t.passphrase = passphrase // opening it again encrypts what was plain
	}
	return withApp(ctx, t, func(ctx context.Context, a *app.App) error {
		is, err := a.Protection(ctx)
		if err != nil {
			return err
		}
		return t.result(is, protectionWords(is))
	})
}

func (p *protectCommand) set(ctx context.Context, t *terminal) error {
	passphrase, err := firstLine(p.New)
	if err != nil {
		return err
	}
	return withApp(ctx, t, func(ctx context.Context, a *app.App) error { return a.SetPassphrase(ctx, passphrase) })
}

func protectionWords(is app.Protection) string {
	switch {
	case is.Encrypted && is.Keychain && is.Passphrase:
		return "Encrypted. The keychain of this computer opens it, and your passphrase does."
	case is.Encrypted && is.Keychain:
		return "Encrypted. The keychain of this computer opens it."
	case is.Encrypted:
		return "Encrypted. Your passphrase opens it."
	case is.Pending:
		return "Not encrypted yet: it is when Convene starts next."
	}
	return "Not encrypted: " + is.Why + "."
}

// firstLine reads a passphrase from a file.
func firstLine(path string) (string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return "", app.Refuse("no-passphrase", "The file with the passphrase cannot be read.", "Nothing was changed.").Because(err)
	}
	line, _, _ := strings.Cut(string(text), "\n")
	return strings.TrimSuffix(line, "\r"), nil
}
