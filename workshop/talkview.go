package workshop

import (
	"slices"
	"strings"
)

// ProcessPointView is somebody's word on how the group works: slow down, a break, this is not fair. Only an answer ends it.
type ProcessPointView struct {
	ID         RecordID
	Text       string
	Author     Person
	Answer     string
	AnsweredBy Person
}

// SpeakerView is a person, or a seat.
type SpeakerView struct {
	Person Person
	Seat   RecordID
}

// Key is what a speaker's answers and signals are put under.
func (s SpeakerView) Key() []byte {
	if s.Seat.Zero() {
		return slices.Clone(s.Person[:])
	}
	return s.Seat.Key()
}

func speakerOf(key []byte) (s SpeakerView) {
	if seat, ok := SeatOf(key); ok {
		return SpeakerView{Seat: seat}
	}
	copy(s.Person[:], key)
	return s
}

// ItemTime is how long a discussion spent on an item.
type ItemTime struct {
	Item RecordID
	Ms   int64
}

// RunTalk is who speaks in a run, about what, and since when.
type RunTalk struct {
	Speaker        SpeakerView
	SpeakerAt      int64 // wall milliseconds; 0 while nobody was called
	ItemAt         int64 // wall milliseconds since when Item is talked about
	ItemExtended   int   // seconds added to the item
	ItemExtensions int   // how often
	ItemExtendedAt int64 // wall milliseconds of the last time
	SilentUntil    int64 // wall milliseconds; everybody thinks for themselves until then
	Talked         []ItemTime
}

// ThumbsView counts who wants to stay with the item that is talked about.
type ThumbsView struct {
	Item           RecordID
	Up, Side, Down int
}

// The thumbs that people show.
const (
	ThumbNone = 0
	ThumbDown = 1
	ThumbSide = 2
	ThumbUp   = 3
)

// SignalView is everything that somebody signals at once.
type SignalView struct {
	Ready, Hand bool
	Item        RecordID // what the thumb is about
	Thumb       int
}

// SignalAs is [Signal] under the key of a person or a seat, with a thumb.
func SignalAs(root RecordID, key []byte, run RecordID, s SignalView) Op {
	fs := fields{}
	fs.add(FieldReady, Bool(s.Ready))
	fs.add(FieldHand, Bool(s.Hand))
	fs.add(FieldRun, Ref(run))
	if s.Thumb != ThumbNone {
		fs.add(FieldItem, Ref(s.Item))
		fs.add(FieldThumb, Int(int64(s.Thumb)))
	}
	return Put(KindReady, root, key, fs...)
}

// Signalled returns what somebody signals now. A thumb that does not count any more is left out, for who writes it again would make
// it count.
func (s *Session) Signalled(key []byte) SignalView {
	r := s.records[PutID(KindReady, s.root, key)]
	if r == nil || !r.shown {
		return SignalView{}
	}
	open := s.openRun()
	v := SignalView{Ready: r.value(FieldReady).True() && open == r.value(FieldRun).Ref(), Hand: s.handUp(r)}
	if run := s.records[open]; run != nil {
		if v.Thumb = s.thumb(r, s.runDrawn(run)); v.Thumb != ThumbNone {
			v.Item = r.value(FieldItem).Ref()
		}
	}
	return v
}

// thumb is what a signal says about the item that is talked about now. It counts when it knew that the item is talked about and every
// extension of it: clocks do not agree, and an extension asks anew.
func (s *Session) thumb(r *record, run *RunView) int {
	if run.Item.Zero() || r.value(FieldRun).Ref() != run.ID || r.value(FieldItem).Ref() != run.Item {
		return ThumbNone
	}
	for _, n := range s.askings(run.ID) {
		if !s.graph.knew(r.winner, n) {
			return ThumbNone
		}
	}
	return int(r.value(FieldThumb).Num())
}

// askings are the changes that ask a run for thumbs: the one that began its item, and the extensions that knew of that.
func (s *Session) askings(run RecordID) []*node {
	began := s.records[run].writerOf(FieldItem)
	if began == nil {
		return nil
	}
	list := []*node{began}
	for _, id := range s.byParent[run] {
		if r := s.records[id]; r.kind == KindClock && r.shown && s.extendsItem(r, began) {
			list = append(list, r.maker)
		}
	}
	return list
}

// extendsItem reports whether a mark on the clock gives more time to the item that a change began.
func (s *Session) extendsItem(mark *record, began *node) bool {
	return mark.value(FieldType).Str() == "item" && began != nil && s.graph.knew(mark.maker, began)
}

// CallOn says who speaks now; nobody is an empty key.
func CallOn(run RecordID, key []byte) Op { return Set(run, FieldSpeaker, Bytes(key)) }

// ExtendItem gives the item that is talked about more time. The clock of the activity goes on as it was.
func ExtendItem(run RecordID, seconds int) Op { return clock(run, "item", seconds) }

// Silence asks everybody to think for themselves for a while, on every screen. The activity goes on.
func Silence(run RecordID, seconds int) Op { return clock(run, "silence", seconds) }

// RaisePoint raises a process point, and AnswerPoint answers it.
func RaisePoint(text string) Op { return Create(KindProcessPoint, With(FieldText, Text(text))) }

// AnswerPoint answers a process point: only then it is over.
func AnswerPoint(point RecordID, answer string) Op { return Set(point, FieldAnswer, Text(answer)) }

// point draws a process point.
func (r *record) point() ProcessPointView {
	v := ProcessPointView{ID: r.id, Text: r.value(FieldText).Str(), Author: r.maker.person, Answer: r.value(FieldAnswer).Str()}
	if by := r.writerOf(FieldAnswer); by != nil && v.Answer != "" {
		v.AnsweredBy = by.person
	}
	return v
}

// talk works out the queue of hands, and of the open run whose turn it is and what thumbs say.
func (s *Session) talk(v *View) {
	for _, h := range s.handsUp() {
		v.Queue = append(v.Queue, speakerOf(h.record.key))
	}
	run := v.OpenRun()
	if run == nil || run.Item.Zero() {
		return
	}
	v.Thumbs.Item = run.Item
	for _, r := range s.putsOn(s.root, KindReady) {
		if !s.isHere(r.key) {
			continue
		}
		switch s.thumb(r, run) {
		case ThumbUp:
			v.Thumbs.Up++
		case ThumbSide:
			v.Thumbs.Side++
		case ThumbDown:
			v.Thumbs.Down++
		}
	}
}

// spoken reads from a run's record who speaks, what is talked about, and how long each item took.
func (s *Session) spoken(r *record, v *RunView) {
	if f := r.fieldBy(FieldSpeaker); f != nil && len(f.value.Raw()) > 0 {
		v.Speaker, v.SpeakerAt = speakerOf(f.value.Raw()), f.by.change.Wall
	}
	if f := r.fieldBy(FieldItem); f != nil {
		v.ItemAt = f.by.change.Wall
	}
	var moves []write
	for _, w := range r.history() {
		if op := w.op(); w.node.state == stateCounts && op.Code == OpSet && op.Field == FieldItem {
			moves = append(moves, w)
		}
	}
	slices.SortFunc(moves, func(a, b write) int {
		return a.node.change.Stamp(int(a.index)).Compare(b.node.change.Stamp(int(b.index)))
	})
	for i, w := range moves {
		end := v.Ended
		if i+1 < len(moves) {
			end = moves[i+1].node.change.Wall
		}
		if item := w.op().Value.Ref(); end != 0 && !item.Zero() {
			v.talked(item, max(0, end-w.node.change.Wall))
		}
	}
}

func (r *RunView) talked(item RecordID, ms int64) {
	for i := range r.Talked {
		if r.Talked[i].Item == item {
			r.Talked[i].Ms += ms
			return
		}
	}
	r.Talked = append(r.Talked, ItemTime{Item: item, Ms: ms})
}

// NextExtension is by how many seconds the item that is talked about is extended next: the first time, the second and so on; ok is
// false when it had all its extensions.
func (r *RunView) NextExtension() (seconds int, ok bool) {
	list, given := r.Settings.named["extensions"].([]any)
	if !given {
		list = []any{2.0, 1.0}
	}
	if r.ItemExtensions >= len(list) {
		return 0, false
	}
	minutes, _ := list[r.ItemExtensions].(float64)
	return int(minutes * 60), minutes > 0
}

// TurnState says how far somebody is in a round.
type TurnState string

// The states of a turn. A pass is a turn.
const (
	TurnWaiting TurnState = "waiting"
	TurnNow     TurnState = "now"
	TurnDone    TurnState = "done"
	TurnPassed  TurnState = "passed"
	TurnSkipped TurnState = "skipped" // the round went on without an answer; the turn can still be taken
)

// TurnView is somebody's turn in a round.
type TurnView struct {
	SpeakerView
	State TurnState
	Times int // how many answers they gave, where a round goes on until nobody has more
}

// Turns lists whose turn it is in a round, in order: round the circle as people came, or by a shuffle that nobody chose. Who came
// after the round was opened stands at the end. Where people speak as they like nobody is next.
func (v *View) Turns(run *RunView) []TurnView {
	keys := run.voterKeys()
	if run.Settings.Str("order", "random") == "random" {
		ring := make([][]byte, len(keys))
		for i, at := range shuffle(len(keys), "turns", run.ID.encode()) {
			ring[i] = keys[at]
		}
		keys = ring
	}
	for i := range v.People {
		p := &v.People[i]
		if p.Role <= RoleParticipant && !slices.Contains(run.Voters, p.Person) {
			keys = append(keys, slices.Clone(p.Person[:]))
		}
	}
	said := map[string]*ResponseView{}
	for i := range v.Responses {
		if r := &v.Responses[i]; r.Run == run.ID {
			said[string(SpeakerView{Person: r.Person, Seat: r.Seat}.Key())] = r
		}
	}
	turns := make([]TurnView, len(keys))
	cursor := 0
	for i, key := range keys {
		turns[i] = TurnView{SpeakerView: speakerOf(key), State: TurnWaiting}
		if run.SpeakerAt != 0 && string(run.Speaker.Key()) == string(key) {
			cursor = i
		}
		if r := said[string(key)]; r != nil {
			turns[i].answered(r)
		}
	}
	run.place(turns, cursor)
	return turns
}

func (t *TurnView) answered(r *ResponseView) {
	t.State, t.Times = TurnDone, 1
	if r.Text != "" {
		t.Times = strings.Count(r.Text, "\n") + 1
	}
	if r.Pass {
		t.State = TurnPassed
	}
}

// place finds whose turn it is now.
func (r *RunView) place(turns []TurnView, cursor int) {
	unsaid := TurnSkipped
	if r.Settings.On("spokenOnly", false) || r.Settings.Answer() == AnswerNone {
		unsaid = TurnDone
	}
	if r.SpeakerAt != 0 {
		for i := range turns[:cursor] {
			if turns[i].State == TurnWaiting {
				turns[i].State = unsaid
			}
		}
	}
	if r.State != RunOpen || (r.Settings.Str("order", "random") == "volunteers" && r.SpeakerAt == 0) || r.Balloted() {
		return
	}
	if r.Settings.Str("mode", "once") == "until-empty" {
		r.again(turns)
		return
	}
	for i := cursor; i < len(turns); i++ {
		if turns[i].State == TurnWaiting {
			turns[i].State = TurnNow
			return
		}
	}
}

// again finds whose turn it is where a round goes on until all have passed: who spoke least, and is first among those.
func (r *RunView) again(turns []TurnView) {
	least := -1
	for i := range turns {
		if turns[i].State != TurnPassed && (least < 0 || turns[i].Times < turns[least].Times) {
			least = i
		}
	}
	if least >= 0 {
		turns[least].State = TurnNow
	}
}
