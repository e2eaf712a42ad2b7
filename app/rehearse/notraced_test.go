//go:build !race

package rehearse

// raced says that the race detector is on.
const raced = false
