package main

import (
	"net/url"
	"path/filepath"
	"strings"
	"unicode"
)

// mostLink is how long a link may be that is opened outside.
const mostLink = 2048

// outside reads a link that a page wants opened in the person's browser or mail. Only the web and mail are let out, with a host
// to show; whatever could start another program, name a file or hide where it leads is not.
func outside(link string) (host string, ok bool) {
	if len(link) > mostLink || strings.ContainsFunc(link, hides) {
		return "", false
	}
	u, err := url.Parse(link)
	if err != nil || u.User != nil {
		return "", false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Host, u.Host != "" && u.Opaque == ""
	case "mailto":
		return u.Opaque, strings.Contains(u.Opaque, "@")
	}
	return "", false
}

// inviteScheme begins the links by which the system starts this program for somebody who was invited.
const inviteScheme = "convene://join/"

// invited returns the invite among the arguments of a start, or "". It comes from wherever a link can be followed and is shown to the
// person before anything is done with it: here only what cannot be an invite is left out.
func invited(args []string) string {
	for _, arg := range args {
		if strings.HasPrefix(arg, inviteScheme) && len(arg) <= mostLink && !strings.ContainsFunc(arg, hides) {
			return arg
		}
	}
	return ""
}

// mostNotice is how many letters of a notice the system is given.
const mostNotice = 160

// noticed makes one line of what the pages want told outside the window.
func noticed(text string) string {
	line := strings.Join(strings.FieldsFunc(text, func(c rune) bool { return c == ' ' || hides(c) && c != '\\' }), " ")
	return string([]rune(line)[:min(len([]rune(line)), mostNotice)])
}

// hides reports signs that are not seen, turn the direction of what follows, or separate paths elsewhere.
func hides(c rune) bool {
	return c == '\\' || c == ' ' || unicode.In(c, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}

// bundleName is a name for a bundle that every file system takes.
func bundleName(title string) string {
	name := strings.TrimSpace(strings.Map(func(c rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, c) || hides(c) && c != ' ' {
			return '-'
		}
		return c
	}, title))
	if name = strings.Trim(name, ". "); name == "" {
		name = "session"
	}
	return string([]rune(name)[:min(len([]rune(name)), 60)]) + ".convene"
}

// withSuffix adds the suffix that a dialog left out.
func withSuffix(path, suffix string) string {
	if path == "" || strings.EqualFold(filepath.Ext(path), suffix) {
		return path
	}
	return path + suffix
}
