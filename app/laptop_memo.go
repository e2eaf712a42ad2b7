package app

import (
	"fmt"
	"strings"
)

// memoKey is where the facilitator's own notes stand among the private values.
const memoKey = "memo"

// mostMemo is the most bytes of them.
const mostMemo = 32 << 10

// MemoRecord is what the person who facilitates here wrote for themselves. It
// is on this computer only: no log, bundle, record or other laptop has it.
type MemoRecord struct {
	ID   string `json:"id"` // always "memo"
	Text string `json:"text"`
}

// RecordID returns the record's id.
func (r MemoRecord) RecordID() string { return r.ID }

// RecordKind returns "memo".
func (MemoRecord) RecordKind() string { return "memo" }

// WriteMemo keeps the own notes of the person here, in place of those before.
// They can be written where nothing else can: a closed session has them too.
func (l *Laptop) WriteMemo(text string) error {
	text = strings.ToValidUTF8(text, "\uFFFD")
	if len(text) > mostMemo {
		return errTooLong()
	}
	if err := l.keep.SetPrivate(memoKey, []byte(text)); err != nil {
		return inWords(fmt.Errorf("keep own notes: %w", err))
	}
	l.memo = text
	l.stir()
	return nil
}
