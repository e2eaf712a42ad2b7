package app

import "encoding/json"

// Record is one thing a window shows: a note, a person, a running activity.
// The window holds records by id and draws them; it never changes one itself.
//
// The record types below are the window's own structs. They are made from the
// workshop's view at the door and carry no right and no signature.
type Record interface {
	// RecordID is unique within the session and stays for the record's life.
	RecordID() string
	// RecordKind names the type: "note", "person", "run" and so on.
	RecordKind() string
}

// Snapshot is everything a window may see of one session at one moment.
type Snapshot struct {
	Session string
	Rev     uint64
	Records []Record
}

// Diff is what changed since the diff before it. Rev counts one by one from
// the snapshot's; a record is in at most one of the three lists.
type Diff struct {
	Session string
	Rev     uint64
	Added   []Record
	Updated []Record
	Removed []string // ids
	Closed  bool     // the session closes on this computer; no diff follows
	// Pointers, unless nil, is all there is: who is where on the boards. Rev is then that of the diff before.
	Pointers []Pointer
}

// Records returns one zero record of every kind, in the order in which the
// documentation lists them.
func Records() []Record {
	return []Record{
		SessionRecord{},
		OutcomeRecord{},
		PersonRecord{},
		SeatRecord{},
		ActivityRecord{},
		RunRecord{},
		GroupRecord{},
		NoteRecord{},
		PlacementRecord{},
		FacedownRecord{},
		ClusterRecord{},
		ConnectorRecord{},
		StrokeRecord{},
		CommentRecord{},
		MarkRecord{},
		ResponseRecord{},
		BallotRecord{},
		ResultRecord{},
		CaptureRecord{},
		ParkedRecord{},
		DecisionRecord{},
		ActionRecord{},
		CharterRecord{},
		ObjectionRecord{},
		PointRecord{},
		TalkRecord{},
		PulseRecord{},
		PlanRecord{},
		CalibrationRecord{},
		DoorRecord{},
		MemoRecord{},
		SharingRecord{},
		HealthRecord{},
		SetAsideRecord{},
	}
}

// List is a slice that a window always receives as a list: nil becomes [].
type List[T any] []T

// MarshalJSON writes [] where the list is nil.
func (l List[T]) MarshalJSON() ([]byte, error) {
	if l == nil {
		return []byte("[]"), nil
	}
	return json.Marshal([]T(l))
}

// Settings are an activity's settings by name. Values are what JSON knows:
// text, number, truth, list, object.
type Settings map[string]any

// MarshalJSON writes {} where there are no settings.
func (s Settings) MarshalJSON() ([]byte, error) {
	if s == nil {
		return []byte("{}"), nil
	}
	return json.Marshal(map[string]any(s))
}

// Millis is a moment in Unix milliseconds.
type Millis int64

// Date is a day as "2026-12-04", without a place or a time of day.
type Date string
