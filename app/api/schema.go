package api

import (
	"reflect"

	"convene/app"
)

// schema is a JSON Schema, as far as we use it.
type schema struct {
	Ref        string            `json:"$ref,omitempty"`
	Type       string            `json:"type,omitempty"`
	Const      string            `json:"const,omitempty"`
	Enum       []string          `json:"enum,omitempty"`
	Items      *schema           `json:"items,omitempty"`
	Properties map[string]schema `json:"properties,omitempty"`
	Required   []string          `json:"required,omitempty"`
	Closed     *bool             `json:"additionalProperties,omitempty"`
	OneOf      []schema          `json:"oneOf,omitempty"`
}

// schemaOf turns a shape into a schema. What has a name goes into known, once.
func schemaOf(s *shape, known map[string]schema) schema {
	if s.name == "" || s.name == "OpenRPC" {
		return plainSchema(s, known)
	}
	if _, there := known[s.name]; !there {
		known[s.name] = schema{} // holds the place while its fields are read
		known[s.name] = plainSchema(s, known)
	}
	return schema{Ref: "#/components/schemas/" + s.name}
}

func plainSchema(s *shape, known map[string]schema) schema {
	switch s.form {
	case formList:
		items := schemaOf(s.element, known)
		return schema{Type: "array", Items: &items}
	case formFree:
		return schema{Type: "object"}
	case formRecord:
		return recordSchema(known)
	case formObject:
		return objectSchema(s, known)
	}
	return schema{Type: string(s.form), Enum: s.values}
}

func objectSchema(s *shape, known map[string]schema) schema {
	closed := false
	out := schema{Type: "object", Properties: map[string]schema{}, Closed: &closed}
	for _, f := range s.fields {
		out.Properties[f.name] = schemaOf(f.shape, known)
		if !f.optional {
			out.Required = append(out.Required, f.name)
		}
	}
	return out
}

// recordSchema is one of all records, told apart by kind.
func recordSchema(known map[string]schema) schema {
	var all []schema
	for _, r := range app.Records() {
		s := shapeOf(reflect.TypeOf(r))
		one := objectSchema(s, known)
		one.Properties["kind"] = schema{Const: r.RecordKind()}
		one.Required = append(one.Required, "kind")
		known[s.name] = one
		all = append(all, schema{Ref: "#/components/schemas/" + s.name})
	}
	return schema{OneOf: all}
}
