package storage

import (
	"github.com/dgraph-io/badger/v4"
	"github.com/dgraph-io/badger/v4/options"
	"github.com/sirupsen/logrus"
)

// Formats of a store. formatVersion is the newest; a reader refuses a higher one.
const (
	formatPlain   uint32 = 1
	formatSealed  uint32 = 2 // all of it encrypted
	formatVersion        = formatSealed
)

// memTableSize must never be lowered in a later release: a write-ahead log left behind by this one
// has to fit the memtable of the next.
const memTableSize = 8 << 20

// databaseOptions is how every Badger database here is opened. Badger's defaults are made for
// servers; each line that leaves them says why.
func databaseOptions(dir string, with *sealer, log *logrus.Entry) badger.Options {
	return badger.DefaultOptions(dir).
		// The journal is the durable copy. Synced writes would add a second sync to every change, and
		// protect nothing on Windows (msync is empty there) and little on macOS (no F_FULLFSYNC).
		WithSyncWrites(false).
		// No value we accept reaches it, so nothing lives in the value log: rows that point to a value
		// lost by a crash cannot come to be. Must be at most 15 % of MemTableSize.
		WithValueThreshold(1 << 20).
		// The write-ahead log is a file of twice this size: 16 MiB instead of 128, which matters where
		// files cannot be sparse.
		WithMemTableSize(memTableSize).
		// The value log file is created at twice this size; by default 2 GiB, real on Windows.
		WithValueLogFileSize(16 << 20).
		// Memory: one session on a laptop, one writer.
		WithNumMemtables(2).
		WithNumLevelZeroTables(2).
		WithNumLevelZeroTablesStall(6).
		WithNumCompactors(2). // one is refused
		WithNumGoroutines(2).
		WithBlockCacheSize(16 << 20). // 0 panics with compression or encryption
		WithIndexCacheSize(8 << 20).  // bounded; 0 keeps every index in memory
		WithCompression(options.Snappy).
		WithNumVersionsToKeep(1). // history is the log of changes
		WithVerifyValueChecksum(true).
		WithChecksumVerificationMode(options.OnBlockRead). // measured: costs nothing; on table read costs memory
		WithCompactL0OnClose(true).                        // a fast open is worth a slower close
		WithDetectConflicts(true).
		WithMetricsEnabled(false). // they are globals of expvar
		// AES-CTR: it keeps secrets and proves nothing; signatures do. The keys of its files change every 10 days.
		WithEncryptionKey(with.databaseKey()).
		WithExternalMagic(uint16(with.format())).      // an older app refuses a newer database
		WithLogger(badgerLogger{log: log}).            // WithLoggingLevel would put Badger's own back, on stderr
		WithReadOnly(false).WithBypassLockGuard(false) // read-only fails after a kill and on Windows; without the lock two writers corrupt
}
