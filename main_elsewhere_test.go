//go:build !linux

package main

import "github.com/rogpeppe/go-internal/testscript"

// mayMount is for Linux.
func mayMount() bool { return false }

// mounted is for Linux.
func mounted(ts *testscript.TestScript, _ bool, _ []string) {
	ts.Fatalf("mounting a disk in memory needs Linux")
}

// filled is for Linux.
func filled(ts *testscript.TestScript, _ bool, _ []string) {
	ts.Fatalf("filling a disk in memory needs Linux")
}
