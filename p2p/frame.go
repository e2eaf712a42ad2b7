package p2p

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/fxamacker/cbor/v2"
)

var errFrameSize = errors.New("frame is larger than allowed")

// writeFrame sends one frame: its length in 4 bytes, big-endian, and the body.
func writeFrame(w io.Writer, body []byte) error {
	if len(body) > maxFrame {
		return errFrameSize
	}
	b := make([]byte, 4, 4+len(body))
	binary.BigEndian.PutUint32(b, uint32(len(body)))
	if _, err := w.Write(append(b, body...)); err != nil {
		return fmt.Errorf("write frame: %w", err)
	}
	return nil
}

// readFrame reads one frame of at most limit bytes. The length is judged
// before anything is allocated for it.
func readFrame(r io.Reader, limit int) ([]byte, error) {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, fmt.Errorf("read frame: %w", err)
	}
	n := binary.BigEndian.Uint32(head[:])
	if n > uint32(min(limit, maxFrame)) {
		return nil, errFrameSize
	}
	body := make([]byte, n)
	if _, err := io.ReadFull(r, body); err != nil {
		return nil, fmt.Errorf("read frame: %w", err)
	}
	return body, nil
}

// stream is what a frame travels on: a libp2p stream, or a pipe in a test.
type stream interface {
	io.ReadWriteCloser
	SetReadDeadline(time.Time) error
	SetWriteDeadline(time.Time) error
}

// message is anything that travels. check is asked after decoding and before
// anybody looks at a field.
type message interface{ check() error }

// send writes a message, or fails after patience.
func send(s stream, m message, patience time.Duration) error {
	body, err := encode(m)
	if err != nil {
		return err
	}
	if err := s.SetWriteDeadline(time.Now().Add(patience)); err != nil {
		return fmt.Errorf("set deadline: %w", err)
	}
	return writeFrame(s, body)
}

// receive reads a message of at most limit bytes into m, or fails after
// patience.
func receive(s stream, m message, limit int, patience time.Duration) error {
	if err := s.SetReadDeadline(time.Now().Add(patience)); err != nil {
		return fmt.Errorf("set deadline: %w", err)
	}
	body, err := readFrame(s, limit)
	if err != nil {
		return err
	}
	return decode(body, m)
}

// encoder and decoder are made once and never change; their options are
// constants, so that making them cannot fail.
var encoder, decoder = modes()

func modes() (cbor.EncMode, cbor.DecMode) {
	enc, err := cbor.CanonicalEncOptions().EncMode()
	if err != nil {
		panic("p2p: " + err.Error())
	}
	dec, err := cbor.DecOptions{
		DupMapKey:        cbor.DupMapKeyEnforcedAPF,
		IndefLength:      cbor.IndefLengthForbidden,
		TagsMd:           cbor.TagsForbidden,
		MaxNestedLevels:  8,
		MaxArrayElements: 8192,
		MaxMapPairs:      64,
	}.DecMode()
	if err != nil {
		panic("p2p: " + err.Error())
	}
	return enc, dec
}

func encode(m message) ([]byte, error) {
	body, err := encoder.Marshal(m)
	if err != nil {
		return nil, fmt.Errorf("encode: %w", err)
	}
	return body, nil
}

// decode reads bytes from a stranger. Fields it does not know are skipped, so
// that a later minor version may add some.
func decode(body []byte, m message) error {
	if err := decoder.Unmarshal(body, m); err != nil {
		return fmt.Errorf("decode: %w", err)
	}
	return m.check()
}
