package api

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"convene/app"
)

// Invite makes another invite at every call.
func (f *fakeApp) Invite(_ context.Context, session string, _ app.InviteWish) (app.Invitation, error) {
	f.called("invite " + session)
	return app.Invitation{Link: "convene://join/" + session, Expires: app.Millis(time.Now().Add(24 * time.Hour).UnixMilli())}, nil
}

func TestTheWallsAddressOpensThatSessionForReading(t *testing.T) {
	s := serve(t, newFake(app.SessionRecord{ID: "s1", Me: "p1"}))
	var opened projectorResult
	open(t, s, s.OwnerToken()).must("projector.open", params("s1"), &opened)
	address, token, ok := strings.Cut(opened.URL, "&token=")
	if !ok || opened.Window || address != s.URL()+"#/wall/s1" {
		t.Fatalf("opened %+v", opened)
	}
	wall := open(t, s, token)
	var hello helloResult
	wall.must("app.hello", "{}", &hello)
	if hello.Role != RoleProjector || hello.Session != "s1" || hello.Name != "" || hello.DataDir != "" {
		t.Errorf("hello: %+v", hello)
	}
	var view struct{ Records []map[string]any }
	wall.must("view.subscribe", params("s1"), &view)
	if len(view.Records) != 1 {
		t.Errorf("the wall sees %v", view.Records)
	}
	if code := wall.refused("projector.open", params("s1")); code != "not-yours" {
		t.Errorf("a wall opens another wall: %s", code)
	}
}

func TestEveryWallShowsTheSameWayIn(t *testing.T) {
	f := newFake()
	s := serve(t, f)
	for range 3 {
		wall := open(t, s, issue(t, s, Grant{Role: RoleProjector, Session: "s1"}))
		var in app.Invitation
		wall.must("projector.invite", params("s1"), &in)
		if in.Link != "convene://join/s1" {
			t.Errorf("the way in is %+v", in)
		}
		if code := wall.refused("projector.invite", params("s2")); code != "other-session" {
			t.Errorf("the way into another session: %s", code)
		}
	}
	if len(f.calls) != 1 {
		t.Errorf("invites were made: %q", f.calls)
	}
}

func TestAWindowOfItsOwnIsAskedForWhereThereIsOne(t *testing.T) {
	s := serve(t, newFake())
	var told string
	s.projector = func(address string) error { told = address; return nil }
	c := open(t, s, s.OwnerToken())
	var opened projectorResult
	c.must("projector.open", params("s1"), &opened)
	if !opened.Window || opened.URL != "" || !strings.Contains(told, "#/wall/s1&token=") {
		t.Errorf("opened %+v at %q", opened, told)
	}
	s.projector = func(address string) error { told = address; return errors.New("no screen") }
	if code := c.refused("projector.open", params("s1")); code != "projector-failed" {
		t.Errorf("refused with %s", code)
	}
	_, token, _ := strings.Cut(told, "&token=")
	if s.tokens.find(token) != nil {
		t.Error("the token of a wall that never opened still opens")
	}
}
