package api

import (
	"context"
	"encoding/json"
)

// version is that of this API, not of the app: it changes when a method does.
const version = "1.0.0"

func discoverMethods() []method {
	return []method{{
		name: "rpc.discover", summary: "Returns this description, as an OpenRPC document.", roles: viewers,
		params: &shape{form: formObject}, result: &shape{form: formFree, name: "OpenRPC"},
		answer: func(context.Context, *call, json.RawMessage) (any, error) { return openRPC(), nil },
	}}
}

// document is an OpenRPC document, as far as we use it.
type document struct {
	OpenRPC    string             `json:"openrpc"`
	Info       documentInfo       `json:"info"`
	Methods    []documentMethod   `json:"methods"`
	Told       []documentMethod   `json:"x-notifications"`
	Components documentComponents `json:"components"`
}

type documentInfo struct {
	Title       string `json:"title"`
	Version     string `json:"version"`
	Description string `json:"description"`
}

type documentMethod struct {
	Name           string            `json:"name"`
	Summary        string            `json:"summary"`
	ParamStructure string            `json:"paramStructure"`
	Params         []documentContent `json:"params"`
	Result         *documentContent  `json:"result,omitempty"`
	Errors         []documentError   `json:"errors,omitempty"`
	Roles          []Role            `json:"x-roles,omitempty"`
}

type documentContent struct {
	Name     string `json:"name"`
	Required bool   `json:"required,omitempty"`
	Schema   schema `json:"schema"`
}

type documentError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

type documentComponents struct {
	Schemas map[string]schema `json:"schemas"`
}

// openRPC describes the table.
func openRPC() document {
	d := document{
		OpenRPC: "1.3.2",
		Info: documentInfo{
			Title: "Convene", Version: version,
			Description: "What a Convene window asks of the app on the same computer. Parameters are always named.",
		},
		Components: documentComponents{Schemas: map[string]schema{}},
	}
	known := d.Components.Schemas
	for _, m := range table() {
		d.Methods = append(d.Methods, documentMethod{
			Name: m.name, Summary: m.summary, ParamStructure: "by-name",
			Params: contents(m.params, known),
			Result: &documentContent{Name: "result", Schema: schemaOf(m.result, known)},
			Errors: []documentError{{Code: int(codeRefused), Message: "Refused: data is {code, message, hint}."}},
			Roles:  m.roles,
		})
	}
	for _, t := range tidings() {
		d.Told = append(d.Told, documentMethod{
			Name: t.name, Summary: t.summary, ParamStructure: "by-name", Params: contents(t.params, known),
		})
	}
	return d
}

func contents(s *shape, known map[string]schema) []documentContent {
	list := []documentContent{}
	for _, f := range s.fields {
		list = append(list, documentContent{Name: f.name, Required: !f.optional, Schema: schemaOf(f.shape, known)})
	}
	return list
}
