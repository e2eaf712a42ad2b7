package storage

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/klauspost/compress/zstd"
)

// A backup is one file, sealed where there is a key: a header, then a zstd stream of framed records. The first record says which
// journal segments it covers and when it was made, the last one how many records there are and their
// digest. It is written whole under another name and read back before it counts.
const (
	backupHeader = "convene backup\n"
	backupSuffix = ".backup"
	backupsKept  = 5
)

// Records that only backups have.
const (
	kindBackupHead recordKind = 5 // value: covered segment, milliseconds since 1970; 8 bytes each
	kindBackupEnd  recordKind = 6 // value: number of records, SHA-256 of their frames
)

var errBackup = errors.New("the backup is damaged")

// backupHead is what the first record of a backup says.
type backupHead struct {
	covers uint64 // every record of the segments up to this one is in the backup
	made   time.Time
}

func (h backupHead) record() record {
	value := binary.BigEndian.AppendUint64(nil, h.covers)
	value = binary.BigEndian.AppendUint64(value, uint64(h.made.UnixMilli())) //nolint:gosec // after 1970
	return record{kind: kindBackupHead, value: value}
}

func parseHead(r record) (h backupHead, err error) {
	if r.kind != kindBackupHead || len(r.value) != 16 {
		return h, fmt.Errorf("%w: its head is missing", errBackup)
	}
	h.covers = binary.BigEndian.Uint64(r.value)
	h.made = time.UnixMilli(int64(binary.BigEndian.Uint64(r.value[8:]))) //nolint:gosec // as written
	return h, nil
}

// writeBackup writes what each yields to path and reads it back.
func writeBackup(path string, with *sealer, head backupHead, each func(yield func(record) error) error) error {
	next := path + ".new"
	f, err := os.OpenFile(next, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, fileMode)
	if err != nil {
		return plain(err)
	}
	sum, err := streamBackup(f, with, head, each)
	if err == nil {
		err = f.Sync()
	}
	if err = joinClose(err, f); err == nil {
		var again [sha256.Size]byte
		if _, again, err = readBackup(next, with, func(record) error { return nil }); err == nil && again != sum {
			err = fmt.Errorf("%w: it reads otherwise than it was written", errBackup)
		}
	}
	if err == nil {
		err = os.Rename(next, path)
	}
	if err != nil {
		return errors.Join(plain(err), os.Remove(next))
	}
	return plain(syncFolder(filepath.Dir(path)))
}

func streamBackup(w io.Writer, with *sealer, head backupHead, each func(yield func(record) error) error) (sum [sha256.Size]byte, err error) {
	buffered := bufio.NewWriterSize(w, 1<<16)
	sealing, err := with.writer(buffered)
	if err != nil {
		return sum, err
	}
	if _, err := io.WriteString(sealing, backupHeader); err != nil {
		return sum, err
	}
	packed, err := zstd.NewWriter(sealing, zstd.WithEncoderConcurrency(1), zstd.WithEncoderLevel(zstd.SpeedFastest))
	if err != nil {
		return sum, err
	}
	digest, count := sha256.New(), uint64(0)
	var frame []byte
	add := func(r record) error {
		frame = appendFrame(frame[:0], r)
		digest.Write(frame)
		count++
		_, err := packed.Write(frame)
		return err
	}
	if err = add(head.record()); err == nil {
		err = each(add)
	}
	if err == nil {
		digest.Sum(sum[:0])
		_, err = packed.Write(appendFrame(frame[:0], endRecord(count, sum)))
	}
	if err = joinClose(joinClose(err, packed), sealing); err != nil {
		return sum, err
	}
	return sum, buffered.Flush()
}

func endRecord(count uint64, sum [sha256.Size]byte) record {
	return record{kind: kindBackupEnd, value: append(binary.BigEndian.AppendUint64(nil, count), sum[:]...)}
}

// readBackup yields the records of a backup. When it returns without an error they were all there,
// as written; with one, those already yielded are sound each for itself.
func readBackup(path string, with *sealer, yield func(record) error) (head backupHead, sum [sha256.Size]byte, err error) {
	f, err := os.Open(path)
	if err != nil {
		return head, sum, plain(err)
	}
	defer func() { err = joinClose(err, f) }()
	opened, err := with.reader(bufio.NewReader(f))
	if err != nil {
		return head, sum, fmt.Errorf("%w: %w", errBackup, err)
	}
	header := make([]byte, len(backupHeader))
	if _, err := io.ReadFull(opened, header); err != nil || string(header) != backupHeader {
		return head, sum, fmt.Errorf("%w: it does not begin as one", errBackup)
	}
	packed, err := zstd.NewReader(opened, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(64<<20))
	if err != nil {
		return head, sum, err
	}
	defer packed.Close()
	digest, count := sha256.New(), uint64(0)
	for {
		r, err := readFrame(packed, digest)
		if err != nil {
			return head, sum, err
		}
		switch {
		case r.kind == kindBackupEnd:
			digest.Sum(sum[:0])
			if !bytes.Equal(r.value, endRecord(count, sum).value) {
				return head, sum, fmt.Errorf("%w: it is not whole", errBackup)
			}
			return head, sum, nil
		case count == 0:
			head, err = parseHead(r)
		default:
			err = yield(r)
		}
		if err != nil {
			return head, sum, err
		}
		count++
	}
}

// readFrame reads one record from a stream and adds its frame to the digest, unless it is the end.
func readFrame(r io.Reader, digest hash.Hash) (record, error) {
	head := make([]byte, frameHead)
	if _, err := io.ReadFull(r, head); err != nil {
		return record{}, fmt.Errorf("%w: it is cut: %w", errBackup, err)
	}
	n := frameLength(head)
	if n == 0 {
		return record{}, fmt.Errorf("%w: a record does not begin as one", errBackup)
	}
	frame := append(head, make([]byte, n)...)
	if _, err := io.ReadFull(r, frame[frameHead:]); err != nil {
		return record{}, fmt.Errorf("%w: it is cut: %w", errBackup, err)
	}
	rec, err := parseRecord(nextFrame(frame))
	if err != nil {
		return rec, fmt.Errorf("%w: %w", errBackup, err)
	}
	if rec.kind != kindBackupEnd {
		digest.Write(frame)
	}
	return rec, nil
}

// readBackupHead reads only what the first record says.
func readBackupHead(path string, with *sealer) (backupHead, error) {
	enough := errors.New("enough")
	head, _, err := readBackup(path, with, func(record) error { return enough })
	if errors.Is(err, enough) {
		err = nil
	}
	return head, err
}

func backupPath(dir string, number uint64) string {
	return filepath.Join(dir, fmt.Sprintf("%08d%s", number, backupSuffix))
}
