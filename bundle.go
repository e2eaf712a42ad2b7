package main

import (
	"context"
	"fmt"
	"strings"

	"convene/app"
)

// bundleCommand writes a session into one file to carry.
type bundleCommand struct {
	Session sessionName `arg:"" help:"Session, as convene sessions lists it."`
	Out     string      `help:"File to write. Whoever has it can read the session." required:"" type:"path" placeholder:"FILE.convene"`
	Replace bool        `help:"Replace the file if it is there already."`
}

// Help says what to know before a bundle is given away.
func (*bundleCommand) Help() string {
	return "A bundle is the whole session in one file: to keep, to carry on a USB stick, to bring two copies together. " +
		"It is not encrypted: it is readable by whoever has the file. Give it only to people of the session."
}

// Run writes the bundle and prints where.
func (b *bundleCommand) Run(ctx context.Context, t *terminal) error {
	return withApp(ctx, t, func(ctx context.Context, a *app.App) error {
		saved, err := a.SaveBundle(ctx, string(b.Session), b.Out, b.Replace, nil)
		if err != nil {
			return err
		}
		return t.result(saved, saved.Path, fmt.Sprintf("%d changes, %d pictures.", saved.Changes, saved.Images), saved.Notice)
	})
}

// importCommand takes a bundle in.
type importCommand struct {
	File    string `arg:"" help:"Bundle: a .convene file." type:"path"`
	Salvage bool   `help:"Take what is in order, where not all of it is."`
}

// Help says what importing does.
func (*importCommand) Help() string {
	return "The bundle is checked like what comes over the network, all of it before anything is kept. A session that is here already " +
		"gets what it lacks; two copies that went apart become one. Importing what is here already changes nothing."
}

// Run imports the bundle and prints what came of it.
func (i *importCommand) Run(ctx context.Context, t *terminal) error {
	return withApp(ctx, t, func(ctx context.Context, a *app.App) error {
		in, err := a.ImportBundle(ctx, i.File, i.Salvage, nil)
		if err != nil {
			return err
		}
		lines := []string{in.Session, fmt.Sprintf("%s: %d changes added, %d were here already.", in.Title, in.Added, in.Known)}
		if in.Role == app.PartNone {
			lines = append(lines, "You can look at it. To take part, a facilitator has to let you in.")
		}
		for _, r := range in.Refused {
			lines = append(lines, "left out: "+r.What+": "+r.Why)
		}
		return t.result(in, lines...)
	})
}

// verifyCommand checks a session from its first change on.
type verifyCommand struct {
	What sessionName `arg:"" name:"session-or-file" help:"Session, as convene sessions lists it, or a .convene file."`
}

// notVerified is a session that is not in order; what is wrong with it was printed.
type notVerified struct{ error }

// Unwrap leads to the words of what was found.
func (n notVerified) Unwrap() error { return n.error }

// Run checks, prints what was found, and fails where something is not in order.
func (c *verifyCommand) Run(ctx context.Context, t *terminal) error {
	v, err := c.verify(ctx, t)
	if err != nil {
		return err
	}
	lines := []string{
		fmt.Sprintf("session      %s", v.Session),
		fmt.Sprintf("changes      %d, each with its signature and its place in its writer's chain", v.Changes),
		fmt.Sprintf("people       %d, with %d keys", v.People, v.Writers),
		fmt.Sprintf("rights       %d changes that their writers had no right to, %d contributions set aside", v.NotAllowed, v.SetAside),
		fmt.Sprintf("two histories  %d people", v.Broken),
		fmt.Sprintf("digest       %s", v.Digest),
		fmt.Sprintf("fingerprint  %s", strings.Join(v.Fingerprint, " ")),
	}
	for _, r := range v.Refused {
		lines = append(lines, "refused: "+r.What+": "+r.Why)
	}
	if v.OK {
		lines = append(lines, "In order.")
	}
	if err := t.result(v, lines...); err != nil || v.OK {
		return err
	}
	return notVerified{app.Refuse("not-in-order", "Not all of it is in order: see the list.", "Nothing was changed.")}
}

func (c *verifyCommand) verify(ctx context.Context, t *terminal) (v app.Verified, err error) {
	if isFile(string(c.What)) {
		return app.VerifyBundle(string(c.What))
	}
	err = withApp(ctx, t, func(ctx context.Context, a *app.App) error {
		v, err = a.VerifySession(ctx, string(c.What), nil)
		return err
	})
	return v, err
}
