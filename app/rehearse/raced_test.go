//go:build race

package rehearse

// raced says that the race detector is on. A simulation is one goroutine: under it, twenty workshops are only slow.
const raced = true
