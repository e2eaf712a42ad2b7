//go:build soak

package storage

import "testing"

func TestSoakNothingAcknowledgedIsLostByAThousandKills(t *testing.T) {
	killLoop(t, 1000)
}
