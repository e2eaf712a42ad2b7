package outcome

import (
	"cmp"
	"slices"
	"strings"

	"convene/workshop"
)

// written lists what was written down while people talked: by item, then by type.
func (r *report) written(a *workshop.ActivityView) {
	var items []workshop.RecordID
	of := map[workshop.RecordID][]*workshop.CaptureView{}
	for _, run := range r.index.runs[a.ID] {
		for _, o := range run.Options {
			if run.Kind == workshop.ActivityDiscuss && !slices.Contains(items, o.ID) {
				items = append(items, o.ID)
			}
		}
	}
	for i := range r.v.Captures {
		c := &r.v.Captures[i]
		if c.Activity != a.ID || r.index.group[c.Group] != nil {
			continue
		}
		if !c.Item.Zero() && !slices.Contains(items, c.Item) {
			items = append(items, c.Item)
		}
		of[c.Item] = append(of[c.Item], c)
	}
	if len(of) == 0 {
		if a.Kind == workshop.ActivityDiscuss {
			r.line("Nothing was written down.\n")
		}
		return
	}
	none := workshop.RecordID{}
	for _, item := range items {
		r.line("On %s:\n", r.itemName(a, item))
		r.captures(of[item])
	}
	if len(items) > 0 && len(of[none]) > 0 {
		r.line("On the whole:\n")
	}
	if len(of[none]) > 0 {
		r.captures(of[none])
	}
}

func (r *report) captures(list []*workshop.CaptureView) {
	slices.SortStableFunc(list, func(a, b *workshop.CaptureView) int { return cmp.Compare(typeRank(a.Type), typeRank(b.Type)) })
	for _, c := range list {
		r.line("- %s: %s%s", r.typeWords(c.Type), r.words(c.Text, "  "), late(c.Late))
	}
	if len(list) == 0 {
		r.line("Nothing was written down on this.")
	}
	r.gap()
}

var types = []string{"insight", "question", "decision", "action", "parked"}

func typeRank(t string) int {
	if i := slices.Index(types, t); i >= 0 {
		return i
	}
	return len(types)
}

func (r *report) typeWords(t string) string {
	if slices.Contains(types, t) {
		return strings.ToUpper(t[:1]) + t[1:]
	}
	if t = r.title(t); t != "" {
		return t
	}
	return "Said"
}

// itemName links to what was discussed, or names it as it stood when the discussion opened.
func (r *report) itemName(a *workshop.ActivityView, item workshop.RecordID) string {
	for _, run := range r.index.runs[a.ID] {
		for _, o := range run.Options {
			if o.ID == item {
				return r.option(item, o.Text)
			}
		}
	}
	if link := r.link(item); link != "" {
		return link
	}
	return "something that was taken away"
}
