package api

import (
	"context"
	"fmt"
	"net/url"
	"sync"
	"time"

	"convene/app"
)

func projectorMethods() []method {
	return []method{
		on("projector.open", owners, "Opens the wall, a screen for everybody: in a window of its own, or, where there is none, at an address for a browser.", openProjector),
		on("projector.invite", walls, "Returns the way in that the wall shows: an invite for participants, the same one to every wall.", projectorInvite),
	}
}

// walls are the roles that show something to everybody.
var walls = []Role{RoleOwner, RoleProjector}

// projectorResult says where the wall is shown.
type projectorResult struct {
	Window bool   `json:"window"`        // a window of its own was opened
	URL    string `json:"url,omitempty"` // for a browser on this computer; it holds a token that can only read
}

func openProjector(ctx context.Context, c *call, p inSession) (projectorResult, error) {
	// The session has to be here: a token for nothing would open nothing.
	look, done := context.WithCancel(ctx)
	defer done()
	if _, _, err := c.Views.Follow(look, p.Session); err != nil {
		return projectorResult{}, err
	}
	s := c.line.server
	token, err := s.Issue(Grant{Role: RoleProjector, Session: p.Session})
	if err != nil {
		return projectorResult{}, err
	}
	address := s.URL() + "#/wall/" + url.PathEscape(p.Session) + "&token=" + token
	if s.projector == nil {
		return projectorResult{URL: address}, nil
	}
	if err := s.projector(address); err != nil {
		s.Revoke(token)
		return projectorResult{}, app.Refuse("projector-failed", "The window for the wall could not be opened.",
			"Nothing was changed. Show the wall in this window instead.").Because(err)
	}
	return projectorResult{Window: true}, nil
}

// wayIn keeps the invite of each session's wall, so that a wall that is loaded
// again, or a second one, shows the same code.
type wayIn struct {
	mu      sync.Mutex
	invites map[string]app.Invitation
}

// inviteHours is how long the wall's invite lets people in.
const inviteHours = 24

func projectorInvite(ctx context.Context, c *call, p inSession) (app.Invitation, error) {
	w := &c.line.server.wayIn
	w.mu.Lock()
	defer w.mu.Unlock()
	kept, ok := w.invites[p.Session]
	if ok && time.Until(time.UnixMilli(int64(kept.Expires))) > time.Hour {
		return kept, nil
	}
	made, err := c.Library.Invite(ctx, p.Session, app.InviteWish{Role: "participant", Hours: inviteHours})
	if err != nil {
		return app.Invitation{}, fmt.Errorf("invite for the wall: %w", err)
	}
	if w.invites == nil {
		w.invites = map[string]app.Invitation{}
	}
	w.invites[p.Session] = made
	return made, nil
}
