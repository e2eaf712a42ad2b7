package app

import (
	"context"
	"crypto/ed25519"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/sirupsen/logrus"

	"convene/p2p"
	"convene/storage"
	"convene/workshop"
)

const (
	relayKey  = "relay"  // the preference: the relay of this person's sessions
	relaysKey = "relays" // what a session's host told of relays, among its private values
)

// UseRelay makes sessions that are opened here from now on reachable through a
// relay, by its link; "" is none.
func (a *App) UseRelay(_ context.Context, link string) error {
	if link != "" {
		if _, err := p2p.ParsePass(link); err != nil {
			return inWords(err)
		}
	}
	return inWords(a.library.SetPreference(relayKey, []byte(link)))
}

// relaysFor are the relays of a session: what its host told, then one's own.
func (a *App) relaysFor(privates map[string][]byte) []p2p.Pass {
	var links []string
	if b := privates[relaysKey]; b != nil {
		if err := json.Unmarshal(b, &links); err != nil {
			a.c.Log.WithError(err).Warn("the relays of a session cannot be read")
		}
	}
	own, err := a.library.Preference(relayKey)
	if err != nil {
		a.c.Log.WithError(err).Warn("the relay cannot be read")
	}
	var out []p2p.Pass
	for _, link := range append(links, string(own)) {
		p, err := p2p.ParsePass(link)
		if err == nil && !slices.ContainsFunc(out, func(o p2p.Pass) bool { return o.Peer == p.Peer }) {
			out = append(out, p)
		}
	}
	return out
}

func relayList(links []string) []byte {
	b, err := json.Marshal(links)
	if err != nil {
		panic("app: list relays: " + err.Error())
	}
	return b
}

// RelayConfig says how `convene relay` runs.
type RelayConfig struct {
	DataDir string
	Port    int      // QUIC and TCP
	WSPort  int      // WebSocket; 0 is none
	Public  []string // IPs at which it is reached
	// Observe are invites as an observer. The relay joins those sessions and
	// holds their logs, so that people meet them when nobody else is there.
	// What it observes it can read, as every member can.
	Observe []string
	NewPass bool // makes another link: the one until now is of no use any more
	Log     *logrus.Entry

	loopback bool // in tests
}

// keptRelay is what makes a relay the same one after a restart.
type keptRelay struct {
	Key    []byte `json:"key"`
	Secret []byte `json:"secret"`
}

// RunRelay serves a relay until ctx ends. ready is called once, with the link
// that its users need.
func RunRelay(ctx context.Context, c RelayConfig, ready func(link string) error) error {
	if err := onlyObservers(c.Observe); err != nil {
		return err
	}
	k, err := relayIdentity(c.DataDir, c.NewPass)
	if err != nil {
		return inWords(err)
	}
	r, err := p2p.StartRelay(p2p.RelayConfig{
		Key: ed25519.NewKeyFromSeed(k.Key), Secret: [16]byte(k.Secret), Port: c.Port, WSPort: c.WSPort, Public: c.Public, Log: c.Log,
	})
	if err != nil {
		return relayInWords(err)
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	ended, observed := make(chan error, 1), make(chan error, 1)
	go func() { ended <- r.Run(ctx) }()
	told := ready(r.Pass().Link())
	if told != nil {
		cancel()
	}
	go func() {
		err := c.observe(ctx, r.Pass().Link())
		if err != nil {
			cancel()
		}
		observed <- err
	}()
	err = <-ended
	told = errors.Join(told, <-observed)
	if errors.Is(err, context.Canceled) {
		err = nil
	}
	return errors.Join(told, err)
}

// relayInWords says which port a relay cannot have, and what to do.
func relayInWords(err error) error {
	var port *p2p.PortError
	if !errors.As(err, &port) {
		return inWords(err)
	}
	which, instead := fmt.Sprintf("port %d", port.Port), "choose another one with --port PORT."
	if port.WebSocket {
		which, instead = which+", which is for WebSocket", "choose another one with --ws PORT, or none with --ws 0."
	}
	switch {
	case errors.Is(err, p2p.ErrPortInUse):
		return Refuse("relay-port", "Another program uses "+which+".", "Nothing was changed. Stop it, or "+instead).Because(err)
	case port.Denied():
		return Refuse("relay-port", "This computer does not let you use "+which+".",
			"Nothing was changed. Ports below 1024 are its administrator's: have the right given (CAP_NET_BIND_SERVICE), or "+instead).Because(err)
	}
	return Refuse("relay-port", "This computer cannot listen at "+which+".", "Nothing was changed. Look at its network, or "+instead).Because(err)
}

// relayIdentity reads the relay's key and secret, or makes them; the secret anew when that is wished.
func relayIdentity(dir string, newPass bool) (keptRelay, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return keptRelay{}, fmt.Errorf("%w: %w", storage.ErrReadOnly, err)
	}
	path := filepath.Join(dir, "relay.json")
	k := keptRelay{Key: make([]byte, ed25519.SeedSize)}
	switch b, err := os.ReadFile(path); {
	case err == nil:
		if err := json.Unmarshal(b, &k); err != nil || len(k.Key) != ed25519.SeedSize || len(k.Secret) != 16 {
			return k, Refuse("relay-damaged", "The relay's key cannot be read.", "Its link would be another one: restore "+path+", or remove it to begin anew.")
		}
		if !newPass {
			return k, nil
		}
	case errors.Is(err, fs.ErrNotExist):
		rand.Read(k.Key)
	default:
		return k, fmt.Errorf("read the relay's key: %w", err)
	}
	k.Secret = make([]byte, 16)
	rand.Read(k.Secret)
	b, err := json.Marshal(k)
	if err != nil {
		return k, fmt.Errorf("write the relay's key: %w", err)
	}
	beside := path + ".new" // half a file would be no key at all
	if err := os.WriteFile(beside, b, 0o600); err != nil {
		return k, fmt.Errorf("write the relay's key: %w", err)
	}
	if err := os.Rename(beside, path); err != nil {
		return k, fmt.Errorf("write the relay's key: %w", err)
	}
	return k, nil
}

// onlyObservers refuses invites that would give a relay more rights than to look on.
func onlyObservers(links []string) error {
	for _, link := range links {
		i, err := p2p.ParseInvite(link)
		if err != nil {
			return inWords(err)
		}
		if workshop.Role(i.Role) != workshop.RoleObserver {
			return Refuse("relay-role", "A relay joins as an observer only.", "Make an invite as an observer, and give the relay that one.")
		}
	}
	return nil
}

// observe joins the sessions of the links, opens those that were joined before,
// and stays in them until ctx ends. Without either it does nothing.
func (c RelayConfig) observe(ctx context.Context, pass string) error {
	dir := filepath.Join(c.DataDir, "observer")
	if _, err := os.Stat(dir); len(c.Observe) == 0 && errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	a, err := New(Config{DataDir: dir, Name: "Relay", Loopback: c.loopback, Headless: true, Log: c.Log})
	if err != nil {
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	running := make(chan error, 1)
	go func() { running <- a.Run(ctx) }()
	err = c.enter(ctx, a, pass)
	if err != nil {
		cancel()
	}
	if ended := <-running; !errors.Is(ended, context.Canceled) {
		err = errors.Join(err, ended)
	}
	return err
}

// enter opens the sessions that were joined before, and joins those of the links,
// each as soon as somebody there answers. It returns when all were joined or refused.
func (c RelayConfig) enter(ctx context.Context, a *App, pass string) error {
	if err := a.UseRelay(ctx, pass); err != nil {
		return err
	}
	kept, err := a.Sessions(ctx)
	for _, s := range kept {
		if opened := a.OpenSession(ctx, s.ID); opened != nil {
			a.c.Log.WithError(opened).Error("a session that is observed cannot be opened")
		}
	}
	var joining sync.WaitGroup
	for _, link := range c.Observe {
		joining.Go(func() {
			joined := untilJoined(ctx, func() error {
				_, err := a.Join(ctx, link, "", func(JoinProgress) {})
				if err != nil {
					a.c.Log.WithError(err).Warn("a session cannot be observed")
				}
				return err
			})
			if joined == nil {
				a.c.Log.Info("a session is observed")
			}
		})
	}
	joining.Wait()
	return err
}

// How long a relay waits until it asks for a session again: twice as long each time.
const (
	observeAgain  = 2 * time.Second
	observeSeldom = time.Minute
)

// untilJoined tries until it worked, or until the invite is of no use: whose laptop
// is closed when the relay starts opens it later.
func untilJoined(ctx context.Context, join func() error) error {
	for wait := observeAgain; ; wait = min(2*wait, observeSeldom) {
		err := join()
		var r *Refusal
		if err == nil || errors.As(err, &r) && slices.Contains([]string{"invite-refused", "invite-expired", "invite-other", "invite-cut"}, r.Code) {
			return err
		}
		t := time.NewTimer(wait)
		select {
		case <-t.C:
		case <-ctx.Done():
			t.Stop()
			return errors.Join(err, context.Cause(ctx))
		}
	}
}
