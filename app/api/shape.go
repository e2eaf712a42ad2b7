package api

import (
	"fmt"
	"reflect"
	"strings"

	"convene/app"
)

// form is what a JSON value is at its outside.
type form string

const (
	formText    form = "string"
	formInteger form = "integer"
	formNumber  form = "number"
	formTruth   form = "boolean"
	formList    form = "array"
	formObject  form = "object"
	formFree    form = "free"   // an object with any names and any values
	formRecord  form = "record" // one of the window's records
)

// shape is what a JSON value may look like. It is made from a Go type once;
// the check of what comes in, the OpenRPC document, docs/api.md and the
// frontend's types all read the same shape.
type shape struct {
	form    form
	goType  reflect.Type
	name    string   // of a type that is known to windows by name, or ""
	values  []string // of a text that is one of a few
	element *shape   // of a list
	fields  []field  // of an object, in order
}

type field struct {
	name     string
	goName   string // as declared, to find its comment
	owner    reflect.Type
	optional bool
	shape    *shape
}

// oneOf is a text type that lists its values.
type oneOf interface{ Values() []string }

var (
	recordType   = reflect.TypeFor[app.Record]()
	settingsType = reflect.TypeFor[app.Settings]()
	oneOfType    = reflect.TypeFor[oneOf]()
)

// shapeOf reads a Go type. It panics on a type that has no place in the API:
// that is a mistake in the table, and every test finds it.
func shapeOf(t reflect.Type) *shape {
	switch {
	case t == recordType:
		return &shape{form: formRecord, goType: t, name: "ViewRecord"}
	case t == settingsType:
		return &shape{form: formFree, goType: t, name: t.Name()}
	}
	switch t.Kind() {
	case reflect.Pointer:
		return shapeOf(t.Elem())
	case reflect.String:
		if t.Implements(oneOfType) {
			values := reflect.Zero(t).Interface().(oneOf).Values()
			return &shape{form: formText, goType: t, name: t.Name(), values: values}
		}
		return &shape{form: formText, goType: t}
	case reflect.Bool:
		return &shape{form: formTruth, goType: t}
	case reflect.Int, reflect.Int64, reflect.Uint64:
		return &shape{form: formInteger, goType: t}
	case reflect.Float64:
		return &shape{form: formNumber, goType: t}
	case reflect.Slice:
		return &shape{form: formList, goType: t, element: shapeOf(t.Elem())}
	case reflect.Struct:
		s := &shape{form: formObject, goType: t, fields: fieldsOf(t)}
		if t.PkgPath() == settingsType.PkgPath() {
			s.name = t.Name()
		}
		return s
	}
	panic(fmt.Sprintf("api: %v has no shape", t))
}

func fieldsOf(t reflect.Type) []field {
	var fields []field
	for f := range t.Fields() {
		if f.Anonymous {
			fields = append(fields, fieldsOf(f.Type)...)
			continue
		}
		name, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		if name == "" || name == "-" {
			panic(fmt.Sprintf("api: %v.%s has no name for windows", t, f.Name))
		}
		optional := strings.Contains(options, "omitempty") || strings.Contains(options, "omitzero")
		fields = append(fields, field{name: name, goName: f.Name, owner: t, optional: optional, shape: shapeOf(f.Type)})
	}
	return fields
}
