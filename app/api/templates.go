package api

import (
	"context"

	"convene/app"
)

func templateMethods() []method {
	return []method{
		on("templates.list", owners, "Lists the templates for new sessions: those that ship, then the own ones.", listTemplates),
		on("templates.get", owners, "Returns a template with its activities, how to lead them, and what earlier sessions taught.", getTemplate),
		on("templates.check", owners, "Says whether a text is a template, or which line is wrong and why.", checkTemplate),
		on("templates.import", owners, "Keeps a template that is given as text.", makes(importTemplate)),
		on("templates.export", owners, "Returns a template as a Markdown file, without what sessions taught.", exportTemplate),
		on("templates.fork", owners, "Makes an own template of another one; it says where it comes from.", makes(forkTemplate)),
		on("templates.save", owners, "Makes an own template of a session's agenda, without its people and what they wrote.", makes(saveTemplate)),
		on("templates.remove", owners, "Takes an own template away, with what sessions taught of it.", done(removeTemplate)),
	}
}

type templatesResult struct {
	Templates app.List[app.TemplateEntry] `json:"templates"`
}

type templateParams struct {
	ID string `json:"id"`
}

type templateResult struct {
	Template app.Template `json:"template"`
}

type templateText struct {
	Text string `json:"text"`
}

type templateFork struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type templateSave struct {
	inSession
	app.TemplateWish
}

func listTemplates(ctx context.Context, c *call, _ none) (templatesResult, error) {
	found, err := c.Home.Templates(ctx)
	return templatesResult{Templates: found}, err
}

func getTemplate(ctx context.Context, c *call, p templateParams) (templateResult, error) {
	t, err := c.Home.Template(ctx, p.ID)
	return templateResult{Template: t}, err
}

func checkTemplate(ctx context.Context, c *call, p templateText) (templateResult, error) {
	t, err := c.Own.CheckTemplate(ctx, p.Text)
	return templateResult{Template: t}, err
}

func importTemplate(ctx context.Context, c *call, p templateText) (string, error) {
	return c.Own.ImportTemplate(ctx, p.Text)
}

func exportTemplate(ctx context.Context, c *call, p templateParams) (templateText, error) {
	text, err := c.Own.ExportTemplate(ctx, p.ID)
	return templateText{Text: text}, err
}

func forkTemplate(ctx context.Context, c *call, p templateFork) (string, error) {
	return c.Own.ForkTemplate(ctx, p.ID, p.Name)
}

func saveTemplate(ctx context.Context, c *call, p templateSave) (string, error) {
	return c.Own.SaveTemplate(ctx, p.Session, p.TemplateWish)
}

func removeTemplate(ctx context.Context, c *call, p templateParams) error {
	return c.Own.RemoveTemplate(ctx, p.ID)
}
