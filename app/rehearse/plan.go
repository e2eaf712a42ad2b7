package rehearse

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"

	"convene/app"
	"convene/workshop"
	"convene/workshop/templates"

	"github.com/sirupsen/logrus"
)

// Plan is what a rehearsal plays.
type Plan struct {
	Template templates.Template
	People   int
	Seed     uint64
	Speed    float64 // planned seconds pass this many times faster; of no effect in a simulation
	Out      string  // folder for the record
	Version  string
	Watch    func(Moment) // told when something changed; may be nil; must not block
	Log      *logrus.Entry
}

// Outcome is what a rehearsal ends with.
type Outcome struct {
	Session  string           `json:"session"`
	People   int              `json:"people"`
	Data     []string         `json:"data"`    // each laptop's data folder; none in a simulation
	Digests  []string         `json:"digests"` // each laptop's
	Report   string           `json:"report"`
	Seconds  float64          `json:"seconds"`
	Refused  int              `json:"refused"`  // what people were refused, for instance because an activity had just closed
	Late     int              `json:"late"`     // how many came after the first activity had begun
	Returned int              `json:"returned"` // how many dropped out and were back at the end
	views    []*workshop.View // what each simulated laptop shows at the end
}

// maxPeople is the most that one computer can play in one process.
const maxPeople = 200

// Check says whether a plan can be played, before anything starts.
func (p Plan) Check() error {
	if ok, why := templates.Supported(p.Template); !ok {
		return app.Refuse("template-later", fmt.Sprintf("This version cannot run %q yet: %s", p.Template.Name, why),
			"Nothing was started. convene templates lists what can be run.")
	}
	if err := templates.Starts(p.Template); err != nil {
		return app.Refuse("template-stops", fmt.Sprintf("A session of %q would not start: %s.", p.Template.Name, err), "Nothing was started. Mend the template first.")
	}
	if p.People < p.Template.GroupMin {
		return app.Refuse("too-few-people", fmt.Sprintf("%q needs at least %d people; %d were asked for.", p.Template.Name, p.Template.GroupMin, p.People),
			fmt.Sprintf("Nothing was started. Use --people %d.", p.Template.GroupMin))
	}
	if p.People > maxPeople {
		return app.Refuse("too-many-people", fmt.Sprintf("A session has at most %d people.", maxPeople), "Nothing was started.")
	}
	if p.Speed <= 0 {
		return app.Refuse("bad-speed", "The speed must be more than 0.", "Nothing was started. 1 is real time, 60 an hour in a minute.")
	}
	return nil
}

// nameOf gives each person a name; where the list is through, it begins again with a number.
func nameOf(i int) string {
	if i < len(names) {
		return names[i]
	}
	return fmt.Sprintf("%s %d", names[i%len(names)], i/len(names)+1)
}

// copyOf is what one laptop holds at the end.
type copyOf struct {
	who    string
	digest [32]byte
	view   *workshop.View
	report []byte
}

// compare says where any two laptops differ.
func compare(copies []copyOf) error {
	var wrong []string
	for _, c := range copies[1:] {
		switch {
		case c.digest != copies[0].digest:
			wrong = append(wrong, fmt.Sprintf("%s and %s hold different logs", copies[0].who, c.who))
		case c.view.Digest() != copies[0].view.Digest():
			wrong = append(wrong, fmt.Sprintf("%s and %s see different sessions in one log", copies[0].who, c.who))
		case !bytes.Equal(c.report, copies[0].report):
			wrong = append(wrong, fmt.Sprintf("the records of %s and %s differ", copies[0].who, c.who))
		}
	}
	if wrong != nil {
		return fmt.Errorf("the laptops do not agree: %s", strings.Join(wrong, "; "))
	}
	return nil
}

// outcome compares what all simulated laptops hold and writes the record.
func (s *simulation) outcome(p Plan) (Outcome, error) {
	o := Outcome{Session: s.laptops[0].Session().ID().String(), People: len(s.laptops), Data: []string{}}
	o.Late, o.Returned = s.fate.counted()
	var copies []copyOf
	for i, l := range s.laptops {
		c := copyOf{who: l.name, digest: l.Session().Digest(), view: l.Laptop.View()}
		c.report = app.RecordWhole(c.view, app.RecordWish{Profile: "names"})
		o.Digests = append(o.Digests, fmt.Sprintf("%x", c.digest))
		o.Refused += s.people[i].refused
		copies = append(copies, c)
		o.views = append(o.views, c.view)
	}
	if err := compare(copies); err != nil {
		return o, err
	}
	var err error
	o.Report, err = writeReport(p.Out, copies[0].view)
	return o, err
}

// writeReport writes the record into the plan's folder.
func writeReport(dir string, v *workshop.View) (string, error) {
	path, err := app.SaveRecordInto(v, app.RecordWish{Profile: "names"}, dir, nil)
	if err != nil {
		return "", err
	}
	return filepath.Abs(path)
}
