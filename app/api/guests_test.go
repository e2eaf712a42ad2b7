package api

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"convene/app"

	"github.com/coder/websocket"
)

// AddGuest makes seats that are numbered by their name.
func (f *fakeApp) AddGuest(_ context.Context, session, name string) (string, error) {
	if name == "" {
		return "", app.Refuse("text-empty", "There are no words in it yet.", "Write something first.")
	}
	f.called("seat " + name + " in " + session)
	return "seat-" + name, nil
}

// SetSeatHand is a hand that went up.
func (f *fakeApp) SetSeatHand(_ context.Context, _, seat string, up bool) error {
	f.called(fmt.Sprintf("hand of %s: %v", seat, up))
	return nil
}

// guestPage is the guest page as a phone finds it.
type guestPage struct {
	t      *testing.T
	s      *Server
	host   string
	entry  string // the token in the QR code
	owner  *client
	fake   *fakeApp
	opened guestsResult
}

func openPage(t *testing.T, records ...app.Record) *guestPage {
	t.Helper()
	f := newFake(records...)
	p := &guestPage{t: t, s: serve(t, f), fake: f}
	p.owner = open(t, p.s, p.s.OwnerToken())
	p.owner.must("guests.open", `{"session":"s1","address":"127.0.0.1"}`, &p.opened)
	address, token, ok := strings.Cut(p.opened.URL, "/#/guest/s1&token=")
	if !p.opened.Open || !ok || p.opened.Size == 0 {
		t.Fatalf("opened %+v", p.opened)
	}
	p.host, p.entry = strings.TrimPrefix(address, "http://"), token
	return p
}

func (p *guestPage) dial(token string, with ...string) (*websocket.Conn, *http.Response, error) {
	return websocket.Dial(patience(p.t), "ws://"+p.host+"/api", &websocket.DialOptions{
		Subprotocols: []string{protocol, tokenPrefix + token}, HTTPHeader: header(with...), HTTPClient: plain(),
	})
}

func (p *guestPage) open(token string) *client {
	p.t.Helper()
	socket, _, err := p.dial(token, "Origin: http://"+p.host)
	if err != nil {
		p.t.Fatal(err)
	}
	p.t.Cleanup(func() { _ = socket.CloseNow() })
	return &client{t: p.t, socket: socket}
}

// enter sits down as a guest.
func (p *guestPage) enter(name string) (*client, guestsEnterResult) {
	p.t.Helper()
	door := p.open(p.entry)
	var in guestsEnterResult
	door.must("guests.enter", fmt.Sprintf(`{"session":"s1","name":%q}`, name), &in)
	return p.open(in.Token), in
}

func TestAGuestSpeaksForTheirSeatAndForNoOther(t *testing.T) {
	p := openPage(t)
	rosa, in := p.enter("Rosa")
	var made created
	rosa.must("note.add", `{"session":"s1","text":"boil it","seat":"seat-Kofi","activity":"elsewhere"}`, &made)
	rosa.must("hand.set", `{"session":"s1","up":true,"seat":"seat-Kofi"}`, &none{})
	p.fake.mu.Lock()
	defer p.fake.mu.Unlock()
	want := []string{"seat Rosa in s1", "note boil it for seat-Rosa on ", "hand of seat-Rosa: true"}
	if got := fmt.Sprint(p.fake.calls); in.Seat != "seat-Rosa" || got != fmt.Sprint(want) {
		t.Errorf("done: %s, want %q", got, want)
	}
}

func TestAGuestMayDoNothingThatIsNotTheirs(t *testing.T) {
	p := openPage(t)
	rosa, _ := p.enter("Rosa")
	p.fake.mu.Lock()
	p.fake.calls = nil
	p.fake.mu.Unlock()
	rosa.socket.SetReadLimit(64 << 20)
	for _, c := range []struct {
		role Role
		line *client
	}{{RoleGuest, rosa}, {RoleDoor, p.open(p.entry)}} {
		line := c.line
		for i, m := range table() {
			if i%20 == 19 { // what a guest may ask in a burst is little
				if c.role == RoleDoor {
					line = p.open(p.entry)
				} else {
					line, _ = p.enter(fmt.Sprintf("again %d", i))
				}
			}
			if m.open(c.role) {
				continue
			}
			if code := line.refused(m.name, params("s1")); code != "not-yours" {
				t.Errorf("%s calls %s: %s", c.role, m.name, code)
			}
		}
	}
	for _, call := range p.fake.calls {
		if !strings.HasPrefix(call, "seat again") {
			t.Errorf("something was done: %q", call)
		}
	}
	for _, method := range []string{"view.subscribe", "note.add", "hand.set", "ballot.cast", "response.give"} {
		line, _ := p.enter("another " + method)
		ask := `{"session":"s2"}`
		switch method {
		case "note.add":
			ask = `{"session":"s2","text":"x"}`
		case "hand.set":
			ask = `{"session":"s2","up":true}`
		case "ballot.cast":
			ask = `{"session":"s2","choices":[]}`
		}
		if code := line.refused(method, ask); code != "other-session" {
			t.Errorf("%s in another session: %s", method, code)
		}
	}
}

func TestTokensOfOneListenerOpenNothingOnTheOther(t *testing.T) {
	p := openPage(t)
	_, in := p.enter("Rosa")
	wall := issue(t, p.s, Grant{Role: RoleProjector, Session: "s1"})
	for name, token := range map[string]string{"the owner's": p.s.OwnerToken(), "a wall's": wall, "none": "", "a guess": "AAAAAAAAAAAAAAAAAAAAAA"} {
		if _, answer, err := p.dial(token, "Origin: http://"+p.host); err == nil || answer.StatusCode != http.StatusUnauthorized {
			t.Errorf("%s opens the guest page: %v", name, answer)
		}
	}
	for name, token := range map[string]string{"a guest's": in.Token, "the code's": p.entry} {
		_, answer, err := websocket.Dial(patience(t), p.s.Socket(), &websocket.DialOptions{
			Subprotocols: []string{protocol, tokenPrefix + token}, HTTPClient: plain(),
		})
		if err == nil || answer.StatusCode != http.StatusUnauthorized {
			t.Errorf("%s token opens the owner's door: %v", name, answer)
		}
	}
}

func TestTheGuestPageAnswersUnderItsOwnNameOnly(t *testing.T) {
	p := openPage(t)
	get := func(path, host, origin string) *http.Response {
		request, err := http.NewRequestWithContext(patience(t), http.MethodGet, "http://"+p.host+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		if request.Host = host; origin != "" {
			request.Header.Set("Origin", origin)
		}
		answer, err := plain().Do(request)
		if err != nil {
			t.Fatal(err)
		}
		_ = answer.Body.Close()
		return answer
	}
	_, port, _ := strings.Cut(p.host, ":")
	for _, host := range []string{"evil.example", "evil.example:" + port, "localhost:" + port, "127.0.0.1", "[::1]:" + port} {
		if got := get("/", host, "").StatusCode; got != http.StatusMisdirectedRequest { // DNS rebinding
			t.Errorf("as %s: %d", host, got)
		}
	}
	for _, origin := range []string{"http://evil.example", "null", "https://" + p.host, "http://localhost:" + port, "wails://wails"} {
		if got := get("/", p.host, origin).StatusCode; got != http.StatusForbidden {
			t.Errorf("from %s: %d", origin, got)
		}
		if _, answer, err := p.dial(p.entry, "Origin: "+origin); err == nil || answer.StatusCode != http.StatusForbidden {
			t.Errorf("a socket from %s: %v", origin, answer)
		}
	}
	for path, want := range map[string]int{"/": 200, "/assets/app.js": 200, "/index.html": 404, "/OFL.txt": 404, "/api/": 404, "/assets/../index.html": 404} {
		answer := get(path, p.host, "")
		if answer.StatusCode != want {
			t.Errorf("%s: %d, want %d", path, answer.StatusCode, want)
		}
		if policy := answer.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "ws://"+p.host) {
			t.Errorf("%s has the policy %q", path, policy)
		}
	}
}

func TestAGuestWhoFloodsIsLetGo(t *testing.T) {
	p := openPage(t)
	rosa, _ := p.enter("Rosa")
	for range 200 {
		if rosa.socket.Write(patience(t), websocket.MessageText, []byte(`{"jsonrpc":"2.0","id":1,"method":"app.hello","params":{}}`)) != nil {
			break
		}
	}
	if status := rosa.closedWith(); status != websocket.StatusPolicyViolation {
		t.Errorf("closed with %v", status)
	}
	large, _ := p.enter("Kofi")
	_ = large.socket.Write(patience(t), websocket.MessageText, []byte(`"`+strings.Repeat("x", 17<<10)+`"`))
	if status := large.closedWith(); status != websocket.StatusMessageTooBig {
		t.Errorf("a large message closed with %v", status)
	}
	var hello helloResult
	p.owner.must("app.hello", "{}", &hello) // the owner's window has noticed nothing
}

func TestASeatIsTakenBackOneByOneAndAllAtOnce(t *testing.T) {
	p := openPage(t)
	rosa, in := p.enter("Rosa")
	kofi, _ := p.enter("Kofi")
	p.owner.must("guests.revoke", fmt.Sprintf(`{"session":"s1","seat":%q}`, in.Seat), &none{})
	if status := rosa.closedWith(); status != websocket.StatusPolicyViolation {
		t.Errorf("Rosa's page closed with %v", status)
	}
	if _, answer, err := p.dial(in.Token, "Origin: http://"+p.host); err == nil || answer.StatusCode != http.StatusUnauthorized {
		t.Errorf("Rosa's token still opens: %v", answer)
	}
	var hello helloResult
	kofi.must("app.hello", "{}", &hello)
	if hello.Role != RoleGuest || hello.Seat != "seat-Kofi" || hello.Name != "" || hello.DataDir != "" {
		t.Errorf("a guest is told %+v", hello)
	}
	var shown guestsResult
	p.owner.must("guests.show", params("s1"), &shown)
	if len(shown.Guests) != 1 || shown.Guests[0].Name != "Kofi" {
		t.Errorf("who sits there: %+v", shown.Guests)
	}
	p.owner.must("guests.close", params("s1"), &none{})
	kofi.closedWith()
	if _, err := plain().Get("http://" + p.host + "/"); err == nil { //nolint:noctx // it must not be answered at all
		t.Error("the guest page still answers")
	}
	shown = guestsResult{}
	p.owner.must("guests.show", params("s1"), &shown)
	if shown.Open || shown.URL != "" {
		t.Errorf("after closing: %+v", shown)
	}
}

func TestGuestsAreServedAtOwnAddressesOnly(t *testing.T) {
	s := serve(t, newFake())
	c := open(t, s, s.OwnerToken())
	for _, address := range []string{"", "0.0.0.0", "::", "8.8.8.8", "localhost", "127.0.0.2", "evil.example"} {
		if code := c.refused("guests.open", fmt.Sprintf(`{"session":"s1","address":%q}`, address)); code != "guests-address" {
			t.Errorf("at %q: %s", address, code)
		}
	}
	var shown guestsResult
	c.must("guests.show", params("s1"), &shown)
	if shown.Open {
		t.Error("the guest page is open, though nobody opened it")
	}
}

func TestAGuestSeesNoDraftAndNothingOfTheOwner(t *testing.T) {
	draft := note("draft", "half a thought")
	draft.Draft, draft.Mine = true, true
	p := openPage(t, app.SessionRecord{ID: "s1", Me: "p1", Role: app.PartFacilitator}, draft,
		app.HealthRecord{ID: "health"}, app.SharingRecord{ID: "sharing"}, app.DoorRecord{ID: "door", Code: "4-tulip-anchor"},
		app.MemoRecord{ID: "memo", Text: "for myself"})
	rosa, _ := p.enter("Rosa")
	var view struct{ Records []map[string]any }
	rosa.must("view.subscribe", params("s1"), &view)
	if len(view.Records) != 1 || view.Records[0]["kind"] != "session" || view.Records[0]["me"] != "" {
		t.Errorf("a guest sees %v", view.Records)
	}
}

func TestAScreenForOthersIsToldNothingThatIsNotNamed(t *testing.T) {
	private := map[string]bool{"door": true, "memo": true, "sharing": true, "health": true, "setAside": true}
	for _, r := range app.Records() {
		if _, shown := public(r); shown == private[r.RecordKind()] {
			t.Errorf("a %s is shown to everybody: %v", r.RecordKind(), shown)
		}
	}
	seat := app.BallotRecord{ID: "ballot/r/s", Seat: "s", Mine: app.List[app.Choice]{{}}}
	if _, shown := public(seat); shown {
		t.Error("the ballot of a seat is shown to everybody")
	}
}

func TestPlacesThatAreKeptForWhoComesInAreNotGivenTwice(t *testing.T) {
	var g guestDoor
	for range mostGuests {
		if !g.reserve() {
			t.Fatal("no place for a guest")
		}
	}
	if g.reserve() {
		t.Error("a place was kept twice")
	}
	g.release()
	if !g.reserve() {
		t.Error("a place that was given free is not kept again")
	}
}
