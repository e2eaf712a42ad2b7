//go:build unix

package main

import "syscall"

// keepPrivate makes every file this process creates readable by its owner only, whichever room or library creates it.
func keepPrivate() { syscall.Umask(0o077) }
