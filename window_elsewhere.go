//go:build desktop && !linux

package main

const onLinux = false

// keepInside is not needed here: the pages have no link that leaves them, and
// the policy of each page refuses frames, forms and foreign code.
func keepInside() {}
