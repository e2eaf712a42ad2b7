package app

import (
	"encoding/base64"
	"html"
	"path"
	"regexp"
	"strings"
)

// A preview shows a picture of the record itself inside the page, because the
// page may load nothing. A picture that is larger than this is only named.
const mostPicture = 256 << 10

// ownPicture is a block of our reports that is one picture and nothing else.
// What people wrote can never be such a block: their brackets are escaped.
var ownPicture = regexp.MustCompile(`^!\[(.*)\]\((assets/[a-z0-9-]+\.svg)\)\n$`)

// picture writes a block that is one of the record's own pictures. An SVG that
// is shown as a picture runs no script and loads nothing.
func (r *paper) picture(block []byte, pictures map[string][]byte) bool {
	m := ownPicture.FindSubmatch(block)
	if m == nil {
		return false
	}
	alt := html.EscapeString(withoutEscapes(string(m[1])))
	svg, ok := pictures[string(m[2])]
	if !ok || len(svg) > mostPicture {
		r.out.WriteString("<p>" + alt + "</p>\n")
		return true
	}
	r.out.WriteString(`<p><img alt="` + alt + `" data-name="` + strings.TrimSuffix(path.Base(string(m[2])), ".svg") + `" src="data:image/svg+xml;base64,` + base64.StdEncoding.EncodeToString(svg) + "\"></p>\n")
	return true
}

// photo is a link of our reports to the picture of a note. What people wrote can never be such a link: their brackets are escaped.
var photo = regexp.MustCompile(`\[picture\]\(assets/(picture-[0-9a-f]{16})\.(?:png|jpg)\)`)

// placed makes links to the pictures of notes places in the page, where a window shows what it holds of them.
func placed(block []byte) []byte { return photo.ReplaceAll(block, []byte("[picture](#$1)")) }

var escaped = regexp.MustCompile(`\\(.)`)

func withoutEscapes(s string) string { return escaped.ReplaceAllString(s, "$1") }
