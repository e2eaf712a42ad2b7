package api

import (
	"context"
	"path/filepath"

	"convene/app"
)

func bundleMethods() []method {
	return []method{
		on("sessions.bundle", owners, "Writes the session into one file to carry. It is readable by whoever has the file. Tells how far it has come with carry.progress.", saveBundle).takesLong(),
		on("sessions.import", owners, "Takes in a bundle, as a new session or into the one that is here. Tells how far it has come with carry.progress.", importBundle).takesLong(),
		on("sessions.verify", owners, "Checks a session from its first change on: signatures, chains, rights. Tells how far it has come with carry.progress.", verifySession).takesLong(),
		on("carry.stop", owners, "Calls off what this window has asked for and hears of with carry.progress. Nothing half done stays; what can no longer be called off ends as it would have.", done(stopCarrying)),
	}
}

func searchMethods() []method {
	return []method{
		on("sessions.search", owners, "Finds texts in all sessions of this computer that hold every word, whatever their case and accents.", search).takesTime(),
		on("sessions.forget", owners, "Removes the session from this computer for good. Others keep theirs.", done(forgetSession)).takesTime(),
		on("sessions.keep", owners, "Says until which day the session is to be kept here. Nothing is removed by itself.", done(keepUntil)),
		on("sessions.dismiss", owners, "Ends what is told of a session's damage, once it was read. What was set aside stays.", done(dismissReport)),
	}
}

type searchParams struct {
	Words string `json:"words"` // at most 200 bytes
}

type keepParams struct {
	inSession
	Until app.Date `json:"until"` // "" is for ever
}

func search(ctx context.Context, c *call, p searchParams) (app.Found, error) {
	return c.Shelf.Search(ctx, p.Words)
}

func forgetSession(ctx context.Context, c *call, p inSession) error {
	return c.Shelf.ForgetSession(ctx, p.Session)
}

func keepUntil(ctx context.Context, c *call, p keepParams) error {
	return c.Shelf.KeepUntil(ctx, p.Session, p.Until)
}

func dismissReport(ctx context.Context, c *call, p inSession) error {
	return c.Shelf.DismissReport(ctx, p.Session)
}

type bundleParams struct {
	inSession
	Path      string `json:"path,omitempty"`      // the data folder's exports without
	Overwrite bool   `json:"overwrite,omitempty"` // replace the file: the person said so in a dialog
}

type importParams struct {
	Path    string `json:"path"`
	Salvage bool   `json:"salvage,omitempty"` // take what is in order where not all of it is
}

func saveBundle(ctx context.Context, c *call, p bundleParams) (app.BundleSaved, error) {
	if p.Path != "" && !filepath.IsAbs(p.Path) {
		return app.BundleSaved{}, refusedPath()
	}
	return carry(ctx, c, func(ctx context.Context, tell func(app.CarryProgress)) (app.BundleSaved, error) {
		return c.Bundles.SaveBundle(ctx, p.Session, p.Path, p.Overwrite, tell)
	})
}

func importBundle(ctx context.Context, c *call, p importParams) (app.Imported, error) {
	if !filepath.IsAbs(p.Path) {
		return app.Imported{}, refusedPath()
	}
	return carry(ctx, c, func(ctx context.Context, tell func(app.CarryProgress)) (app.Imported, error) {
		return c.Bundles.ImportBundle(ctx, p.Path, p.Salvage, tell)
	})
}

func verifySession(ctx context.Context, c *call, p inSession) (app.Verified, error) {
	return carry(ctx, c, func(ctx context.Context, tell func(app.CarryProgress)) (app.Verified, error) {
		return c.Bundles.VerifySession(ctx, p.Session, tell)
	})
}

func refusedPath() error {
	return app.Refuse("path-incomplete", "The name of the file is not complete.", "Nothing was changed. Name it from the top folder on.")
}
