// Package frontend carries the built pages inside the program, so that a
// laptop without network shows the same window as any other.
//
// Use Pages. The package serves nothing and knows no session; it will never
// read a file of the computer it runs on.
package frontend

import (
	"embed"
	"io/fs"
)

//go:embed all:dist
var dist embed.FS

//go:embed notbuilt/index.html
var notBuilt embed.FS

// Pages returns the files of the window, index.html at the root. A program
// that was compiled before `npm run build` gets one page that says so.
func Pages() fs.FS { return pages(dist, notBuilt) }

// Built reports whether the pages were there when the program was compiled.
func Built() bool { return hasIndex(below(dist, "dist")) }

func pages(dist, notBuilt fs.FS) fs.FS {
	if built := below(dist, "dist"); hasIndex(built) {
		return built
	}
	return below(notBuilt, "notbuilt")
}

func hasIndex(files fs.FS) bool {
	_, err := fs.Stat(files, "index.html")
	return err == nil
}

// below cannot fail: both folder names are written into this file.
func below(files fs.FS, folder string) fs.FS {
	sub, err := fs.Sub(files, folder)
	if err != nil {
		panic("frontend: " + err.Error())
	}
	return sub
}
