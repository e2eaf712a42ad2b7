package outcome

import (
	"strconv"
	"strings"
	"unicode"
)

// Heading is one heading of a report. Anchor is what a link to it ends with, as GitHub makes it: "#decisions" without the sign.
type Heading struct {
	Level        int
	Text, Anchor string
}

// Outline returns the headings of a report in order.
func Outline(report []byte) []Heading {
	var list []Heading
	taken := slugs{}
	for _, l := range strings.Split(string(Body(report)), "\n") {
		marks := len(l) - len(strings.TrimLeft(l, "#"))
		text, ok := strings.CutPrefix(l[marks:], " ")
		if marks == 0 || marks > 6 || !ok {
			continue
		}
		text = unescape(strings.TrimSpace(text))
		list = append(list, Heading{Level: marks, Text: text, Anchor: taken.next(text)})
	}
	return list
}

// slugs are the anchors given so far.
type slugs map[string]int

// next returns the anchor of a heading, with a number behind when there is already one like it.
func (s slugs) next(text string) string {
	base := slug(text)
	anchor := base
	for {
		if _, taken := s[anchor]; !taken {
			s[anchor] = 0
			return anchor
		}
		s[base]++
		anchor = base + "-" + strconv.Itoa(s[base])
	}
}

// slug keeps letters, digits, marks, hyphens and underscores, in small letters; spaces become hyphens.
func slug(text string) string {
	return strings.Map(func(c rune) rune {
		switch {
		case c == ' ':
			return '-'
		case c == '-', unicode.In(c, unicode.L, unicode.M, unicode.Nd, unicode.Nl, unicode.Pc):
			return unicode.ToLower(c)
		}
		return -1
	}, text)
}
