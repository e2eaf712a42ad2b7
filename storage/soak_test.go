//go:build soak

package storage

import "testing"

func TestSoakNothingAcknowledgedIsLostByAThousandKills(t *testing.T) {
	killLoop(t, 1000)
}

func TestSoakAPowerCutLosesNothingAcknowledged(t *testing.T) {
	powerLoop(t, 200)
}

func TestSoakAMigrationThatIsKilledAHundredTimesLosesNothing(t *testing.T) {
	migrationLoop(t, 100)
}

func TestSoakAKillBeforeEachStepOfTheMigrationIsGoneOnFrom(t *testing.T) {
	stopMigrations(t, 1)
}
