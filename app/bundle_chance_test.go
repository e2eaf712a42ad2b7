package app

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"convene/storage"
	"convene/workshop"
)

// copies is a session on several laptops that write apart and meet now and then, by chance.
type copies struct {
	t       *testing.T
	chance  *rand.Rand
	roll    *rand.ChaCha8
	laptops []*copyOf
	forks   int
	// pictures are those of the session, by their hash.
	pictures map[[32]byte][]byte
}

type copyOf struct {
	s    *workshop.Session
	w    *workshop.Writer
	runs []workshop.RecordID
	at   []workshop.RecordID
}

func newCopies(t *testing.T, seed uint64) *copies {
	c := &copies{t: t, chance: rand.New(rand.NewPCG(seed, 1)), roll: rand.NewChaCha8([32]byte{byte(seed), byte(seed >> 8), 7}), pictures: map[[32]byte][]byte{}}
	s, w, _, err := workshop.Found(c.roll, workshop.Founding{Title: fmt.Sprint("session ", seed)}, [32]byte{1}, 1)
	must(t, err)
	c.laptops = []*copyOf{{s: s, w: w}}
	for n := range 1 + c.chance.IntN(3) {
		key, err := workshop.PersonKey([32]byte{byte(n + 2)}, s.Nonce())
		must(t, err)
		role := []workshop.Role{workshop.RoleParticipant, workshop.RoleCofacilitator}[c.chance.IntN(2)]
		c.do(c.laptops[0], workshop.RecordID{}, workshop.Grant(workshop.PersonOf(key), role, 0))
		w, err := workshop.NewWriter(c.roll, key, s.ID())
		must(t, err)
		c.laptops = append(c.laptops, &copyOf{w: w})
	}
	for _, l := range c.laptops[1:] {
		l.s = clone(t, s)
	}
	return c
}

func clone(t *testing.T, s *workshop.Session) *workshop.Session {
	t.Helper()
	var all [][]byte
	must(t, s.Changes(func(ch *workshop.Change) error { all = append(all, ch.Bytes); return nil }))
	loaded, err := workshop.Load(all)
	must(t, err)
	return loaded.Session
}

func (c *copies) do(l *copyOf, run workshop.RecordID, ops ...workshop.Op) workshop.RecordID {
	done, err := l.s.Do(l.w, run, c.chance.Int64N(1<<40), ops...)
	if err != nil || len(done) == 0 {
		return workshop.RecordID{} // not allowed: leaves no trace
	}
	return workshop.RecordID{Change: done[len(done)-1].Change.ID}
}

func (c *copies) act() {
	l := c.laptops[c.chance.IntN(len(c.laptops))]
	var run, board workshop.RecordID
	if n := len(l.runs); n > 0 {
		run, board = l.runs[n-1], l.at[n-1]
	}
	switch c.chance.IntN(10) {
	default:
		c.do(l, run, workshop.Park(workshop.RecordID{}, fmt.Sprint("thought ", c.chance.IntN(1000))))
	case 0:
		c.do(l, workshop.RecordID{}, workshop.NamePerson(l.s.Root(), l.w.Person(), fmt.Sprint("name ", c.chance.IntN(9))))
	case 1, 2, 3:
		c.do(l, run, workshop.AddNote(board, fmt.Sprint("note ", c.chance.IntN(1000)), "", ""))
	case 4:
		c.do(l, workshop.RecordID{}, workshop.Grant(c.laptops[c.chance.IntN(len(c.laptops))].w.Person(), workshop.RoleNone, 0))
	case 5:
		if c.forks == 0 && c.chance.IntN(3) == 0 { // a laptop and its copy write under one key
			twin := *l.w
			c.forks++
			c.laptops = append(c.laptops, &copyOf{s: clone(c.t, l.s), w: &twin})
		}
	case 6, 7:
		c.take(l, c.laptops[c.chance.IntN(len(c.laptops))].s)
	}
}

// draw adds a picture of some size to the session.
func (c *copies) draw() {
	image, err := storage.CleanImage(drawnPNG(c.t, 1+c.chance.IntN(60), 1+c.chance.IntN(60)))
	must(c.t, err)
	c.pictures[sha256.Sum256(image)] = image
}

// take gives a laptop what another holds.
func (c *copies) take(l *copyOf, from *workshop.Session) {
	must(c.t, from.Changes(func(ch *workshop.Change) error {
		if l.s.Has(ch.ID) {
			return nil
		}
		_, err := l.s.Apply(ch.Bytes)
		return err
	}))
}

// bundled writes a session with its pictures as a bundle and judges what comes out of it.
func (c *copies) bundled(dir string, s *workshop.Session) *judging {
	t := c.t
	t.Helper()
	path := filepath.Join(dir, "x"+bundleSuffix)
	all := (&App{}).contents(s, nil, nil, carrying(t.Context(), nil))
	all.Images = func(yield func([32]byte, []byte) error) error {
		for hash, image := range c.pictures {
			if err := yield(hash, image); err != nil {
				return err
			}
		}
		return nil
	}
	_, err := storage.WriteBundle(path, all, true)
	must(t, err)
	b, err := storage.OpenBundle(path)
	must(t, err)
	j, err := judgeBundle(b, carrying(t.Context(), nil))
	must(t, err)
	came := 0
	refused, err := b.Images(func(hash [32]byte, image []byte) error {
		if came++; !bytes.Equal(image, c.pictures[hash]) {
			t.Errorf("picture %x is another one", hash)
		}
		return storage.JudgeImage(image)
	})
	must(t, err)
	must(t, b.Close())
	if len(j.refused) > 0 || len(refused) > 0 {
		t.Fatalf("refused: %v, %v", j.refused, refused)
	}
	if j.s.Digest() != s.Digest() || j.s.View().Digest() != s.View().Digest() || came != len(c.pictures) {
		t.Fatalf("another session comes out, with %d pictures of %d", came, len(c.pictures))
	}
	return j
}

// roundTrips writes generated sessions as bundles, reads them, and merges the bundles of copies that went apart.
func roundTrips(t *testing.T, rounds int) {
	dir := t.TempDir()
	merged, forks, changes, pictures := 0, 0, 0, 0
	for seed := range uint64(rounds) {
		c := newCopies(t, seed)
		for range 5 + c.chance.IntN(25) {
			c.act()
		}
		for range c.chance.IntN(4) {
			c.draw()
		}
		pictures += len(c.pictures)
		a, b := c.laptops[0], c.laptops[len(c.laptops)-1]
		one, two := c.bundled(dir, a.s), c.bundled(dir, b.s)
		var in, back Imported
		_, err := newcomers(a.s, two, &in)
		must(t, err)
		_, err = newcomers(b.s, one, &back)
		must(t, err)
		if a.s.Digest() != b.s.Digest() || a.s.View().Digest() != b.s.View().Digest() {
			t.Fatalf("seed %d: two copies that merged differ", seed)
		}
		again := c.bundled(dir, a.s)
		in = Imported{}
		if batch, err := newcomers(a.s, again, &in); err != nil || len(batch) > 0 || in.Known != a.s.Len() {
			t.Fatalf("seed %d: an own bundle brings %d changes, %v", seed, len(batch), err)
		}
		merged += in.Known
		changes += a.s.Len()
		forks += c.forks
	}
	t.Logf("%d generated sessions, %d changes, %d pictures, %d with two histories: equal set and view digests, own bundles change nothing",
		rounds, changes, pictures, forks)
	if forks == 0 || merged == 0 || pictures == 0 {
		t.Error("the generator made no forks or no pictures")
	}
}

func TestBundlesOfGeneratedSessionsComeBackEqual(t *testing.T) { roundTrips(t, 100) }
