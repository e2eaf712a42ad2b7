package app

import (
	"os"
	"testing"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) {
	if dir := os.Getenv(victimFolder); dir != "" {
		beVictim(dir)
		return
	}
	goleak.VerifyTestMain(m)
}
