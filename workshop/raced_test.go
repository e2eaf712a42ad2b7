//go:build race

package workshop_test

// raced says that the race detector is on. The core starts no goroutine: under it, fewer histories are enough.
const raced = true
