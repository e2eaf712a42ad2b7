package workshop_test

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"convene/workshop"
)

// The files in testdata/vectors let another implementation prove itself: see docs/format.md. They are made by
// `go test ./workshop -run TestVectors -update` from fixed seeds, and each is read and judged here on every run.

const vectorsDir = "testdata/vectors"

// judged is a file of changes, each asked alone on top of one log.
type judged struct {
	About string   `json:"about"`
	Log   []string `json:"log"` // hex of signed changes, in an order in which they can be applied
	Cases []asked  `json:"cases"`
}

type asked struct {
	Name   string `json:"name"`
	Change string `json:"change"`           // hex
	Answer string `json:"answer"`           // genesis, counts, late, withdrawn, refused, missing, invalid
	ID     string `json:"id,omitempty"`     // of what is kept
	Reason string `json:"reason,omitempty"` // of invalid and refused
}

// told is a file of sets of changes and of what follows from them.
type told struct {
	About string    `json:"about"`
	Sets  []toldSet `json:"sets"`
}

type toldSet struct {
	Name    string            `json:"name"`
	Changes []string          `json:"changes"` // hex
	Digest  string            `json:"digest"`
	Broken  []string          `json:"broken,omitempty"` // people who signed two histories
	States  map[string]string `json:"states"`           // by change id: of those that do not simply count
	View    string            `json:"view"`             // digest
	Picture json.RawMessage   `json:"picture"`
}

func unhex(t *testing.T, s string) []byte {
	t.Helper()
	b, err := hex.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func hexes(changes [][]byte) []string {
	out := make([]string, len(changes))
	for i, b := range changes {
		out[i] = hex.EncodeToString(b)
	}
	return out
}

// answer asks a change on top of a log, as a peer does that gets it from a stranger.
func answer(s *workshop.Session, signed []byte) (a asked) {
	var missing *workshop.MissingError
	var invalid *workshop.InvalidError
	if s == nil {
		opened, err := workshop.Open(signed)
		if errors.As(err, &invalid) {
			return asked{Answer: "invalid", Reason: invalid.Reason}
		}
		root := opened.Root()
		return asked{Answer: "genesis", ID: hex.EncodeToString(root.Change[:])}
	}
	done, err := s.Apply(signed)
	switch {
	case errors.As(err, &missing):
		return asked{Answer: "missing"}
	case errors.As(err, &invalid):
		return asked{Answer: "invalid", Reason: invalid.Reason}
	case err != nil:
		return asked{Answer: err.Error()}
	}
	return asked{Answer: s.StateOf(done.Change.ID), Reason: said(done.Refused), ID: hex.EncodeToString(done.Change.ID[:])}
}

// replay holds a log in a fresh session; nil when it is empty.
func replay(t *testing.T, log [][]byte) *workshop.Session {
	t.Helper()
	if len(log) == 0 {
		return nil
	}
	s, err := workshop.Open(log[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range log[1:] {
		if _, err := s.Apply(b); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

// follow works out what follows from a set, given in a shuffled order.
func follow(t *testing.T, changes [][]byte, seed uint64) toldSet {
	t.Helper()
	s, err := workshop.Open(changes[0])
	if err != nil {
		t.Fatal(err)
	}
	rest := append([][]byte{}, changes[1:]...)
	rand.New(rand.NewPCG(seed, 1)).Shuffle(len(rest), func(i, j int) { rest[i], rest[j] = rest[j], rest[i] })
	for len(rest) > 0 {
		var wait [][]byte
		for _, b := range rest {
			var missing *workshop.MissingError
			if _, err := s.Apply(b); errors.As(err, &missing) {
				wait = append(wait, b)
			} else if err != nil {
				t.Fatal(err)
			}
		}
		if len(wait) == len(rest) {
			t.Fatal("the past of a change is not in its set")
		}
		rest = wait
	}
	v := s.View()
	digest, seen := s.Digest(), v.Digest()
	set := toldSet{
		Changes: hexes(changes), Digest: hex.EncodeToString(digest[:]), View: hex.EncodeToString(seen[:]), States: map[string]string{},
	}
	for _, p := range v.People {
		if p.Broken {
			set.Broken = append(set.Broken, hex.EncodeToString(p.Person[:]))
		}
	}
	_ = s.Changes(func(c *workshop.Change) error {
		if state := s.StateOf(c.ID); state != "counts" {
			set.States[hex.EncodeToString(c.ID[:])] = state
		}
		return nil
	})
	if set.Picture, err = json.Marshal(v); err != nil {
		t.Fatal(err)
	}
	return set
}

func writeVectors(t *testing.T, name string, v any) {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(vectorsDir, name), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func readVectors(t *testing.T, path string, into any) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(b, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

func TestVectorsOfSingleChanges(t *testing.T) {
	for name, make := range singles {
		t.Run(name, func(t *testing.T) {
			if *update {
				writeVectors(t, name, make(t))
			}
			var file judged
			readVectors(t, filepath.Join(vectorsDir, name), &file)
			if len(file.Cases) == 0 {
				t.Fatal("no case")
			}
			for _, c := range file.Cases {
				var log [][]byte
				for _, h := range file.Log {
					log = append(log, unhex(t, h))
				}
				got := answer(replay(t, log), unhex(t, c.Change))
				if got.Answer != c.Answer || got.Reason != c.Reason || got.ID != c.ID {
					t.Errorf("%s: %+v instead of %s %q", c.Name, got, c.Answer, c.Reason)
				}
			}
		})
	}
}

func TestVectorsOfSets(t *testing.T) {
	for name, make := range sets {
		t.Run(name, func(t *testing.T) {
			if *update {
				writeVectors(t, name, make(t))
			}
			var file told
			readVectors(t, filepath.Join(vectorsDir, name), &file)
			if len(file.Sets) == 0 {
				t.Fatal("no set")
			}
			for _, want := range file.Sets {
				var changes [][]byte
				for _, h := range want.Changes {
					changes = append(changes, unhex(t, h))
				}
				for seed := range uint64(3) {
					got := follow(t, changes, seed)
					if got.Digest != want.Digest || got.View != want.View || !sameStates(got, want) {
						t.Errorf("%s: digest %s, view %s, states %v, broken %v", want.Name, got.Digest, got.View, got.States, got.Broken)
					}
				}
			}
		})
	}
}

func sameStates(a, b toldSet) bool {
	if len(a.States) != len(b.States) || strings.Join(a.Broken, " ") != strings.Join(b.Broken, " ") {
		return false
	}
	for id, state := range a.States {
		if b.States[id] != state {
			return false
		}
	}
	return true
}

// Every file of the directory is one that is read here, so that none goes stale.
func TestEveryVectorIsRead(t *testing.T) {
	files, err := os.ReadDir(vectorsDir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		_, single := singles[f.Name()]
		_, set := sets[f.Name()]
		if !single && !set && f.Name() != "names.json" {
			t.Errorf("nobody reads %s", f.Name())
		}
	}
	if len(files) != len(singles)+len(sets)+1 {
		t.Errorf("%d files for %d readers", len(files), len(singles)+len(sets)+1)
	}
}
