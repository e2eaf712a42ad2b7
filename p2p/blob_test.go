package p2p

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"sync"
	"testing"
	"time"

	"github.com/libp2p/go-libp2p/core/network"
)

// album is pictures in memory.
type album struct {
	mu   sync.Mutex
	held map[[32]byte][]byte
}

func newAlbum(blobs ...[]byte) *album {
	a := &album{held: map[[32]byte][]byte{}}
	for _, b := range blobs {
		a.held[sha256.Sum256(b)] = b
	}
	return a
}

func (a *album) Blobs() (out [][32]byte, err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	for h := range a.held {
		out = append(out, h)
	}
	return out, nil
}

func (a *album) Blob(hash [32]byte) ([]byte, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	b, ok := a.held[hash]
	if !ok {
		return nil, errors.New("not here")
	}
	return b, nil
}

func (a *album) KeepBlob(hash [32]byte, b []byte) error {
	if bytes.HasPrefix(b, []byte("bad")) {
		return errors.New("not a picture")
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	a.held[hash] = b
	return nil
}

func (a *album) count() int {
	a.mu.Lock()
	defer a.mu.Unlock()
	return len(a.held)
}

func with(a *album) func(*Config) { return func(c *Config) { c.Blobs = a } }

func picture(name string, size int) []byte {
	return bytes.Join(numbered(name, 1, size), nil)
}

func TestPicturesReachEveryLaptop(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		albums := []*album{newAlbum(picture("a", maxBlob), picture("b", 3)), newAlbum(picture("c", 70_000)), newAlbum()}
		var all []*laptop
		for i, a := range albums {
			all = append(all, open(t, s.hall, string(rune('a'+i)), s.place(i), with(a)))
		}
		dial(t, all[1], all[0])
		dial(t, all[2], all[0])
		took := s.until(2*time.Minute, "all have all pictures", func() bool {
			return albums[0].count() == 3 && albums[1].count() == 3 && albums[2].count() == 3
		})
		t.Logf("after %v", took)
	})
}

// cutShort is a peer that answers a request for a blob with its first part.
func (s *stranger) cutShort(blob []byte, upTo int) {
	s.SetStreamHandler(protoBlob, func(st network.Stream) {
		var ask blobAsk
		if receive(st, &ask, maxEarly, time.Second) != nil || len(ask.Hash) == 0 {
			reset(st)
			return
		}
		_ = send(st, &blobHead{Size: uint(len(blob))}, time.Second)
		_, _ = st.Write(blob[ask.From:max(int(ask.From), upTo)])
		_ = st.CloseWrite()
	})
}

func TestAPictureThatWasCutGoesOnWhereItWas(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		blob := picture("a", 1<<20)
		hash := sha256.Sum256(blob)
		ana := open(t, s.hall, "ana", s.place(0), with(newAlbum()))
		eve := s.stranger(1, ana)
		eve.cutShort(blob, 300_000)
		l := &link{peer: eve.ID(), ended: make(chan struct{})}
		if err := ana.fetch(t.Context(), l, hash); err == nil {
			t.Fatal("half a picture is a picture")
		}
		if got := len(ana.halves.parts[hash]); got != 300_000 {
			t.Errorf("%d bytes of it are remembered", got)
		}
		eve.cutShort(blob, len(blob)) // from the offset on
		if err := ana.fetch(t.Context(), l, hash); err != nil {
			t.Fatal(err)
		}
		if got, err := ana.c.Blobs.Blob(hash); err != nil || !bytes.Equal(got, blob) {
			t.Errorf("%d bytes, %v", len(got), err)
		}
	})
}

func TestAPictureThatIsAnotherOneIsNotKept(t *testing.T) {
	for name, sent := range map[string][]byte{"of another hash": picture("x", 1000), "no picture at all": []byte("bad bytes")} {
		t.Run(name, func(t *testing.T) {
			simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
				ana := open(t, s.hall, "ana", s.place(0), with(newAlbum()))
				eve := s.stranger(1, ana)
				eve.cutShort(sent, len(sent))
				l := &link{peer: eve.ID(), ended: make(chan struct{})}
				hash := [32]byte{1}
				if name == "no picture at all" {
					hash = sha256.Sum256(sent)
				}
				if err := ana.fetch(t.Context(), l, hash); err == nil || ana.strikesOf(l.person) != 1 {
					t.Errorf("%v, %d strikes", err, ana.strikesOf(l.person))
				}
				if list, _ := ana.c.Blobs.Blobs(); len(list) != 0 {
					t.Error("it was kept")
				}
			})
		})
	}
}

func TestAStrangerGetsNoPicture(t *testing.T) {
	simulate(t, 100, time.Millisecond, func(t *testing.T, s *simulation) {
		blob := picture("a", 1000)
		hash := sha256.Sum256(blob)
		ana := open(t, s.hall, "ana", s.place(0), with(newAlbum(blob)))
		st := s.stranger(1, ana).open(protoBlob)
		if err := send(st, &blobAsk{Hash: hash[:]}, time.Second); err != nil {
			t.Logf("send: %v", err)
		}
		if got := everything(t, st); len(got) != 0 {
			t.Errorf("a stranger got %d bytes", len(got))
		}
	})
}

// tape is a stream that plays what a fuzzer wrote.
type tape struct{ io.ReadWriter }

func (tape) Close() error                     { return nil }
func (tape) SetReadDeadline(time.Time) error  { return nil }
func (tape) SetWriteDeadline(time.Time) error { return nil }

func FuzzBlob(f *testing.F) {
	blob := picture("a", 200_000)
	hash := sha256.Sum256(blob)
	for _, ask := range []blobAsk{{Have: make([]byte, 32)}, {Hash: hash[:]}, {Hash: hash[:], From: 199_999}, {Hash: hash[:], From: maxBlob - 1}} {
		body, err := encode(&ask)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(append([]byte{0, 0, 0, byte(len(body))}, body...))
	}
	f.Fuzz(func(t *testing.T, said []byte) {
		var out bytes.Buffer
		n := &Node{c: Config{Blobs: newAlbum(blob)}.complete(), paces: map[[32]byte]*pace{}}
		s := tape{struct {
			io.Reader
			io.Writer
		}{bytes.NewReader(said), &out}}
		var ask blobAsk
		err := receive(s, &ask, maxEarly, frameTime)
		if err == nil {
			err = n.giveBlob(s, [32]byte{}, &ask)
		}
		if err == nil && out.Len() == 0 {
			t.Error("neither an answer nor an error")
		}
		if out.Len() > len(blob)+64 {
			t.Errorf("%d bytes out of a picture of %d", out.Len(), len(blob))
		}
		if got, err := readBlob(tape{struct {
			io.Reader
			io.Writer
		}{bytes.NewReader(said), &out}}, nil, 1000); err == nil && len(got) != 1000 {
			t.Errorf("read %d of 1000", len(got))
		}
	})
}
