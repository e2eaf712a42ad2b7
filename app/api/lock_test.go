package api

import (
	"context"
	"testing"

	"convene/app"
)

// serveLocked runs a server that "open sesame" unlocks, until the test ends.
func serveLocked(t *testing.T, f *fakeApp) *Server {
	t.Helper()
	s, err := Listen(Config{Pages: somePages(), Log: quiet(), Unlock: func(_ context.Context, passphrase string) (Needs, error) {
		if passphrase != "open sesame" {
			return Needs{}, app.Refuse("passphrase-wrong", "This is not it.", "Try again.")
		}
		return f.needs(), nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Run(ctx) }()
	t.Cleanup(func() {
		stop()
		if err := <-ended; err != nil {
			t.Errorf("the server ended with %v", err)
		}
	})
	return s
}

func TestALockedFolderAnswersNothingBeforeItsPassphrase(t *testing.T) {
	f := newFake()
	s := serveLocked(t, f)
	c := open(t, s, s.OwnerToken())
	var hello struct {
		Locked        bool
		Name, DataDir string
		Role          Role
	}
	c.must("app.hello", "{}", &hello)
	if !hello.Locked || hello.Name != "" || hello.DataDir != "" || hello.Role != RoleOwner {
		t.Errorf("hello: %+v", hello)
	}
	for _, m := range table() {
		if code := c.call(m.name, "{}"); m.name != "app.hello" && m.name != "app.unlock" && m.open(RoleOwner) && (code.Error == nil || code.Error.Data.Code != "locked") {
			t.Errorf("%s was answered: %s %+v", m.name, code.Result, code.Error)
		}
	}
	if code := c.refused("app.unlock", `{"passphrase":"open sesamo"}`); code != "passphrase-wrong" {
		t.Errorf("another passphrase: %s", code)
	}
	c.must("app.unlock", `{"passphrase":"open sesame"}`, &struct{}{})
	c.must("app.unlock", `{"passphrase":"what for"}`, &struct{}{}) // it is open: nobody is asked
	hello.Locked = false
	c.must("app.hello", "{}", &hello)
	if hello.Locked || hello.Name != "Ana" {
		t.Errorf("hello after it: %+v", hello)
	}
	f.tidings <- app.Tiding{}
	for len(c.told) == 0 || c.told[0].Method != "sessions.changed" {
		c.told = append(c.told, c.next())
	}
}

func TestOnlyTheOwnerUnlocks(t *testing.T) {
	s := serveLocked(t, newFake())
	token, err := s.Issue(Grant{Role: RoleProjector, Session: "s1"})
	if err != nil {
		t.Fatal(err)
	}
	if code := open(t, s, token).refused("app.unlock", `{"passphrase":"open sesame"}`); code != "not-yours" {
		t.Errorf("a wall: %s", code)
	}
}
