// Command serve runs a directory of three servers on this computer until its input
// ends, for tests in other languages. It prints one address a line, then an empty
// line.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"convene/build/directory"
)

func main() {
	if err := serve(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func serve() error {
	s, err := directory.Start(context.Background(), 3, "127.0.0.1")
	if err != nil {
		return err
	}
	fmt.Printf("%s\n\n", strings.Join(s.Addresses, "\n"))
	_, err = io.Copy(io.Discard, os.Stdin)
	return errors.Join(err, s.Close())
}
