package storage

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gofrs/flock"
)

// guard holds a data folder for this process. The operating system lets go of it when the process
// dies, however it dies, so a dead process never blocks a start.
type guard struct {
	lock  *flock.Flock
	owner string
}

// holdFolder takes the lock of dir. When another process has it the error is ErrInUse and names the
// pid that process wrote.
func holdFolder(dir string) (*guard, error) {
	g := &guard{
		lock:  flock.New(filepath.Join(dir, "lock"), flock.SetPermissions(fileMode)),
		owner: filepath.Join(dir, "lock.pid"), // beside it: a locked file cannot be read on Windows
	}
	held, err := g.lock.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock the data folder: %w", plain(err))
	}
	if !held {
		return nil, fmt.Errorf("%w: %s by %s", ErrInUse, dir, holder(g.owner))
	}
	// On a full disk the name is missing; the lock holds all the same.
	if err := plain(writeFile(g.owner, []byte(strconv.Itoa(os.Getpid())+"\n"))); err != nil && !errors.Is(err, ErrNoSpace) {
		return nil, fmt.Errorf("name the owner of the data folder: %w", joinClose(err, g.lock))
	}
	return g, nil
}

// holder reads who wrote the owner file, in words.
func holder(path string) string {
	text, err := os.ReadFile(path)
	pid, bad := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil || bad != nil {
		return "another process"
	}
	return fmt.Sprintf("process %d", pid)
}

func (g *guard) release() error {
	_ = os.Remove(g.owner) // only names us; the lock is what counts
	return g.lock.Close()
}
