//go:build race

package workshop_test

// raced says that the race detector is on. The core starts no goroutine: under it, histories are only slow.
const raced = true
