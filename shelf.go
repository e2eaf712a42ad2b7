package main

import (
	"context"
	"fmt"
	"strings"

	"convene/app"
)

// searchCommand finds words in all sessions of this computer.
type searchCommand struct {
	Words []string `arg:"" help:"Words that a text must hold, all of them, in any case and with or without accents."`
}

// Run prints one line a text.
func (s *searchCommand) Run(ctx context.Context, t *terminal) error {
	return withApp(ctx, t, func(ctx context.Context, a *app.App) error {
		found, err := a.Search(ctx, strings.Join(s.Words, " "))
		if err != nil {
			return err
		}
		lines := make([]string, 0, len(found.Hits)+1)
		for _, h := range found.Hits {
			lines = append(lines, fmt.Sprintf("%s  %-24s  %-8s  %s", h.Session, h.Title, h.Kind, strings.Join(strings.Fields(h.Text), " ")))
		}
		switch {
		case len(found.Hits) == 0:
			lines = append(lines, "Nothing holds these words.")
		case found.More:
			lines = append(lines, "There is more: add a word.")
		}
		return t.result(found, lines...)
	})
}

// forgetCommand removes a session from this computer.
type forgetCommand struct {
	Session sessionName `arg:"" help:"Session, as convene sessions lists it."`
	Yes     bool        `help:"Do it: it cannot be taken back."`
}

// Run removes it, if that was meant.
func (f *forgetCommand) Run(ctx context.Context, t *terminal) error {
	if !f.Yes {
		return wrongUse{app.Refuse("not-meant", "Forgetting a session removes it from this computer for good.",
			"Others keep theirs. Add --yes to do it; convene bundle keeps a copy.")}
	}
	return withApp(ctx, t, func(ctx context.Context, a *app.App) error {
		if err := a.ForgetSession(ctx, string(f.Session)); err != nil {
			return err
		}
		return t.result(map[string]any{"session": f.Session, "forgotten": true}, "Forgotten on this computer.")
	})
}
