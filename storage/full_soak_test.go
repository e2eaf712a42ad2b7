//go:build soak && linux

package storage

import (
	"bufio"
	"errors"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"
)

// smallDisk mounts an ext4 of its own. It needs root; without it the test fails rather than pass.
func smallDisk(t *testing.T, size int64) string {
	t.Helper()
	dir := t.TempDir()
	image, mount := filepath.Join(dir, "image"), filepath.Join(dir, "disk")
	must(t, os.WriteFile(image, nil, 0o600))
	must(t, os.Truncate(image, size))
	must(t, os.Mkdir(mount, 0o700))
	for _, c := range [][]string{{"mkfs.ext4", "-q", "-m", "0", image}, {"mount", "-o", "loop", image, mount}} {
		if said, err := exec.Command(c[0], c[1:]...).CombinedOutput(); err != nil {
			t.Fatalf("%v (root is needed): %v: %s", c, err, said)
		}
	}
	t.Cleanup(func() {
		if said, err := exec.Command("umount", mount).CombinedOutput(); err != nil {
			t.Errorf("umount: %v: %s", err, said)
		}
	})
	return mount
}

// leaveFree makes a file at path that takes all but so many bytes of the disk.
func leaveFree(t *testing.T, path string, bytes int64) {
	t.Helper()
	_ = os.Remove(path)
	free, err := freeSpace(filepath.Dir(path))
	must(t, err)
	f, err := os.Create(path)
	must(t, err)
	must(t, syscall.Fallocate(int(f.Fd()), 0, 0, int64(free)-bytes))
	must(t, f.Close())
}

// fillDisk writes until nothing fits any more.
func fillDisk(t *testing.T, path string) {
	t.Helper()
	f, err := os.Create(path)
	must(t, err)
	block := make([]byte, 1<<20)
	for err == nil || len(block) > 4096 {
		if err != nil {
			block = block[:len(block)/2]
		}
		_, err = f.Write(block)
	}
	if !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("filling ended with %v", err)
	}
	_ = f.Close()
}

func TestSoakAFullDiskLosesAndCrashesNothing(t *testing.T) {
	mount := smallDisk(t, 2<<30)
	data, filler := filepath.Join(mount, "data"), filepath.Join(mount, "filler")
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	chance := rand.New(rand.NewPCG(seed, 3))
	acked := map[uint64]bool{}
	const rounds = 50
	crashes, refusals, readFull := 0, 0, 0
	for round := range rounds {
		leaveFree(t, filepath.Join(mount, "pad"), 620<<20) // enough to begin, and quick to fill
		c := child("filled", data)
		in, err := c.StdinPipe()
		must(t, err)
		out, err := c.StdoutPipe()
		must(t, err)
		must(t, c.Start())
		var count, full atomic.Int64
		ended := make(chan error, 1)
		mine := map[uint64]bool{}
		go func() {
			lines := bufio.NewScanner(out)
			for lines.Scan() {
				word, rest, _ := strings.Cut(lines.Text(), " ")
				switch word {
				case "acked":
					if n, err := strconv.ParseUint(rest, 10, 64); err == nil {
						mine[n] = true
						count.Add(1)
					}
				case "full":
					full.Add(1)
				case "failed":
					t.Errorf("round %d: %s", round, rest)
				}
			}
			ended <- c.Wait()
		}()
		alive := func() bool { return c.ProcessState == nil }
		enough := int64(1 + chance.IntN(3000))
		eventually(t, "the child writes", func() bool { return count.Load() >= enough || !alive() })
		eventually(t, "the ballast is taken on", func() bool {
			info, err := os.Stat(filepath.Join(data, "ballast"))
			return err == nil && info.Size() == ballastSize || !alive()
		})
		fillDisk(t, filler)
		eventually(t, "the child says full", func() bool { return full.Load() > 20 || !alive() })
		stays := round%2 == 0
		if !stays {
			must(t, os.Remove(filler))
			before := count.Load()
			eventually(t, "the child goes on", func() bool { return count.Load() > before+10 || !alive() })
		}
		must(t, in.Close())
		if err := <-ended; err != nil {
			crashes++
			t.Errorf("round %d: the process ended: %v", round, err)
		}
		refusals += int(full.Load())
		for n := range mine {
			acked[n] = true
		}
		if stays {
			readFull++
		}
		checkFull(t, round, data, acked, stays)
		_ = os.Remove(filler)
	}
	t.Logf("%d rounds: %d acknowledged, %d refused, %d read while full, %d crashes, 0 lost", rounds, len(acked), refusals, readFull, crashes)
}

func checkFull(t *testing.T, round int, data string, acked map[uint64]bool, full bool) {
	t.Helper()
	said, err := child("exporter", data).Output()
	if err != nil {
		usage, _ := exec.Command("sh", "-c", "df -k "+data+"; du -ak "+filepath.Dir(data)).CombinedOutput()
		t.Fatalf("round %d: reading: %v: %s\n%s", round, err, said, usage)
	}
	found := map[uint64]bool{}
	for line := range strings.Lines(string(said)) {
		word, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		switch word {
		case "held":
			n, err := strconv.ParseUint(rest, 10, 64)
			must(t, err)
			found[n] = true
		case "altered":
			t.Errorf("round %d: change %s was altered", round, rest)
		case "full":
			if rest != strconv.FormatBool(full) {
				t.Errorf("round %d: it says full is %s", round, rest)
			}
		}
	}
	for n := range acked {
		if !found[n] {
			t.Fatalf("round %d: acknowledged change %d is lost", round, n)
		}
	}
}
