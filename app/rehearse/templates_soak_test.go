//go:build soak

package rehearse

import (
	"testing"

	"convene/workshop/templates"
)

// TestSoakEveryTemplateOverRealPeers plays all templates with whole apps on this computer.
func TestSoakEveryTemplateOverRealPeers(t *testing.T) {
	for _, x := range templates.All() {
		t.Run(x.ID, func(t *testing.T) {
			if _, err := Play(t.Context(), planOf(t, x.ID, 6)); err != nil {
				t.Fatal(err)
			}
		})
	}
}
