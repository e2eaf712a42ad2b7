//go:build !desktop

package main

import "context"

// openTrouble shows nothing: without a window of its own the program speaks on stderr.
func openTrouble(context.Context, windowConfig, string, string) error { return nil }
