// Package rehearse plays whole workshops with simulated people, who read what their own laptop shows them, write, sort, vote,
// talk and promise.
//
// Use [Play] for real laptops: each person is a whole app with its own data folder, and changes travel over libp2p on this
// computer. Use [Simulate] for the same people on a virtual clock with seeded keys and in-memory carrying: two runs with one
// seed write the same bytes. Both end by comparing every laptop's log and record, and fail where any two differ.
//
// The package will never open a socket that other computers can reach, never touch the data folder of a person, and offers its
// seeded keys to nobody.
package rehearse
