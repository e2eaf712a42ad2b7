package main

import (
	"strings"
	"testing"
)

func TestOnlyTheWebAndMailAreOpenedOutside(t *testing.T) {
	for link, want := range map[string]string{
		"https://example.org/a?b#c":         "example.org",
		"http://192.168.1.20:4711/":         "192.168.1.20:4711",
		"mailto:amina@example.org":          "amina@example.org",
		"ms-msdt:/id":                       "",
		"smb://host/share":                  "",
		`\\host\share`:                      "",
		"//host/share":                      "",
		"file:///etc/passwd":                "",
		"javascript:alert(1)":               "",
		"convene://join/#x":                 "",
		"https://":                          "",
		"https:example.org":                 "",
		"https://good.example@evil.example": "",
		"https://example.org/\u202egnp.exe": "",
		"https://example.org/\r\nX: y":      "",
		"https://example.org/a b":           "",
		"mailto:nobody":                     "",
		"":                                  "",
		"https://example.org/" + string(make([]byte, 2100)): "",
	} {
		if host, ok := outside(link); ok != (want != "") || ok && host != want {
			t.Errorf("%.60q: %q, %v", link, host, ok)
		}
	}
}

func TestABundleHasANameThatEveryDiskTakes(t *testing.T) {
	for title, want := range map[string]string{
		"Clean water pilot": "Clean water pilot.convene",
		`a/b\c:d*e?`:        "a-b-c-d-e-.convene",
		"  ..  ":            "session.convene",
		"ليلى":              "ليلى.convene",
	} {
		if got := bundleName(title); got != want {
			t.Errorf("%q: %q, want %q", title, got, want)
		}
	}
	for path, want := range map[string]string{"": "", "/a/b": "/a/b.convene", "/a/b.CONVENE": "/a/b.CONVENE"} {
		if got := withSuffix(path, ".convene"); got != want {
			t.Errorf("%q: %q, want %q", path, got, want)
		}
	}
}

func TestOnlyAnInviteIsTakenFromTheArgumentsOfAStart(t *testing.T) {
	for name, c := range map[string]struct {
		args []string
		want string
	}{
		"an invite":                 {[]string{"convene://join/#abc"}, "convene://join/#abc"},
		"an invite behind a flag":   {[]string{"--data", "/x", "convene://join/#abc"}, "convene://join/#abc"},
		"nothing":                   {nil, ""},
		"another address of ours":   {[]string{"convene://relay/#abc"}, ""},
		"an address of the web":     {[]string{"https://example.org/convene://join/"}, ""},
		"a sign that is not seen":   {[]string{"convene://join/#a\u202eb"}, ""},
		"a second line":             {[]string{"convene://join/#a\n--data"}, ""},
		"more than a link can hold": {[]string{"convene://join/#" + strings.Repeat("a", 2100)}, ""},
	} {
		if got := invited(c.args); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestANoticeIsOneLineOfWords(t *testing.T) {
	for text, want := range map[string]string{
		"1 person waits":          "1 person waits",
		"  two\n\nlines\t here  ": "two lines here",
		"turned \u202eround":      "turned round",
		"":                        "",
		strings.Repeat("é", 1000): strings.Repeat("é", 160),
	} {
		if got := noticed(text); got != want {
			t.Errorf("%.40q: %.40q, want %.40q", text, got, want)
		}
	}
}
