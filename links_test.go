package main

import "testing"

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
