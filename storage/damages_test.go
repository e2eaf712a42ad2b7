package storage

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// damagedSession is what the table damages: changes that are only in tables and backups, changes that
// are still in the journal, own and others', drafts, and several backups.
type damagedSession struct {
	changes int
	drafts  map[string]string
}

// buildSession makes it in dir, in five sittings. The last one is not closed when killed is asked for.
func buildSession(t *testing.T, dir string, killed bool) damagedSession {
	t.Helper()
	want := damagedSession{drafts: map[string]string{}}
	live := filepath.Join(t.TempDir(), "live")
	for sitting := range 5 {
		l := openTest(t, live, tight())
		g := openTestLog(t, l, 1)
		for range 40 {
			want.changes++
			c := made(byte(want.changes%2), uint64(want.changes))
			if want.changes%2 == 0 {
				appendOwn(t, g, c)
			} else {
				must(t, g.AppendRemote(context.Background(), c))
			}
		}
		key := fmt.Sprintf("d/%d", sitting)
		want.drafts[key], want.drafts["d/latest"] = "draft", key
		must(t, g.SetPrivate(key, []byte("draft")))
		must(t, g.SetPrivate("d/latest", []byte(key)))
		must(t, l.SetPreference("name", []byte("Ana")))
		if killed && sitting == 4 {
			_, err := g.store.stand(context.Background(), false)
			must(t, err)
			must(t, os.CopyFS(dir, os.DirFS(live)))
		}
		must(t, l.Close())
	}
	if !killed {
		must(t, os.CopyFS(dir, os.DirFS(live)))
	}
	return want
}

// readerAnswer is what a start found.
type readerAnswer struct {
	Changes  []uint64
	Altered  int
	Drafts   map[string]string
	Name     string
	Identity [32]byte
	Recovery *Recovery
	Took     time.Duration
	Err      string
}

// readerChild opens session and library and tells what they hold; damage may end its process.
func readerChild(dir string) int {
	var a readerAnswer
	if err := readAll(dir, &a); err != nil {
		a.Err = err.Error()
	}
	text, err := json.Marshal(a)
	if err != nil {
		return 1
	}
	fmt.Println(string(text))
	return 0
}

func readAll(dir string, a *readerAnswer) error {
	begin := time.Now()
	l, err := open(dir, quiet(), tight())
	if err != nil {
		return err
	}
	g, err := l.OpenLog([16]byte{1})
	if err != nil {
		return err
	}
	a.Recovery, a.Identity = g.Recovery(), l.Identity()
	if a.Recovery == nil {
		a.Recovery = l.Recovery()
	}
	name, err := l.Preference("name")
	if err != nil {
		return err
	}
	a.Name = string(name)
	drafts, err := g.Privates("d/")
	if err != nil {
		return err
	}
	a.Drafts = map[string]string{}
	for key, value := range drafts {
		a.Drafts[key] = string(value)
	}
	err = g.Changes(context.Background(), func(b []byte) error {
		n := binary.BigEndian.Uint64(b)
		if string(made(b[8], n).Bytes) != string(b) {
			a.Altered++
		}
		a.Changes = append(a.Changes, n)
		return nil
	})
	if err != nil {
		return err
	}
	a.Took = time.Since(begin)
	if err := g.AppendOwn(context.Background(), made(1, 1<<40)); err != nil {
		return fmt.Errorf("after recovery: %w", err)
	}
	return l.Close()
}

// damage changes one file. Its path is a pattern below the session's folder; "^" begins one below the
// library's. The last file that matches is damaged, or all with "all".
type damage struct {
	path string
	all  bool
	do   func(path string) error
}

func flip(where float64) func(string) error {
	return func(path string) error {
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if len(text) == 0 {
			return nil
		}
		text[int(where*float64(len(text)-1))] ^= 0x10
		return os.WriteFile(path, text, fileMode)
	}
}

func cut(keep float64) func(string) error {
	return func(path string) error {
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		return os.Truncate(path, int64(keep*float64(info.Size())))
	}
}

func cutTo(size int64) func(string) error {
	return func(path string) error { return os.Truncate(path, size) }
}

func fill(path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	return os.WriteFile(path, make([]byte, info.Size()), fileMode)
}

// damages by what they are. Those of .mem files can only be done to a session that was killed.
func damages() map[string][]damage {
	one := func(path string, do func(string) error) []damage { return []damage{{path: path, do: do}} }
	every := func(path string, do func(string) error) []damage { return []damage{{path: path, all: true, do: do}} }
	return map[string][]damage{
		"nothing":                             nil,
		"MANIFEST missing":                    one("db/MANIFEST", os.Remove),
		"MANIFEST empty":                      one("db/MANIFEST", cutTo(0)),
		"MANIFEST cut to its header":          one("db/MANIFEST", cutTo(8)),
		"MANIFEST cut in half":                one("db/MANIFEST", cut(0.5)),
		"MANIFEST cut by one":                 one("db/MANIFEST", cut(0.999)),
		"MANIFEST begin flipped":              one("db/MANIFEST", flip(0)),
		"MANIFEST version flipped":            one("db/MANIFEST", func(p string) error { return flipAt(p, 5) }),
		"MANIFEST middle flipped":             one("db/MANIFEST", flip(0.5)),
		"MANIFEST end flipped":                one("db/MANIFEST", flip(1)),
		"MANIFEST zeroed":                     one("db/MANIFEST", fill),
		"table missing":                       one("db/*.sst", os.Remove),
		"a half written table":                {{path: "db", do: func(p string) error { return os.WriteFile(filepath.Join(p, "000777.sst"), []byte("half"), fileMode) }}},
		"all tables missing":                  every("db/*.sst", os.Remove),
		"table empty":                         one("db/*.sst", cutTo(0)),
		"table cut":                           one("db/*.sst", cut(0.5)),
		"table cut by a few":                  one("db/*.sst", cut(0.99)),
		"table begin flipped":                 one("db/*.sst", flip(0)),
		"table middle flipped":                one("db/*.sst", flip(0.5)),
		"table end flipped":                   one("db/*.sst", flip(1)),
		"table zeroed":                        one("db/*.sst", fill),
		"value log missing":                   one("db/*.vlog", os.Remove),
		"value log empty":                     one("db/*.vlog", cutTo(0)),
		"value log flipped":                   one("db/*.vlog", flip(0)),
		"value log cut":                       one("db/*.vlog", cut(0.5)),
		"memtable missing":                    one("db/*.mem", os.Remove),
		"memtable empty":                      one("db/*.mem", cutTo(0)),
		"memtable cut":                        one("db/*.mem", cut(0.001)),
		"memtable cut to a few bytes":         one("db/*.mem", cutTo(10)),
		"memtable begin flipped":              one("db/*.mem", flip(0)),
		"memtable header flipped":             one("db/*.mem", func(p string) error { return flipAt(p, 25) }),
		"memtable row flipped":                one("db/*.mem", func(p string) error { return flipAt(p, 2000) }),
		"KEYREGISTRY missing":                 one("db/KEYREGISTRY", os.Remove),
		"KEYREGISTRY empty":                   one("db/KEYREGISTRY", cutTo(0)),
		"KEYREGISTRY flipped":                 one("db/KEYREGISTRY", flip(0.5)),
		"DISCARD flipped":                     one("db/DISCARD", flip(0.5)),
		"DISCARD cut":                         one("db/DISCARD", cut(0.5)),
		"database folder missing":             one("db", os.RemoveAll),
		"database folder empty":               every("db/*", os.Remove),
		"inventory flipped":                   one("inventory", flip(0.5)),
		"format flipped":                      one("format", flip(0.9)),
		"journal end cut":                     one("journal/*.journal", cut(0.99)),
		"journal middle flipped":              one("journal/*.journal", flip(0.5)),
		"journal header flipped":              one("journal/*.journal", flip(0)),
		"journal missing":                     one("journal", os.RemoveAll),
		"newest backup flipped":               one("backups/*.backup", flip(0.5)),
		"newest backup missing":               one("backups/*.backup", os.Remove),
		"all backups missing":                 one("backups", os.RemoveAll),
		"library MANIFEST missing":            one("^db/MANIFEST", os.Remove),
		"library table flipped":               one("^db/*.sst", flip(0.5)),
		"library database missing":            one("^db", os.RemoveAll),
		"library journal missing":             one("^journal", os.RemoveAll),
		"MANIFEST missing and backup flipped": {{path: "db/MANIFEST", do: os.Remove}, {path: "backups/*.backup", do: flip(0.5)}},
		"tables missing and backup missing":   {{path: "db/*.sst", all: true, do: os.Remove}, {path: "backups/*.backup", do: os.Remove}},
		"database and journal missing":        {{path: "db", do: os.RemoveAll}, {path: "journal", do: os.RemoveAll}},
		"database and backups missing":        {{path: "db", do: os.RemoveAll}, {path: "backups", do: os.RemoveAll}},
	}
}

// mayLose are damages of two things at once where something can be gone; it has to be told.
var mayLose = []string{"database and journal missing", "database and backups missing"}

func flipAt(path string, at int64) error {
	text, err := os.ReadFile(path)
	if err != nil || int64(len(text)) <= at {
		return err
	}
	text[at] ^= 1
	return os.WriteFile(path, text, fileMode)
}

// inflict does the damage and returns the files it changed and left in place.
func inflict(t *testing.T, dir string, all []damage) (done bool) {
	t.Helper()
	for _, d := range all {
		base := filepath.Join(dir, "sessions", "01000000000000000000000000000000")
		if rest, ok := strings.CutPrefix(d.path, "^"); ok {
			base, d.path = filepath.Join(dir, "library"), rest
		}
		found := glob(t, base, d.path)
		if len(found) == 0 {
			return false
		}
		if !d.all {
			found = found[len(found)-1:]
		}
		for _, path := range found {
			must(t, d.do(path))
		}
	}
	return true
}

// start starts a reader until one lives to answer.
func start(t *testing.T, dir string) (a readerAnswer, deaths int) {
	t.Helper()
	for range 4 {
		said, err := child("reader", dir).Output()
		if err == nil {
			lines := strings.Split(strings.TrimSpace(string(said)), "\n")
			must(t, json.Unmarshal([]byte(lines[len(lines)-1]), &a))
			return a, deaths
		}
		deaths++
	}
	t.Fatalf("died at each of %d starts", deaths)
	return a, deaths
}

func TestNoDamageIsASilentLoss(t *testing.T) {
	for state, killed := range map[string]bool{"closed": false, "killed": true} {
		base := filepath.Join(t.TempDir(), "base")
		want := buildSession(t, base, killed)
		t.Run(state, func(t *testing.T) {
			var tried atomic.Int64
			t.Cleanup(func() { t.Logf("%d damages", tried.Load()) })
			for name, all := range damages() {
				t.Run(name, func(t *testing.T) {
					t.Parallel() // most of it waits for the disk
					dir := filepath.Join(t.TempDir(), "data")
					must(t, os.CopyFS(dir, os.DirFS(base)))
					if !inflict(t, dir, all) {
						return // a closed session has no memtable
					}
					tried.Add(1)
					a, deaths := start(t, dir)
					judge(t, a, want, slices.Contains(mayLose, name))
					if deaths > 0 {
						t.Errorf("the process died at %d starts", deaths)
					}
					if (name == "nothing" || name == "a half written table") && a.Recovery != nil {
						t.Errorf("a sound session is told as damaged: %v", a.Recovery)
					}
					wantKept(t, dir, a)
					again, _ := start(t, dir)
					if again.Recovery != nil || again.Err != "" || len(again.Changes) < len(a.Changes) {
						t.Errorf("the start after it: %d changes, %v, %s", len(again.Changes), again.Recovery, again.Err)
					}
				})
			}
		})
	}
}

// judge fails for what is lost and not told, altered, or slow.
func judge(t *testing.T, a readerAnswer, want damagedSession, mayLose bool) {
	t.Helper()
	if a.Err != "" {
		t.Fatalf("the app does not start: %s", a.Err)
	}
	lost := want.changes
	for _, n := range a.Changes {
		if n <= uint64(want.changes) {
			lost--
		}
	}
	drafts := 0
	for key, value := range want.drafts {
		if a.Drafts[key] != value {
			drafts++
		}
	}
	told := a.Recovery != nil && !a.Recovery.Complete
	if lost+drafts > 0 && !(mayLose && told) {
		t.Errorf("%d of %d changes and %d drafts are lost; told: %v", lost, want.changes, drafts, a.Recovery)
	}
	if a.Altered > 0 || a.Name != "Ana" {
		t.Errorf("%d changes altered, name %q", a.Altered, a.Name)
	}
	if a.Took > 10*time.Second {
		t.Errorf("took %v", a.Took)
	}
	if a.Recovery != nil {
		t.Logf("%v: %s", a.Took.Round(time.Millisecond), a.Recovery)
	}
}

// wantKept checks that the damaged database is still there.
func wantKept(t *testing.T, dir string, a readerAnswer) {
	t.Helper()
	if a.Recovery == nil || a.Recovery.Kept == "" {
		return
	}
	if kept := glob(t, a.Recovery.Kept, "*"); len(kept) == 0 {
		t.Errorf("nothing is kept in %s", a.Recovery.Kept)
	}
}
