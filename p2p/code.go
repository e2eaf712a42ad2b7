package p2p

import (
	"crypto/rand"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// ErrCodeMistyped means the text is no code; nobody was asked.
var ErrCodeMistyped = errors.New("this is not a code like 4-tulip-anchor")

//go:embed words.txt
var wordList string // 1,024 words, one a line, sorted

// Code is said aloud to let somebody in: a plate that is no secret, and two
// words that are: 20 bits. It is no password: guesses are counted, see
// [Node.OfferCode].
type Code struct {
	Plate int // 1 to 99, to 999 at a relay that has many; tells the sessions of one network apart
	words string
}

// String returns the code as it is shown: 4-tulip-anchor.
func (c Code) String() string { return strconv.Itoa(c.Plate) + "-" + c.words }

// newCode makes a code; another plate only when there was none.
func newCode(plate int) (Code, error) {
	var b [6]byte
	if _, err := rand.Read(b[:]); err != nil {
		return Code{}, fmt.Errorf("make code: %w", err)
	}
	if plate == 0 {
		plate = 1 + int(binary.BigEndian.Uint16(b[4:])%99)
	}
	words := strings.Fields(wordList)
	n := func(b []byte) string { return words[int(binary.BigEndian.Uint16(b))%len(words)] }
	return Code{Plate: plate, words: n(b[0:]) + "-" + n(b[2:])}, nil
}

// ParseCode reads a code as people type it: any case, with spaces, dots or
// dashes between. Error: ErrCodeMistyped.
func ParseCode(text string) (Code, error) {
	if len(text) > 100 {
		return Code{}, ErrCodeMistyped
	}
	parts := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" -.,_\t–—", r) })
	if len(parts) != 3 {
		return Code{}, ErrCodeMistyped
	}
	plate, err := strconv.Atoi(parts[0])
	if err != nil || plate < 1 || plate > mostPlates {
		return Code{}, ErrCodeMistyped
	}
	words := strings.Fields(wordList)
	for _, w := range parts[1:] {
		if _, found := slices.BinarySearch(words, w); !found {
			return Code{}, ErrCodeMistyped
		}
	}
	return Code{Plate: plate, words: parts[1] + "-" + parts[2]}, nil
}
