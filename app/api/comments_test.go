package api

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// comments are what the source says about types and their fields, by "Type"
// and "Type.Field".
type comments map[string]string

// readComments reads the comments of the given folders' types.
func readComments(t *testing.T, folders ...string) comments {
	t.Helper()
	found := comments{}
	for _, folder := range folders {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		if err != nil || len(files) == 0 {
			t.Fatalf("no source in %s: %v", folder, err)
		}
		for _, file := range files {
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range parsed.Decls {
				found.readTypes(d)
			}
		}
	}
	return found
}

func (c comments) readTypes(d ast.Decl) {
	types, ok := d.(*ast.GenDecl)
	if !ok || types.Tok != token.TYPE {
		return
	}
	for _, spec := range types.Specs {
		named, ok := spec.(*ast.TypeSpec)
		if !ok {
			continue
		}
		c[named.Name.Name] = oneLine(types.Doc)
		if fields, ok := named.Type.(*ast.StructType); ok {
			for _, f := range fields.Fields.List {
				said := strings.TrimSpace(oneLine(f.Doc) + " " + oneLine(f.Comment))
				for _, name := range f.Names {
					c[named.Name.Name+"."+name.Name] = said
				}
			}
		}
	}
}

func oneLine(g *ast.CommentGroup) string { return strings.Join(strings.Fields(g.Text()), " ") }

func (c comments) of(f field) string { return c[f.owner.Name()+"."+f.goName] }
