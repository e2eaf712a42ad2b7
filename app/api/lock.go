package api

import (
	"context"
	"sync"
	"sync/atomic"

	"convene/app"
)

// lock stands before everything where the data folder opens only with a passphrase.
type lock struct {
	asking sync.Mutex // one passphrase at a time: each costs a second and much memory
	unlock func(ctx context.Context, passphrase string) (Needs, error)
	needs  atomic.Pointer[Needs] // nil while it is locked
	opened chan struct{}         // closed when it is not any more
}

func (k *lock) begin(needs Needs, unlock func(context.Context, string) (Needs, error)) {
	k.unlock, k.opened = unlock, make(chan struct{})
	if unlock == nil {
		k.open(needs)
	}
}

func (k *lock) open(needs Needs) {
	k.needs.Store(&needs)
	close(k.opened)
}

func (k *lock) try(ctx context.Context, passphrase string) error {
	k.asking.Lock()
	defer k.asking.Unlock()
	if k.needs.Load() != nil {
		return nil // another window had it
	}
	needs, err := k.unlock(ctx, passphrase)
	if err == nil {
		k.open(needs)
	}
	return err
}

// refusedLocked answers what needs the data folder while it is locked.
var refusedLocked = app.Refuse("locked", "Your sessions are locked.", "Nothing was changed. Give your passphrase first.")

// beforeUnlock marks a method that may be asked while everything is locked: what is behind Needs is not there yet.
func (m method) beforeUnlock() method {
	m.unlocked = true
	return m
}

type unlockParams struct {
	Passphrase string `json:"passphrase"`
}

func unlock(ctx context.Context, c *call, p unlockParams) error {
	return c.line.server.lock.try(ctx, p.Passphrase)
}
