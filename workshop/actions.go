package workshop

import "slices"

// RoleView is what somebody does for an action besides its owner: answers for it, is asked, is told.
type RoleView struct {
	Who  RecordID // the record of a person's name, see [PersonRecordID], or a seat
	Role string
}

// PersonRecordID is the record that holds a person's name in a session: what roles and turns name.
func PersonRecordID(root RecordID, p Person) RecordID { return PutID(KindPerson, root, p[:]) }

// Acceptance says whether an action's owner said yes.
type Acceptance string

// An owner says yes on their own laptop, or aloud, which a facilitator writes down.
const (
	AcceptedNo     Acceptance = "no"
	AcceptedYes    Acceptance = "yes"
	AcceptedSpoken Acceptance = "spoken"
)

// ActionView is a task.
type ActionView struct {
	ID, Activity         RecordID
	Number               int // A1, A2, ... in the order of making
	What, Due, FirstStep string
	State                string
	Owner                Person
	Accepted             Acceptance
	Evidence             []RecordID
	Group                RecordID `json:",omitzero"` // of a breakout: in which it was promised
	Seat                 RecordID // whose it is, where the owner keeps the seat of who promised
	Sign                 string   // how everybody sees that it is done
	Review               string   // the day on which the group looks at it again, as 2026-12-04, or empty
	Roles                []RoleView
	Type, Place, Partner string
	Witness, Help        string
	Former               string        // of a follow-up: who owned it in the session before, by name
	Forecast             int           // of a follow-up: how likely the group held it to be, in percent; -1 where it was not asked
	Unasked              bool          `json:",omitempty"` // its activity asks no owner for a yes
	Agreed               []SpeakerView `json:",omitempty"` // of a match: who of its two said yes
	Missing              []string      // what its activity asks for and is not there yet, as the setting require has it
}

// Open reports whether an action is neither done nor dropped.
func (a *ActionView) Open() bool { return a.State != ActionDone && a.State != ActionDropped }

// The states of an action that end it. Other states are words of the group.
const (
	ActionDone    = "done"
	ActionDropped = "dropped"
)

func (r *record) action() ActionView {
	v := ActionView{
		ID: r.id, Activity: r.value(FieldActivity).Ref(), What: r.value(FieldWhat).Str(), Due: r.value(FieldDue).Str(),
		FirstStep: r.value(FieldFirstStep).Str(), State: r.value(FieldState).Str(), Owner: r.value(FieldOwner).Person(),
		Evidence: refsOf(r.value(FieldEvidence)), Accepted: AcceptedNo, Seat: r.value(FieldSeat).Ref(),
		Sign: r.value(FieldSign).Str(), Review: r.value(FieldReview).Str(), Type: r.value(FieldType).Str(),
		Place: r.value(FieldPlace).Str(), Partner: r.value(FieldPartner).Str(), Witness: r.value(FieldWitness).Str(),
		Help: r.value(FieldHelp).Str(), Former: r.value(FieldFormer).Str(), Forecast: -1,
	}
	if f := r.value(FieldForecast); !f.Nothing() {
		v.Forecast = int(f.Num())
	}
	for _, it := range r.value(FieldRoles).Items() {
		v.Roles = append(v.Roles, RoleView{Who: it.Items()[0].Ref(), Role: it.Items()[1].Str()})
	}
	// A yes holds for the owner who was named when it was said.
	said, named := r.fieldBy(FieldAccepted), r.fieldBy(FieldOwner)
	if v.Owner.Zero() || said == nil || said.value.Str() != string(AcceptedYes) || (named != nil && said.stamp().Less(named.stamp())) {
		return v
	}
	v.Accepted = AcceptedSpoken
	if said.by.person == v.Owner {
		v.Accepted = AcceptedYes
	}
	return v
}

// lack lists what the activity of an action asks for and is not there yet. An action always has the activity that it came from as its
// evidence, if nothing closer.
func (v *View) lack(a *ActionView) {
	required := []string{"what", "owner", "due"}
	if from := v.Activity(a.Activity); from != nil {
		required = from.Settings.Strings("require", required...)
		a.Unasked = from.Kind == ActivityCommit && !from.Settings.OwnerAccepts()
		if len(a.Evidence) == 0 {
			a.Evidence = []RecordID{from.ID}
		}
	}
	has := map[string]bool{
		"what": a.What != "", "owner": !a.Owner.Zero() || !a.Seat.Zero(), "due": a.Due != "", "firstStep": a.FirstStep != "",
		"reviewDate": a.Review != "",
	}
	for _, r := range required {
		if there, known := has[r]; known && !there && !slices.Contains(a.Missing, r) {
			a.Missing = append(a.Missing, r)
		}
	}
}

// CalibrationView compares what a group forecast in an earlier session with what happened, for the group and never per person. Few
// people are easily told apart: where fewer than four forecast, no action carries one.
type CalibrationView struct {
	Said     int // the mean of the forecasts, in percent
	Happened int // actions that are done
	Of       int // actions with a forecast; 0 where there is nothing to compare
}

// calibrate works the calibration out from the actions as they stand.
func (v *View) calibrate() {
	for i := range v.Activities { // a review that does not look back at what was forecast
		if a := &v.Activities[i]; a.Settings.Reviews(a.Kind) && !a.Settings.On("forecast", true) {
			return
		}
	}
	sum := 0
	for i := range v.Actions {
		a := &v.Actions[i]
		if a.Forecast < 0 {
			continue
		}
		v.Calibration.Of++
		sum += a.Forecast
		if a.State == ActionDone {
			v.Calibration.Happened++
		}
	}
	if v.Calibration.Of > 0 {
		v.Calibration.Said = (2*sum + v.Calibration.Of) / (2 * v.Calibration.Of)
	}
}

// ForecastOf is the forecast of an action by the last vote that asked for one, in percent; ok is false where none did, or fewer than
// four people answered.
func (v *View) ForecastOf(action RecordID) (percent int, ok bool) {
	for i := range v.Results {
		res := &v.Results[i]
		if run := v.Run(res.Run); run == nil || !run.Settings.Forecast() || res.Counted < minSecret {
			continue
		}
		for _, row := range res.Rows {
			if row.Option == action && row.Voters > 0 {
				percent, ok = (row.Median+50)/100, true
			}
		}
	}
	return percent, ok
}
