package app

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestEveryTemplateOfTheListCanBeRead(t *testing.T) {
	h := newHome(t, "Amina")
	entries, err := h.Templates(t.Context())
	must(t, err)
	if len(entries) != 20 {
		t.Fatalf("%d templates", len(entries))
	}
	for _, e := range entries {
		full, err := h.Template(t.Context(), e.ID)
		if err != nil {
			t.Fatalf("%s: %v", e.ID, err)
		}
		minutes := 0
		for _, a := range full.Activities {
			minutes += a.Minutes
			if !slices.Contains(e.Kinds, a.Kind) {
				t.Errorf("%s: %s is not among its kinds %v", e.ID, a.Kind, e.Kinds)
			}
			if a.Script.Say == "" || a.Script.Watch == "" || a.Script.Stuck == "" {
				t.Errorf("%s, %s: nobody is told how to lead it", e.ID, a.Title)
			}
		}
		if minutes != e.Minutes || full.TotalMinutes != e.Minutes || full.Name != e.Name || e.GroupMin < 1 || e.GroupMax < e.GroupMin {
			t.Errorf("%s: %+v with %d min of activities", e.ID, e, minutes)
		}
	}
	_, err = h.Template(t.Context(), "no-such-template")
	var refusal *Refusal
	if !errors.As(err, &refusal) || refusal.Code != "template.unknown" || !strings.Contains(refusal.Hint, "Nothing was changed") {
		t.Error(err)
	}
	for _, id := range []string{"../../etc/passwd", "a/b", "", "."} {
		if _, err := h.Template(t.Context(), id); err == nil {
			t.Errorf("%q is a template", id)
		}
	}
}

// P2.2: a template made from a session holds no name and no note.
func TestP22ATemplateOfASessionHoldsNobodyAndNothingTheyWrote(t *testing.T) {
	h := newHome(t, "Amina Kovač")
	ctx := t.Context()
	var err error
	h.session, err = h.CreateSession(ctx, NewSession{
		Template: "lean-coffee", Title: "The pumps of Dolina", Purpose: "Mend what broke in August", Outcomes: List[string]{"A list with dates"},
	})
	must(t, err)
	agenda := h.view().Activities
	prompt := "Amina, and then KOVAČ's neighbours: what do you want to talk about?"
	must(t, h.EditActivity(ctx, h.session, agenda[1].ID.String(), ActivityEdit{Prompt: &prompt}))
	for range 2 {
		_, err = h.NextRun(ctx, h.session)
		must(t, err)
	}
	_, err = h.AddNote(ctx, h.session, NewNote{Text: "the valve of the upper tank sticks"})
	must(t, err)
	_, err = h.AddParked(ctx, h.session, "who pays the mechanic")
	must(t, err)
	id, err := h.SaveTemplate(ctx, h.session, TemplateWish{Name: "Our Coffee", Licence: "CC0-1.0", Credit: "the valley"})
	must(t, err)
	text, err := h.ExportTemplate(ctx, id)
	must(t, err)
	for _, secret := range []string{"amina", "kovač", "valve", "mechanic", "dolina", "august", "list with dates"} {
		if strings.Contains(strings.ToLower(text), secret) {
			t.Errorf("the template holds %q:\n%s", secret, text)
		}
	}
	for _, kept := range []string{"id: our-coffee", "licence: CC0-1.0", "credit: the valley", "from: lean-coffee@1", "## 5. Talk", "- extendByVote: thumbs"} {
		if !strings.Contains(text, kept) {
			t.Errorf("the template lacks %q:\n%s", kept, text)
		}
	}
	file, err := os.ReadFile(filepath.Join(h.dir, "templates", "our-coffee.md"))
	if err != nil || string(file) != text {
		t.Errorf("the file differs from the export: %v", err)
	}
	again, err := h.CreateSession(ctx, NewSession{Template: id, Title: "Next month", Purpose: "x"})
	must(t, err)
	v, err := h.View(ctx, again)
	must(t, err)
	if len(v.Activities) != len(agenda) || v.Session.Template != "our-coffee@1" || v.Activities[4].Settings.Str("extendByVote", "") != "thumbs" {
		t.Errorf("a session made of it: %+v", v.Activities)
	}
}

// P5.3: a fork names its parent with the version, and the parent stays as it was.
func TestP53AForkNamesItsParentAndLeavesItAlone(t *testing.T) {
	h := newHome(t, "Amina")
	ctx := t.Context()
	before, err := h.ExportTemplate(ctx, "retro")
	must(t, err)
	id, err := h.ForkTemplate(ctx, "retro", "Rückblick im Tal")
	must(t, err)
	fork, err := h.Template(ctx, id)
	must(t, err)
	if id != "r-ckblick-im-tal" || fork.From != "retro@1" || !fork.Own || len(fork.Activities) != 9 {
		t.Errorf("fork %q: %+v", id, fork)
	}
	text, err := h.ExportTemplate(ctx, id)
	must(t, err)
	text = strings.Replace(text, "- minutes: 4", "- minutes: 6", 1)
	_, err = h.ImportTemplate(ctx, text)
	refused(t, err, "template-bad") // the sum does not fit any more
	text = strings.Replace(text, "minutes: 60", "minutes: 62", 1)
	changed, err := h.ImportTemplate(ctx, text)
	must(t, err)
	if changed != id+"-2" {
		t.Errorf("the changed fork is %q: an import must not replace what is there", changed)
	}
	if same, err := h.ImportTemplate(ctx, text); err != nil || same == changed {
		t.Logf("imported again as %q: its id says %q", same, id)
	}
	after, err := h.ExportTemplate(ctx, "retro")
	must(t, err)
	if after != before || !strings.Contains(text, "from: retro@1") {
		t.Error("the parent was altered, or the lineage lost")
	}
	must(t, h.RemoveTemplate(ctx, changed))
	refused(t, h.RemoveTemplate(ctx, changed), "template.unknown")
	refused(t, h.RemoveTemplate(ctx, "retro"), "template.unknown")
}

// P7.2: what a session taught is there when its template is next opened.
func TestP72ASessionTeachesTheNext(t *testing.T) {
	h := newHome(t, "Amina")
	ctx := t.Context()
	id, err := h.ImportTemplate(ctx, "---\nid: short-look\npeople: 1-9\n---\n\n# Short look\n\n## Check-in\n\n- kind: round\n- minutes: 5\n\n> How are you?\n\n"+
		"## Pulse\n\n- kind: round\n- preset: pulse\n- minutes: 2\n- answer: scale5\n\n> One to five?\n\n## Check-out\n\n- kind: round\n- preset: check-out\n- minutes: 3\n\n> What next time?\n")
	must(t, err)
	h.session, err = h.CreateSession(ctx, NewSession{Template: id, Title: "First", Purpose: "x"})
	must(t, err)
	for _, answer := range []string{"well", "4", "Amina says: begin earlier"} {
		_, err := h.NextRun(ctx, h.session)
		must(t, err)
		must(t, h.GiveResponse(ctx, h.session, Answer{Text: answer}))
	}
	must(t, h.FinishSession(ctx, h.session))
	h.stop()
	again := startHome(t, "Amina", h.dir)
	full, err := again.Template(ctx, id)
	must(t, err)
	if len(full.Learned) != 1 {
		t.Fatalf("learned %+v", full.Learned)
	}
	l := full.Learned[0]
	if l.People != 1 || l.Version != 1 || len(l.Times) != 3 || l.Times[0].Planned != 5 || !slices.Equal(l.Said, List[string]{"… says: begin earlier"}) {
		t.Errorf("learned %+v", l)
	}
	if len(l.Pulses) != 1 || l.Pulses[0].Answers != 1 || l.Pulses[0].Given != nil {
		t.Errorf("a pulse of one person shows %+v", l.Pulses)
	}
	entries, err := again.Templates(ctx)
	must(t, err)
	if e := entries[len(entries)-1]; e.ID != id || !e.Own || e.Learned != 1 {
		t.Errorf("in the list it is %+v", e)
	}
}

func TestWhatATemplateMayHoldIsSaidInWordsBeforeASessionStarts(t *testing.T) {
	h := newHome(t, "Amina")
	_, err := h.CheckTemplate(t.Context(), "---\nid: x\n---\n\n# X\n\n## Dance\n\n- kind: dance\n")
	refused(t, err, "template-bad")
	if !strings.Contains(err.Error(), "line 9") || !strings.Contains(err.Error(), `kind is "dance"`) {
		t.Errorf("says %v", err)
	}
}
