package workshop

import (
	"cmp"
	"slices"
)

// View is the picture of a session: what counts, in the order in which people see it. It is a pure function of the set of
// changes kept. Slices of equal views are equal, so two peers with one digest hold equal views.
type View struct {
	Session     SessionView
	Charter     CharterView
	Outcomes    []OutcomeView
	People      []PersonView
	Seats       []SeatView     // in the order of their making
	Activities  []ActivityView // in agenda order
	Runs        []RunView      // in the order in which they were opened
	Notes       []NoteView     // by activity, cluster, order
	Clusters    []ClusterView
	Connectors  []ConnectorView `json:",omitempty"`
	Zones       []ZoneView      `json:",omitempty"` // those of canvases that were locked once
	Strokes     []StrokeView    `json:",omitempty"` // in the order in which they were drawn, of each board the first [BoardStrokes]
	Comments    []CommentView   `json:",omitempty"`
	Marks       []MarkView      `json:",omitempty"`
	Groups      []GroupView     `json:",omitzero"` // of breakouts, by run, round and order
	Responses   []ResponseView
	Captures    []CaptureView
	Parked      []ParkedView
	Decisions   []DecisionView  // of votes, and what facilitators wrote down, in the order of their making
	Objections  []ObjectionView // of consent votes that are closed
	Actions     []ActionView
	Results     []Result // of votes and secret rounds that are closed, in the order of their runs
	SetAside    []SetAside
	Points      []ProcessPointView // in the order of their raising
	Queue       []SpeakerView      // hands that are up, the first first
	Thumbs      ThumbsView         // on the item that is talked about
	Pulses      []PulseView        // in the order of their runs
	Calibration CalibrationView
}

// SessionView is the session itself.
type SessionView struct {
	ID                               RecordID
	Title, Purpose, Question, Period string
	Date, Place, Template            string
	State                            SessionState
	First, Floor                     Person
	Minutes                          int    // how long people said to have; 0 while nobody said
	Lineage                          string // the session that this one follows up, or empty
	Blank                            bool   // boards are hidden from the projector
	Started, Ended                   int64  // wall milliseconds of the first run's opening and the finish; 0 while neither
}

// SessionState says how far a session has come.
type SessionState string

// The states of a session. It is live from the first run on, and closed when a facilitator finishes it.
const (
	SessionDraft  SessionState = "draft"
	SessionLive   SessionState = "live"
	SessionClosed SessionState = "closed"
)

// OutcomeView is a change the group wants to reach.
type OutcomeView struct {
	ID          RecordID
	Text, Order string
}

// PersonView is somebody in the session.
type PersonView struct {
	Person Person
	Name   string
	Role   Role
	Broken bool // signed two histories
	Ready  bool // pressed ready in the run that is open
	Hand   bool
	Tags   []string `json:",omitzero"` // what the person said about themselves, to be mixed by
}

// ActivityView is one step of the agenda.
type ActivityView struct {
	ID                          RecordID
	Kind                        ActivityKind
	Preset, Title, Prompt       string
	Instructions, Order, Yields string
	Minutes                     int
	Settings                    Settings
	Source                      RecordID
	Locked                      bool     `json:",omitempty"` // participants change nothing on its board
	Run                         RecordID // the latest run, or none
	State                       RunState
	Serves                      []RecordID // outcomes; all where none is named
	Skipped                     bool       // the group left it out
}

// Option is something that can be voted on, as it stood when the run opened.
type Option struct {
	ID   RecordID
	Text string
}

// RunView is one opening of an activity.
type RunView struct {
	ID, Activity RecordID
	Kind         ActivityKind
	State        RunState
	Settings     Settings
	Started      int64 // wall milliseconds, by the clock of who opened it
	Ended        int64 // wall milliseconds of the first close; 0 while open
	Planned      int   // seconds
	Extended     int   // seconds; less than 0 when shortened
	Paused       int64 // milliseconds of finished pauses
	PausedAt     int64 // wall milliseconds; 0 while the clock runs
	Options      []Option
	Voters       []Person
	Seats        []RecordID // who answers through a keeper
	RunTalk
	Source, Item RecordID
	Round        int    `json:",omitzero"` // of a breakout or a canvas that opens zone by zone: which it has come to, from 0
	Seal         []byte // key to which secret ballots are sealed
}

// Balloted reports whether people answer on ballots in this run.
func (r *RunView) Balloted() bool { return r.Settings.Balloted(r.Kind) }

// Secret reports whether nobody is to learn who chose what; see [Settings.SecretIn].
func (r *RunView) Secret() bool { return r.Settings.SecretIn(r.Kind) }

// NoteView is one idea on a board.
type NoteView struct {
	ID, Activity, Cluster RecordID
	Text, Color, Order    string
	X, Y                  int64
	Locked                bool     `json:",omitempty"`
	Seat                  RecordID // whose it is, where the author entered it for somebody without a laptop
	Author                Person   // nobody where the writer is not known to anyone's log
	Hidden                bool     // the author is not shown
	Late                  bool
	From                  []RecordID      `json:",omitzero"` // the notes it grew from
	About                 RecordID        `json:",omitzero"` // the note or connector that it is attached to, or none
	Group                 RecordID        `json:",omitzero"` // the group on whose board it was written, or none
	Back                  bool            `json:",omitzero"` // of groups: brought back; Activity is then the breakout, else the group
	Starred               bool            `json:",omitzero"` // one of its writer's favourites
	Places                []PlacementView `json:",omitzero"`
	Picture               PictureView     `json:",omitzero"` // what it shows beside its words
	Credits               []CreditView    `json:",omitzero"` // of a note that others were merged into: whose words it holds
}

// ClusterView is notes grouped for the same answer.
type ClusterView struct {
	ID, Activity RecordID
	Name, Order  string
	X, Y         int64 `json:",omitempty"` // its corner; 0, 0 while nobody put it anywhere
	Locked       bool  `json:",omitempty"`
}

// ResponseView is somebody's answer in a round.
type ResponseView struct {
	ID, Run RecordID
	Person  Person   // who answered, or who entered it for a seat
	Seat    RecordID // whose answer it is, where a keeper entered it
	Text    string
	Pass    bool
	Late    bool
}

// CaptureView is something written down while people talked.
type CaptureView struct {
	ID, Run, Activity, Item RecordID
	Group                   RecordID `json:",omitzero"` // of a breakout: in which it was said
	Type, Text              string
	Author                  Person
	Late                    bool
}

// ParkedView is a matter kept for later.
type ParkedView struct {
	ID, Activity RecordID
	Text, Fate   string
	Carried      bool // goes on to the follow-up
	Author       Person
}

// SetAside is work that does not count, and why. It still exists, and may be taken in.
type SetAside struct {
	Change ID
	Person Person
	Kind   Kind
	Text   string
	Why    string
	Run    RecordID `json:"-"` // the run it came too late for, or none
}

// View returns the whole picture.
func (s *Session) View() *View {
	v := &View{Session: s.sessionView()}
	list, notes, parked := s.inOrder(), 0, 0
	for _, r := range list {
		switch r.kind {
		case KindNote:
			notes++
		case KindParked:
			parked++
		}
	}
	v.Notes = slices.Grow(v.Notes, notes) // most of a view, and large
	v.Parked = slices.Grow(v.Parked, parked)
	ink := map[RecordID]int{}
	for _, r := range list {
		if r.kind == KindStroke {
			s.gatherInk(v, r, ink)
			continue
		}
		s.gather(v, r)
	}
	v.People = slices.Clip(s.peopleDrawn())
	v.SetAside = s.setAside()
	v.sort()
	v.arrangeGroups()
	s.attend(v)
	v.bringBack()
	for i := range v.Activities {
		v.Activities[i].Run, v.Activities[i].State = v.latestRun(v.Activities[i].ID)
	}
	for i := range v.Actions {
		v.Actions[i].Number = i + 1
		v.lack(&v.Actions[i])
	}
	for i := range v.Runs {
		if v.Runs[i].Balloted() && v.Runs[i].State == RunClosed {
			v.Results = append(v.Results, s.resultDrawn(&v.Runs[i]))
		}
	}
	v.agree(func(action RecordID) bool { return s.records[action].fieldBy(FieldAccepted) != nil })
	s.talk(v)
	v.calibrate()
	v.pulse()
	v.object()
	v.decide()
	v.ratify()
	return v
}

// inOrder returns the records that show: what was created in delivery order, then what was put under keys, by ID.
func (s *Session) inOrder() []*record {
	list := make([]*record, 0, len(s.made)+len(s.put))
	for _, r := range s.made {
		if r.shown {
			list = append(list, r)
		}
	}
	for _, r := range s.putsInOrder() {
		if r.shown {
			list = append(list, r)
		}
	}
	return list
}

func (s *Session) gather(v *View, r *record) {
	switch r.kind {
	case KindOutcome:
		v.Outcomes = append(v.Outcomes, OutcomeView{ID: r.id, Text: r.value(FieldText).Str(), Order: r.value(FieldOrder).Str()})
	case KindActivity:
		v.Activities = append(v.Activities, r.activity())
	case KindRun:
		v.Runs = append(v.Runs, *s.runDrawn(r))
	case KindNote:
		v.Notes = append(v.Notes, *s.noteDrawn(r))
		if n := &v.Notes[len(v.Notes)-1]; !s.shows(n.Cluster) {
			n.Cluster = RecordID{}
		}
	case KindCluster:
		v.Clusters = append(v.Clusters, ClusterView{
			ID: r.id, Activity: r.made(FieldActivity).Ref(), Name: r.visible(), Order: r.value(FieldOrder).Str(),
			X: r.value(FieldX).Num(), Y: r.value(FieldY).Num(), Locked: r.value(FieldLocked).True(),
		})
	case KindConnector, KindZone, KindComment, KindMark, KindReaction:
		s.gatherAround(v, r)
	case KindGroup:
		v.Groups = append(v.Groups, s.group(r))
	case KindResponse:
		v.Responses = append(v.Responses, r.response())
	case KindCapture:
		v.Captures = append(v.Captures, r.capture())
	case KindParked:
		v.Parked = append(v.Parked, ParkedView{
			ID: r.id, Activity: r.value(FieldActivity).Ref(), Text: r.value(FieldText).Str(),
			Fate: r.value(FieldFate).Str(), Author: r.maker.person, Carried: r.value(FieldCarried).True(),
		})
	case KindDecision:
		v.Decisions = append(v.Decisions, r.decision())
	case KindProcessPoint:
		v.Points = append(v.Points, r.point())
	case KindCharter:
		v.charter(r)
	case KindSeat:
		v.Seats = append(v.Seats, SeatView{ID: r.id, Name: r.value(FieldName).Str(), Keeper: r.value(FieldKeeper).Person()})
	case KindAction:
		v.Actions = append(v.Actions, r.action())
	}
}

func refsOf(v Value) []RecordID {
	var refs []RecordID
	for _, it := range v.Items() {
		refs = append(refs, it.Ref())
	}
	return refs
}

func (s *Session) sessionView() SessionView {
	r := s.records[s.root]
	v := SessionView{
		ID: s.root, Title: r.value(FieldTitle).Str(), Purpose: r.value(FieldPurpose).Str(), Question: r.value(FieldQuestion).Str(),
		Period: r.value(FieldPeriod).Str(), Date: r.value(FieldDate).Str(), Place: r.value(FieldPlace).Str(),
		Template: r.value(FieldTemplate).Str(), First: s.first, Floor: r.value(FieldFloor).Person(), State: SessionDraft,
		Minutes: int(r.value(FieldMinutes).Num()), Lineage: r.value(FieldLineage).Str(), Blank: r.value(FieldBlank).True(),
	}
	for _, run := range s.policyNow().runs {
		if v.Started == 0 || run.by.change.Wall < v.Started {
			v.Started = run.by.change.Wall
		}
		v.State = SessionLive
	}
	if r.value(FieldState).Str() == string(SessionClosed) {
		v.State = SessionClosed
		v.Ended = r.writerOf(FieldState).change.Wall
	}
	return v
}

func (r *record) activity() ActivityView {
	return ActivityView{
		ID: r.id, Kind: ActivityKind(r.value(FieldActivityKind).Str()), Preset: r.value(FieldPreset).Str(),
		Title: r.value(FieldTitle).Str(), Prompt: r.value(FieldPrompt).Str(), Instructions: r.value(FieldInstructions).Str(),
		Order: r.value(FieldOrder).Str(), Yields: r.value(FieldYields).Str(), Minutes: int(r.value(FieldMinutes).Num()),
		Settings: ParseSettings(r.value(FieldSettings).Str()), Source: r.value(FieldSource).Ref(),
		Locked: r.value(FieldLocked).True(), Serves: refsOf(r.value(FieldServes)), Skipped: r.value(FieldState).Str() == SkippedState,
	}
}

func (s *Session) run(r *record) RunView {
	v := RunView{
		ID: r.id, Activity: r.value(FieldActivity).Ref(), Kind: ActivityKind(r.value(FieldActivityKind).Str()),
		Started: r.maker.change.Wall, Planned: int(r.value(FieldSeconds).Num()),
		Source: r.value(FieldSource).Ref(), Item: r.value(FieldItem).Ref(), Seal: r.value(FieldSeal).Raw(), State: RunOpen,
		Round: int(r.value(FieldRound).Num()),
	}
	p := s.policyNow().runs[r.id]
	if p == nil { // of a facilitator who had lost the right
		v.Settings = ParseSettings(r.value(FieldSettings).Str())
	} else {
		v.State, v.Settings = p.state(), p.settings
		for _, c := range p.closes {
			if v.Ended == 0 || c.change.Wall < v.Ended {
				v.Ended = c.change.Wall
			}
		}
	}
	for _, o := range r.value(FieldOptions).Items() {
		pair := o.Items()
		v.Options = append(v.Options, Option{ID: pair[0].Ref(), Text: pair[1].Str()})
	}
	for _, p := range r.value(FieldVoters).Items() {
		v.Voters = append(v.Voters, p.Person())
	}
	v.Seats = refsOf(r.value(FieldSeats))
	s.spoken(r, &v)
	s.clock(&v)
	return v
}

// clock adds up pauses and extensions of a run in delivery order.
func (s *Session) clock(v *RunView) {
	var marks []*record
	for _, id := range s.byParent[v.ID] {
		if r := s.records[id]; r.kind == KindClock && r.shown {
			marks = append(marks, r)
		}
	}
	slices.SortFunc(marks, byMaking)
	item := s.records[v.ID].writerOf(FieldItem)
	for _, r := range marks {
		wall := r.maker.change.Wall
		switch r.value(FieldType).Str() {
		case "item":
			if s.extendsItem(r, item) {
				v.ItemExtended += int(r.value(FieldSeconds).Num())
				v.ItemExtensions++
				v.ItemExtendedAt = wall
			}
		case "silence":
			v.SilentUntil = wall + r.value(FieldSeconds).Num()*1000
		case "extend":
			v.Extended += int(r.value(FieldSeconds).Num())
		case "pause":
			if v.PausedAt == 0 {
				v.PausedAt = wall
			}
		case "resume":
			if v.PausedAt != 0 {
				v.Paused += max(0, wall-v.PausedAt)
				v.PausedAt = 0
			}
		}
	}
}

// byMaking orders records by when they were made, in delivery order.
func byMaking(a, b *record) int { return a.at.Compare(b.at) }

// note draws a note, with the cluster that was said, whether or not that shows.
func (s *Session) note(r *record) NoteView {
	v := s.noteAlone(r)
	s.merged(r, &v)
	return v
}

// noteAlone is a note without what went into it.
func (s *Session) noteAlone(r *record) NoteView {
	v := NoteView{
		ID: r.id, Activity: r.value(FieldActivity).Ref(), Cluster: r.value(FieldCluster).Ref(), Text: r.visible(),
		Color: r.value(FieldColor).Str(), Order: r.value(FieldOrder).Str(), X: r.value(FieldX).Num(), Y: r.value(FieldY).Num(),
		Locked: r.value(FieldLocked).True(),
		From:   refsOf(r.value(FieldFrom)), About: r.value(FieldOn).Ref(), Back: r.value(FieldBack).True(), Starred: r.value(FieldStarred).True(),
		Picture: pictureOf(r.value(FieldPicture)),
	}
	s.placed(&v)
	if r.maker == nil {
		v.Hidden, v.Late = true, r.winner != nil && r.winner.late
		return v
	}
	v.Author, v.Late, v.Seat = r.maker.person, r.maker.late, r.value(FieldSeat).Ref()
	if run := s.policyNow().runs[r.maker.change.Run]; run != nil {
		v.Hidden = v.Hidden || run.settings.HiddenAuthors()
	} else if a := s.records[v.Activity]; a != nil {
		v.Hidden = v.Hidden || ParseSettings(a.value(FieldSettings).Str()).HiddenAuthors()
	}
	return v
}

func (r *record) response() ResponseView {
	v := ResponseView{ID: r.id, Run: r.parent, Text: r.value(FieldText).Str(), Pass: r.value(FieldPass).True()}
	copy(v.Person[:], r.key)
	if seat, ok := SeatOf(r.key); ok {
		v.Seat, v.Person = seat, r.winner.person
	}
	v.Late = r.winner != nil && r.winner.late
	return v
}

func (r *record) capture() CaptureView {
	return CaptureView{
		ID: r.id, Run: r.maker.change.Run, Activity: r.value(FieldActivity).Ref(), Item: r.value(FieldItem).Ref(),
		Type: r.value(FieldType).Str(), Text: r.value(FieldText).Str(), Author: r.maker.person, Late: r.maker.late,
	}
}

func (r *record) fieldBy(f Field) *fieldState {
	list := r.cells()
	for i := range list {
		if list[i].field == f {
			return &list[i]
		}
	}
	return nil
}

// latestRun returns the last run of an activity and its state.
func (v *View) latestRun(activity RecordID) (RecordID, RunState) {
	id, state := RecordID{}, RunNone
	for i := range v.Runs {
		if v.Runs[i].Activity == activity {
			id, state = v.Runs[i].ID, v.Runs[i].State
		}
	}
	return id, state
}

func (v *View) sort() {
	slices.SortFunc(v.Outcomes, func(a, b OutcomeView) int { return byOrder(a.Order, b.Order, a.ID, b.ID) })
	slices.SortFunc(v.Activities, func(a, b ActivityView) int { return byOrder(a.Order, b.Order, a.ID, b.ID) })
	slices.SortFunc(v.Clusters, func(a, b ClusterView) int { return byOrder(a.Order, b.Order, a.ID, b.ID) })
	slices.SortFunc(v.Notes, func(a, b NoteView) int { return byOrder(a.Order, b.Order, a.ID, b.ID) })
}

func byOrder(a, b string, x, y RecordID) int {
	if c := cmp.Compare(a, b); c != 0 {
		return c
	}
	switch {
	case x.Less(y):
		return -1
	case y.Less(x):
		return 1
	}
	return 0
}
