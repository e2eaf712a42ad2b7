// Command floor is what a peer cannot do without: a libp2p host and two open databases, and nothing of Convene. The rows of
// `make bench` that measure a peer compare it with this. It lies in testdata because the rooms of the program are the only ones
// that may know Badger and libp2p.
package main

import (
	"fmt"
	"io"
	"os"

	"github.com/dgraph-io/badger/v4"
	"github.com/libp2p/go-libp2p"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "floor DATABASE DATABASE")
		os.Exit(2)
	}
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run opens everything, says so, and holds it until its input ends.
func run(folders []string) (err error) {
	for _, dir := range folders {
		db, err := badger.Open(asInStorage(dir))
		if err != nil {
			return err
		}
		defer func() { err = db.Close() }()
	}
	host, err := libp2p.New(libp2p.ListenAddrStrings("/ip4/0.0.0.0/udp/0/quic-v1", "/ip4/0.0.0.0/tcp/0"))
	if err != nil {
		return err
	}
	defer func() { err = host.Close() }()
	fmt.Println("ready")
	_, err = io.Copy(io.Discard, os.Stdin)
	return err
}

// asInStorage are the options of storage/options.go that take time or memory.
func asInStorage(dir string) badger.Options {
	return badger.DefaultOptions(dir).
		WithValueThreshold(1 << 20).WithMemTableSize(8 << 20).WithValueLogFileSize(16 << 20).
		WithNumMemtables(2).WithNumLevelZeroTables(2).WithNumLevelZeroTablesStall(6).
		WithNumCompactors(2).WithNumGoroutines(2).WithBlockCacheSize(16 << 20).WithIndexCacheSize(8 << 20).
		WithMetricsEnabled(false).WithExternalMagic(1).WithLogger(nil)
}
