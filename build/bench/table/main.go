// Command table makes the table of `make bench`: it reads the rows that benchmarks told, one JSON object a line, prints them and
// writes them to bench.json in the folder it is called in. A row told twice stands as it was told last.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"

	"convene/build/bench"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "table FILE")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(path string) error {
	rows, err := read(path)
	if err != nil {
		return err
	}
	outside := 0
	for _, r := range rows {
		fmt.Println(r)
		if !r.OK {
			outside++
		}
	}
	fmt.Printf("%d rows, %d outside their bar\n", len(rows), outside)
	out, err := json.MarshalIndent(rows, "", "  ")
	if err != nil {
		return fmt.Errorf("write bench.json: %w", err)
	}
	if err := os.WriteFile("bench.json", append(out, '\n'), 0o644); err != nil {
		return fmt.Errorf("write bench.json: %w", err)
	}
	return nil
}

// read returns the rows by name.
func read(path string) ([]bench.Row, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read rows: %w", err)
	}
	defer f.Close()
	byName := map[string]bench.Row{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var r bench.Row
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil || r.Name == "" {
			return nil, fmt.Errorf("read rows: %q is no row", lines.Text())
		}
		byName[r.Name] = r
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read rows: %w", err)
	}
	rows := make([]bench.Row, 0, len(byName))
	for _, r := range byName {
		rows = append(rows, r)
	}
	slices.SortFunc(rows, func(a, b bench.Row) int { return strings.Compare(a.Name, b.Name) })
	return rows, nil
}
