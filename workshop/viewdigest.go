package workshop

import (
	"crypto/sha256"
	"encoding/json"
)

// MarshalJSON writes the settings as an object with sorted names.
func (s Settings) MarshalJSON() ([]byte, error) { return []byte(s.String()), nil }

// Digest is equal for equal views. Two peers with equal session digests have equal view digests; where they differ, one of
// them has a fault.
func (v *View) Digest() [32]byte {
	b, err := json.Marshal(v)
	if err != nil {
		panic("workshop: digest view: " + err.Error())
	}
	return sha256.Sum256(b)
}
