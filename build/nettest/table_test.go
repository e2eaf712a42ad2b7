//go:build nettest

package nettest

import (
	"fmt"
	"os"
	"sync"
	"text/tabwriter"
	"time"
)

// The table of what was measured, printed at the end of a run. "before" is
// what a bare libp2p host took for the same in the prototype from which the
// configuration comes; it did less (no database, no window, no signatures).
var table struct {
	mu   sync.Mutex
	rows [][4]string
}

// measured notes a time; before is the prototype's, or empty.
func measured(what string, took time.Duration, before, bar string) {
	table.mu.Lock()
	defer table.mu.Unlock()
	table.rows = append(table.rows, [4]string{what, took.Round(time.Millisecond).String(), before, bar})
}

// counted notes something that is no time.
func counted(what, value, bar string) {
	table.mu.Lock()
	defer table.mu.Unlock()
	table.rows = append(table.rows, [4]string{what, value, "", bar})
}

func printTable() {
	table.mu.Lock()
	defer table.mu.Unlock()
	if len(table.rows) == 0 {
		return
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "\nmeasured\there\tprototype\tbar")
	for _, r := range table.rows {
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\n", r[0], r[1], r[2], r[3])
	}
	_ = w.Flush()
}
