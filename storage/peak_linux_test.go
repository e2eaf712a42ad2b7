package storage

import (
	"fmt"
	"os"
	"strings"
)

// peakMemory is the most that this process ever held, in bytes.
func peakMemory() (int, error) {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	_, after, _ := strings.Cut(string(text), "VmHWM:")
	kib := 0
	_, err = fmt.Sscan(after, &kib)
	return kib << 10, err
}
