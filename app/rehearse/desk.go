package rehearse

import (
	"convene/app"
	"convene/workshop"
)

// looking is what a person sees on their laptop.
type looking interface {
	View() (*workshop.View, error)
	Me() workshop.Person
}

// writing is what a person adds in words.
type writing interface {
	AddNote(n app.NewNote) (id string, err error)
	EditNote(id, text string) error
	GiveResponse(text string, pass bool) error
	AddCapture(what, text, item string) error
	AddParked(text string) error
}

// sorting is how a person moves notes together.
type sorting interface {
	AddCluster(name string, notes []string) error
	MoveNote(note, cluster string) error
	RemoveCluster(cluster string) error
	MergeNotes(m app.NotesMerge) (id string, err error)
}

// deciding is how a person votes and promises.
type deciding interface {
	HandIn(b app.NewBallot) error
	AddAction(a app.NewAction) error
	AcceptAction(id string, yes bool) error
	SetReady(ready bool) error
}

// leading is what the person with the floor does besides. Next and Finish begin something that takes a while.
type leading interface {
	Next() (passage, error)
	Finish() (passage, error)
	DiscussItem(item string) error
}

// grouping is how a person works in a small group.
type grouping interface {
	JoinGroup(group string) error
	AddGroup(name string) (id string, err error)
	WriteReport(group string, field int, text string) error
	BringBack(note string, back bool) error
}

// placing is how a person works on a canvas.
type placing interface {
	PlaceNote(p app.NotePlace) error
	StarNote(note string, starred bool) error
	Connect(from, to, label, sign string) error
	Mark(note, label string) error
}

// passage is something that takes a while. Whoever waits for it asks again.
type passage interface {
	Done() bool
	Err() error
}

// desk is a laptop with a person before it.
type desk interface {
	looking
	writing
	sorting
	deciding
	leading
	grouping
	placing
}
