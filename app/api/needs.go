package api

import (
	"context"

	"convene/app"
)

// Needs is everything this room asks of the conductor. One type may stand
// behind all of it: no two doors share a method name.
//
// What holds for every method: it is called from many goroutines; it returns
// when the work is done, that is once an own change is acknowledged; what a
// person can meet comes back as *app.Refusal. session is an id from
// Library; an unknown or closed one is a Refusal.
type Needs struct {
	Home     Home
	Library  Library
	Doors    Doors
	Finding  Directory
	Bundles  Bundles
	Safe     Safe
	Shelf    Shelf
	Views    Views
	Plan     Plan
	Runs     Runs
	Seats    Seats
	People   People
	Notes    Notes
	Answers  Answers
	Talk     Talk
	Actions  Actions
	History  History
	Board    Board
	Around   Around
	Ink      Ink
	Pictures Pictures
	Past     Past
	Records  Records
	Groups   Groups
	Canvas   Canvas
	Own      OwnTemplates
	Charter  Charter
	Turns    Turns
	Rescue   Rescue
}

// Home is the app itself and the person at this computer.
type Home interface {
	Hello(ctx context.Context) (app.Hello, error)
	SetName(ctx context.Context, name string) error
	Templates(ctx context.Context) ([]app.TemplateEntry, error)
	Template(ctx context.Context, id string) (app.Template, error)
	// Tidings returns news from now on. The channel is closed when ctx ends.
	// Whoever listens is never waited for: news that find the channel full are dropped.
	Tidings(ctx context.Context) <-chan app.Tiding
	// CheckRoom takes a few seconds. address is another laptop's, or empty.
	CheckRoom(ctx context.Context, address string) ([]app.Finding, error)
}

// Library is the sessions on this computer and the way into others.
type Library interface {
	Sessions(ctx context.Context) ([]app.SessionEntry, error)
	CreateSession(ctx context.Context, s app.NewSession) (session string, err error)
	// OpenSession starts the session's database and network, once.
	OpenSession(ctx context.Context, session string) error
	CloseSession(ctx context.Context, session string) error
	DuplicateSession(ctx context.Context, session string) (copied string, err error)
	Nearby(ctx context.Context) ([]app.Sighting, error)
	Invite(ctx context.Context, session string, wish app.InviteWish) (app.Invitation, error)
	// Join may call progress, which never blocks, until it returns.
	Join(ctx context.Context, link, name string, progress func(app.JoinProgress)) (session string, err error)
}

// Doors is who comes into a session, and how.
type Doors interface {
	OpenCode(ctx context.Context, session string, wish app.InviteWish) (code string, err error)
	CloseCode(ctx context.Context, session string) error
	// JoinCode may call progress, which never blocks, until it returns.
	JoinCode(ctx context.Context, w app.JoinWish, progress func(app.JoinProgress)) (session string, err error)
	// LetIn and TurnAway mean everybody who waits where person is "".
	LetIn(ctx context.Context, session, person string) error
	TurnAway(ctx context.Context, session, person string) error
	Invites(ctx context.Context, session string) ([]app.OpenInvite, error)
	RevokeInvite(ctx context.Context, session, invite string) error
	// UseRelay means none where link is "".
	UseRelay(ctx context.Context, link string) error
}

// Directory is how the host of a link is found again, where both sides wish it.
type Directory interface {
	SetFindable(ctx context.Context, session string, on bool) error
	// Seek may call progress, which never blocks, until it returns.
	Seek(ctx context.Context, link, name string, progress func(app.JoinProgress)) (session string, err error)
	// UseDirectory means the public one where there are no servers.
	UseDirectory(ctx context.Context, servers []string) error
}

// Safe is how what is on this computer is protected from who has its disk.
type Safe interface {
	Protection(ctx context.Context) (app.Protection, error)
	SetPassphrase(ctx context.Context, passphrase string) error
}

// Shelf finds and clears away what is on this computer.
type Shelf interface {
	Search(ctx context.Context, words string) (app.Found, error)
	ForgetSession(ctx context.Context, session string) error
	KeepUntil(ctx context.Context, session string, until app.Date) error
	DismissReport(ctx context.Context, session string) error
}

// Bundles carries sessions as files and checks them. Each may call tell, which never blocks, until it returns; where ctx ends
// before it is done, nothing half done stays.
type Bundles interface {
	// SaveBundle writes to path, or where path is "" into the data folder's exports.
	SaveBundle(ctx context.Context, session, path string, overwrite bool, tell func(app.CarryProgress)) (app.BundleSaved, error)
	ImportBundle(ctx context.Context, path string, salvage bool, tell func(app.CarryProgress)) (app.Imported, error)
	VerifySession(ctx context.Context, session string, tell func(app.CarryProgress)) (app.Verified, error)
}

// Views shows sessions.
type Views interface {
	// Follow opens the session if needed and returns all of it, and every diff
	// after that, in order and without a gap. The channel is closed when ctx
	// ends, after a diff that is marked Closed, and when the reader is too slow
	// to be waited for.
	Follow(ctx context.Context, session string) (app.Snapshot, <-chan app.Diff, error)
}

// Plan is the session before and while it runs: its purpose and its agenda.
type Plan interface {
	EditPlan(ctx context.Context, session string, e app.PlanEdit) error
	AddOutcome(ctx context.Context, session, text string) (id string, err error)
	EditOutcome(ctx context.Context, session, outcome, text string) error
	RemoveOutcome(ctx context.Context, session, outcome string) error
	AddActivity(ctx context.Context, session string, a app.NewActivity) (id string, err error)
	EditActivity(ctx context.Context, session, activity string, e app.ActivityEdit) error
	// MoveActivity puts the activity behind after, or first where after is "".
	MoveActivity(ctx context.Context, session, activity, after string) error
	RemoveActivity(ctx context.Context, session, activity string) error
}

// Runs opens and closes activities.
type Runs interface {
	// OpenRun closes the activity that runs, then opens this one.
	OpenRun(ctx context.Context, session, activity string) (run string, err error)
	// NextRun closes what runs and opens what follows; "" means the agenda is finished.
	NextRun(ctx context.Context, session string) (run string, err error)
	PauseRun(ctx context.Context, session string) error
	ResumeRun(ctx context.Context, session string) error
	ExtendRun(ctx context.Context, session string, seconds int) error
	// CloseRun reveals and closes, and waits up to 8 s for openings of ballots.
	CloseRun(ctx context.Context, session string) error
	FinishSession(ctx context.Context, session string) error
	ReopenSession(ctx context.Context, session string) error
}

// People is who is in the session, and what each may do.
type People interface {
	TakeFloor(ctx context.Context, session string) error
	SetReady(ctx context.Context, session string, ready bool) error
	SetHand(ctx context.Context, session string, up bool) error
	RenameMe(ctx context.Context, session, name string) error
	RemovePerson(ctx context.Context, session, person string) error
	GrantPerson(ctx context.Context, session, person string, role app.GrantRole) error
}

// Notes is the board: notes and their clusters.
type Notes interface {
	AddNote(ctx context.Context, session string, n app.NewNote) (id string, err error)
	EditNote(ctx context.Context, session, note, text string) error
	RemoveNote(ctx context.Context, session, note string) error
	MoveNote(ctx context.Context, session string, m app.NoteMove) error
	// SpliceText writes what was typed and returns the text's new revision.
	SpliceText(ctx context.Context, session string, e app.TextEdit) (rev uint64, err error)
	AddCluster(ctx context.Context, session, name string, notes []string) (id string, err error)
	EditCluster(ctx context.Context, session, cluster, name string) error
	RemoveCluster(ctx context.Context, session, cluster string) error
}

// Board is what is done to many notes at once, and to the board as a whole.
type Board interface {
	AddNotes(ctx context.Context, session string, n app.NewNotes) (ids []string, err error)
	PlaceNotes(ctx context.Context, session string, m app.NotesMove) error
	RemoveNotes(ctx context.Context, session string, c app.Chosen) error
	MergeNotes(ctx context.Context, session string, m app.NotesMerge) (id string, err error)
	RecolorNotes(ctx context.Context, session string, c app.Chosen, color app.Color) error
	PlaceCluster(ctx context.Context, session, cluster string, x, y int64) error
	Lock(ctx context.Context, session, record string, locked bool) error
	Point(ctx context.Context, session string, p app.Pointer) error
}

// Pictures is what notes show beside words.
type Pictures interface {
	// PutPicture takes a picture as a person brings it.
	PutPicture(ctx context.Context, session string, raw []byte, n app.NewNote) (id string, err error)
	// PicturePart returns a part of one, from the byte on.
	PicturePart(ctx context.Context, session, hash string, from int) (app.PictureChunk, error)
}

// Around is what hangs on notes, and what lies around them: arrows, comments, marks and reactions, and zones that are locked.
type Around interface {
	LockZone(ctx context.Context, session, board, zone string, locked bool) error
	AddConnector(ctx context.Context, session string, c app.NewConnector) (id string, err error)
	EditConnector(ctx context.Context, session, connector string, e app.ConnectorEdit) error
	RemoveConnector(ctx context.Context, session, connector string) error
	AddComment(ctx context.Context, session, on, text string) (id string, err error)
	EditComment(ctx context.Context, session, comment, text string) error
	RemoveComment(ctx context.Context, session, comment string) error
	MarkNote(ctx context.Context, session string, m app.NoteMark) error
}

// Ink is what people draw on boards by hand.
type Ink interface {
	AddStroke(ctx context.Context, session string, n app.NewStroke) (id string, err error)
	EditStroke(ctx context.Context, session, stroke string, e app.StrokeEdit) error
	MoveStrokes(ctx context.Context, session string, m app.StrokesMove) error
	RemoveStrokes(ctx context.Context, session string, strokes []string) error
}

// Past is what was on the boards, and how it comes back.
type Past interface {
	Moments(ctx context.Context, session string) ([]app.Moment, error)
	Look(ctx context.Context, session, at string) ([]app.Record, error)
	Restore(ctx context.Context, session, at string, notes []string) error
	TakeIn(ctx context.Context, session, item string) error
}

// Answers is what each person says once: in a round, in a vote.
type Answers interface {
	GiveResponse(ctx context.Context, session string, a app.Answer) error
	HandIn(ctx context.Context, session string, b app.NewBallot) error
	CountHands(ctx context.Context, session string, h app.HandCount) error
}

// Talk is what is caught in a discussion, and what is parked.
type Talk interface {
	AddCapture(ctx context.Context, session string, c app.NewCapture) (id string, err error)
	EditCapture(ctx context.Context, session, capture, text string) error
	RemoveCapture(ctx context.Context, session, capture string) error
	DiscussItem(ctx context.Context, session, item string) error
	AddParked(ctx context.Context, session, text string) (id string, err error)
	SettleParked(ctx context.Context, session, parked, fate string) error
}

// Actions is who does what by when.
type Actions interface {
	AddAction(ctx context.Context, session string, a app.NewAction) (id string, err error)
	EditAction(ctx context.Context, session, action string, e app.ActionEdit) error
	RemoveAction(ctx context.Context, session, action string) error
	AcceptAction(ctx context.Context, session, action string, accept, spoken bool) error
}

// History takes back one's own work.
type History interface {
	Undo(ctx context.Context, session string) error
	Redo(ctx context.Context, session string) error
}

// Records is what everybody takes home.
type Records interface {
	PreviewRecord(ctx context.Context, session string, w app.RecordWish) (app.RecordPreview, error)
	// Papers is what sheets to print are made of.
	Papers(ctx context.Context, session string, w app.RecordWish) (app.Papers, error)
	// SaveRecord writes the record into dir, or where dir is "" into the data
	// folder's exports, and returns the path of the report. It overwrites nothing.
	SaveRecord(ctx context.Context, session string, w app.RecordWish, dir string) (path string, err error)
	// AddPicture writes a PNG, which comes as base64, beside a drawing of the record that was saved last.
	AddPicture(ctx context.Context, session, name, png string) (path string, err error)
}

// Groups is work in small groups.
type Groups interface {
	JoinGroup(ctx context.Context, session, group string) error
	AddGroup(ctx context.Context, session, name string) (id string, err error)
	EditGroup(ctx context.Context, session, group string, e app.GroupEdit) error
	WriteReport(ctx context.Context, session, group string, field int, text string) error
	SeatPerson(ctx context.Context, session, person, group string) error
	StepRound(ctx context.Context, session string, round int) error
	BringBack(ctx context.Context, session, note string, back bool) error
}

// Canvas is where notes lie on boards with zones.
type Canvas interface {
	PlaceNote(ctx context.Context, session string, p app.NotePlace) error
	LayNotes(ctx context.Context, session string, m app.NotesLay) error
	StarNote(ctx context.Context, session, note string, starred bool) error
}

// OwnTemplates is templates that are made or imported on this computer.
type OwnTemplates interface {
	CheckTemplate(ctx context.Context, text string) (app.Template, error)
	ImportTemplate(ctx context.Context, text string) (id string, err error)
	ExportTemplate(ctx context.Context, id string) (text string, err error)
	ForkTemplate(ctx context.Context, id, name string) (fork string, err error)
	SaveTemplate(ctx context.Context, session string, w app.TemplateWish) (id string, err error)
	RemoveTemplate(ctx context.Context, id string) error
}

// Seats is people who take part without a laptop of their own: whoever sits at
// this one enters what they say, or they do on a phone.
type Seats interface {
	// AddSeat makes a seat that the person at this computer keeps.
	AddSeat(ctx context.Context, session, name string) (seat string, err error)
	// AddGuest makes a seat for somebody on a phone: the window of this computer
	// shows nothing of theirs that is private.
	AddGuest(ctx context.Context, session, name string) (seat string, err error)
	// WriteMemo keeps own notes of who facilitates, on this computer only.
	WriteMemo(ctx context.Context, session, text string) error
	// SetSeatHand raises or lowers the hand of a seat kept here.
	SetSeatHand(ctx context.Context, session, seat string, up bool) error
	// EditSeat gives a seat another name, or another keeper.
	EditSeat(ctx context.Context, session, seat string, e app.SeatEdit) error
	// GiveFloor hands the floor to another facilitator.
	GiveFloor(ctx context.Context, session, person string) error
	// Endorse says whom the person at this computer would follow.
	Endorse(ctx context.Context, session, person string) error
}
