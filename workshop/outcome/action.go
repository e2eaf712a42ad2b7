package outcome

import (
	"fmt"
	"strings"

	"convene/workshop"
)

// action writes one action in the one form that tools can read: parts are kept apart by " - ".
func (r *report) action(a *workshop.ActionView) {
	box := " "
	if a.State == "done" {
		box = "x"
	}
	parts := []string{fmt.Sprintf("A%d %s", a.Number, part(r.must(a.What))), r.owner(a), "no date"}
	if due := r.title(a.Due); due != "" {
		parts[2] = "due " + part(due)
	}
	if !a.Owner.Zero() && (!a.Unasked || a.Accepted != workshop.AcceptedNo) {
		parts = append(parts, map[workshop.Acceptance]string{
			workshop.AcceptedYes: "said yes", workshop.AcceptedSpoken: "said yes aloud", workshop.AcceptedNo: "yes still open",
		}[a.Accepted])
	}
	if state := r.title(a.State); state != "" && a.State != "done" {
		parts = append(parts, part(state))
	}
	if link := r.origin(a.Evidence, a.Activity); link != "" {
		parts = append(parts, "from "+link)
	}
	r.line("- [%s] %s", box, strings.Join(parts, " - "))
	for _, d := range r.details(a) {
		if words := r.item(d.text, "  "); words != "" {
			r.line("  - %s: %s", d.what, words)
		}
	}
	for _, words := range r.history(a) {
		r.line("  - %s", words)
	}
	if len(a.Agreed) > 1 {
		r.line("  - An offer and an ask: both said yes")
	}
	if roles := r.roles(a); len(roles) > 0 {
		r.line("  - Roles: %s", strings.Join(roles, "; "))
	}
}

// detail is something that an action's activity asked for beside what, who and when.
type detail struct{ what, text string }

// details lists what is written of an action, in a fixed order; texts may be empty.
func (r *report) details(a *workshop.ActionView) []detail {
	return []detail{
		{"First step", a.FirstStep},
		{"Sign that it is done", a.Sign},
		{"Looked at again on", a.Review},
		{"Type", a.Type},
		{"Place", a.Place},
		{"Partner", a.Partner},
		{"Witness", a.Witness},
		{"Help needed", a.Help},
	}
}

// history tells what the group held likely, now and in the session before, and who had the action then.
func (r *report) history(a *workshop.ActionView) []string {
	var list []string
	if percent, ok := r.v.ForecastOf(a.ID); ok {
		list = append(list, fmt.Sprintf("Forecast: %d %% likely", percent))
	}
	if a.Forecast >= 0 {
		list = append(list, fmt.Sprintf("Forecast in the session before: %d %% likely", a.Forecast))
	}
	if name := r.former(a); name != "" {
		list = append(list, "In the session before: "+name)
	}
	return list
}

// former names who had an action in the session before: somebody who may have no record here, so the profile is applied to the name itself.
func (r *report) former(a *workshop.ActionView) string {
	name := oneLine(cleanName(a.Former), " ")
	switch {
	case name == "" || r.people.shown() == ProfileNone:
		return ""
	case r.people.shown() == ProfileInitials:
		name = initials(name)
	}
	return escapeLine(name)
}

// roles lists who else has a part in an action, as "is asked: Grace". With profile none only the parts are left.
func (r *report) roles(a *workshop.ActionView) []string {
	var list []string
	for _, role := range a.Roles {
		words := r.title(role.Role)
		if who := r.holder(role.Who); who != "" {
			words += ": " + who
		}
		if words != "" {
			list = append(list, words)
		}
	}
	return list
}

// holder names who holds a role: escaped, and empty where the profile gives no names.
func (r *report) holder(id workshop.RecordID) string {
	for i := range r.v.People {
		if p := r.v.People[i].Person; workshop.PersonRecordID(r.v.Session.ID, p) == id {
			return r.people.of(p)
		}
	}
	return r.people.credit(workshop.Person{}, id)
}

// part keeps the separator of the parts of an action out of them.
func part(escaped string) string { return strings.ReplaceAll(escaped, " - ", " – ") }

func (r *report) owner(a *workshop.ActionView) string {
	if a.Owner.Zero() {
		return "@unassigned"
	}
	if name := r.people.credit(a.Owner, a.Seat); name != "" {
		return "@" + part(name)
	}
	return "@somebody"
}

// ownerLabel names an action's owner in files that are no Markdown; of a seat, who sits there. It is empty for nobody, and
// where the profile gives no names.
func (r *report) ownerLabel(a *workshop.ActionView) string {
	if a.Owner.Zero() {
		return ""
	}
	return unescape(r.people.credit(a.Owner, a.Seat))
}
