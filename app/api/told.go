package api

import (
	"encoding/json"
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
		{"notice", "Something the person should know.", shapeOf(reflect.TypeFor[app.HealthItem]())},
		{"sessions.changed", "The list of sessions changed: ask for sessions.list.", shapeOf(reflect.TypeFor[none]())},
		{"join.progress", "How far a sessions.join of this window has come.", shapeOf(reflect.TypeFor[app.JoinProgress]())},
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

// MarshalJSON writes the records with their kinds.
func (d viewDiff) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Session string           `json:"session"`
		Rev     uint64           `json:"rev"`
		Added   kinded           `json:"added"`
		Updated kinded           `json:"updated"`
		Removed app.List[string] `json:"removed"`
	}{d.Session, d.Rev, kinded(d.Added), kinded(d.Updated), d.Removed})
}

// MarshalJSON writes the records with their kinds.
func (r viewResult) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Rev     uint64 `json:"rev"`
		Records kinded `json:"records"`
	}{r.Rev, kinded(r.Records)})
}

// kinded is a list of records, each written with its kind in front.
type kinded []app.Record

// MarshalJSON writes the list.
func (k kinded) MarshalJSON() ([]byte, error) {
	out := []byte{'['}
	for i, r := range k {
		if i > 0 {
			out = append(out, ',')
		}
		body, err := json.Marshal(r)
		if err != nil {
			return nil, err
		}
		out = append(out, `{"kind":"`...)
		out = append(out, r.RecordKind()...)
		out = append(out, `",`...) // every record has at least an id
		out = append(out, body[1:]...)
	}
	return append(out, ']'), nil
}
