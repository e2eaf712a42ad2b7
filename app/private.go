package app

import (
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/fxamacker/cbor/v2"

	"convene/workshop"
)

// readPrivates takes back what this laptop kept for itself: drafts and own
// ballots. Keys of others, such as invites, are passed over.
func (l *Laptop) readPrivates(privates map[string][]byte) error {
	keys := make([]string, 0, len(privates))
	for k := range privates {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	var failed []error
	for _, k := range keys {
		switch {
		case strings.HasPrefix(k, draftPrefix):
			failed = append(failed, l.readDraft(k, privates[k]))
		case k == memoKey:
			l.memo = string(privates[k])
		case k == clockKey:
			l.readClock(privates[k])
		case strings.HasPrefix(k, guestPrefix):
			failed = append(failed, l.readGuest(k))
		case strings.HasPrefix(k, ballotPrefix):
			failed = append(failed, l.readVote(k, privates[k]))
		}
	}
	slices.SortStableFunc(l.drafts, func(a, b ownNote) int { return strings.Compare(a.Order, b.Order) })
	return errors.Join(failed...)
}

// bytes rolls n bytes. A source of chance that fails is a broken computer.
func (l *Laptop) bytes(n int) []byte {
	b := make([]byte, n)
	if _, err := io.ReadFull(l.random, b); err != nil {
		panic("app: roll bytes: " + err.Error())
	}
	return b
}

// below rolls a number from 0 to n-1, each as likely as the others.
func (l *Laptop) below(n int) int {
	limit := 1 << 16 / n * n
	for {
		b := l.bytes(2)
		if v := int(b[0])<<8 | int(b[1]); v < limit {
			return v % n
		}
	}
}

// shuffled returns a copy in an order that tells nothing.
func shuffled[T any](l *Laptop, list []T) []T {
	out := slices.Clone(list)
	for i := len(out) - 1; i > 0; i-- {
		j := l.below(i + 1)
		out[i], out[j] = out[j], out[i]
	}
	return out
}

func isRefused(err error) bool {
	var refused *workshop.RefusedError
	return errors.As(err, &refused)
}

// encode writes a form for the disk or for another laptop.
func encode(form any) ([]byte, error) { return cbor.Marshal(form) }

// decode reads a form strictly: nothing unknown, nothing deep, nothing long.
func decode(b []byte, form any) error { return strict.Unmarshal(b, form) }

// strict never changes.
var strict = func() cbor.DecMode {
	m, err := cbor.DecOptions{
		IndefLength: cbor.IndefLengthForbidden, TagsMd: cbor.TagsForbidden, MaxNestedLevels: 6, MaxArrayElements: 4096,
		MaxMapPairs: 64, DupMapKey: cbor.DupMapKeyEnforcedAPF, ExtraReturnErrors: cbor.ExtraDecErrorUnknownField,
	}.DecMode()
	if err != nil {
		panic("app: strict decoding: " + err.Error())
	}
	return m
}()
