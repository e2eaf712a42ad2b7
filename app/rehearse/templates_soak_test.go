//go:build soak

package rehearse

import (
	"testing"

	"convene/workshop/templates"
)

// TestSoakEveryTemplateOverRealPeers plays all templates with whole apps on this computer; in each somebody comes late, and one app ends
// and is started again.
func TestSoakEveryTemplateOverRealPeers(t *testing.T) {
	for _, x := range templates.All() {
		t.Run(x.ID, func(t *testing.T) {
			o, err := Play(t.Context(), planOf(t, x.ID, 6))
			if err != nil {
				t.Fatal(err)
			}
			if o.Late != 1 || o.Returned != 1 {
				t.Errorf("%d came late, %d returned", o.Late, o.Returned)
			}
		})
	}
}
