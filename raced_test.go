//go:build race

package main

// raced says that the race detector is on. A passphrase is stretched on purpose; under the detector that takes two minutes.
const raced = true
