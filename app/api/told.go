package api

import (
	"encoding/json"
	"fmt"
	"reflect"

	"convene/app"
)

// told is something the server says unasked.
type told struct {
	name    string
	summary string
	params  *shape
}

// tidings returns everything the server says unasked, for the documentation.
func tidings() []told {
	return []told{
		{
			"view.diff",
			"What changed in a view. rev is one more than that of the snapshot or diff before; after a gap, ask for view.snapshot.",
			shapeOf(reflect.TypeFor[viewDiff]()),
		},
		{"pointers", "Who is where on the boards of a session that is followed: all of them, each time.", shapeOf(reflect.TypeFor[app.PointersTold]())},
		{"notice", "Something the person should know.", shapeOf(reflect.TypeFor[app.HealthItem]())},
		{"sessions.changed", "The list of sessions changed: ask for sessions.list.", shapeOf(reflect.TypeFor[none]())},
		{"join.progress", "How far a sessions.join of this window has come.", shapeOf(reflect.TypeFor[app.JoinProgress]())},
		{"carry.progress", "How far a sessions.bundle, sessions.import or sessions.verify of this window has come.", shapeOf(reflect.TypeFor[app.CarryProgress]())},
	}
}

// viewDiff is what changed in a view, as a window hears it.
type viewDiff struct {
	Session string               `json:"session"`
	Rev     uint64               `json:"rev"`
	Added   app.List[app.Record] `json:"added"`
	Updated app.List[app.Record] `json:"updated"`
	Removed app.List[string]     `json:"removed"`
}

// viewResult is a whole view.
type viewResult struct {
	Rev     uint64               `json:"rev"`
	Records app.List[app.Record] `json:"records"`
}

// written is a value that writes its own JSON, in one pass: a view of
// thousands of notes is not read again to be copied.
type written interface {
	appendTo(out []byte) ([]byte, error)
}

// encode writes any value of the API as JSON.
func encode(v any) ([]byte, error) {
	if w, ok := v.(written); ok {
		return w.appendTo(nil)
	}
	return json.Marshal(v)
}

func (d viewDiff) appendTo(out []byte) ([]byte, error) {
	head, err := json.Marshal(struct {
		Session string           `json:"session"`
		Rev     uint64           `json:"rev"`
		Removed app.List[string] `json:"removed"`
	}{d.Session, d.Rev, d.Removed})
	if err != nil {
		return nil, err
	}
	out = append(out, head[:len(head)-1]...)
	if out, err = appendRecords(append(out, `,"added":`...), d.Added); err != nil {
		return nil, err
	}
	if out, err = appendRecords(append(out, `,"updated":`...), d.Updated); err != nil {
		return nil, err
	}
	return append(out, '}'), nil
}

func (r viewResult) appendTo(out []byte) ([]byte, error) {
	out = fmt.Appendf(out, `{"rev":%d,"records":`, r.Rev)
	out, err := appendRecords(out, r.Records)
	return append(out, '}'), err
}

// appendRecords writes records, each with its kind in front.
func appendRecords(out []byte, records []app.Record) ([]byte, error) {
	out = append(out, '[')
	for i, r := range records {
		if i > 0 {
			out = append(out, ',')
		}
		body, err := json.Marshal(r)
		if err != nil {
			return nil, err
		}
		out = fmt.Appendf(out, `{"kind":%q,`, r.RecordKind()) // every record has at least an id
		out = append(out, body[1:]...)
	}
	return append(out, ']'), nil
}
