package api

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"convene/app"

	"github.com/coder/websocket"
)

func issue(t *testing.T, s *Server, g Grant) string {
	t.Helper()
	token, err := s.Issue(g)
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func TestATokenOfAnotherRoleMayNotDoWhatIsTheOwners(t *testing.T) {
	f := newFake()
	s := serve(t, f, func(l *limits) { l.burst = 1000 })
	for _, role := range []Role{RoleGuest, RoleProjector, RoleDoor} {
		c := open(t, s, issue(t, s, Grant{Role: role, Session: "s1"}))
		for _, m := range table() {
			if m.open(role) {
				continue
			}
			if code := c.refused(m.name, params("s1")); code != "not-yours" {
				t.Errorf("%s calls %s: %s", role, m.name, code)
			}
		}
	}
	if len(f.calls) > 0 {
		t.Errorf("something was done: %q", f.calls)
	}
}

func TestOnlyWhatIsListedIsOpenToOthers(t *testing.T) {
	var others []string
	for _, m := range table() {
		if !m.open(RoleOwner) {
			t.Errorf("%s is closed to the owner", m.name)
		}
		if m.open(RoleGuest) || m.open(RoleProjector) {
			others = append(others, m.name)
		}
	}
	want := []string{
		"app.hello", "view.subscribe", "view.unsubscribe", "view.snapshot", "projector.invite", "guests.show", "hand.set",
		"response.give", "ballot.cast", "note.add", "picture.get", "rpc.discover",
	}
	if !slices.Equal(others, want) {
		t.Errorf("open to others: %q, want %q", others, want)
	}
}

func TestATokenOpensItsSessionOnly(t *testing.T) {
	s := serve(t, newFake())
	c := open(t, s, issue(t, s, Grant{Role: RoleProjector, Session: "s1"}))
	for _, method := range []string{"view.subscribe", "view.snapshot"} {
		if code := c.refused(method, params("s2")); code != "other-session" {
			t.Errorf("%s of another session: %s", method, code)
		}
	}
	if code := c.refused("view.subscribe", params("")); code != "other-session" {
		t.Errorf("a session without a name: %s", code)
	}
}

func TestATokenForOthersNeedsASession(t *testing.T) {
	s := serve(t, newFake())
	for _, g := range []Grant{{Role: RoleGuest}, {Role: RoleProjector}, {Role: RoleOwner, Session: "s1"}, {Session: "s1"}} {
		if _, err := s.Issue(g); err == nil {
			t.Errorf("%+v was given away", g)
		}
	}
}

func TestARevokedTokenEndsItsWindows(t *testing.T) {
	s := serve(t, newFake())
	token := issue(t, s, Grant{Role: RoleProjector, Session: "s1"})
	projector, owner := open(t, s, token), open(t, s, s.OwnerToken())
	s.Revoke(token)
	if status := projector.closedWith(); status != websocket.StatusPolicyViolation {
		t.Errorf("closed with %v", status)
	}
	_, answer, err := websocket.Dial(patience(t), s.Socket(), &websocket.DialOptions{
		Subprotocols: []string{protocol, tokenPrefix + token}, HTTPClient: plain(),
	})
	if err == nil || answer.StatusCode != 401 {
		t.Errorf("it still opens: %v", answer)
	}
	var hello app.Hello
	owner.must("app.hello", "{}", &hello)
}

func TestTokensAreLongAndNeverTheSame(t *testing.T) {
	var all tokens
	seen := map[string]bool{}
	for range 1000 {
		token := all.issue(Grant{})
		if len(token) != 22 || strings.ContainsAny(token, "+/=") || seen[token] { // 22 characters of 6 bits hold 128
			t.Fatalf("token %q", token)
		}
		seen[token] = true
	}
}

func TestAScreenForOthersShowsNothingPrivate(t *testing.T) {
	draft := note("draft", "half a thought")
	draft.Draft, draft.Mine = true, true
	mine := note("mine", "said")
	mine.Mine = true
	f := newFake(
		app.SessionRecord{ID: "s1", Me: "p1", Role: app.PartFacilitator}, draft, mine,
		app.BallotRecord{ID: "ballot/r", Mine: []app.Choice{{Option: "o", Value: 3}}, Tracker: "tulip"},
		app.HealthRecord{ID: "health"}, app.PersonRecord{ID: "p1", Name: "Ana", Me: true},
	)
	s := serve(t, f)
	c := open(t, s, issue(t, s, Grant{Role: RoleProjector, Session: "s1"}))

	seen := string(c.call("view.subscribe", params("s1")).Result)
	for _, private := range []string{"half a thought", "tulip", `"mine":[`, `"mine":true`, `"me":"p1"`, `"me":true`, "health"} {
		if strings.Contains(seen, private) {
			t.Errorf("the screen shows %s: %s", private, seen)
		}
	}
	if !strings.Contains(seen, "said") {
		t.Errorf("the screen does not show the board: %s", seen)
	}

	f.publish(app.Diff{Updated: []app.Record{draft}, Removed: []string{"health"}})
	published := draft
	published.Draft = false
	f.publish(app.Diff{Updated: []app.Record{published}})
	d := c.next()
	if len(d.Params.Added) != 1 || len(d.Params.Updated)+len(d.Params.Removed) != 0 || d.Params.Added[0]["mine"] != false {
		t.Errorf("after the reveal the screen hears %+v", d.Params)
	}

	hello := string(c.call("app.hello", "{}").Result)
	for _, private := range []string{"Ana", "p1", "/home/ana"} {
		if strings.Contains(hello, private) {
			t.Errorf("hello tells %s: %s", private, hello)
		}
	}
}

func TestTheOwnerSeesTheirOwn(t *testing.T) {
	draft := note("draft", "half a thought")
	draft.Draft = true
	s := serve(t, newFake(draft))
	c := open(t, s, s.OwnerToken())
	seen := fmt.Sprint(string(c.call("view.subscribe", params("s1")).Result))
	if !strings.Contains(seen, `"kind":"note"`) || !strings.Contains(seen, "half a thought") {
		t.Errorf("the owner sees %s", seen)
	}
}
