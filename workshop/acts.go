package workshop

// The functions in this file say what people do in the words of the workshop, and return the ops for [Session.Do].

// NamePerson says what a person wants to be called.
func NamePerson(root RecordID, p Person, name string) Op {
	return Put(KindPerson, root, p[:], With(FieldName, Text(name)))
}

// Grant gives a person a role. number orders successors, from 1.
func Grant(p Person, role Role, number int) Op {
	fs := fields{}
	fs.add(FieldPerson, PersonValue(p))
	fs.add(FieldRole, Int(int64(role)))
	if role == RoleSuccessor {
		fs.add(FieldRank, Int(int64(number)))
	}
	return Create(KindGrant, fs...)
}

// ActivityPlan is one step of an agenda before it exists.
type ActivityPlan struct {
	Kind                                ActivityKind
	Preset, Title, Prompt, Instructions string
	Order, Yields                       string
	Minutes                             int
	Settings                            Settings
	Source                              RecordID
}

// AddActivity puts a step on the agenda.
func AddActivity(a ActivityPlan) Op {
	fs := fields{}
	fs.text(FieldActivityKind, string(a.Kind))
	fs.text(FieldPreset, a.Preset)
	fs.text(FieldTitle, a.Title)
	fs.text(FieldPrompt, a.Prompt)
	fs.text(FieldInstructions, a.Instructions)
	fs.text(FieldOrder, a.Order)
	fs.text(FieldYields, a.Yields)
	fs.add(FieldMinutes, Int(int64(a.Minutes)))
	fs.add(FieldSettings, Text(a.Settings.String()))
	if !a.Source.Zero() {
		fs.add(FieldSource, Ref(a.Source))
	}
	return Create(KindActivity, fs...)
}

// AddOutcome adds a change that the group wants to reach.
func AddOutcome(text, order string) Op {
	return Create(KindOutcome, With(FieldText, Text(text)), With(FieldOrder, Text(order)))
}

// OpenRun opens an activity with its frozen rules.
func OpenRun(p RunPlan) Op {
	fs := fields{}
	fs.add(FieldActivity, Ref(p.Activity))
	fs.add(FieldActivityKind, Text(string(p.Kind)))
	fs.add(FieldSettings, Text(p.Settings.String()))
	fs.add(FieldSeconds, Int(int64(p.Seconds)))
	if !p.Source.Zero() {
		fs.add(FieldSource, Ref(p.Source))
	}
	if len(p.Options) > 0 {
		options := make([]Value, len(p.Options))
		for i, o := range p.Options {
			options[i] = List(Ref(o.ID), Text(o.Text))
		}
		fs.add(FieldOptions, List(options...))
	}
	if len(p.Voters) > 0 {
		voters := make([]Value, len(p.Voters))
		for i, v := range p.Voters {
			voters[i] = PersonValue(v)
		}
		fs.add(FieldVoters, List(voters...))
	}
	if len(p.Seats) > 0 {
		fs.add(FieldSeats, Refs(p.Seats))
	}
	if len(p.Seal) > 0 {
		fs.add(FieldSeal, Bytes(p.Seal))
	}
	return Create(KindRun, fs...)
}

// BeginClosing is the reveal: nothing new is taken, what was private is turned over.
func BeginClosing(run RecordID) Op { return Create(KindClosing, With(FieldRun, Ref(run))) }

// CloseRun ends a run. lines are the secret ballots, shuffled; nil for every other run.
func CloseRun(run RecordID, lines []Line) Op {
	if len(lines) == 0 {
		return Create(KindClose, With(FieldRun, Ref(run)))
	}
	return Create(KindClose, With(FieldRun, Ref(run)), With(FieldLines, LinesValue(lines)))
}

// Pause stops the clock of a run, Resume starts it again, and Extend gives it more seconds, or fewer when less than 0.
func Pause(run RecordID) Op { return clock(run, "pause", 0) }

// Resume starts the clock of a run again.
func Resume(run RecordID) Op { return clock(run, "resume", 0) }

// Extend gives a run more seconds, or fewer when less than 0.
func Extend(run RecordID, seconds int) Op { return clock(run, "extend", seconds) }

func clock(run RecordID, what string, seconds int) Op {
	return Create(KindClock, With(FieldRun, Ref(run)), With(FieldType, Text(what)), With(FieldSeconds, Int(int64(seconds))))
}

// AddNote puts an idea on the board of an activity.
func AddNote(activity RecordID, text, color, order string) Op {
	fs := fields{}
	fs.add(FieldActivity, Ref(activity))
	fs.add(FieldText, Text(text))
	fs.text(FieldColor, color)
	fs.text(FieldOrder, order)
	return Create(KindNote, fs...)
}

// Grown says of a new note from which notes it grew, and About what it is attached to.
func Grown(note Op, from []RecordID) Op {
	if len(from) > 0 {
		note.Fields = fields(append(note.Fields, With(FieldFrom, Refs(from)))).sorted()
	}
	return note
}

// About attaches a new note to another one or to an arrow.
func About(note Op, to RecordID) Op {
	if !to.Zero() {
		note.Fields = fields(append(note.Fields, With(FieldOn, Ref(to)))).sorted()
	}
	return note
}

// Starred makes a new note one of its writer's favourites.
func Starred(note Op) Op {
	note.Fields = fields(append(note.Fields, With(FieldStarred, Bool(true)))).sorted()
	return note
}

// AddNoteIn puts an idea into a cluster of the board; none makes it loose.
func AddNoteIn(activity, cluster RecordID, text, color, order string) Op {
	op := AddNote(activity, text, color, order)
	if !cluster.Zero() {
		fs := fields(op.Fields)
		fs.add(FieldCluster, Ref(cluster))
		op.Fields = fs.sorted()
	}
	return op
}

// At gives a new note or cluster its place on the board.
func At(op Op, x, y int64) Op {
	fs := fields(op.Fields)
	fs.add(FieldX, Int(x))
	fs.add(FieldY, Int(y))
	op.Fields = fs.sorted()
	return op
}

// PutNote publishes an idea that its writer handed in unnamed, under the writer's random token of 16 bytes. The same idea put
// twice, by a second holder of the floor, is one note.
func PutNote(run, activity RecordID, token []byte, text, color, order string) Op {
	op := AddNote(activity, text, color, order)
	op.Code, op.Parent, op.Key = OpPut, run, token
	return op
}

// AddCluster makes a group for notes on the board of an activity.
func AddCluster(activity RecordID, name, order string) Op {
	fs := fields{}
	fs.add(FieldActivity, Ref(activity))
	fs.add(FieldName, Text(name))
	fs.text(FieldOrder, order)
	return Create(KindCluster, fs...)
}

// Respond gives or replaces a person's answer in a round.
func Respond(run RecordID, p Person, text string, pass bool) Op {
	return RespondAs(run, p[:], text, pass)
}

// RespondAs is [Respond] under the key of a person or of a seat.
func RespondAs(run RecordID, key []byte, text string, pass bool) Op {
	return Put(KindResponse, run, key, With(FieldText, Text(text)), With(FieldPass, Bool(pass)))
}

// CastSealed hands in a sealed ballot; seal is from [Seal].
func CastSealed(run RecordID, voter []byte, seal [32]byte) Op {
	return Put(KindBallot, run, voter, With(FieldCommit, Bytes(seal[:])))
}

// CastSecret hands in a ballot that only the holder of the key to can read.
func CastSecret(run RecordID, voter, box, to []byte) Op {
	return Put(KindBallot, run, voter, With(FieldBox, Bytes(box)), With(FieldSeal, Bytes(to)))
}

// OpenBallot opens a sealed ballot at the closing.
func OpenBallot(run RecordID, voter, salt []byte, choices []Choice) Op {
	return OpenBallotSaying(run, voter, salt, choices, "")
}

// OpenBallotSaying is [OpenBallot] of a ballot with words, which are under its seal.
func OpenBallotSaying(run RecordID, voter, salt []byte, choices []Choice, text string) Op {
	fs := fields{}
	fs.add(FieldSalt, Bytes(salt))
	fs.add(FieldChoices, ChoicesValue(choices))
	fs.text(FieldText, text)
	return Put(KindOpening, run, voter, fs...)
}

// CountHands records hands that were counted in the room: for each option how many, or for each step of a scale [Score]
// of the step and how many. present is how many people took part.
func CountHands(run RecordID, by Person, counts []Choice, present int) Op {
	return Put(KindHandCount, run, by[:], With(FieldChoices, ChoicesValue(counts)), With(FieldNumber, Int(int64(present))))
}

// Capture writes down what was said. item is what it was said about, or none.
func Capture(activity RecordID, what, text string, item RecordID) Op {
	fs := fields{}
	fs.add(FieldActivity, Ref(activity))
	fs.add(FieldType, Text(what))
	fs.text(FieldText, text)
	if !item.Zero() {
		fs.add(FieldItem, Ref(item))
	}
	return Create(KindCapture, fs...)
}

// Park keeps a matter for later. activity is where it came up, or none.
func Park(activity RecordID, text string) Op {
	fs := fields{}
	fs.text(FieldText, text)
	if !activity.Zero() {
		fs.add(FieldActivity, Ref(activity))
	}
	return Create(KindParked, fs...)
}

// ActionPlan is a task before it exists. Due is a date as 2026-12-04, or empty.
type ActionPlan struct {
	Activity             RecordID
	What, Due, FirstStep string
	Owner                Person
	Evidence             []RecordID
	ActionExtra
	Former   string // of a follow-up: who owned it before, by name, or empty
	Forecast *int   // of a follow-up: how likely the group held it to be, in percent, or none
}

// ActionExtra is what an action says besides.
type ActionExtra struct {
	Sign, Review, Type, Place, Partner, Witness, Help string
	Seat                                              RecordID
	Roles                                             []RoleView
}

// set lists the fields of an extra that say something.
func (x *ActionExtra) set(fs *fields) {
	fs.text(FieldSign, x.Sign)
	fs.text(FieldReview, x.Review)
	fs.text(FieldType, x.Type)
	fs.text(FieldPlace, x.Place)
	fs.text(FieldPartner, x.Partner)
	fs.text(FieldWitness, x.Witness)
	fs.text(FieldHelp, x.Help)
	if !x.Seat.Zero() {
		fs.add(FieldSeat, Ref(x.Seat))
	}
	if len(x.Roles) > 0 {
		fs.add(FieldRoles, RolesValue(x.Roles))
	}
}

// RolesValue makes the value of a list of roles.
func RolesValue(roles []RoleView) Value {
	items := make([]Value, len(roles))
	for i, r := range roles {
		items[i] = List(Ref(r.Who), Text(r.Role))
	}
	return List(items...)
}

// AddAction offers a task. Its owner says yes with [Accept].
func AddAction(a ActionPlan) Op {
	fs := fields{}
	fs.text(FieldWhat, a.What)
	fs.text(FieldDue, a.Due)
	fs.text(FieldFirstStep, a.FirstStep)
	if !a.Activity.Zero() {
		fs.add(FieldActivity, Ref(a.Activity))
	}
	if !a.Owner.Zero() {
		fs.add(FieldOwner, PersonValue(a.Owner))
	}
	if len(a.Evidence) > 0 {
		fs.add(FieldEvidence, Refs(a.Evidence))
	}
	a.set(&fs)
	fs.text(FieldFormer, a.Former)
	if a.Forecast != nil {
		fs.add(FieldForecast, Int(int64(*a.Forecast)))
	}
	return Create(KindAction, fs...)
}

// Accept says yes to an action, or takes the yes back. From anyone but the owner it is the record of a spoken yes.
func Accept(action RecordID, yes bool) Op {
	if yes {
		return Set(action, FieldAccepted, Text(string(AcceptedYes)))
	}
	return Set(action, FieldAccepted, Text(string(AcceptedNo)))
}

// WriteDecision writes a decision down; run is the vote that decided, or none.
func WriteDecision(activity, run RecordID, text, review string) Op {
	fs := fields{}
	fs.text(FieldText, text)
	fs.text(FieldReview, review)
	if !activity.Zero() {
		fs.add(FieldActivity, Ref(activity))
	}
	if !run.Zero() {
		fs.add(FieldRun, Ref(run))
	}
	return Create(KindDecision, fs...)
}

// Endorse says whom a person would follow.
func Endorse(root RecordID, p, whom Person) Op {
	return Put(KindEndorse, root, p[:], With(FieldPerson, PersonValue(whom)))
}

// Signal says that a person is ready, or has a hand up, in a run.
func Signal(root RecordID, p Person, run RecordID, ready, hand bool) Op {
	return Put(KindReady, root, p[:], With(FieldReady, Bool(ready)), With(FieldHand, Bool(hand)), With(FieldRun, Ref(run)))
}

// Lock keeps participants from changing a board (its activity), a cluster or a note; a facilitator opens the lock again.
func Lock(r RecordID, locked bool) Op { return Set(r, FieldLocked, Bool(locked)) }

// LockZone locks a zone of a canvas by its title, or opens it: the zone's record is made when it is first locked. Two who lock it
// at the same time make two records, so a lock is opened on each; nothing is to be done where none holds.
func (v *View) LockZone(activity RecordID, title string, locked bool) (ops []Op) {
	known := false
	for i := range v.Zones {
		z := &v.Zones[i]
		if z.Activity != activity || z.Title != title {
			continue
		}
		if locked {
			return []Op{Lock(z.ID, true)}
		}
		known, ops = true, append(ops, Lock(z.ID, false))
	}
	if known || !locked {
		return ops
	}
	return []Op{Create(KindZone, With(FieldActivity, Ref(activity)), With(FieldTitle, Text(title)), With(FieldLocked, Bool(true)))}
}

// Connect draws an arrow between two notes or clusters of a board. sign is "+", "-" or empty.
func Connect(activity, from, to RecordID, label, sign string) Op {
	fs := fields{}
	fs.add(FieldActivity, Ref(activity))
	fs.add(FieldFrom, Ref(from))
	fs.add(FieldTo, Ref(to))
	fs.text(FieldLabel, label)
	fs.text(FieldSign, sign)
	return Create(KindConnector, fs...)
}

// Reply adds a comment to a note or a cluster.
func Reply(on RecordID, text string) Op {
	return Create(KindComment, With(FieldOn, Ref(on)), With(FieldText, Text(text)))
}

// Tag puts a person's mark on a note, in place of the one before; an empty label takes it away.
func Tag(note RecordID, p Person, label string) Op {
	return Put(KindMark, note, p[:], With(FieldLabel, Text(label)))
}

// React says how a note strikes a person, in place of what they said before; an empty label takes it away.
func React(note RecordID, p Person, label string) Op {
	return Put(KindReaction, note, p[:], With(FieldLabel, Text(label)))
}

// TakeInPerson lets what a removed or lowered person did without knowing of it count after all.
func TakeInPerson(p Person) Op { return Create(KindTakeIn, With(FieldPerson, PersonValue(p))) }

// TakeInRun lets what came after the end of a run count after all, ballots excepted.
func TakeInRun(run RecordID) Op { return Create(KindTakeIn, With(FieldRun, Ref(run))) }
