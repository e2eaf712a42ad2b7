package outcome

import (
	"encoding/base64"
	"fmt"
	"strings"
	"time"

	"convene/workshop"
)

// front writes the front matter: flat YAML with keys that stay.
func (r *report) front(words [6]string) string {
	s := &r.v.Session
	var b strings.Builder
	add := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, value)
		}
	}
	b.WriteString("---\n")
	add("title", r.quoted(s.Title))
	add("date", date(s))
	add("start", clock(s.Started))
	add("end", clock(s.Ended))
	add("place", r.quoted(s.Place))
	add("facilitators", r.facilitators())
	add("participants", fmt.Sprint(r.took()))
	add("state", string(s.State))
	add("profile", string(r.people.shown()))
	add("length", string(r.length()))
	add("template", r.quoted(s.Template))
	add("tool", `"Convene"`)
	add("format", "1")
	add("session", `"`+base64.RawURLEncoding.EncodeToString(s.ID.Change[:16])+`"`)
	add("fingerprint", `"`+strings.Join(words[:], " ")+`"`)
	return b.String() + "---\n\n"
}

func (p people) shown() Profile {
	if p.profile == ProfileNames || p.profile == ProfileInitials {
		return p.profile
	}
	return ProfileNone
}

// quoted makes a text of YAML; nothing for no text.
func (r *report) quoted(s string) string {
	if s = oneLine(r.people.redact(cleanName(s)), " "); s == "" {
		return ""
	}
	return yamlText(s)
}

func yamlText(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// date is the planned day, or else the day on which the first activity began, in UTC.
func date(s *workshop.SessionView) string {
	if _, err := time.Parse(time.DateOnly, s.Date); err == nil {
		return s.Date
	}
	if s.Started == 0 {
		return ""
	}
	return time.UnixMilli(s.Started).UTC().Format(time.DateOnly)
}

// clock shows wall milliseconds in UTC; nothing for 0.
func clock(wall int64) string {
	if wall == 0 {
		return ""
	}
	return time.UnixMilli(wall).UTC().Format(time.RFC3339)
}

func (r *report) facilitators() string {
	var names []string
	for _, p := range r.v.People {
		if p.Role.Facilitates() && r.people.of(p.Person) != "" {
			names = append(names, yamlText(r.people.label[p.Person]))
		}
	}
	if names == nil {
		return ""
	}
	return "[" + strings.Join(names, ", ") + "]"
}

// took counts who took part: everybody but observers and those who were removed, and seats.
func (r *report) took() int { return len(r.people.takes) + len(r.v.Seats) }
