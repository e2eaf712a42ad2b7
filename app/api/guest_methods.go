package api

import (
	"context"
	"io/fs"
	"net/http"
	"strings"

	"convene/app"
)

func guestMethods() []method {
	return []method{
		on("guests.show", walls, "Says whether the guest page is open, where, and who sits there.", showGuests),
		on("guests.open", owners, "Opens a page on one address of the local network, for phones of people without a laptop.", openGuests),
		on("guests.close", owners, "Closes the guest page and takes every guest's seat away.", done(closeGuests)),
		on("guests.revoke", owners, "Takes one guest's token back; what they said stays.", done(revokeGuest)),
		on("guests.enter", doors, "Gives a seat to who scanned the code, and the token for it. This computer signs for the seat.", enterAsGuest),
	}
}

// doors are the roles that may make a seat for a guest.
var doors = []Role{RoleOwner, RoleDoor}

// guestsResult is what there is to know about the guest page.
type guestsResult struct {
	Open      bool                 `json:"open"`
	URL       string               `json:"url,omitempty"` // for phones; whoever has it can sit down
	QR        string               `json:"qr,omitempty"`  // SVG path data for a viewBox of size x size
	Size      int                  `json:"size,omitempty"`
	Addresses app.List[string]     `json:"addresses"` // of this computer on local networks
	Guests    app.List[guestEntry] `json:"guests"`
}

type guestEntry struct {
	Seat string `json:"seat"`
	Name string `json:"name"`
}

type guestsOpenParams struct {
	inSession
	Address string `json:"address"` // one of addresses, or 127.0.0.1 to try the page on this computer
}

type guestsSeatParams struct {
	inSession
	Seat string `json:"seat"`
}

type guestsEnterParams struct {
	inSession
	Name string `json:"name"`
}

type guestsEnterResult struct {
	Token string `json:"token"`
	Seat  string `json:"seat"`
}

var (
	refusedClosedDoor = app.Refuse("guests-closed", "The guest page is closed.", "Ask the facilitator to open it again.")
	refusedFullDoor   = app.Refuse("guests-full", "Every place for guests is taken.", "Ask the facilitator to enter what you say.")
)

// showGuests tells a wall where phones come in, and not who is there.
func showGuests(_ context.Context, c *call, p inSession) (guestsResult, error) {
	r := c.line.server.guests.shown(p.Session)
	if c.grant.Role != RoleOwner {
		r.Guests, r.Addresses = app.List[guestEntry]{}, app.List[string]{}
	}
	return r, nil
}

func openGuests(ctx context.Context, c *call, p guestsOpenParams) (guestsResult, error) {
	look, done := context.WithCancel(ctx)
	defer done()
	if _, _, err := c.Views.Follow(look, p.Session); err != nil {
		return guestsResult{}, err
	}
	if err := c.line.server.openGuests(p.Session, p.Address); err != nil {
		return guestsResult{}, err
	}
	return c.line.server.guests.shown(p.Session), nil
}

func closeGuests(_ context.Context, c *call, _ inSession) error {
	return c.line.server.closeGuests()
}

func revokeGuest(_ context.Context, c *call, p guestsSeatParams) error {
	c.line.server.guests.revokeGuest(p.Seat)
	return nil
}

func enterAsGuest(ctx context.Context, c *call, p guestsEnterParams) (guestsEnterResult, error) {
	g := &c.line.server.guests
	if !g.reserve() {
		return guestsEnterResult{}, refusedFullDoor
	}
	defer g.release()
	seat, err := c.Seats.AddGuest(ctx, p.Session, p.Name)
	if err != nil {
		return guestsEnterResult{}, err
	}
	token, err := g.seatGuest(p.Session, seat, p.Name)
	return guestsEnterResult{Token: token, Seat: seat}, err
}

// seatOf is for whom something is said: a guest's own seat, whatever they ask for.
func (c *call) seatOf(asked string) string {
	if c.grant.Role == RoleGuest {
		return c.grant.Seat
	}
	return asked
}

// guestPages serves the guest page and what it is made of; nothing else of the
// window's files.
func guestPages(files fs.FS) http.Handler {
	all := pages(files)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/" && !strings.HasPrefix(r.URL.Path, "/assets/") {
			http.NotFound(w, r)
			return
		}
		all.ServeHTTP(w, r)
	})
}
