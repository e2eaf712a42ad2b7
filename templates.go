package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"convene/app"
	"convene/workshop/templates"
)

// templatesCommand shows and keeps templates.
type templatesCommand struct {
	List   templatesList   `cmd:"" default:"1" help:"List the templates of this computer."`
	Show   templatesShow   `cmd:"" help:"Show the agenda of a template and what earlier sessions taught."`
	Check  templatesCheck  `cmd:"" help:"Say whether a template file is in order, or which line is not and why."`
	Export templatesExport `cmd:"" help:"Print a template as a Markdown file."`
	Import templatesImport `cmd:"" help:"Keep a template file on this computer."`
	Fork   templatesFork   `cmd:"" help:"Make an own template of another one."`
	Save   templatesSave   `cmd:"" help:"Make a template of a session, without its people and what they wrote."`
	Remove templatesRemove `cmd:"" help:"Take an own template away."`
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
		Own       bool   `json:"own"`
	}
	var rows []row
	var lines []string
	own := ownTemplates(t.data)
	for i, x := range append(templates.All(), own...) {
		ok, _ := templates.Supported(x)
		note := ""
		if !ok {
			note = "  (not in this version yet)"
		}
		mine := i >= len(templates.All())
		if mine {
			note += "  (own)"
		}
		rows = append(rows, row{x.ID, x.Name, x.TotalMinutes, x.GroupMin, x.GroupMax, ok, mine})
		lines = append(lines, fmt.Sprintf("%-20s %4d min  %2d-%-3d people  %s%s", x.ID, x.TotalMinutes, x.GroupMin, x.GroupMax, x.Name, note))
	}
	return t.result(map[string]any{"templates": rows}, lines...)
}

// ownTemplates reads the own templates without opening the data folder, which another Convene may hold.
func ownTemplates(data string) []templates.Template {
	files, err := filepath.Glob(filepath.Join(data, "templates", "*.md"))
	if err != nil {
		return nil
	}
	var list []templates.Template
	for _, file := range files {
		if x, err := app.ReadTemplateFile(file); err == nil {
			list = append(list, x)
		}
	}
	return list
}

type templatesShow struct {
	ID string `arg:"" help:"Id of a template, or a file."`
}

// Run prints the agenda, and what sessions on this computer taught.
func (s *templatesShow) Run(ctx context.Context, t *terminal) error {
	x, err := findTemplate(s.ID, t.data)
	if err != nil {
		return err
	}
	lines := []string{x.Name, x.Purpose, ""}
	for i, a := range x.Activities {
		lines = append(lines, fmt.Sprintf("%2d. %3d min  %-10s  %s", i+1, a.Minutes, a.Kind, a.Title), "              "+a.Plain())
	}
	for _, about := range [][2]string{{"Credit", x.Credit}, {"Licence", x.Licence}, {"Made from", x.From}} {
		if about[1] != "" {
			lines = append(lines, "", about[0]+": "+about[1])
		}
	}
	learned, err := learnedOf(ctx, t, x.ID)
	if err != nil {
		lines = append(lines, "", "What sessions taught is not shown: "+err.Error())
	}
	for _, l := range learned {
		lines = append(lines, "", fmt.Sprintf("Session of %s, version %d, %d people:", l.Date, l.Version, l.People))
		for _, took := range l.Times {
			lines = append(lines, fmt.Sprintf("  %s: %d min planned, %d used", took.Title, took.Planned, took.Real))
		}
		for _, said := range l.Said {
			lines = append(lines, "  Said at the end: "+said)
		}
	}
	return t.result(struct {
		templates.Template
		Learned []app.Learning
	}{x, learned}, lines...)
}

// learnedOf is what sessions on this computer taught of a template. A data folder that is not there is not made for it.
func learnedOf(ctx context.Context, t *terminal, id string) (learned []app.Learning, err error) {
	if _, err := os.Stat(filepath.Join(t.data, "library")); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	err = withApp(ctx, t, func(ctx context.Context, a *app.App) error {
		x, err := a.Template(ctx, id)
		learned = x.Learned
		var none *app.Refusal
		if errors.As(err, &none) {
			return nil // a file that is not kept here
		}
		return err
	})
	return learned, err
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
	if err := templates.Starts(x); err != nil {
		return app.Refuse("template-stops", fmt.Sprintf("%s is not in order: %s", filepath.Base(c.File), err), "Nothing was started. Mend the file and check it again.")
	}
	line := fmt.Sprintf("%s is in order: %d activities, %d minutes.", filepath.Base(c.File), len(x.Activities), x.TotalMinutes)
	ok, why := templates.Supported(x)
	if !ok {
		line += " This version cannot run it yet: " + why
	}
	return t.result(map[string]any{"file": c.File, "ok": true, "supported": ok, "activities": len(x.Activities)}, line)
}

type templatesExport struct {
	ID  string `arg:"" help:"Id of a template."`
	Out string `help:"File to write; without it, the template is printed." type:"path" placeholder:"FILE"`
}

// Run prints or writes the Markdown form.
func (e *templatesExport) Run(t *terminal) error {
	x, err := findTemplate(e.ID, t.data)
	if err != nil {
		return err
	}
	text := templates.Write(x)
	if e.Out == "" {
		return t.result(map[string]any{"id": x.ID, "text": string(text)}, string(text))
	}
	f, err := os.OpenFile(e.Out, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if errors.Is(err, fs.ErrExist) {
		return app.Refuse("file-there", "There is a file with this name already.", "It was left as it is. Choose another name.")
	}
	if err == nil {
		_, err = f.Write(text)
		err = errors.Join(err, f.Close())
	}
	if err != nil {
		return fmt.Errorf("write template: %w", err)
	}
	return t.result(map[string]any{"id": x.ID, "file": e.Out}, e.Out)
}

type templatesImport struct {
	File string `arg:"" help:"Template file." type:"path"`
}

// Run keeps the template under its id, or one with a number behind.
func (i *templatesImport) Run(ctx context.Context, t *terminal) error {
	x, err := readTemplate(i.File)
	if err != nil {
		return err
	}
	return t.kept(ctx, func(ctx context.Context, a *app.App) (string, error) {
		return a.ImportTemplate(ctx, string(templates.Write(x)))
	})
}

type templatesFork struct {
	ID   string `arg:"" help:"Id of a template."`
	Name string `arg:"" help:"Name of the own one."`
}

// Run forks.
func (f *templatesFork) Run(ctx context.Context, t *terminal) error {
	return t.kept(ctx, func(ctx context.Context, a *app.App) (string, error) { return a.ForkTemplate(ctx, f.ID, f.Name) })
}

type templatesSave struct {
	Session sessionName `arg:"" help:"Session, as convene sessions lists it."`
	Name    string      `arg:"" help:"Name of the template."`
	Licence string      `help:"Licence under which others may use it." placeholder:"SPDX"`
	Credit  string      `help:"Whom to thank for it." placeholder:"TEXT"`
}

// Run makes the template.
func (s *templatesSave) Run(ctx context.Context, t *terminal) error {
	return t.kept(ctx, func(ctx context.Context, a *app.App) (string, error) {
		return a.SaveTemplate(ctx, string(s.Session), app.TemplateWish{Name: s.Name, Licence: s.Licence, Credit: s.Credit})
	})
}

type templatesRemove struct {
	ID string `arg:"" help:"Id of an own template."`
}

// Run takes it away.
func (r *templatesRemove) Run(ctx context.Context, t *terminal) error {
	return withApp(ctx, t, func(ctx context.Context, a *app.App) error {
		if err := a.RemoveTemplate(ctx, r.ID); err != nil {
			return err
		}
		return t.result(map[string]any{"id": r.ID}, r.ID+" was taken away.")
	})
}

// kept does something that makes an own template and says under which id.
func (t *terminal) kept(ctx context.Context, do func(context.Context, *app.App) (string, error)) error {
	return withApp(ctx, t, func(ctx context.Context, a *app.App) error {
		id, err := do(ctx, a)
		if err != nil {
			return err
		}
		file := filepath.Join(t.data, "templates", id+".md")
		return t.result(map[string]any{"id": id, "file": file}, id, file)
	})
}

// findTemplate takes the id of a shipped or an own template, or a file.
func findTemplate(idOrFile, data string) (templates.Template, error) {
	if x, ok := templates.Get(idOrFile); ok {
		return x, nil
	}
	for _, x := range ownTemplates(data) {
		if x.ID == idOrFile {
			return x, nil
		}
	}
	if _, err := os.Stat(idOrFile); err != nil {
		return templates.Template{}, app.Refuse("no-template", fmt.Sprintf("There is no template and no file called %q.", idOrFile),
			"convene templates lists those of this computer.")
	}
	return readTemplate(idOrFile)
}

func readTemplate(file string) (templates.Template, error) {
	x, err := app.ReadTemplateFile(file)
	var unreadable *fs.PathError
	if errors.As(err, &unreadable) {
		return templates.Template{}, app.Refuse("no-template", "The template file cannot be read.", err.Error())
	}
	if err != nil {
		return templates.Template{}, app.Refuse("bad-template", fmt.Sprintf("%s is not in order: %v", filepath.Base(file), err),
			"Nothing was started. Mend the file and check it again.")
	}
	return x, nil
}
