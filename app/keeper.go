package app

import (
	"context"

	"convene/p2p"
	"convene/storage"
	"convene/workshop"
)

// onDisk is the Keeper of a live session: its log and its node. What was
// accepted by the log is waited for, whatever happens to who asked.
type onDisk struct {
	store *storage.Log
	node  *p2p.Node
}

func (k onDisk) AppendOwn(changes []*workshop.Change) error {
	return k.store.AppendOwn(context.Background(), stored(changes)...)
}

func (k onDisk) AppendRemote(changes []*workshop.Change) error {
	return k.store.AppendRemote(context.Background(), stored(changes)...)
}

func stored(changes []*workshop.Change) []storage.Change {
	out := make([]storage.Change, len(changes))
	for i, c := range changes {
		out[i] = storage.Change{Writer: c.Writer, Seq: c.Seq, ID: c.ID, Bytes: c.Bytes}
	}
	return out
}

func (k onDisk) SetPrivate(key string, value []byte) error { return k.store.SetPrivate(key, value) }
func (k onDisk) DeletePrivate(key string) error            { return k.store.DeletePrivate(key) }
func (k onDisk) Publish(changes [][]byte)                  { k.node.Publish(changes) }
func (k onDisk) SetPresence(state []byte)                  { k.node.SetPresence(state) }
