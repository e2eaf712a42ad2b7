package app

import (
	"slices"

	"convene/workshop"
)

// SeatRecord is somebody without a laptop of their own, for whom a keeper
// enters what they say.
type SeatRecord struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Keeper string `json:"keeper"` // a person
	Mine   bool   `json:"mine"`   // kept at this computer
	Hand   bool   `json:"hand"`   // raised
	// Guest is somebody on a phone, who writes for themselves; seen where the seat is kept.
	Guest bool `json:"guest,omitempty"`
}

// RecordID names the seat.
func (r SeatRecord) RecordID() string { return r.ID }

// RecordKind is "seat".
func (SeatRecord) RecordKind() string { return "seat" }

// seats draws who takes part without a laptop.
func (p *painter) seats() {
	for i := range p.View.Seats {
		s := &p.View.Seats[i]
		p.add(SeatRecord{
			ID: p.id(s.ID), Name: plainName(s.Name), Keeper: personID(s.Keeper), Mine: s.Keeper == p.Me, Guest: p.Guests[s.ID],
			Hand: slices.Contains(p.View.Queue, workshop.SpeakerView{Seat: s.ID}),
		})
	}
}
