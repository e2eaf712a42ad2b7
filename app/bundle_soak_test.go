//go:build soak

package app

import "testing"

func TestSoakAThousandBundlesOfGeneratedSessionsComeBackEqual(t *testing.T) { roundTrips(t, 1000) }
