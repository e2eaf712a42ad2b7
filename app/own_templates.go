package app

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"convene/workshop"
	"convene/workshop/templates"
)

// Own templates are Markdown files in a folder of their own, so that people can
// read, compare and share them without Convene. What sessions taught is in the
// library: it is what people said, and leaves this computer with nobody.

// learnedKey begins the preferences that hold what sessions taught of a template.
const learnedKey = "learned/"

// mostLearned is of how many sessions a template remembers what they taught.
const mostLearned = 20

// mostTemplates bounds how many own templates are read.
const mostTemplates = 500

func (a *App) templatesDir() string { return filepath.Join(a.library.Dir(), "templates") }

func (a *App) templatePath(id string) string { return filepath.Join(a.templatesDir(), id+".md") }

// ownTemplates reads the own templates, by name. What cannot be read is left
// where it is, and is not in the list.
func (a *App) ownTemplates() []templates.Template {
	entries, err := os.ReadDir(a.templatesDir())
	if err != nil {
		return nil
	}
	var list []templates.Template
	for _, e := range entries[:min(len(entries), mostTemplates)] {
		id, isTemplate := strings.CutSuffix(e.Name(), ".md")
		if t, err := a.readOwn(id); isTemplate && err == nil {
			list = append(list, t)
		}
	}
	slices.SortFunc(list, func(x, y templates.Template) int { return strings.Compare(x.Name+x.ID, y.Name+y.ID) })
	return list
}

// readOwn reads an own template; its id is the name of its file.
func (a *App) readOwn(id string) (templates.Template, error) {
	if id != templates.IDFor(id, func(string) bool { return false }) {
		return templates.Template{}, fs.ErrNotExist
	}
	t, err := ReadTemplateFile(a.templatePath(id))
	if err == nil && t.ID != id {
		t.ID = id
	}
	return t, err
}

// ReadTemplateFile reads a template in either form. The error is for people.
func ReadTemplateFile(path string) (templates.Template, error) {
	info, err := os.Stat(path)
	if err != nil {
		return templates.Template{}, err
	}
	if info.Size() > templates.MaxFile {
		return templates.Template{}, fmt.Errorf("the file has %d bytes; a template has at most %d", info.Size(), templates.MaxFile)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return templates.Template{}, err
	}
	return templates.ReadFile(b)
}

// template returns a template of this computer: a shipped one, or an own one.
// Behind the id may stand "@" and a version, as lineage has it.
func (a *App) template(id string) (templates.Template, bool) {
	id, _, _ = strings.Cut(id, "@")
	if t, ok := templates.Get(id); ok {
		return t, true
	}
	t, err := a.readOwn(id)
	return t, err == nil
}

func (a *App) templateTaken(id string) bool {
	if _, shipped := templates.Get(id); shipped {
		return true
	}
	_, err := os.Lstat(a.templatePath(id))
	return !errors.Is(err, fs.ErrNotExist)
}

// keepTemplate writes an own template beside its place and then puts it there.
func (a *App) keepTemplate(t templates.Template) error {
	if err := os.MkdirAll(a.templatesDir(), 0o700); err != nil {
		return keptRefusal(err)
	}
	f, err := os.CreateTemp(a.templatesDir(), ".unfinished-")
	if err != nil {
		return keptRefusal(err)
	}
	_, err = f.Write(templates.Write(t))
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), a.templatePath(t.ID))
	}
	if err != nil {
		return keptRefusal(errors.Join(err, os.Remove(f.Name())))
	}
	return nil
}

func keptRefusal(err error) error {
	return Refuse("template-not-kept", "The template could not be kept on this computer.", "Look at the disk, then try again.").Because(err)
}

func badTemplate(err error) error {
	return Refuse("template-bad", "This template is not in order: "+err.Error()+".", "Nothing was changed. Mend it and try again.").Because(err)
}

// CheckTemplate says whether a text is a template that this version can run.
func (a *App) CheckTemplate(_ context.Context, text string) (Template, error) {
	t, err := templates.ReadFile([]byte(text))
	if err != nil {
		return Template{}, badTemplate(err)
	}
	return shownTemplate(t), nil
}

// ImportTemplate keeps a template that somebody gives as text. Where its id is
// taken by another one, it gets a number behind.
func (a *App) ImportTemplate(_ context.Context, text string) (id string, err error) {
	t, err := templates.ReadFile([]byte(text))
	if err != nil {
		return "", badTemplate(err)
	}
	a.templating.Lock()
	defer a.templating.Unlock()
	if own, err := a.readOwn(t.ID); err == nil && string(templates.Write(own)) == string(templates.Write(t)) {
		return t.ID, nil // it is here already
	}
	t.ID = templates.IDFor(t.ID, a.templateTaken)
	return t.ID, a.keepTemplate(t)
}

// ExportTemplate returns a template as a Markdown file. What sessions taught is
// not in it.
func (a *App) ExportTemplate(_ context.Context, id string) (string, error) {
	t, ok := a.template(id)
	if !ok {
		return "", errNoTemplate()
	}
	return string(templates.Write(t)), nil
}

func errNoTemplate() *Refusal {
	return Refuse("template.unknown", "There is no template with this name.", "Nothing was changed. Choose one of the list.")
}

// ForkTemplate makes an own template of another one; it says where it comes from.
func (a *App) ForkTemplate(_ context.Context, id, name string) (string, error) {
	name, err := words(name, mostTitle)
	if err != nil {
		return "", err
	}
	t, ok := a.template(id)
	if !ok {
		return "", errNoTemplate()
	}
	a.templating.Lock()
	defer a.templating.Unlock()
	f := templates.Fork(t, templates.IDFor(name, a.templateTaken), name)
	return f.ID, a.keepTemplate(f)
}

// SaveTemplate makes an own template of a session's agenda, without its people
// and what they wrote.
func (a *App) SaveTemplate(ctx context.Context, session string, w TemplateWish) (string, error) {
	name, err := words(w.Name, mostTitle)
	if err != nil {
		return "", err
	}
	id, err := sessionByName(session)
	if err != nil {
		return "", err
	}
	v, err := a.peek(ctx, id)
	if err != nil {
		return "", inWords(err)
	}
	if len(v.Activities) == 0 {
		return "", Refuse("agenda-empty", "The agenda of this session is empty.", "Nothing was kept. Add an activity first.")
	}
	a.templating.Lock()
	defer a.templating.Unlock()
	t := templates.FromSession(v, templates.IDFor(name, a.templateTaken), name)
	t.Purpose, t.Licence, t.Credit = strings.TrimSpace(w.Purpose), strings.TrimSpace(w.Licence), strings.TrimSpace(w.Credit)
	if _, err := templates.ReadFile(templates.Write(t)); err != nil {
		return "", badTemplate(err)
	}
	return t.ID, a.keepTemplate(t)
}

// RemoveTemplate takes an own template away, with what sessions taught of it.
func (a *App) RemoveTemplate(_ context.Context, id string) error {
	a.templating.Lock()
	defer a.templating.Unlock()
	if _, err := a.readOwn(id); err != nil {
		return errNoTemplate()
	}
	if err := os.Remove(a.templatePath(id)); err != nil {
		return keptRefusal(err)
	}
	return inWords(a.library.SetPreference(learnedKey+id, nil))
}

// learned is what sessions taught of a template, the latest first.
func (a *App) learned(id string) []templates.Learning {
	b, err := a.library.Preference(learnedKey + id)
	var list []templates.Learning
	if err != nil || json.Unmarshal(b, &list) != nil {
		return nil
	}
	return list
}

// learn keeps what a finished session teaches of the template it was made from.
func (a *App) learn(v *workshop.View) error {
	id, _, _ := strings.Cut(v.Session.Template, "@")
	if id == "" || v.Session.Started == 0 {
		return nil
	}
	version := 1
	if t, ok := a.template(id); ok {
		version = t.Version
	}
	a.templating.Lock()
	defer a.templating.Unlock()
	now := templates.Learn(v, version)
	list := slices.DeleteFunc(a.learned(id), func(l templates.Learning) bool { return l.Session == now.Session })
	list = slices.Insert(list, 0, now)
	b, err := json.Marshal(list[:min(len(list), mostLearned)])
	if err != nil {
		return fmt.Errorf("keep what a session taught: %w", err)
	}
	return a.library.SetPreference(learnedKey+id, b)
}
