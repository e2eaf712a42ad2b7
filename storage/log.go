package storage

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Log is one session on this computer. Its methods may be called from any goroutine.
type Log struct {
	store *store
	left  func()
}

// AppendOwn remembers changes made here. Nil means acknowledged: they are in the journal and the
// journal is on the disk. Callers at the same time share one sync. With an error none of them
// counts, now or after a restart, so their numbers may be used again; ErrNoSpace and ErrReadOnly
// among them. Once accepted the outcome is waited for, even when ctx ends.
func (g *Log) AppendOwn(ctx context.Context, changes ...Change) error {
	return g.append(ctx, true, changes)
}

// AppendRemote remembers changes of others. Nil means that the database took them; nothing is synced,
// for their writers have them. A change that is held already is not an error.
func (g *Log) AppendRemote(ctx context.Context, changes ...Change) error {
	return g.append(ctx, false, changes)
}

func (g *Log) append(ctx context.Context, durable bool, changes []Change) error {
	records := make([]record, len(changes))
	for i, c := range changes {
		records[i] = record{kind: kindChange, change: c}
	}
	if err := g.store.remember(ctx, durable, records); err != nil {
		return fmt.Errorf("remember changes: %w", err)
	}
	return nil
}

// Sync returns when everything remembered before, others' changes too, is on the disk.
func (g *Log) Sync(ctx context.Context) error {
	if err := g.store.remember(ctx, true, nil); err != nil {
		return fmt.Errorf("sync the session: %w", err)
	}
	return nil
}

// Changes yields the bytes of every change held, in no promised order. They are the caller's.
func (g *Log) Changes(ctx context.Context, yield func([]byte) error) error {
	err := g.store.changes(ctx, func(c Change) error { return yield(c.Bytes) })
	if err != nil {
		return fmt.Errorf("read changes: %w", err)
	}
	return nil
}

// Count is the number of changes held and the sum of their bytes.
func (g *Log) Count() (changes int, bytes int64) { return g.store.count() }

// SetPrivate keeps a value that never leaves this computer; it is on the disk when nil returns.
func (g *Log) SetPrivate(key string, value []byte) error { return g.store.setPrivate(key, value) }

// Private returns what SetPrivate kept, nil when nothing.
func (g *Log) Private(key string) ([]byte, error) { return g.store.private(key) }

// Privates returns the private values whose key begins with prefix.
func (g *Log) Privates(prefix string) (map[string][]byte, error) {
	return g.store.privatesBelow(prefix)
}

// DeletePrivate forgets a private value. That there is none is not an error.
func (g *Log) DeletePrivate(key string) error { return g.store.deletePrivate(key) }

// Run does the log's background work until ctx ends. Nothing is lost where it never runs.
func (g *Log) Run(ctx context.Context) error { return g.store.run(ctx) }

// Close finishes what was accepted and closes the database.
func (g *Log) Close() error {
	err := g.store.close()
	g.left()
	if err != nil {
		return fmt.Errorf("close session: %w", err)
	}
	return nil
}

// Recovery is what opening this log found damaged and repaired, nil when all was well.
func (g *Log) Recovery() *Recovery { return g.store.repaired() }

// reportFile holds what was found damaged, for people, until the session is forgotten.
const reportFile = "damaged.txt"

// report adds what opening repaired to the report of the session.
func (g *Log) report() error {
	repaired := g.store.repaired()
	if repaired == nil {
		return nil
	}
	path := g.store.path(reportFile)
	told, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return plain(err)
	}
	line := g.store.set.now().Format("2006-01-02 15:04 ") + repaired.String() + "\n"
	return plain(writeFile(path, append(told, line...)))
}

func readReport(dir string) string {
	told, err := os.ReadFile(filepath.Join(dir, reportFile))
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(told))
}
