package outcome

import (
	"fmt"

	"convene/workshop"
)

// charter writes what the group agreed on about itself, where it did, and how far that agreement has come.
func (r *report) charter() {
	c := &r.v.Charter
	for _, part := range []struct{ what, text string }{
		{"Values", c.Values}, {"How we decide", c.Rule}, {"What becomes of the results", c.Use},
	} {
		if text := r.item(part.text, ""); text != "" {
			r.line("**%s.** %s\n", part.what, sentence(text))
		}
	}
	if words := r.charterState(); words != "" {
		r.line("**Charter.** %s\n", words)
	}
}

func (r *report) charterState() string {
	c := &r.v.Charter
	if c.Vote.Zero() && c.Ratified == 0 {
		return ""
	}
	vote := ""
	if link := r.link(c.Vote); link != "" {
		vote = " in " + link
	}
	switch c.State {
	case workshop.CharterRatified:
		return fmt.Sprintf("Version %d, ratified by %s%s.", c.Version, count(c.Consents, "consent"), vote)
	case workshop.CharterObjection:
		return fmt.Sprintf("Version %d, with an open objection%s.", c.Version, vote)
	case workshop.CharterProposed:
		return fmt.Sprintf("Version %d, put to consent%s.", c.Version, vote)
	}
	words := fmt.Sprintf("Version %d, not ratified", c.Version)
	if c.Ratified > 0 {
		words += fmt.Sprintf("; version %d was", c.Ratified)
	}
	return words + "."
}
