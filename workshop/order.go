package workshop

import "convene/workshop/crdt"

// OrderBetween returns an order key between two others; an empty one is an open end. jitter is a few random bytes, so that two
// people who add at one place seldom get the same key.
func OrderBetween(a, b string, jitter []byte) (string, error) { return crdt.KeyBetween(a, b, jitter) }

// Orders returns n order keys in ascending order, for a list made in one go.
func Orders(n int) []string {
	keys, err := crdt.KeysBetween("", "", n)
	if err != nil {
		panic("workshop: order keys of an empty list: " + err.Error())
	}
	return keys
}
