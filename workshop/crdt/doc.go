// Package crdt holds the data structures that let many people write at once
// and end with the same thing: [Register] (the last write wins), [Text]
// (people type into one text), order keys ([KeyBetween]) and version vectors
// ([Versions]).
//
// It knows no workshop: a change is a 32-byte id to it, and who may write and
// what counts is decided by the caller. It is pure: no clock, chance, disk,
// net or goroutine, and nothing here may be used from two goroutines at once.
// It never panics on what strangers wrote, and never encodes anything.
package crdt
