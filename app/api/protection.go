package api

import (
	"context"

	"convene/app"
)

func protectionMethods() []method {
	return []method{
		on("protection.get", owners, "How what is on this computer is protected from who has the disk.", protection),
		on("protection.set", owners, "Lets a passphrase open the data folder. A folder that is not encrypted yet is when Convene starts next.",
			done(setPassphrase)).takesTime(),
	}
}

type passphraseParams struct {
	Passphrase string `json:"passphrase"` // at least 8 characters; nobody can bring a forgotten one back
}

func protection(ctx context.Context, c *call, _ none) (app.Protection, error) {
	return c.Safe.Protection(ctx)
}

func setPassphrase(ctx context.Context, c *call, p passphraseParams) error {
	return c.Safe.SetPassphrase(ctx, p.Passphrase)
}
