//go:build unix

package storage

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

func TestAFolderThatCannotBeWrittenIsReadOnly(t *testing.T) {
	dir := t.TempDir()
	must(t, openTest(t, dir, tight()).Close())
	must(t, os.Chmod(dir, 0o555))
	t.Cleanup(func() { _ = os.Chmod(dir, folderMode) })
	c := child("opener", dir)
	if os.Getuid() == 0 {
		// Nobody is refused by the folder; root would not be. The way to it has to be open, and the
		// binary readable.
		for up := filepath.Dir(dir); len(up) > len(os.TempDir()); up = filepath.Dir(up) {
			must(t, os.Chmod(up, 0o755))
		}
		c.Path = filepath.Join(filepath.Dir(dir), "storage.test")
		must(t, os.Link(os.Args[0], c.Path))
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	said, err := c.Output()
	must(t, err)
	if !strings.HasPrefix(string(said), "readonly=true") {
		t.Errorf("opening says: %s", said)
	}
}
