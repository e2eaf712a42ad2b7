package rehearse

import (
	"slices"

	"convene/app"
	"convene/workshop"
	"convene/workshop/templates"
)

// simLaptop is a laptop whose disk and network are in memory. It is the desk of a simulated person and the Keeper of its own
// app.Laptop.
type simLaptop struct {
	*app.Laptop
	room    *simulation
	kept    [][]byte
	private map[string][]byte
	number  int
	name    string
	said    []byte // the presence last set
	away    bool   // cut off from all others
}

// AppendOwn keeps changes that this laptop signed.
func (l *simLaptop) AppendOwn(changes []*workshop.Change) error { return l.AppendRemote(changes) }

// AppendRemote keeps changes of others.
func (l *simLaptop) AppendRemote(changes []*workshop.Change) error {
	for _, c := range changes {
		l.kept = append(l.kept, c.Bytes)
	}
	return nil
}

// SetPrivate keeps what never leaves the laptop.
func (l *simLaptop) SetPrivate(key string, value []byte) error {
	l.private[key] = slices.Clone(value)
	return nil
}

// DeletePrivate forgets it.
func (l *simLaptop) DeletePrivate(key string) error {
	delete(l.private, key)
	return nil
}

// Publish sends changes on their way.
func (l *simLaptop) Publish(changes [][]byte) {
	for _, c := range changes {
		l.room.carry(l, func(to *simLaptop) error { return to.Receive([][]byte{c}) })
	}
}

// SetPresence tells the others what is under way here.
func (l *simLaptop) SetPresence(state []byte) {
	state = slices.Clone(state)
	l.said = state
	l.room.carry(l, func(to *simLaptop) error { to.Presence(l.Me(), state); return nil })
}

// prepare writes the plan of the session.
func (l *simLaptop) prepare(p Plan, subject Subject) error {
	if err := l.RenameMe(nameOf(0)); err != nil {
		return err
	}
	for _, o := range subject.Outcomes {
		if _, err := l.AddOutcome(o); err != nil {
			return err
		}
	}
	return l.AddPlans(templates.Plan(p.Template))
}

// View is what the person sees.
func (l *simLaptop) View() (*workshop.View, error) { return l.Laptop.View(), nil }

// GiveResponse answers in a round.
func (l *simLaptop) GiveResponse(text string, pass bool) error {
	return l.Laptop.GiveResponse(app.Answer{Text: text, Pass: pass})
}

// AddCapture writes down what was said.
func (l *simLaptop) AddCapture(what, text, item string) error {
	_, err := l.Laptop.AddCapture(app.NewCapture{Type: app.CaptureType(what), Text: text, Item: item})
	return err
}

// AddParked keeps a matter for later.
func (l *simLaptop) AddParked(text string) error {
	_, err := l.Laptop.AddParked(text)
	return err
}

// AddCluster groups notes.
func (l *simLaptop) AddCluster(name string, notes []string) error {
	_, err := l.Laptop.AddCluster(name, notes)
	return err
}

// MoveNote puts a note to its like.
func (l *simLaptop) MoveNote(note, cluster string) error {
	return l.Laptop.MoveNote(app.NoteMove{Note: note, Cluster: cluster})
}

// AddAction offers an action.
func (l *simLaptop) AddAction(a app.NewAction) error {
	_, err := l.Laptop.AddAction(a)
	return err
}

// AcceptAction says yes, or takes it back.
func (l *simLaptop) AcceptAction(id string, yes bool) error {
	return l.Laptop.AcceptAction(id, yes, false)
}

// Next begins to open the next activity.
func (l *simLaptop) Next() (passage, error) { return begun(l.NextRun()) }

// Finish begins to finish the session.
func (l *simLaptop) Finish() (passage, error) {
	if err := settleAll(l.Laptop.View(), l.SettleParked, l.AnswerPoint); err != nil {
		return nil, err
	}
	return begun(l.FinishSession())
}

func begun(p *app.Passage, err error) (passage, error) {
	if err != nil {
		return nil, err
	}
	return p, nil
}

// Connect draws an arrow.
func (l *simLaptop) Connect(from, to, label, sign string) error {
	_, err := l.AddConnector(app.NewConnector{From: from, To: to, Label: label, Sign: app.Sign(sign)})
	return err
}

// Mark sets a mark on a note.
func (l *simLaptop) Mark(note, label string) error {
	return l.MarkNote(app.NoteMark{Note: note, Label: label})
}
