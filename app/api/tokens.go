package api

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"sync"
)

// Grant is what a token opens.
type Grant struct {
	Role Role
	// Session is the only session the holder may name, or "" for all. A guest
	// and a projector always have one.
	Session string
	// Seat is the guest's seat, or "".
	Seat string
}

// covers reports whether the grant reaches a session.
func (g Grant) covers(session string) bool {
	return g.Role == RoleOwner || g.Session == session
}

// tokens are the tokens that open the API now. Only their hashes are kept.
type tokens struct {
	mu     sync.Mutex
	passes map[[sha256.Size]byte]*pass
}

// pass is one token's grant. gone is closed when the token is revoked.
type pass struct {
	grant Grant
	gone  chan struct{}
}

// issue makes a token of 128 random bits.
func (t *tokens) issue(g Grant) string {
	secret := make([]byte, 16)
	_, _ = rand.Read(secret) // never fails: crypto/rand ends the program instead
	token := base64.RawURLEncoding.EncodeToString(secret)
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.passes == nil {
		t.passes = map[[sha256.Size]byte]*pass{}
	}
	t.passes[sha256.Sum256([]byte(token))] = &pass{grant: g, gone: make(chan struct{})}
	return token
}

// find returns the pass of a token, or nil. It compares in constant time with
// every token there is.
func (t *tokens) find(token string) *pass {
	asked := sha256.Sum256([]byte(token))
	t.mu.Lock()
	defer t.mu.Unlock()
	var found *pass
	for hash, p := range t.passes {
		if subtle.ConstantTimeCompare(hash[:], asked[:]) == 1 {
			found = p
		}
	}
	return found
}

// revoke makes a token useless and ends the connections it opened.
func (t *tokens) revoke(token string) {
	t.mu.Lock()
	defer t.mu.Unlock()
	hash := sha256.Sum256([]byte(token))
	if p, ok := t.passes[hash]; ok {
		close(p.gone)
		delete(t.passes, hash)
	}
}

// revokeAll makes every token useless.
func (t *tokens) revokeAll() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for hash, p := range t.passes {
		close(p.gone)
		delete(t.passes, hash)
	}
}
