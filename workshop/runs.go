package workshop

import (
	"encoding/binary"
	"errors"

	"convene/workshop/crdt"
)

// Sizes of an encoded character's id: within the op it stands in, and anywhere.
const (
	ownCharSize = 4
	charSize    = 32 + 2 + 4
)

// Sides of an encoded run.
const (
	wireRight  = 1
	wireLeft   = 2
	wireDelete = 3
)

func encodeRuns(runs []crdt.Run) []runWire {
	w := make([]runWire, len(runs))
	for i, r := range runs {
		w[i] = runWire{Side: wireDelete, At: encodeChar(r.At), Text: r.Text, Len: r.Len}
		if r.Kind == crdt.RunInsert {
			w[i].Side = uint8(r.Side)
		}
	}
	return w
}

func decodeRuns(w []runWire) ([]crdt.Run, error) {
	runs := make([]crdt.Run, len(w))
	for i, r := range w {
		at, err := decodeChar(r.At)
		if err != nil {
			return nil, err
		}
		switch {
		case r.Side == wireDelete && r.Text == "" && r.Len > 0:
			runs[i] = crdt.Delete(at, r.Len)
		case (r.Side == wireRight || r.Side == wireLeft) && r.Text != "" && r.Len == 0:
			runs[i] = crdt.Insert(at, crdt.Side(r.Side), r.Text)
		default:
			return nil, errors.New("a run of text that neither inserts nor deletes")
		}
	}
	return runs, nil
}

func encodeChar(id crdt.CharID) []byte {
	switch {
	case id.IsRoot():
		return []byte{}
	case id.IsOwn():
		return binary.BigEndian.AppendUint32(nil, id.Off)
	}
	b := make([]byte, charSize)
	copy(b, id.Change[:])
	binary.BigEndian.PutUint16(b[32:], id.Index)
	binary.BigEndian.PutUint32(b[34:], id.Off)
	return b
}

func decodeChar(b []byte) (crdt.CharID, error) {
	var id crdt.CharID
	switch len(b) {
	case 0:
		return id, nil
	case ownCharSize:
		return crdt.CharID{Change: crdt.OwnChange(), Off: binary.BigEndian.Uint32(b)}, nil
	case charSize:
		copy(id.Change[:], b)
		id.Index = binary.BigEndian.Uint16(b[32:])
		id.Off = binary.BigEndian.Uint32(b[34:])
		if id.IsRoot() || id.IsOwn() {
			return id, errors.New("a character's id in the wrong form")
		}
		return id, nil
	}
	return id, errors.New("a character's id of the wrong length")
}
