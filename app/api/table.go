package api

import (
	"context"
	"encoding/json"
	"reflect"
	"slices"
	"time"
)

// Role is what the holder of a token may be.
type Role string

// The roles, each with its own methods in the table.
const (
	// RoleOwner is the person at this computer: every method.
	RoleOwner Role = "owner"
	// RoleGuest is a guest's browser on a seat of one session.
	RoleGuest Role = "guest"
	// RoleProjector is a screen for everybody: it reads one session and sees
	// nothing private.
	RoleProjector Role = "projector"
	// RoleDoor is who scanned the code of the guest page: they may ask for a seat.
	RoleDoor Role = "door"
)

// Values lists them, for the window's types.
func (Role) Values() []string {
	return []string{string(RoleOwner), string(RoleGuest), string(RoleProjector), string(RoleDoor)}
}

var (
	owners    = []Role{RoleOwner}
	viewers   = []Role{RoleOwner, RoleGuest, RoleProjector}
	everybody = []Role{RoleOwner, RoleGuest, RoleProjector, RoleDoor}
	writers   = []Role{RoleOwner, RoleGuest}
)

// Limits on the time of one call.
const (
	quickCall = 30 * time.Second
	slowCall  = 2 * time.Minute
	longCall  = 30 * time.Minute // the window shows how far it is, and can call it off
)

// method is one row of the table.
type method struct {
	name    string
	summary string
	roles   []Role
	slow    bool // runs beside the others instead of in their order
	long    bool // is slow, and has a bar and Cancel in the window
	// unlocked methods answer while the data folder is locked, too.
	unlocked bool
	params   *shape
	result   *shape
	answer   func(ctx context.Context, c *call, params json.RawMessage) (any, error)
}

// call is one request on its way: what a handler may use.
type call struct {
	*Needs // nil while the data folder is locked
	grant  Grant
	line   *line
	// lineCtx ends with the window; the ctx of a handler goes on without it.
	lineCtx context.Context
	after   func() // runs once the answer stands in the outgoing queue, or nil
}

// sessionParams is what parameters that name a session have.
type sessionParams interface{ session() string }

// none is no parameters or no result.
type none struct{}

// created is the answer of a method that made a record.
type created struct {
	ID string `json:"id"`
}

// inSession names the session a method is about.
type inSession struct {
	Session string `json:"session"`
}

func (p inSession) session() string { return p.Session }

// on makes a row of the table from a typed handler.
func on[P, R any](name string, roles []Role, summary string, handle func(context.Context, *call, P) (R, error)) method {
	m := method{
		name: name, summary: summary, roles: roles,
		params: shapeOf(reflect.TypeFor[P]()),
		result: shapeOf(reflect.TypeFor[R]()),
	}
	m.answer = func(ctx context.Context, c *call, params json.RawMessage) (any, error) {
		var p P
		if err := decode(params, m.params, &p); err != nil {
			return nil, err
		}
		if about, ok := any(p).(sessionParams); ok && !c.grant.covers(about.session()) {
			return nil, refusedElsewhere
		}
		return handle(ctx, c, p)
	}
	return m
}

// takesTime marks a method that may wait for other people or for the disk.
func (m method) takesTime() method {
	m.slow = true
	return m
}

// takesLong marks one that goes through all of a session, tells how far it is and can be called off.
func (m method) takesLong() method {
	m.slow, m.long = true, true
	return m
}

func (m method) limit() time.Duration {
	if m.long {
		return longCall
	}
	if m.slow {
		return slowCall
	}
	return quickCall
}

func (m method) open(to Role) bool { return slices.Contains(m.roles, to) }

// done adapts a handler without a result.
func done[P any](handle func(context.Context, *call, P) error) func(context.Context, *call, P) (none, error) {
	return func(ctx context.Context, c *call, p P) (none, error) {
		return none{}, handle(ctx, c, p)
	}
}

// makes adapts a handler that answers with the id of what it made.
func makes[P any](handle func(context.Context, *call, P) (string, error)) func(context.Context, *call, P) (created, error) {
	return func(ctx context.Context, c *call, p P) (created, error) {
		id, err := handle(ctx, c, p)
		return created{ID: id}, err
	}
}

// group is the methods of one concept, under the heading they have in the documentation.
type group struct {
	title   string
	methods []method
}

// groups returns every method, in the order of the documentation.
func groups() []group {
	return []group{
		{"The app", homeMethods()},
		{"Templates", templateMethods()},
		{"Sessions", libraryMethods()},
		{"The door", doorMethods()},
		{"The directory", directoryMethods()},
		{"Bundles", bundleMethods()},
		{"The shelf", searchMethods()},
		{"Protection", protectionMethods()},
		{"Views", viewMethods()},
		{"The wall", projectorMethods()},
		{"Guests without the app", guestMethods()},
		{"The plan", planMethods()},
		{"Running activities", runMethods()},
		{"People", peopleMethods()},
		{"The charter and decisions", charterMethods()},
		{"Seats and the floor", seatMethods()},
		{"Turns and process points", turnMethods()},
		{"Rescue", rescueMethods()},
		{"Answers and ballots", answerMethods()},
		{"Notes and clusters", noteMethods()},
		{"Groups and canvases", groupMethods()},
		{"The board", boardMethods()},
		{"Ink", inkMethods()},
		{"Pictures", pictureMethods()},
		{"Talk", talkMethods()},
		{"Actions", actionMethods()},
		{"Undo", historyMethods()},
		{"The past", pastMethods()},
		{"The record", recordMethods()},
		{"This description", discoverMethods()},
	}
}

// table returns every method.
func table() []method {
	var all []method
	for _, g := range groups() {
		all = append(all, g.methods...)
	}
	return all
}
