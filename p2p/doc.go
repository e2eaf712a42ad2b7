// Package p2p finds the people of one session, lets in who may come in, and
// carries changes and presence between their laptops over libp2p.
//
// Use [Start] and [Node.Run] for a session that is open here, [Node.Publish]
// for own changes, [Node.Peers] to see who is here, [Invite] for the link that
// lets somebody in, and [Join] on the other side of it. What a session knows,
// a node asks of its [Room].
//
// It never reads a change, never decides who belongs to a session (the room
// does), never writes to a disk, never talks to a server of ours or to the
// public DHT, and never says a title, a name or a session's id to a stranger.
//
// Two things differ from a plain reading of "one callback per message". The
// room has an eighth method, Invited: the invite's secret is looked up first,
// so that the MAC is checked here, for known and unknown invites alike, and
// the genesis reaches only who proved to hold the secret. And Admit is called
// with the MAC already checked, so a JoinRequest carries none.
package p2p
