package api

import (
	"bytes"
	"testing"
)

func TestAPictureComesInPartsOneAfterTheOther(t *testing.T) {
	var s sending
	for _, part := range []struct {
		at   int
		data string
		ok   bool
	}{{0, "lost", true}, {0, "ab", true}, {3, "x", false}, {2, "cd", true}, {2, "cd", false}, {-1, "x", false}} {
		if err := s.take(part.at, []byte(part.data)); (err == nil) != part.ok {
			t.Errorf("%q at %d: %v", part.data, part.at, err)
		}
	}
	if whole := s.done(); string(whole) != "abcd" {
		t.Errorf("%q", whole)
	}
	if left := s.done(); left != nil {
		t.Errorf("%q is left", left)
	}
	if err := s.take(0, bytes.Repeat([]byte{1}, mostSent)); err != nil {
		t.Error(err)
	}
	if err := s.take(mostSent, []byte{1}); err == nil {
		t.Error("more than the most was taken")
	}
	if s.done() != nil {
		t.Error("what was too large is kept")
	}
}
