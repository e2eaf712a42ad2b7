package api

import (
	"context"
	"testing"
	"time"

	"convene/app"
)

func (f *fakeApp) SaveBundle(_ context.Context, session, _ string, _ bool, tell func(app.CarryProgress)) (app.BundleSaved, error) {
	tell(app.CarryProgress{Step: app.CarrySaving, Have: 1, Of: 1})
	return app.BundleSaved{Session: session}, nil
}

// ImportBundle goes on until it is called off.
func (f *fakeApp) ImportBundle(ctx context.Context, _ string, _ bool, tell func(app.CarryProgress)) (app.Imported, error) {
	tell(app.CarryProgress{Step: app.CarryChecking, Have: 1, Of: 2})
	<-ctx.Done()
	return app.Imported{}, app.Refuse("called-off", "This was called off.", "Nothing was taken in.")
}

func TestLongWorkIsToldAndCalledOffByTheWindowThatAsked(t *testing.T) {
	s := serve(t, newFake())
	c, other := open(t, s, s.OwnerToken()), open(t, s, s.OwnerToken())
	c.must("sessions.bundle", `{"session":"s1"}`, new(app.BundleSaved))
	if len(c.told) != 1 || c.told[0].Method != "carry.progress" || c.told[0].Params.Step != "saving" {
		t.Errorf("told %+v", c.told)
	}
	c.send(`{"jsonrpc":"2.0","id":"long","method":"sessions.import","params":{"path":"/tmp/b.convene"}}`)
	if m := c.next(); m.Method != "carry.progress" || m.Params.Step != "checking" {
		t.Errorf("told %+v", m)
	}
	other.must("carry.stop", `{}`, new(none))
	var hello app.Hello
	c.must("app.hello", "{}", &hello) // and no answer to the long work came before
	c.send(`{"jsonrpc":"2.0","id":"stop","method":"carry.stop","params":{}}`)
	var codes []string
	for range 2 {
		if m := c.next(); string(m.ID) == `"long"` && m.Error != nil {
			codes = append(codes, m.Error.Data.Code)
		}
	}
	if len(codes) != 1 || codes[0] != "called-off" {
		t.Errorf("the long work ended with %v", codes)
	}
}

func TestWorkWithABarHasTimeToEnd(t *testing.T) {
	for _, m := range table() {
		long := m.name == "sessions.bundle" || m.name == "sessions.import" || m.name == "sessions.verify"
		if long != (m.limit() > 10*time.Minute) {
			t.Errorf("%s may take %v", m.name, m.limit())
		}
	}
}
