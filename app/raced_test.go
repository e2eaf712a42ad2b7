//go:build race

package app

// raced says that the race detector is on. What is one goroutine is only slow under it.
const raced = true
