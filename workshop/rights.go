package workshop

// The rights of a session are one table: who, under which kind of activity and in which state of its run, may do what to which
// kind of record. What no row allows is forbidden. A row reads nothing but the person's role, the run with its frozen settings,
// who keeps a seat, who is in a group and who made a record, all as of the past of the change that is judged.

// who is a set of roles.
type who uint8

const (
	facilitators who = 1 << iota // first, successors, co-facilitators, elected
	participants
	observers

	contributors = facilitators | participants
	everyone     = facilitators | participants | observers
)

func whoIs(r Role) who {
	switch {
	case r.Facilitates():
		return facilitators
	case r == RoleParticipant:
		return participants
	case r == RoleObserver:
		return observers
	}
	return 0
}

// when is a set of run states; never means that the change names no run.
type when uint8

const (
	outside when = 1 << iota // under no run
	open
	closing
	closed

	during  = open | closing | closed
	anytime = outside | during
)

func whenIs(r *runPolicy) when {
	switch r.state() {
	case RunOpen:
		return open
	case RunClosing:
		return closing
	case RunClosed:
		return closed
	}
	return outside
}

// verb is a set of what is done to a record.
type verb uint8

const (
	makes   verb = 1 << iota // create or put
	writes                   // set or text
	deletes                  // set deleted
)

// condition narrows a row. The zero condition is always true.
type condition uint8

const (
	always         condition = iota
	onOwn                    // the record is the person's own work
	underOwn                 // put under the person's own key, or that of a seat they keep
	ifVoter                  // put under the person's own key, or that of a seat they keep, and the run lists the person among its voters
	ifPublic                 // notes of the run are public from the start
	ifPrivate                // notes of the run are private until the reveal, and their writers sign them
	ifBatch                  // notes of the run are unnamed, and put under their writers' tokens
	ifWho                    // the run's settings let everyone sort, or hosts, whom the run lists
	ifMerge                  // as ifWho, the run merges, and the change makes one note of several of the sorted board, which go with it
	ifOwner                  // the person is the owner named by the record
	byRank                   // a grant: from above both old and new rank, or lowering oneself
	ifElected                // a grant: more than half of the participants endorse the person since they were last given a role
	ownNote                  // the note was made by the person
	inOwnGroup               // the run is a breakout and the person is in the group of the board; where people choose, in any of them
	ifMarket                 // people of the run choose their groups themselves; a new group has its maker as host and names no members
	ifInner                  // the groups of the run do what the row is about
	onCanvas                 // the place is on the board of the run's activity
	ifTurned                 // as onCanvas, and the note is the person's own and was private until the reveal
	ifBatched                // as onCanvas, and the note is one of the unnamed batch
	ifArrows                 // the run's settings have arrows between notes
	ifOpenAnswer             // put under the person's own key, or that of a seat they keep, and the run's answers carry names
	ifSecretAnswer           // put by one of the voters of the run under their own key, and the run's answers are sealed
	ifReview                 // the run goes through the actions there are
	ifInk                    // the stroke is on the board of the run, and its notes are public and named from the start
)

// right is a row of the table.
type right struct {
	who    who
	in     ActivityKind // empty: any
	when   when
	verb   verb
	kind   Kind
	fields []Field // for writes: only these; empty means all
	if_    condition
}

var rights = []right{
	// The plan. Facilitators change it whenever they want.
	{who: facilitators, when: anytime, verb: writes, kind: KindSession},
	{who: facilitators, when: anytime, verb: makes | writes | deletes, kind: KindCharter},
	{who: facilitators, when: anytime, verb: makes | writes | deletes, kind: KindOutcome},
	{who: facilitators, when: anytime, verb: makes | writes | deletes, kind: KindActivity},
	{who: facilitators, when: anytime, verb: makes | writes | deletes, kind: KindBoard},
	{who: facilitators, when: anytime, verb: makes | writes | deletes, kind: KindZone},
	{who: facilitators, when: anytime, verb: makes | writes | deletes, kind: KindSeat},
	{who: facilitators, when: anytime, verb: makes | writes | deletes, kind: KindGroup},
	{who: facilitators, when: anytime, verb: makes, kind: KindClock},

	// Policy.
	{who: everyone, when: outside, verb: makes, kind: KindGrant, if_: byRank},
	{who: participants, when: outside, verb: makes, kind: KindGrant, if_: ifElected},
	{who: facilitators, when: outside, verb: makes, kind: KindRun},
	{who: facilitators, when: outside, verb: makes, kind: KindClosing},
	{who: facilitators, when: outside, verb: makes, kind: KindClose},
	{who: facilitators, when: outside, verb: makes, kind: KindTakeIn},
	{who: facilitators, when: anytime, verb: writes, kind: KindRun, fields: []Field{FieldItem, FieldSeal, FieldRound, FieldSpeaker}},

	// People say who they are, how they are, and whom they would follow.
	{who: everyone, when: anytime, verb: makes, kind: KindPerson, if_: underOwn},
	{who: everyone, when: anytime, verb: makes, kind: KindReady, if_: underOwn},
	{who: everyone, when: anytime, verb: makes, kind: KindReaction, if_: underOwn},
	{who: contributors, when: outside, verb: makes, kind: KindEndorse, if_: underOwn},
	{who: contributors, when: anytime, verb: makes, kind: KindProcessPoint},
	{who: contributors, when: anytime, verb: writes, kind: KindProcessPoint, fields: []Field{FieldText}, if_: onOwn},
	{who: facilitators, when: anytime, verb: writes, kind: KindProcessPoint, fields: []Field{FieldAnswer}},

	// Facilitators tidy the board between activities, and take away what hurts.
	{who: facilitators, when: outside, verb: makes | writes | deletes, kind: KindNote},
	{who: facilitators, when: during, verb: deletes, kind: KindNote},
	{who: facilitators, when: anytime, verb: makes | writes | deletes, kind: KindCluster},
	{who: facilitators, when: anytime, verb: makes | writes | deletes, kind: KindConnector},
	{who: facilitators, when: outside, verb: makes, kind: KindStroke},
	{who: facilitators, when: anytime, verb: writes | deletes, kind: KindStroke},
	{who: facilitators, when: anytime, verb: makes | writes | deletes, kind: KindDecision},
	{who: facilitators, when: anytime, verb: makes | writes | deletes, kind: KindAction},
	{who: facilitators, when: anytime, verb: makes | writes | deletes, kind: KindCapture},
	{who: facilitators, when: anytime, verb: makes | writes | deletes, kind: KindParked},
	{who: facilitators, when: anytime, verb: makes | writes | deletes, kind: KindComment},
	{who: facilitators, when: outside, verb: makes, kind: KindPlacement},

	// Anyone takes back their own notes, parks a matter, and comments.
	{who: contributors, when: anytime, verb: deletes, kind: KindNote, if_: ownNote},
	{who: contributors, when: anytime, verb: deletes, kind: KindStroke, if_: onOwn},
	{who: contributors, when: anytime, verb: makes, kind: KindParked},
	{who: contributors, when: anytime, verb: writes | deletes, kind: KindParked, fields: []Field{FieldText}, if_: onOwn},
	{who: contributors, when: anytime, verb: makes, kind: KindComment},
	{who: contributors, when: anytime, verb: writes | deletes, kind: KindComment, if_: onOwn},
	{who: contributors, when: anytime, verb: makes, kind: KindMark, if_: underOwn},

	// Round: one answer each, changed until the closing.
	{who: contributors, in: ActivityRound, when: open, verb: makes, kind: KindResponse, if_: ifOpenAnswer},

	// Round with secret answers: they are ballots.
	{who: contributors, in: ActivityRound, when: open, verb: makes, kind: KindBallot, if_: ifSecretAnswer},
	{who: contributors, in: ActivityRound, when: closing, verb: makes, kind: KindOpening, if_: ifSecretAnswer},

	// Brainstorm and canvas: public notes while open; private ones at the reveal and, marked late, after it.
	{who: contributors, in: ActivityBrainstorm, when: open, verb: makes, kind: KindNote, if_: ifPublic},
	{who: contributors, in: ActivityBrainstorm, when: closing | closed, verb: makes, kind: KindNote, if_: ifPrivate},
	{who: contributors, in: ActivityBrainstorm, when: open | closing, verb: writes, kind: KindNote, if_: ownNote},
	{who: facilitators, in: ActivityBrainstorm, when: closing | closed, verb: makes, kind: KindNote, if_: ifBatch},
	{who: contributors, in: ActivityCanvas, when: open, verb: makes, kind: KindNote, if_: ifPublic},
	{who: contributors, in: ActivityCanvas, when: closing | closed, verb: makes, kind: KindNote, if_: ifPrivate},
	{who: facilitators, in: ActivityCanvas, when: closing | closed, verb: makes, kind: KindNote, if_: ifBatch},
	{who: contributors, in: ActivityCanvas, when: open | closing, verb: writes, kind: KindNote},
	{who: contributors, in: ActivityCanvas, when: open, verb: makes | writes | deletes, kind: KindConnector, if_: ifArrows},
	{who: contributors, in: ActivityCanvas, when: open | closing, verb: makes, kind: KindPlacement, if_: onCanvas},
	{who: contributors, in: ActivityCanvas, when: closing | closed, verb: makes, kind: KindPlacement, if_: ifTurned},
	{who: facilitators, in: ActivityCanvas, when: closing | closed, verb: makes, kind: KindPlacement, if_: ifBatched},
	{who: contributors, in: ActivityBrief, when: open, verb: makes, kind: KindResponse, if_: underOwn},

	// Ink: whoever works on a board draws on it and moves their own strokes. A hand is known by its line, so nothing is drawn, in
	// this or any other run and outside of all, on a board whose notes are private still or name nobody: see knownByHand.
	{who: contributors, in: ActivityBrainstorm, when: open, verb: makes, kind: KindStroke, if_: ifInk},
	{who: contributors, in: ActivityBrainstorm, when: open, verb: writes, kind: KindStroke, if_: onOwn},
	{who: contributors, in: ActivityCanvas, when: open, verb: makes, kind: KindStroke, if_: ifInk},
	{who: contributors, in: ActivityCanvas, when: open, verb: writes, kind: KindStroke, if_: onOwn},
	{who: contributors, in: ActivityCluster, when: open, verb: makes, kind: KindStroke, if_: ifWho},
	{who: contributors, in: ActivityCluster, when: open, verb: writes, kind: KindStroke, if_: onOwn},
	{who: contributors, in: ActivityBreakout, when: open, verb: makes, kind: KindStroke, if_: inOwnGroup},
	{who: contributors, in: ActivityBreakout, when: open, verb: writes, kind: KindStroke, if_: onOwn},

	// Cluster: everyone sorts, or only those whom the settings name; writers may still mend their own words.
	{who: contributors, in: ActivityCluster, when: open, verb: writes, kind: KindNote, if_: ownNote},
	{
		who: contributors, in: ActivityCluster, when: open, verb: writes, kind: KindNote,
		fields: []Field{FieldCluster, FieldOrder, FieldX, FieldY}, if_: ifWho,
	},
	{who: contributors, in: ActivityCluster, when: open, verb: makes | writes | deletes, kind: KindCluster, if_: ifWho},
	{who: contributors, in: ActivityCluster, when: open, verb: makes | writes | deletes, kind: KindConnector, if_: ifWho},
	{who: contributors, in: ActivityCluster, when: open, verb: makes | deletes, kind: KindNote, if_: ifMerge},
	{who: contributors, in: ActivityCluster, when: open, verb: makes, kind: KindPlacement, if_: ifMerge},

	// Vote: ballots while open, openings of sealed ones at the closing. Hands that were counted in the room instead.
	{who: contributors, in: ActivityVote, when: open, verb: makes, kind: KindBallot, if_: ifVoter},
	{who: contributors, in: ActivityVote, when: closing, verb: makes, kind: KindOpening, if_: ifVoter},
	{who: facilitators, in: ActivityVote, when: open, verb: makes, kind: KindHandCount, if_: underOwn},

	// Discuss: everyone may write down what was said.
	{who: contributors, in: ActivityDiscuss, when: open, verb: makes, kind: KindCapture},
	{who: contributors, in: ActivityDiscuss, when: open, verb: writes | deletes, kind: KindCapture, if_: onOwn},

	// Breakout: a group works on its own board and reports. Where people choose their group they say where they are, and may begin
	// a new one; a group names itself and its host.
	{who: contributors, in: ActivityBreakout, when: open, verb: makes, kind: KindNote, if_: inOwnGroup},
	{who: contributors, in: ActivityBreakout, when: open | closing, verb: writes, kind: KindNote, if_: inOwnGroup},
	{who: contributors, in: ActivityBreakout, when: open, verb: makes, kind: KindPlacement, if_: inOwnGroup},
	{who: contributors, in: ActivityBreakout, when: open, verb: makes | writes | deletes, kind: KindConnector, if_: inOwnGroup},
	{who: contributors, in: ActivityBreakout, when: open, verb: makes, kind: KindCapture, if_: inOwnGroup},
	{who: contributors, in: ActivityBreakout, when: open, verb: writes | deletes, kind: KindCapture, if_: onOwn},
	{who: contributors, in: ActivityBreakout, when: open | closing, verb: makes, kind: KindReport, if_: inOwnGroup},
	{who: contributors, in: ActivityBreakout, when: open, verb: writes, kind: KindGroup, if_: inOwnGroup, fields: groupSelf},
	{who: contributors, in: ActivityBreakout, when: open, verb: makes, kind: KindGroup, if_: ifMarket},
	{who: contributors, in: ActivityBreakout, when: open, verb: makes, kind: KindAttendance, if_: ifMarket},
	{who: contributors, in: ActivityBreakout, when: open, verb: makes, kind: KindResponse, if_: ifInner},
	{who: contributors, in: ActivityBreakout, when: open, verb: makes, kind: KindAction, if_: ifInner},
	{who: contributors, in: ActivityBreakout, when: open, verb: writes | deletes, kind: KindAction, if_: onOwn, fields: actionText},

	// Commit: anyone offers an action; its owner says yes.
	{who: contributors, in: ActivityCommit, when: open, verb: makes, kind: KindAction},
	{who: contributors, in: ActivityCommit, when: open, verb: writes | deletes, kind: KindAction, if_: onOwn, fields: actionText},
	{who: contributors, in: ActivityCommit, when: open, verb: writes, kind: KindAction, if_: ifReview, fields: []Field{FieldState}},
	{who: contributors, when: anytime, verb: writes, kind: KindAction, if_: ifOwner, fields: []Field{FieldAccepted, FieldState}},
}

var actionText = []Field{
	FieldWhat, FieldOwner, FieldDue, FieldFirstStep, FieldSign, FieldEvidence, FieldOrder, FieldActivity,
	FieldReview, FieldRoles, FieldType, FieldPlace, FieldPartner, FieldWitness, FieldHelp, FieldSeat,
}

// groupSelf is what a group decides about itself.
var groupSelf = []Field{FieldName, FieldKeeper}

// fits reports whether a row speaks of this op; its condition is still to be asked.
func (r *right) fits(by who, in ActivityKind, at when, v verb, k Kind, f Field) bool {
	if r.kind != k || r.who&by == 0 || r.when&at == 0 || r.verb&v == 0 || (r.in != "" && r.in != in) {
		return false
	}
	if v != writes || len(r.fields) == 0 {
		return true
	}
	for _, allowed := range r.fields {
		if f == allowed {
			return true
		}
	}
	return false
}
