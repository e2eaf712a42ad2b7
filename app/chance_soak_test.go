//go:build soak

package app

import (
	"os"
	"strconv"
	"testing"
)

// TestSoakTenThousandStorms is TestStormsLoseNothingAndShowNothingEarly for 10,000 seeds; CONVENE_SEEDS for another
// number, from CONVENE_SEED on.
func TestSoakTenThousandStorms(t *testing.T) {
	seeds, err := strconv.ParseUint(os.Getenv("CONVENE_SEEDS"), 10, 64)
	if err != nil {
		seeds = 10_000
	}
	first, err := strconv.ParseUint(os.Getenv("CONVENE_SEED"), 10, 64)
	if err != nil {
		first = 1
	}
	for seed := first; seed < first+seeds; seed++ {
		weather(t, seed)
	}
}
