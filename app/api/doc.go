// Package api is the door for windows: one JSON-RPC 2.0 API over WebSocket,
// and over HTTP the pages that use it.
//
// Use Listen, then Run. Every method stands in one table (table.go and the
// files it names); the description that rpc.discover returns, docs/api.md and
// the frontend's types are made from that table. What this room asks of the
// conductor stands in needs.go.
//
// A page reaches the API only from this computer, under a host name and an
// origin we know, with a token of 128 bits; the token decides which methods
// it may call. What comes in is sized, counted and checked against the table
// before anybody acts on it.
//
// This package will never keep a workshop's state, decide a right, touch a
// disk or speak to another computer, and it writes no text of a person, no
// name and no token into the log.
//
//go:generate go test -count=1 -run TestGeneratedFilesAreCurrent . -write
package api
