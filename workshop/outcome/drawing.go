package outcome

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"convene/workshop"
)

// drawing is an SVG that is being written. Everything is in whole units and in fixed colours, so that its bytes are the same on
// every laptop; no script, no style sheet, no address is in it but the names of the pictures of notes beside it.
type drawing struct {
	w, h int
	b    strings.Builder
}

func itoa(n int) string { return strconv.Itoa(n) }

// Colours of drawings: ink on paper, one accent for what is ahead.
const (
	inkColor    = "#1a1a1e"
	softColor   = "#5c5f66"
	lineColor   = "#c7cad1"
	fieldColor  = "#f3f4f6"
	accentColor = "#0b5fd0"
)

// xmlText makes people's words safe in XML. What XML cannot hold is gone already: see [clean].
var xmlText = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\ufffe", "", "\uffff", "")

func (d *drawing) put(format string, args ...any) { fmt.Fprintf(&d.b, format+"\n", args...) }

func (d *drawing) box(x, y, w, h, round int, fill, stroke string) {
	d.put(`<rect x="%d" y="%d" width="%d" height="%d" rx="%d" fill="%s" stroke="%s"/>`, x, y, w, h, round, fill, stroke)
}

func (d *drawing) rule(x1, y1, x2, y2, width int, color string) {
	d.put(`<line x1="%d" y1="%d" x2="%d" y2="%d" stroke="%s" stroke-width="%d"/>`, x1, y1, x2, y2, color, width)
}

// dot is a whole vote; an open one lies below the line.
func (d *drawing) dot(x, y, radius int, full bool) {
	fill := inkColor
	if !full {
		fill = "none"
	}
	d.put(`<circle cx="%d" cy="%d" r="%d" fill="%s" stroke="%s" stroke-width="2"/>`, x, y, radius, fill, inkColor)
}

// lettering is how a text is set.
type lettering struct {
	size  int
	bold  bool
	soft  bool
	end   bool // ends at x instead of beginning there
	mid   bool // stands in the middle of x
	width int  // of the column; texts in scripts that run from the right begin at its right side
}

// text writes one line. Where its script runs from the right, it begins on the right of its column.
func (d *drawing) text(x, y int, s string, l lettering) {
	attrs := ""
	switch {
	case l.end:
		attrs = ` text-anchor="end"`
	case l.mid:
		attrs = ` text-anchor="middle"`
	case fromRight(s):
		x += l.width
		attrs = ` direction="rtl"`
	}
	if l.bold {
		attrs += ` font-weight="700"`
	}
	color := inkColor
	if l.soft {
		color = softColor
	}
	d.put(`<text x="%d" y="%d" font-size="%d" fill="%s"%s>%s</text>`, x, y, l.size, color, attrs, xmlText.Replace(s))
}

// lines writes a text over several lines and returns where the next would begin.
func (d *drawing) lines(x, y int, lines []string, l lettering) int {
	for _, s := range lines {
		d.text(x, y, s, l)
		y += lineHeight(l.size)
	}
	return y
}

func lineHeight(size int) int { return size + (size*2+2)/5 }

// end closes the drawing. What is on it stands in its title, for those who cannot see it.
func (d *drawing) end(title string) string {
	head := fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" `+
		`font-family="Atkinson Hyperlegible Next, Atkinson Hyperlegible, system-ui, sans-serif">`, d.w, d.h, d.w, d.h)
	return head + "\n<title>" + xmlText.Replace(title) + "</title>\n" +
		fmt.Sprintf(`<rect width="%d" height="%d" fill="#ffffff"/>`, d.w, d.h) + "\n" + d.b.String() + "</svg>\n"
}

// fromRight reports whether the first letter of a text is of a script that runs from the right.
func fromRight(s string) bool {
	for _, c := range s {
		if unicode.IsLetter(c) {
			return unicode.In(c, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko)
		}
	}
	return false
}

// wide estimates how wide a text is, in hundredths of its size. It is on the safe side of common fonts.
func wide(s string) int {
	n := 0
	for _, c := range s {
		if c < 0x80 {
			n += wideASCII(c)
			continue
		}
		switch {
		case unicode.In(c, unicode.Mn, unicode.Me, unicode.Cf):
		case unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul), c >= 0x1f000:
			n += 104
		case unicode.IsUpper(c):
			n += 70
		default:
			n += 58
		}
	}
	return n
}

func wideASCII(c rune) int {
	switch c {
	case 'i', 'j', 'l', 'I', 'f', 't', '.', ',', ':', ';', '\'', '|', '!', '(', ')', '[', ']', '`', ' ':
		return 32
	case 'm', 'w', 'M', 'W', '@', '%':
		return 90
	}
	if c >= 'A' && c <= 'Z' {
		return 70
	}
	return 58
}

// wrap breaks a text into at most so many lines of a width; what is too long ends with an ellipsis.
func wrap(s string, size, width, most int) []string {
	var lines []string
	room := width * 100 / size
	for _, paragraph := range linesOf(s) {
		line, long := "", 0
		for _, word := range strings.Fields(paragraph) {
			for _, piece := range pieces(word, room) {
				switch w := wide(piece); {
				case line == "":
					line, long = piece, w
				case long+32+w <= room:
					line, long = line+" "+piece, long+32+w
				default:
					lines = append(lines, line)
					line, long = piece, w
				}
			}
		}
		lines = append(lines, line)
	}
	if len(lines) > most {
		lines = lines[:most]
		last := []rune(lines[most-1])
		for len(last) > 1 && wide(string(last))+90 > room {
			last = last[:len(last)-1]
		}
		lines[most-1] = strings.TrimRight(string(last), " ") + "…"
	}
	return lines
}

// pieces cuts a word that is wider than a line.
func pieces(word string, room int) []string {
	if wide(word) <= room {
		return []string{word}
	}
	var list []string
	piece := ""
	for _, c := range word {
		if piece != "" && wide(piece+string(c)) > room {
			list, piece = append(list, piece), ""
		}
		piece += string(c)
	}
	return append(list, piece)
}

// noteCode is the number of a note in the report.
func (r *report) noteCode(id workshop.RecordID) string { return "N" + itoa(r.index.noteNo[id]) }
