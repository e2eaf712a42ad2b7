package storage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
)

// A record is what journal and backup are made of. On disk it is framed:
//
//	4 bytes  length of the payload, little endian, never 0; the highest byte is a mark
//	4 bytes  CRC32C over length and payload
//	n bytes  payload: one byte of kind, then the kind's fields
//
// The checksum covers the length, so that a reader who lost its place finds the next record by
// trying every offset; the mark spares it a checksum at most of them.
type record struct {
	kind   recordKind
	change Change // of kindChange; of kindVoid only its ID
	key    string // of kindPrivate and kindForgotten
	stamp  uint64 // of kindPrivate and kindForgotten: of two records of one key the higher counts
	value  []byte // of kindPrivate and of the backup's own kinds
}

type recordKind byte

const (
	kindChange    recordKind = 1 // a change, own or another's
	kindPrivate   recordKind = 2 // a private value was set
	kindForgotten recordKind = 3 // a private value was deleted
	// kindVoid: an earlier record of this change was refused with an error and must not come back,
	// or its writer, who was told so, would have two histories.
	kindVoid recordKind = 4
	// kindSealed: another record, encrypted; value is its payload, sealed.
	kindSealed recordKind = 7
)

const (
	frameHead  = 8
	frameMark  = 0xC7 << 24
	maxPayload = MaxValue + maxKey + 128
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

var errRecord = errors.New("unknown or misshapen record")

// appendFrame appends r in its frame.
func appendFrame(dst []byte, r record) []byte {
	head := len(dst)
	dst = append(dst, make([]byte, frameHead)...)
	dst = append(dst, byte(r.kind))
	switch r.kind {
	case kindChange:
		dst = append(dst, r.change.Writer[:]...)
		dst = binary.BigEndian.AppendUint64(dst, r.change.Seq)
		dst = append(dst, r.change.ID[:]...)
		dst = append(dst, r.change.Bytes...)
	case kindVoid:
		dst = append(dst, r.change.ID[:]...)
	case kindBackupHead, kindBackupEnd, kindSealed:
		dst = append(dst, r.value...)
	case kindPrivate, kindForgotten:
		dst = binary.LittleEndian.AppendUint64(dst, r.stamp)
		dst = binary.LittleEndian.AppendUint16(dst, uint16(len(r.key))) //nolint:gosec // at most maxKey
		dst = append(dst, r.key...)
		dst = append(dst, r.value...)
	}
	binary.LittleEndian.PutUint32(dst[head:], frameMark|uint32(len(dst)-head-frameHead)) //nolint:gosec // at most maxPayload
	binary.LittleEndian.PutUint32(dst[head+4:], frameSum(dst[head:]))
	return dst
}

func frameSum(frame []byte) uint32 {
	return crc32.Update(crc32.Checksum(frame[:4], castagnoli), castagnoli, frame[frameHead:])
}

// frameLength is the length the payload of a frame claims to have, 0 when b begins with none. There
// are at least 4 bytes.
func frameLength(b []byte) uint32 {
	n := binary.LittleEndian.Uint32(b) ^ frameMark
	if n > maxPayload {
		return 0
	}
	return n
}

// nextFrame returns the payload of the frame b starts with, or nil when it starts with none.
func nextFrame(b []byte) []byte {
	if len(b) < frameHead {
		return nil
	}
	n := frameLength(b)
	if n == 0 || int64(n) > int64(len(b)-frameHead) {
		return nil
	}
	frame := b[:frameHead+int(n)]
	if binary.LittleEndian.Uint32(b[4:]) != frameSum(frame) {
		return nil
	}
	return frame[frameHead:]
}

// parseRecord reads a payload. The record shares its memory.
func parseRecord(payload []byte) (record, error) {
	if len(payload) == 0 {
		return record{}, errRecord
	}
	r, rest := record{kind: recordKind(payload[0])}, payload[1:]
	switch r.kind {
	case kindChange:
		if len(rest) < 32+8+32 {
			return record{}, errRecord
		}
		copy(r.change.Writer[:], rest)
		r.change.Seq = binary.BigEndian.Uint64(rest[32:])
		copy(r.change.ID[:], rest[40:])
		r.change.Bytes = rest[72:]
	case kindVoid:
		if len(rest) != 32 {
			return record{}, errRecord
		}
		copy(r.change.ID[:], rest)
	case kindBackupHead, kindBackupEnd, kindSealed:
		r.value = rest
	case kindPrivate, kindForgotten:
		if len(rest) < 10 || len(rest)-10 < int(binary.LittleEndian.Uint16(rest[8:])) {
			return record{}, errRecord
		}
		n := 10 + int(binary.LittleEndian.Uint16(rest[8:]))
		r.stamp = binary.LittleEndian.Uint64(rest)
		r.key, r.value = string(rest[10:n]), rest[n:]
	default:
		return record{}, fmt.Errorf("kind %d: %w", payload[0], errRecord)
	}
	return r, nil
}

// gap is a run of bytes in a file of records that is no record.
type gap struct{ at, length int }

// scanRecords yields every sound record of b, opened, and returns the gaps between them. Zeros at the end,
// as a power cut leaves them, are no gap.
func scanRecords(b []byte, with *sealer, yield func(record) error) ([]gap, error) {
	var gaps []gap
	bad := -1
	end := len(b)
	for end > 0 && b[end-1] == 0 {
		end--
	}
	at := 0
	for at < len(b) {
		payload := nextFrame(b[at:])
		r, err := with.parse(payload)
		if err != nil {
			if bad < 0 {
				bad = at
			}
			at++
			if at >= end && bad >= end {
				return gaps, nil
			}
			continue
		}
		if bad >= 0 {
			gaps, bad = append(gaps, gap{bad, at - bad}), -1
		}
		if err := yield(r); err != nil {
			return gaps, err
		}
		at += frameHead + len(payload)
	}
	if bad >= 0 && bad < end {
		gaps = append(gaps, gap{bad, len(b) - bad})
	}
	return gaps, nil
}
