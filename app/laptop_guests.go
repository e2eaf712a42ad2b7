package app

import (
	"fmt"
	"strings"

	"convene/workshop"
)

// A guest is somebody on a phone, whose seat is kept here and who writes for
// themselves. This laptop signs for them; its window shows nothing of theirs
// that is private, and the person at it cannot take their work back.

// guestPrefix begins the keys that say which seats are guests', among the
// private values.
const guestPrefix = "g/"

// AddGuest makes a seat for somebody on a phone.
func (l *Laptop) AddGuest(name string) (id string, err error) {
	id, err = l.AddSeat(name)
	if err != nil {
		return "", err
	}
	if err := l.keep.SetPrivate(guestPrefix+id, []byte{1}); err != nil {
		return "", inWords(fmt.Errorf("keep a guest's seat: %w", err))
	}
	return id, l.readGuest(guestPrefix + id)
}

// readGuest takes back from the disk that a seat is a guest's.
func (l *Laptop) readGuest(key string) error {
	seat, err := workshop.ParseRecordID(strings.TrimPrefix(key, guestPrefix))
	if err != nil {
		return fmt.Errorf("read a guest's seat: %w", err)
	}
	l.guests[seat] = true
	l.stir()
	return nil
}

// guestDrafts counts the private notes of guests, run by run: for the window
// they are notes of others.
func (l *Laptop) guestDrafts(out map[workshop.RecordID]tally) {
	writers := map[voteKey]bool{}
	for _, d := range l.drafts {
		if !l.guests[d.Seat] {
			continue
		}
		t, by := out[d.Run], voteKey{run: d.Run, seat: d.Seat}
		if t.Count++; !writers[by] {
			writers[by] = true
			t.Writers++
		}
		out[d.Run] = t
	}
}

// putFor writes content for a seat, or for oneself where there is none. What a
// guest wrote is not among what the person here can take back.
func (l *Laptop) putFor(seat workshop.RecordID, ops ...workshop.Op) (workshop.ID, error) {
	if !l.guests[seat] {
		return l.put(ops...)
	}
	id, err := l.place(ops...)
	return id, l.lockedInWords(err)
}
