//go:build soak

package p2p

import "testing"

// TestSoakAHundredAndTwentyEightPassThroughOnePlace: a whole hall behind one address comes in through a relay.
func TestSoakAHundredAndTwentyEightPassThroughOnePlace(t *testing.T) {
	manyPassThrough(t, peersPerAddress)
}
