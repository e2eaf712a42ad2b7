// Package workshop is the domain of Convene: a session as a log of signed changes, the rules by which every peer judges that
// log, and the picture of the session that follows from it.
//
// Use [Found] to begin a session and [Open] to hold one that somebody else began. [Session.Do] turns what a person asks into
// a signed change, or says why it may not be done; [Session.Apply] takes a change from anywhere; [Session.View] is the picture
// that the window and the record read. All peers that hold the same set of changes see the same view, in whatever order the
// changes came: nothing here depends on a clock, on chance or on who asks.
//
// Three questions are asked of each change. Valid: its form, signature, chain and past are in order; what is not valid is not
// kept. Allowed: by the rules, as they stood in its own past, its writer might do this; asked once, answered for good. Counted:
// in the set of all changes known now, nothing takes it away again; the answer may change when others' changes arrive.
//
// What follows from the log is kept for the next start as a [Session.Snapshot], a cache that [LoadSnapshot] opens; [Load] works it
// out anew. A [RefusedError] says which rule refused what somebody asked for.
//
// The package will never read a clock, roll a die, open a file or a socket, start a goroutine or write a log line. Its values
// are not safe for use by several goroutines: one owner holds a Session.
package workshop
