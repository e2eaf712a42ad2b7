//go:build !race

package workshop_test

// raced says that the race detector is on.
const raced = false
