package storage

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// part is one entry of a bundle that a test makes.
type part struct {
	name   string
	text   []byte
	method uint16
	mode   fs.FileMode
	claims uint64 // what its size is said to be, 0 for the truth
}

func manifestOf(t *testing.T, alter func(*Manifest)) part {
	t.Helper()
	m := Manifest{Bundle: 1, Session: hex.EncodeToString(make([]byte, 16)), Digest: hex.EncodeToString(make([]byte, 32))}
	if alter != nil {
		alter(&m)
	}
	text, err := json.Marshal(m)
	must(t, err)
	return part{name: manifestName, text: text}
}

func changesOf(texts ...string) part {
	var all []byte
	for _, text := range texts {
		all = append(binary.BigEndian.AppendUint32(all, uint32(len(text))), text...)
	}
	return part{name: changesName, text: all}
}

// packed writes a zip of parts as they are asked for, lies included.
func packed(t *testing.T, parts ...part) string {
	t.Helper()
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, p := range parts {
		h := &zip.FileHeader{Name: p.name, Method: p.method}
		if p.mode != 0 {
			h.SetMode(p.mode)
		}
		if p.claims == 0 {
			w, err := z.CreateHeader(h)
			must(t, err)
			_, err = w.Write(p.text)
			must(t, err)
			continue
		}
		var small bytes.Buffer
		f, err := flate.NewWriter(&small, 9)
		must(t, err)
		_, err = f.Write(p.text)
		must(t, err)
		must(t, f.Close())
		h.Method, h.UncompressedSize64, h.CompressedSize64 = zip.Deflate, p.claims, uint64(small.Len())
		w, err := z.CreateRaw(h)
		must(t, err)
		_, err = w.Write(small.Bytes())
		must(t, err)
	}
	must(t, z.Close())
	path := filepath.Join(t.TempDir(), "b.convene")
	must(t, os.WriteFile(path, out.Bytes(), 0o600))
	return path
}

// drain reads all of a bundle.
func drain(path string) (changes, images int, refused []Refusal, err error) {
	b, err := OpenBundle(path)
	if err != nil {
		return 0, 0, nil, err
	}
	defer func() { err = joinClose(err, b) }()
	if err := b.Changes(func([]byte) error { changes++; return nil }); err != nil {
		return changes, 0, nil, err
	}
	refused, err = b.Images(func(_ [32]byte, image []byte) error { images++; return JudgeImage(image) })
	return changes, images, refused, err
}

func TestHostileBundlesAreRefusedWithWhatAndWhy(t *testing.T) {
	good := []part{manifestOf(t, nil), changesOf("one", "two")}
	zeros := bytes.Repeat([]byte{0}, 8<<20)
	inner := packed(t, good...)
	nested, err := os.ReadFile(inner)
	must(t, err)
	hash := strings.Repeat("ab", 32)
	many := append([]part{}, good...)
	for n := range bundleEntries {
		many = append(many, part{name: fmt.Sprintf("images/%064x", n)})
	}
	for name, c := range map[string]struct {
		parts []part
		what  string
		why   string
	}{
		"traversal":                {append(good, part{name: "../../evil"}), `"../../evil"`, "leads out"},
		"absolute name":            {append(good, part{name: "/etc/passwd"}), `"/etc/passwd"`, "leads out"},
		"windows drive":            {append(good, part{name: `C:\evil`}), "evil", "leads out"},
		"stream of a file":         {append(good, part{name: "changes:hidden"}), "hidden", "leads out"},
		"link":                     {append(good, part{name: "images/" + hash, text: []byte("/etc/passwd"), mode: fs.ModeSymlink | 0o777}), hash, "link"},
		"unknown part":             {append(good, part{name: "view.json"}), "view.json", "no such part"},
		"name in another case":     {append(good, part{name: "images/" + strings.ToUpper(hash)}), "images/", "no such part"},
		"twice":                    {append(good, changesOf("three")), "changes", "twice"},
		"bidi in a name":           {append(good, part{name: "images/\u202egnp"}), `\u202e`, "no such part"},
		"nested":                   {append(good, part{name: "inner.convene", text: nested}), "inner.convene", "no such part"},
		"bomb":                     {[]part{good[0], {name: changesName, text: zeros, method: zip.Deflate}}, "changes", "100 times"},
		"bomb that says it is not": {[]part{good[0], {name: changesName, text: zeros, claims: 1000}}, "changes", "damaged"},
		"says more than there is":  {[]part{good[0], {name: changesName, text: []byte{0, 0, 0, 1, 7}, claims: 400}}, "changes", "damaged"},
		"a huge claim":             {[]part{good[0], {name: changesName, text: []byte{0, 0, 0, 1, 7}, claims: 2 << 30}}, "changes", "100 times"},
		"too many entries":         {many, "the file", "more than 20000"},
		"no manifest":              {good[1:], manifestName, "missing"},
		"no changes":               {good[:1], changesName, "missing"},
		"manifest of words":        {[]part{{name: manifestName, text: []byte("hello")}, good[1]}, manifestName, "cannot be read"},
		"manifest of no session":   {[]part{manifestOf(t, func(m *Manifest) { m.Session = "../.." }), good[1]}, manifestName, "no session"},
		"huge manifest":            {[]part{{name: manifestName, text: zeros[:manifestBytes+1]}, good[1]}, manifestName, "KiB"},
		"a change without end":     {[]part{good[0], {name: changesName, text: []byte{0, 0, 1, 0, 7}}}, "changes", "cut off in change 1"},
		"a change of 4 GB":         {[]part{good[0], {name: changesName, text: []byte{255, 255, 255, 255, 7}}}, "changes", "4294967295 bytes"},
		"a change of nothing":      {[]part{good[0], {name: changesName, text: []byte{0, 0, 0, 0}}}, "changes", "0 bytes"},
		"an image too large":       {append(good, part{name: "images/" + hash, text: make([]byte, MaxImage+1)}), hash, "MiB"},
	} {
		t.Run(name, func(t *testing.T) {
			path := packed(t, c.parts...)
			_, _, _, err := drain(path)
			var bad *BundleError
			if !errors.As(err, &bad) {
				t.Fatalf("taken: %v", err)
			}
			if !strings.Contains(bad.Error(), c.what) || !strings.Contains(bad.Error(), c.why) {
				t.Errorf("refused as %q, want %q because %q", bad.Error(), c.what, c.why)
			}
		})
	}
}

func TestABundleCutOrAlteredAnywhereIsNeverTakenForWhole(t *testing.T) {
	whole, err := os.ReadFile(packed(t, manifestOf(t, nil), changesOf(strings.Repeat("one", 40), strings.Repeat("two", 40))))
	must(t, err)
	path := filepath.Join(t.TempDir(), "b.convene")
	for n := range whole {
		must(t, os.WriteFile(path, whole[:n], 0o600))
		if _, _, _, err := drain(path); err == nil {
			t.Errorf("cut after %d of %d bytes it is read", n, len(whole))
		}
	}
	var one, two int
	for n := range whole {
		altered := bytes.Clone(whole)
		altered[n] ^= 0x40
		must(t, os.WriteFile(path, altered, 0o600))
		b, err := OpenBundle(path)
		if err != nil {
			continue
		}
		err = b.Changes(func(c []byte) error {
			switch string(c) {
			case strings.Repeat("one", 40):
				one++
			case strings.Repeat("two", 40):
				two++
			default:
				// Judged later: this room does not look into a change. The checksum at the end refuses the file.
			}
			return nil
		})
		if err == nil && (one == 0 || two == 0) {
			t.Errorf("byte %d altered: read as if it were whole", n)
		}
		one, two = 0, 0
		must(t, b.Close())
	}
}

func TestAListOfEntriesThatLiesIsRefusedBeforeItIsRead(t *testing.T) {
	whole, err := os.ReadFile(packed(t, manifestOf(t, nil), changesOf("one")))
	must(t, err)
	end := len(whole) - 22
	for name, alter := range map[string]func(b []byte){
		"another count":  func(b []byte) { binary.LittleEndian.PutUint16(b[end+10:], 7) },
		"another place":  func(b []byte) { binary.LittleEndian.PutUint32(b[end+16:], 0) },
		"another length": func(b []byte) { binary.LittleEndian.PutUint32(b[end+12:], 1<<20) },
		"a second disk":  func(b []byte) { binary.LittleEndian.PutUint16(b[end+4:], 1) },
		"a comment":      func(b []byte) { binary.LittleEndian.PutUint16(b[end+20:], 9) },
		"nothing at all": func(b []byte) { clear(b) },
		"more than it has": func(b []byte) {
			binary.LittleEndian.PutUint16(b[end+8:], 1)
			binary.LittleEndian.PutUint16(b[end+10:], 1)
		},
	} {
		altered := bytes.Clone(whole)
		alter(altered)
		path := filepath.Join(t.TempDir(), "b.convene")
		must(t, os.WriteFile(path, altered, 0o600))
		var bad *BundleError
		if _, err := OpenBundle(path); !errors.As(err, &bad) {
			t.Errorf("%s: taken: %v", name, err)
		}
	}
}

func TestABundleOfALaterFormIsRefusedPlainly(t *testing.T) {
	path := packed(t, manifestOf(t, func(m *Manifest) { m.Bundle = 2 }), changesOf("one"))
	if _, err := OpenBundle(path); !errors.Is(err, ErrNewer) {
		t.Errorf("got %v", err)
	}
}

func TestABundleIsWrittenWholeAndReplacesNothingUnasked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "b.convene")
	contents := Contents{Session: [16]byte{7}, Digest: [32]byte{9}, Changes: func(yield func([]byte) error) error {
		return errors.Join(yield([]byte("one")), yield([]byte("two")))
	}}
	_, err := WriteBundle(path, contents, false)
	must(t, err)
	if _, err := WriteBundle(path, contents, false); !errors.Is(err, fs.ErrExist) {
		t.Errorf("replaced: %v", err)
	}
	_, err = WriteBundle(path, contents, true)
	must(t, err)
	failing := contents
	failing.Changes = func(func([]byte) error) error { return errors.New("no") }
	if _, err := WriteBundle(path, failing, true); err == nil {
		t.Error("a bundle that failed is there")
	}
	if left := glob(t, filepath.Dir(path), "*"); len(left) != 1 {
		t.Errorf("files left: %v", left)
	}
	changes, _, _, err := drain(path)
	must(t, err)
	if changes != 2 {
		t.Errorf("%d changes", changes)
	}
	text, err := os.ReadFile(path)
	must(t, err)
	if !bytes.Contains(text, []byte(BundleNotice)) {
		t.Error("the file does not say who can read it")
	}
}

func FuzzOpenBundle(f *testing.F) {
	for _, b := range [][]byte{{}, []byte("PK\x05\x06" + strings.Repeat("\x00", 18))} {
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		path := filepath.Join(t.TempDir(), "b")
		must(t, os.WriteFile(path, b, 0o600))
		_, _, _, _ = drain(path)
	})
}
