package outcome

import (
	"bytes"
	"encoding/json"

	"convene/workshop"
)

// A board as JSON Canvas 1.0, which other whiteboards and note tools open. Texts of its nodes are Markdown there, so they are
// escaped as in the report.

type canvasFile struct {
	Nodes []canvasNode `json:"nodes"`
	Edges []canvasEdge `json:"edges"`
}

type canvasNode struct {
	ID     string `json:"id"`
	Type   string `json:"type"` // "text" or "group"
	X      int    `json:"x"`
	Y      int    `json:"y"`
	Width  int    `json:"width"`
	Height int    `json:"height"`
	Color  string `json:"color,omitempty"` // "1" to "6": red, orange, yellow, green, cyan, purple
	Text   string `json:"text,omitempty"`
	Label  string `json:"label,omitempty"`
}

type canvasEdge struct {
	ID    string `json:"id"`
	From  string `json:"fromNode"`
	To    string `json:"toNode"`
	Label string `json:"label,omitempty"`
}

func (r *report) canvasName(board workshop.RecordID) string {
	return r.assetName(board, "board.canvas")
}

// canvas writes a board as it is drawn: see [report.layOut].
func (r *report) canvas(board workshop.RecordID) []byte {
	plan := r.layOut(board)
	f := canvasFile{Nodes: []canvasNode{}, Edges: []canvasEdge{}}
	for i, g := range plan.groups {
		if g.title != "" {
			f.Nodes = append(f.Nodes, canvasNode{
				ID: "group-" + itoa(i+1), Type: "group", X: g.x, Y: g.y, Width: g.w, Height: g.h, Label: g.title,
			})
		}
	}
	for _, n := range plan.notes {
		f.Nodes = append(f.Nodes, canvasNode{
			ID: r.noteCode(n.note.ID), Type: "text", X: n.x, Y: n.y, Width: n.w, Height: n.h,
			Color: canvasColors[n.note.Color], Text: r.words(n.note.Text, ""),
		})
	}
	for i, a := range plan.arrows {
		f.Edges = append(f.Edges, canvasEdge{ID: "arrow-" + itoa(i+1), From: a.from, To: a.to, Label: a.label})
	}
	return writeJSON(f)
}

var canvasColors = map[string]string{
	"red": "1", "pink": "1", "orange": "2", "yellow": "3", "green": "4", "blue": "5", "cyan": "5", "purple": "6", "violet": "6",
}

// writeJSON writes with line breaks, so that a person can read a difference, and without escapes for HTML.
func writeJSON(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		panic("outcome: write to memory: " + err.Error())
	}
	return b.Bytes()
}
