package outcome

import (
	"strings"

	"convene/workshop"
)

// SlugDate names the folder of a record: the title in small letters, digits and hyphens, and the date; at most 100 characters,
// and safe on every system. A title in another script gives "session".
func SlugDate(v *workshop.View) string {
	name := plainName(v.Session.Title)
	if name == "" || reserved(name) {
		name = strings.Trim("session-"+name, "-")
	}
	const most = 80
	if len(name) > most {
		name = strings.Trim(name[:most], "-")
	}
	if day := date(&v.Session); day != "" {
		name += "-" + day
	}
	return name
}

// plainName keeps letters and digits of ASCII, writes accented letters without accents, and puts hyphens for all else.
func plainName(title string) string {
	var b strings.Builder
	for _, c := range strings.ToLower(cleanName(title)) {
		switch plain := latin(c); {
		case plain != "":
			b.WriteString(plain)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.Trim(b.String(), "-")
}

// accents lists what each plain letter is written for.
var accents = []struct{ plain, signs string }{
	{"a", "àáâãåāăą"},
	{"ae", "äæ"},
	{"c", "çćčĉċ"},
	{"d", "ďđð"},
	{"e", "èéêëēĕėęě"},
	{"g", "ğĝġģ"},
	{"h", "ĥħ"},
	{"i", "ìíîïĩīĭįı"},
	{"j", "ĵ"},
	{"k", "ķ"},
	{"l", "ĺļľŀł"},
	{"n", "ñńņňŋ"},
	{"o", "òóôõōŏő"},
	{"oe", "öøœ"},
	{"r", "ŕŗř"},
	{"s", "śŝşšș"},
	{"ss", "ß"},
	{"t", "ţťŧț"},
	{"th", "þ"},
	{"u", "ùúûũūŭůűų"},
	{"ue", "ü"},
	{"w", "ŵ"},
	{"y", "ýÿŷ"},
	{"z", "źżž"},
}

func latin(c rune) string {
	if c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
		return string(c)
	}
	for _, a := range accents {
		if strings.ContainsRune(a.signs, c) {
			return a.plain
		}
	}
	return ""
}

// reserved reports names that Windows keeps for devices.
func reserved(name string) bool {
	switch name {
	case "con", "prn", "aux", "nul":
		return true
	}
	return len(name) == 4 && (name[:3] == "com" || name[:3] == "lpt") && name[3] >= '0' && name[3] <= '9'
}
