package api

import (
	"context"
	"errors"
	"fmt"
	"log"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"sync"
	"time"

	"convene/app"

	"rsc.io/qr"
)

// guestLimits are what one guest's browser may take: far less than the owner's
// window, because anybody on the network can try.
func guestLimits() limits {
	return limits{
		message: 16 << 10, rate: 5, burst: 40,
		waiting: 256, waitingSize: 4 << 20, writing: 10 * time.Second,
		between: 250 * time.Millisecond, connections: 80,
	}
}

// mostGuests is how many guests may sit down in one session.
const mostGuests = 60

// guestDoor is the second listener: one address on the local network, its own
// tokens, and only the pages and methods of guests. There is one at a time.
type guestDoor struct {
	mu      sync.Mutex
	session string
	address string // host:port
	entry   string // the token in the QR code: it opens a seat and nothing else
	tokens  *tokens
	guests  []guest
	coming  int // those who are about to sit down
	stop    context.CancelFunc
	done    chan error
}

// guest is one seat and the token that was given for it.
type guest struct{ seat, name, token string }

// lan returns this computer's addresses on local networks, the likeliest first.
func lan() []string {
	var found []string
	interfaces, err := net.Interfaces()
	if err != nil {
		return nil
	}
	for _, i := range interfaces {
		if i.Flags&net.FlagUp == 0 || i.Flags&net.FlagLoopback != 0 || i.Flags&net.FlagPointToPoint != 0 {
			continue
		}
		addresses, err := i.Addrs()
		if err != nil {
			continue
		}
		for _, a := range addresses {
			prefix, err := netip.ParsePrefix(a.String())
			if err == nil && prefix.Addr().Is4() && !prefix.Addr().IsLinkLocalUnicast() {
				found = append(found, prefix.Addr().String())
			}
		}
	}
	return found
}

// mayListen reports whether guests may be served there: an own address on a
// local network, or this computer alone, to try the page out.
func mayListen(address string) bool {
	return address == "127.0.0.1" || slices.Contains(lan(), address)
}

// openGuests takes the address and serves guests of one session until
// closeGuests, or until the server ends.
func (s *Server) openGuests(session, address string) error {
	g := &s.guests
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.stop != nil {
		if g.session == session {
			return nil
		}
		return app.Refuse("guests-elsewhere", "The guest page is open for another session.", "Nothing was changed. Close it there first.")
	}
	if s.running.Err() != nil {
		return refusedClosedDoor // the program is ending
	}
	if !mayListen(address) {
		return app.Refuse("guests-address", "This computer has no such address on a local network.",
			"Nothing was opened. Join the network of the room, then choose its address.")
	}
	listener, err := net.Listen("tcp4", net.JoinHostPort(address, "0"))
	if err != nil {
		return app.Refuse("guests-listen", "The guest page could not be opened at "+address+".",
			"Nothing was changed. Choose another address, or allow Convene in the firewall.").Because(err)
	}
	ctx, stop := context.WithCancel(context.WithoutCancel(s.running))
	g.session, g.address, g.tokens, g.guests = session, listener.Addr().String(), &tokens{}, nil
	g.entry = g.tokens.issue(Grant{Role: RoleDoor, Session: session})
	g.stop, g.done = stop, make(chan error, 1)
	door := door{tokens: g.tokens, hosts: []string{g.address}, origins: []string{"http://" + g.address}}
	mux := http.NewServeMux()
	mux.Handle("/api", s.lineHandler(ctx, door, guestLimits(), &s.openGuest))
	mux.Handle("/", guestPages(s.pageFiles))
	server := &http.Server{
		Handler: door.guard(mux), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second,
		WriteTimeout: time.Minute, IdleTimeout: 30 * time.Second, MaxHeaderBytes: 8 << 10,
		ErrorLog: log.New(debugLog{s.log}, "", 0),
	}
	done := g.done
	s.lines.Go(func() { done <- serveUntil(ctx, server, newCrowd(listener)) })
	s.log.Info("the guest page is open")
	return nil
}

// serveUntil serves until ctx ends, then lets go of every connection.
func serveUntil(ctx context.Context, server *http.Server, listener net.Listener) error {
	release := context.AfterFunc(ctx, func() { _ = server.Close() })
	defer release()
	err := server.Serve(listener)
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return fmt.Errorf("serve guests: %w", err)
}

// closeGuests takes every guest's token back and gives the address free.
func (s *Server) closeGuests() error {
	g := &s.guests
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.stop == nil {
		return nil
	}
	g.tokens.revokeAll()
	g.stop()
	err := <-g.done
	g.session, g.address, g.entry, g.tokens, g.guests, g.stop = "", "", "", nil, nil, nil
	s.log.Info("the guest page is closed")
	return err
}

// seatGuest gives a token for a seat that was just made.
func (g *guestDoor) seatGuest(session, seat, name string) (string, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.stop == nil || g.session != session {
		return "", refusedClosedDoor
	}
	token := g.tokens.issue(Grant{Role: RoleGuest, Session: session, Seat: seat})
	g.guests = append(g.guests, guest{seat: seat, name: name, token: token})
	return token, nil
}

// reserve keeps a place for a guest who is about to sit down; false where all are taken. Each place is given free by release.
func (g *guestDoor) reserve() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	if len(g.guests)+g.coming >= mostGuests {
		return false
	}
	g.coming++
	return true
}

// release gives a place free that reserve kept: the guest sits, or did not come.
func (g *guestDoor) release() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.coming--
}

// revokeGuest takes the tokens of a seat back.
func (g *guestDoor) revokeGuest(seat string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.guests = slices.DeleteFunc(g.guests, func(one guest) bool {
		if one.seat == seat {
			g.tokens.revoke(one.token)
		}
		return one.seat == seat
	})
}

// shown is what the owner sees of the guest page.
func (g *guestDoor) shown(session string) guestsResult {
	g.mu.Lock()
	defer g.mu.Unlock()
	r := guestsResult{Addresses: lan(), Guests: app.List[guestEntry]{}}
	if g.stop == nil || g.session != session {
		return r
	}
	r.Open, r.URL = true, g.link()
	r.QR, r.Size = qrPath(r.URL)
	for _, one := range g.guests {
		r.Guests = append(r.Guests, guestEntry{Seat: one.seat, Name: one.name})
	}
	return r
}

// link is the address for phones. The entry token stands in the fragment, so
// that no request and no log holds it.
func (g *guestDoor) link() string {
	return "http://" + g.address + "/#/guest/" + g.session + "&token=" + g.entry
}

// qrPath draws a QR code as SVG path data; without one where the text is too long.
func qrPath(text string) (path string, size int) {
	code, err := qr.Encode(text, qr.M)
	if err != nil {
		return "", 0
	}
	var b []byte
	for y := range code.Size {
		for x := range code.Size {
			if code.Black(x, y) {
				b = fmt.Appendf(b, "M%d %dh1v1h-1z", x, y)
			}
		}
	}
	return string(b), code.Size
}
