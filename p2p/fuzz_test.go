package p2p

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
)

// rewritten is a link with another version byte and a right checksum.
func rewritten(t testing.TB, link string, v byte) string {
	t.Helper()
	raw, err := base64.RawURLEncoding.DecodeString(strings.TrimPrefix(link, inviteScheme))
	if err != nil {
		t.Fatal(err)
	}
	return sealed(append([]byte{v}, raw[1:len(raw)-inviteSum]...))
}

func sealed(body []byte) string {
	sum := sha256.Sum256(body)
	return inviteScheme + base64.RawURLEncoding.EncodeToString(append(body, sum[:inviteSum]...))
}

func FuzzInvite(f *testing.F) {
	link := someInvite(f).Link()
	f.Add(link, []byte{1, 0x88})
	f.Add(link[:100], []byte(nil))
	f.Fuzz(func(t *testing.T, text string, body []byte) {
		for _, link := range []string{text, sealed(append([]byte{inviteVersion}, body...)), sealed(append([]byte{inviteSought}, body...))} {
			i, err := ParseInvite(link)
			if err != nil {
				if !errors.Is(err, ErrInviteCut) && !errors.Is(err, ErrInviteOther) {
					t.Fatalf("untyped error: %v", err)
				}
				continue
			}
			again, err := ParseInvite(i.Link())
			if err != nil {
				t.Fatalf("own link: %v", err)
			}
			if diff := cmp.Diff(i, again); diff != "" {
				t.Fatal(diff)
			}
		}
	})
}

func FuzzFrame(f *testing.F) {
	f.Add([]byte{0, 0, 0, 1, 7}, 10)
	f.Add([]byte{255, 255, 255, 255}, maxFrame)
	f.Fuzz(func(t *testing.T, b []byte, limit int) {
		limit = max(0, min(limit, 2*maxFrame))
		body, err := readFrame(bytes.NewReader(b), limit)
		if err != nil {
			return
		}
		if len(body) > limit || len(body) > maxFrame || int(binary.BigEndian.Uint32(b)) != len(body) {
			t.Fatalf("frame of %d bytes from %d, limit %d", len(body), len(b), limit)
		}
		var again bytes.Buffer
		if err := writeFrame(&again, body); err != nil || !bytes.HasPrefix(b, again.Bytes()) {
			t.Fatalf("written back: %v", err)
		}
	})
}

// messages are all that a stranger or a peer can send.
func messages() []message {
	return []message{
		&opening{}, &sameSession{}, &credentials{}, &control{}, &syncAsk{}, &syncTell{}, &syncSummary{},
		&syncChunk{}, &batch{}, &states{}, &knock{}, &challenge{}, &holds{}, &inside{}, &presents{}, &admitted{},
		&inviteForm{}, &pairAsk{}, &pairTell{}, &pairGive{},
	}
}

func FuzzMessages(f *testing.F) {
	for kind, m := range messages() {
		if body, err := encoder.Marshal(m); err == nil {
			f.Add(uint8(kind), body)
		}
	}
	f.Add(uint8(3), []byte{0xa1, 0x03, 0x81, 0xa0})
	f.Fuzz(func(t *testing.T, kind uint8, body []byte) {
		all := messages()
		m := all[int(kind)%len(all)]
		if len(body) > maxFrame || decode(body, m) != nil {
			return
		}
		again, err := encode(m)
		if err != nil {
			t.Fatalf("encode what was decoded: %v", err)
		}
		if err := decode(again, messages()[int(kind)%len(all)]); err != nil {
			t.Fatalf("decode again: %v", err)
		}
		// What is done with a message right after its check must not panic.
		if c, ok := m.(*control); ok {
			(&clock{}).heard(valueOr(c.Pong), 1)
			for _, h := range c.Here {
				unpackAddrs(h.Addrs, true)
			}
		}
	})
}

func valueOr(p *pong) pong {
	if p == nil {
		return pong{}
	}
	return *p
}

func FuzzChunk(f *testing.F) {
	unzip, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(2*maxFrame))
	if err != nil {
		f.Fatal(err)
	}
	zip, err := zstd.NewWriter(nil, zstd.WithEncoderConcurrency(1))
	if err != nil {
		f.Fatal(err)
	}
	raw, err := encode(&batch{Changes: numbered("x", 3, 100)})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(zip.EncodeAll(raw, nil))
	f.Add(zip.EncodeAll(make([]byte, 2*maxFrame+1), nil)) // too far
	f.Fuzz(func(t *testing.T, zipped []byte) {
		b, err := openChunk(unzip, zipped)
		if err != nil {
			return
		}
		total := 0
		for _, c := range b.Changes {
			total += len(c)
		}
		if total > 2*maxFrame {
			t.Fatalf("%d bytes out of a chunk", total)
		}
	})
}
