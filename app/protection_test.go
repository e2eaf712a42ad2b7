package app

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"convene/storage"
)

// toldAtStart are the codes of what is told at the start.
func toldAtStart(t *testing.T, h *home) (codes []string) {
	t.Helper()
	hello, err := h.Hello(t.Context())
	must(t, err)
	for _, n := range hello.Notes {
		if n.Message == "" || n.Hint == "" {
			t.Errorf("told without words: %+v", n)
		}
		codes = append(codes, n.Code)
	}
	return codes
}

func TestWhereNothingIsEncryptedItIsTold(t *testing.T) {
	h := newHome(t, "Amina")
	if told := toldAtStart(t, h); !slices.Equal(told, []string{"not-encrypted"}) {
		t.Errorf("told: %q", told)
	}
	h.stop()
	h = sealedHome(t, "Amina", openKeychain{})
	if told := toldAtStart(t, h); len(told) > 0 {
		t.Errorf("told where everything is encrypted: %q", told)
	}
	if f, told := unprotected(storage.Protection{Passphrase: true, Pending: true}); !told || f.Code != "encrypts-at-start" {
		t.Errorf("told with a new passphrase: %+v", f)
	}
}

func TestAPersonIsAskedForThePassphraseWhereItWouldHelp(t *testing.T) {
	for err, asks := range map[error]bool{
		storage.ErrPassphraseNeeded: true, storage.ErrPassphraseWrong: true, storage.ErrNoKey: false, storage.ErrInUse: false, nil: false,
	} {
		if AsksPassphrase(inWords(err)) != asks {
			t.Errorf("%v: asks %v", err, !asks)
		}
	}
}

func TestDamageOfTheListOfSessionsIsTold(t *testing.T) {
	h := newHome(t, "Amina")
	h.stop()
	must(t, os.Remove(filepath.Join(h.dir, "library", "db", "MANIFEST")))
	h = startHome(t, "", h.dir)
	if told := toldAtStart(t, h); !slices.Contains(told, "library-damaged") {
		t.Errorf("told: %q", told)
	}
	hello, err := h.Hello(t.Context())
	must(t, err)
	if hello.Name != "Amina" || !strings.Contains(hello.Notes[0].Hint, "nothing is missing") {
		t.Errorf("%+v", hello)
	}
}
