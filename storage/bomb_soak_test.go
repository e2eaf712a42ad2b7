//go:build soak

package storage

import (
	"archive/zip"
	"compress/flate"
	"encoding/binary"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// bombBytes is what comes out of the bomb, and bombMemory what a whole process may hold while it refuses it.
const (
	bombBytes  = 208 << 20
	bombMemory = 64 << 20
)

// bomb writes a bundle whose changes unpack to bombBytes, in changes of 64 KiB of which only the last is not in order. It is
// within every ratio: bytes that do not pack stand beside zeros.
func bomb(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "bomb.convene")
	f, err := os.Create(path)
	must(t, err)
	z := zip.NewWriter(f)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestSpeed) })
	w, err := z.Create(manifestName)
	must(t, err)
	_, err = w.Write(manifestOf(t, nil).text)
	must(t, err)
	w, err = z.Create(changesName)
	must(t, err)
	change := binary.BigEndian.AppendUint32(nil, 64<<10)
	change = append(change, make([]byte, 64<<10)...)
	for i := range 2 << 10 { // what deflate cannot pack
		change[4+i] = byte(i * i * 31 >> 3)
	}
	for n := 0; n < bombBytes/len(change); n++ {
		for i := range 2 << 10 {
			change[4+i] = change[4+i]*5 + byte(n>>(i%7)) + byte(i>>3) + 1
		}
		_, err = w.Write(change)
		must(t, err)
	}
	_, err = w.Write([]byte{255, 255, 255, 255})
	must(t, err)
	must(t, z.Close())
	must(t, f.Close())
	return path
}

func TestSoakABundleThatUnpacksToMuchIsReadInLittleMemory(t *testing.T) {
	said, err := child("bomber", bomb(t)).Output()
	if err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	var changes, peak int
	_, err = fmt.Sscan(string(said), &changes, &peak)
	must(t, err)
	if changes*(64<<10) < 200<<20 {
		t.Errorf("only %d changes came out of it", changes)
	}
	t.Logf("%d MiB came out, at most %d MiB were held by the whole process", changes>>4, peak>>20)
	if peak > bombMemory {
		t.Errorf("the process held %d MiB, want at most %d", peak>>20, bombMemory>>20)
	}
}
