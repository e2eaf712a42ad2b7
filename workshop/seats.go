package workshop

// SeatView is somebody who takes part without a laptop of their own: a person who keeps the seat enters what they say. A seat has its
// own dots, its own turn and its own credit.
type SeatView struct {
	ID     RecordID
	Name   string
	Keeper Person
}

// Key is what a seat's answers and ballots are put under.
func (s RecordID) Key() []byte { return s.encode() }

// SeatOf reads what [RecordID.Key] wrote; ok is false for the key of a person.
func SeatOf(key []byte) (seat RecordID, ok bool) {
	if len(key) == len(Person{}) {
		return RecordID{}, false
	}
	seat, err := decodeRecordID(key)
	return seat, err == nil && !seat.Zero()
}

// AddSeat makes a seat that somebody keeps.
func AddSeat(name string, keeper Person) Op {
	return Create(KindSeat, With(FieldName, Text(name)), With(FieldKeeper, PersonValue(keeper)))
}

// Seat returns a seat, or nil.
func (v *View) Seat(id RecordID) *SeatView {
	for i := range v.Seats {
		if v.Seats[i].ID == id {
			return &v.Seats[i]
		}
	}
	return nil
}

// ForSeat says of a new note for whom its author entered it.
func ForSeat(note Op, seat RecordID) Op {
	if !seat.Zero() {
		note.Fields = fields(append(note.Fields, With(FieldSeat, Ref(seat)))).sorted()
	}
	return note
}
