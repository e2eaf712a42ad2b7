package storage

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// bomberChild reads the bundle at path to its end, and says what came of it and the most that this process ever held.
func bomberChild(path string) int {
	changes, _, _, err := drain(path)
	var bad *BundleError
	if !errors.As(err, &bad) {
		fmt.Println("taken:", err)
		return 1
	}
	peak, err := peakMemory()
	if err != nil {
		fmt.Println(err)
		return 1
	}
	fmt.Println(changes, peak)
	return 0
}

// refusedFor wants a bundle to be refused for that reason.
func refusedFor(t *testing.T, path, why string) {
	t.Helper()
	_, _, _, err := drain(path)
	var bad *BundleError
	if !errors.As(err, &bad) || !strings.Contains(bad.Error(), why) {
		t.Errorf("%v, want a refusal because %q", err, why)
	}
}

func TestAFileLargerThanABundleMayBeIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large.convene")
	must(t, os.WriteFile(path, nil, 0o600))
	must(t, os.Truncate(path, bundleBytes+1<<20)) // sparse
	refusedFor(t, path, "it has 257 MiB, more than 256")
	must(t, os.Truncate(path, bundleBytes)) // the limit itself is no reason
	refusedFor(t, path, "it is not a bundle")
}

// TestABundleOfMoreThanAGigabyteInAllIsRefused: every entry is within its ratio, together they are not.
func TestABundleOfMoreThanAGigabyteInAllIsRefused(t *testing.T) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	add := func(name string, text []byte) {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name})
		must(t, err)
		_, err = w.Write(text)
		must(t, err)
	}
	add(manifestName, manifestOf(t, nil).text)
	// 12 MiB as they are let a file of 100 times as much claim more than a gigabyte.
	filler := make([]byte, 11<<20)
	w, err := z.CreateRaw(&zip.FileHeader{
		Name: changesName, Method: zip.Deflate, CompressedSize64: uint64(len(filler)), UncompressedSize64: bundleExpanded + 1<<20,
	})
	must(t, err)
	_, err = io.Copy(w, bytes.NewReader(filler))
	must(t, err)
	must(t, z.Close())
	path := filepath.Join(t.TempDir(), "wide.convene")
	must(t, os.WriteFile(path, out.Bytes(), 0o600))
	refusedFor(t, path, "1 GiB")
}

// TestEntriesThatLieOverEachOtherAreRefused: two names in the list lead to one place in the file.
func TestEntriesThatLieOverEachOtherAreRefused(t *testing.T) {
	hash := [2]string{strings.Repeat("ab", 32), strings.Repeat("cd", 32)}
	picture := bytes.Repeat([]byte("0123456789abcdef"), 4<<10)
	path := packed(t, manifestOf(t, nil), changesOf("one"), part{name: imagesPrefix + hash[0], text: picture}, part{name: imagesPrefix + hash[1], text: []byte("x")})
	text, err := os.ReadFile(path)
	must(t, err)
	const head = 46 // bytes of an entry in the list, before its name
	one := bytes.LastIndex(text, []byte(imagesPrefix+hash[0])) - head
	two := bytes.LastIndex(text, []byte(imagesPrefix+hash[1])) - head
	copy(text[two+16:two+28], text[one+16:one+28]) // checksum and sizes
	copy(text[two+42:two+46], text[one+42:one+46]) // where it lies
	must(t, os.WriteFile(path, text, 0o600))
	refusedFor(t, path, "its entries lie over each other")
}
