// Package app is the conductor: it wires the rules of the workshop to this
// computer's storage and network, and shows the result to windows.
//
// The flow goes one way. A gesture comes in through a method of [App], runs on
// the goroutine that owns the session, and becomes a signed change; the change
// is remembered on the disk, then told to the others, then shown. What others
// wrote comes in through the session's room, is judged, kept, and shown. A
// window changes nothing itself: it asks, and draws the records it is told.
//
// [Laptop] is one open session as a state machine without disk, network, clock
// or goroutine of its own, so that a whole workshop can be rehearsed in one
// goroutine. A live session wraps a Laptop with storage and p2p and owns it
// from one goroutine. [App] holds the live sessions, the library, invites and
// preferences.
//
// This package never decides what counts: package workshop does. It never
// shows one person's private text, hidden authorship or ballot to another.
package app
