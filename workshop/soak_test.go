//go:build soak

package workshop_test

import (
	"flag"
	"strconv"
	"testing"
)

var (
	soakCases = flag.Int("soak.cases", 100_000, "how many histories the soak of the core makes")
	soakSeed  = flag.Int("soak.seed", 1, "the seed of its first thousand; each thousand has the next")
)

// TestSoakEveryLaptopEndsWithTheSameSession makes the histories of TestEveryLaptopEndsWithTheSameSession by the thousand. The
// seed of each thousand stands in its name, so a failure is made again by -soak.seed with -soak.cases 1000.
func TestSoakEveryLaptopEndsWithTheSameSession(t *testing.T) {
	const batch = 1000
	for done := 0; done < *soakCases; done += batch {
		seed := strconv.Itoa(*soakSeed + done/batch)
		if !t.Run("seed="+seed, func(t *testing.T) {
			defer set(t, "rapid.seed", set(t, "rapid.seed", seed))
			cases(t, min(batch, *soakCases-done))
		}) {
			return
		}
	}
}
