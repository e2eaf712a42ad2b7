package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"convene/app"
	"convene/workshop/templates"
)

// sessionsCommand lists the sessions on this computer.
type sessionsCommand struct{}

// Run prints one line a session.
func (*sessionsCommand) Run(ctx context.Context, t *terminal) error {
	return withApp(ctx, t, func(ctx context.Context, a *app.App) error {
		list, err := a.Sessions(ctx)
		if err != nil {
			return err
		}
		lines := make([]string, 0, len(list))
		for _, s := range list {
			when := time.UnixMilli(int64(s.Updated)).Format("2006-01-02 15:04")
			lines = append(lines, fmt.Sprintf("%s  %-6s  %s  %s", s.ID, s.State, when, s.Title))
		}
		if len(list) == 0 {
			lines = []string{"No sessions yet."}
		}
		return t.result(map[string]any{"sessions": app.List[app.SessionEntry](list)}, lines...)
	})
}

// exportCommand writes the record of a session.
type exportCommand struct {
	Session string `arg:"" help:"Session, as convene sessions lists it."`
	Out     string `help:"Folder to write into. It is made if it is not there; nothing in it is overwritten." required:"" type:"path" placeholder:"DIR"`
	Profile string `help:"How people appear: names, initials or none." enum:"names,initials,none" default:"names"`
	Length  string `help:"How much is in the report: full, or short, which is one page." enum:"full,short" default:"full"`
}

// Run writes the record and prints where.
func (e *exportCommand) Run(ctx context.Context, t *terminal) error {
	return withApp(ctx, t, func(ctx context.Context, a *app.App) error {
		if err := a.OpenSession(ctx, e.Session); err != nil {
			return err
		}
		v, err := a.View(ctx, e.Session)
		if err != nil {
			return err
		}
		path, err := app.SaveRecordInto(v, app.RecordWish{Profile: app.Profile(e.Profile), Length: app.Length(e.Length)}, e.Out)
		if err != nil {
			return err
		}
		digest, err := a.Digest(ctx, e.Session)
		if err != nil {
			return err
		}
		return t.result(map[string]any{"session": e.Session, "report": path, "digest": fmt.Sprintf("%x", digest)}, path)
	})
}

// withApp opens the data folder for one task, without a network that others could find.
func withApp(ctx context.Context, t *terminal, do func(context.Context, *app.App) error) error {
	log, file, err := openLog(t.data)
	if err != nil {
		return err
	}
	a, err := app.New(app.Config{DataDir: t.data, Version: version, Loopback: true, Headless: true, Log: log, Access: t.access(false)})
	if err != nil {
		return errors.Join(err, file.Close())
	}
	running, stop := context.WithCancel(ctx)
	done := make(chan error, 1)
	go func() { done <- a.Run(running) }()
	err = do(ctx, a)
	stop()
	if ended := <-done; !errors.Is(ended, context.Canceled) {
		err = errors.Join(err, ended)
	}
	return errors.Join(err, file.Close())
}

// templatesCommand shows templates.
type templatesCommand struct {
	List  templatesList  `cmd:"" default:"1" help:"List the templates that come with Convene."`
	Show  templatesShow  `cmd:"" help:"Show the agenda of a template."`
	Check templatesCheck `cmd:"" help:"Say whether a template file is in order."`
}

type templatesList struct{}

// Run prints one line a template.
func (*templatesList) Run(t *terminal) error {
	type row struct {
		ID        string `json:"id"`
		Name      string `json:"name"`
		Minutes   int    `json:"minutes"`
		GroupMin  int    `json:"groupMin"`
		GroupMax  int    `json:"groupMax"`
		Supported bool   `json:"supported"`
	}
	var rows []row
	var lines []string
	for _, x := range templates.All() {
		ok, _ := templates.Supported(x)
		note := ""
		if !ok {
			note = "  (not in this version yet)"
		}
		rows = append(rows, row{x.ID, x.Name, x.TotalMinutes, x.GroupMin, x.GroupMax, ok})
		lines = append(lines, fmt.Sprintf("%-20s %4d min  %2d-%-3d people  %s%s", x.ID, x.TotalMinutes, x.GroupMin, x.GroupMax, x.Name, note))
	}
	return t.result(map[string]any{"templates": rows}, lines...)
}

type templatesShow struct {
	ID string `arg:"" help:"Id of a template, or a file."`
}

// Run prints the agenda.
func (s *templatesShow) Run(t *terminal) error {
	x, err := findTemplate(s.ID)
	if err != nil {
		return err
	}
	lines := []string{x.Name, x.Purpose, ""}
	for i, a := range x.Activities {
		lines = append(lines, fmt.Sprintf("%2d. %3d min  %-10s  %s", i+1, a.Minutes, a.Kind, a.Title), "              "+a.Plain())
	}
	return t.result(x, lines...)
}

type templatesCheck struct {
	File string `arg:"" help:"Template file." type:"path"`
}

// Run says that a file is in order, or what is not.
func (c *templatesCheck) Run(t *terminal) error {
	x, err := readTemplate(c.File)
	if err != nil {
		return err
	}
	line := fmt.Sprintf("%s is in order: %d activities, %d minutes.", filepath.Base(c.File), len(x.Activities), x.TotalMinutes)
	ok, why := templates.Supported(x)
	if !ok {
		line += " This version cannot run it yet: " + why
	}
	return t.result(map[string]any{"file": c.File, "ok": true, "supported": ok, "activities": len(x.Activities)}, line)
}

// findTemplate takes the id of a shipped template or a file.
func findTemplate(idOrFile string) (templates.Template, error) {
	if x, ok := templates.Get(idOrFile); ok {
		return x, nil
	}
	if _, err := os.Stat(idOrFile); err != nil {
		return templates.Template{}, app.Refuse("no-template", fmt.Sprintf("There is no template and no file called %q.", idOrFile),
			"convene templates lists the ones that come with Convene.")
	}
	return readTemplate(idOrFile)
}

// maxTemplate is the most bytes that a template file may have.
const maxTemplate = 1 << 20

func readTemplate(file string) (templates.Template, error) {
	info, err := os.Stat(file)
	if err != nil {
		return templates.Template{}, app.Refuse("no-template", "The template file cannot be read.", err.Error())
	}
	if info.Size() > maxTemplate {
		return templates.Template{}, app.Refuse("bad-template", "The template file is larger than 1 MiB.", "A template is text only.")
	}
	b, err := os.ReadFile(file)
	if err != nil {
		return templates.Template{}, app.Refuse("no-template", "The template file cannot be read.", err.Error())
	}
	x, err := templates.Read(b)
	if err != nil {
		return templates.Template{}, app.Refuse("bad-template", fmt.Sprintf("%s is not in order: %v", filepath.Base(file), err),
			"Nothing was started. Mend the file and check it again.")
	}
	return x, nil
}
