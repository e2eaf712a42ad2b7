package rehearse

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"convene/app"
	"convene/workshop"
)

// appDesk is a whole app with a person before it.
type appDesk struct {
	app     *app.App
	session string
	dir     string
	name    string
	number  int                // from 0
	off     context.CancelFunc // ends the app
	over    <-chan struct{}    // closed when it has ended
	ctx     context.Context    //nolint:containedctx // a person acts until the rehearsal ends; nobody hands them a context
	me      workshop.Person
	waits   *sync.WaitGroup
}

// Me is who sits here.
func (d *appDesk) Me() workshop.Person { return d.me }

// View is what the person sees.
func (d *appDesk) View() (*workshop.View, error) {
	v, err := d.app.View(d.ctx, d.session)
	if err == nil && d.me.Zero() {
		d.me, err = d.app.Person(d.ctx, d.session)
	}
	return v, err
}

// AddNote writes an idea.
func (d *appDesk) AddNote(n app.NewNote) (string, error) {
	return d.app.AddNote(d.ctx, d.session, n)
}

// EditNote rewords an own note.
func (d *appDesk) EditNote(id, text string) error { return d.app.EditNote(d.ctx, d.session, id, text) }

// GiveResponse answers in a round.
func (d *appDesk) GiveResponse(text string, pass bool) error {
	return d.app.GiveResponse(d.ctx, d.session, app.Answer{Text: text, Pass: pass})
}

// AddCapture writes down what was said.
func (d *appDesk) AddCapture(what, text, item string) error {
	_, err := d.app.AddCapture(d.ctx, d.session, app.NewCapture{Type: app.CaptureType(what), Text: text, Item: item})
	return err
}

// AddParked keeps a matter for later.
func (d *appDesk) AddParked(text string) error {
	_, err := d.app.AddParked(d.ctx, d.session, text)
	return err
}

// AddCluster groups notes.
func (d *appDesk) AddCluster(name string, notes []string) error {
	_, err := d.app.AddCluster(d.ctx, d.session, name, notes)
	return err
}

// MoveNote puts a note to its like.
func (d *appDesk) MoveNote(note, cluster string) error {
	return d.app.MoveNote(d.ctx, d.session, app.NoteMove{Note: note, Cluster: cluster})
}

// MergeNotes makes one note of several.
func (d *appDesk) MergeNotes(m app.NotesMerge) (string, error) {
	return d.app.MergeNotes(d.ctx, d.session, m)
}

// RemoveCluster takes a cluster away.
func (d *appDesk) RemoveCluster(cluster string) error {
	return d.app.RemoveCluster(d.ctx, d.session, cluster)
}

// HandIn votes.
func (d *appDesk) HandIn(b app.NewBallot) error { return d.app.HandIn(d.ctx, d.session, b) }

// AddAction offers an action.
func (d *appDesk) AddAction(a app.NewAction) error {
	_, err := d.app.AddAction(d.ctx, d.session, a)
	return err
}

// AcceptAction says yes, or takes it back.
func (d *appDesk) AcceptAction(id string, yes bool) error {
	return d.app.AcceptAction(d.ctx, d.session, id, yes, false)
}

// JoinGroup goes to a group.
func (d *appDesk) JoinGroup(group string) error { return d.app.JoinGroup(d.ctx, d.session, group) }

// AddGroup begins a group.
func (d *appDesk) AddGroup(name string) (string, error) {
	return d.app.AddGroup(d.ctx, d.session, name)
}

// WriteReport writes one answer of a group's report.
func (d *appDesk) WriteReport(group string, field int, text string) error {
	return d.app.WriteReport(d.ctx, d.session, group, field, text)
}

// BringBack marks a note of the group.
func (d *appDesk) BringBack(note string, back bool) error {
	return d.app.BringBack(d.ctx, d.session, note, back)
}

// PlaceNote puts a note into a place.
func (d *appDesk) PlaceNote(p app.NotePlace) error { return d.app.PlaceNote(d.ctx, d.session, p) }

// StarNote marks a favourite.
func (d *appDesk) StarNote(note string, starred bool) error {
	return d.app.StarNote(d.ctx, d.session, note, starred)
}

// SetReady says that the person is ready.
func (d *appDesk) SetReady(ready bool) error { return d.app.SetReady(d.ctx, d.session, ready) }

// DiscussItem moves the talk on.
func (d *appDesk) DiscussItem(item string) error { return d.app.DiscussItem(d.ctx, d.session, item) }

// Next begins to open the next activity.
func (d *appDesk) Next() (passage, error) {
	return d.begin(func() error { _, err := d.app.NextRun(d.ctx, d.session); return err }), nil
}

// Finish begins to finish the session.
func (d *appDesk) Finish() (passage, error) {
	return d.begin(func() error {
		v, err := d.app.View(d.ctx, d.session)
		if err != nil {
			return err
		}
		settle := func(id, fate string) error { return d.app.SettleParked(d.ctx, d.session, id, fate) }
		answer := func(id, words string) error { return d.app.AnswerPoint(d.ctx, d.session, id, words) }
		if err := settleAll(v, settle, answer); err != nil {
			return err
		}
		return d.app.FinishSession(d.ctx, d.session)
	}), nil
}

// begin lets something go on while the person goes on too, as a window does.
func (d *appDesk) begin(do func() error) *pending {
	p := &pending{done: make(chan struct{})}
	d.waits.Add(1)
	go func() {
		defer d.waits.Done()
		defer close(p.done)
		p.err = do()
	}()
	return p
}

// pending is a call that has not answered yet.
type pending struct {
	done chan struct{}
	err  error // set before done is closed
}

// Done reports whether it has answered.
func (p *pending) Done() bool {
	select {
	case <-p.done:
		return true
	default:
		return false
	}
}

// Err is the answer. Ask after Done.
func (p *pending) Err() error { return p.err }

func (d *appDesk) digest() ([32]byte, error) { return d.app.Digest(d.ctx, d.session) }

// copy is what this laptop holds, with the record as it writes it itself.
func (d *appDesk) copy() (copyOf, error) {
	c := copyOf{who: d.name}
	var err error
	if c.digest, err = d.digest(); err != nil {
		return c, err
	}
	if c.view, err = d.View(); err != nil {
		return c, err
	}
	path, err := d.app.SaveRecord(d.ctx, d.session, app.RecordWish{Profile: "names"}, filepath.Join(d.dir, "record"))
	if err != nil {
		return c, err
	}
	if c.report, err = os.ReadFile(path); err != nil {
		return c, fmt.Errorf("read the record: %w", err)
	}
	return c, nil
}

// Connect draws an arrow.
func (d *appDesk) Connect(from, to, label, sign string) error {
	_, err := d.app.AddConnector(d.ctx, d.session, app.NewConnector{From: from, To: to, Label: label, Sign: app.Sign(sign)})
	return err
}

// Mark sets a mark on a note.
func (d *appDesk) Mark(note, label string) error {
	return d.app.MarkNote(d.ctx, d.session, app.NoteMark{Note: note, Label: label})
}
