package app

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"time"

	"golang.org/x/crypto/nacl/box"

	"convene/workshop"
)

// Notes without a name are handed in when the closing is said: each laptop
// seals its drafts, all in one, to a key that only the floor holder's laptop
// has, and says the parts of it one after the other as its presence, which is
// never stored. That laptop publishes all notes in one shuffled batch, each
// under a token that only its writer knows again. A draft is kept until its
// writer's laptop sees the note in the log; when the key is lost, the next
// holder offers another one and every laptop hands in again.

const (
	partSize   = 2 << 10 // of a sealed batch; all parts have it, so that lengths tell little
	mostParts  = 512
	mostHeard  = 48 // batches that a holder says to have heard, the unfinished first
	tokenSize  = 16
	shortName  = 8       // bytes of a person, a key or a batch that tell it from others in a presence
	mostInRuns = 1 << 20 // bytes of a batch
)

// batchForm is what a laptop hands in, before it is sealed. Where it belongs
// is inside, so that a copy under another name or in another run is worth
// nothing.
type batchForm struct {
	_       struct{} `cbor:",toarray"`
	Session []byte
	Run     string
	Writer  []byte
	Notes   []batchNote
}

type batchNote struct {
	_       struct{} `cbor:",toarray"`
	Token   []byte
	Text    string
	Color   string
	Order   string
	About   string
	Starred bool
	Zone    string
	Slot    int
	X, Y    int64
}

// partForm is one part of a sealed batch, in the presence of its writer.
type partForm struct {
	_     struct{} `cbor:",toarray"`
	Run   string
	To    []byte // which key
	Sum   []byte // which batch
	At    uint16
	Of    uint16
	Bytes []byte
}

// heardForm says in the presence of the holder how many parts of a batch have
// come, from the first on.
type heardForm struct {
	_     struct{} `cbor:",toarray"`
	Who   []byte
	Sum   []byte
	Parts uint16
	Whole bool
}

// outgoing is the own batch of a run that closes.
type outgoing struct {
	run        workshop.RecordID
	to, digest []byte // the whole key, and the hash of what is inside
	sum        []byte
	parts      [][]byte
}

// incoming is somebody's batch, as far as it has come.
type incoming struct {
	sum   []byte
	parts [][]byte
	got   int
	notes []batchNote
	whole bool
	last  time.Time
}

// unnamed reports whether a run's notes are published in one batch that names
// no writer.
func unnamed(run *workshop.RunView) bool {
	return run != nil && run.Settings.Anonymous() && run.Settings.Private(run.Kind)
}

// unnamedRun returns the run of unnamed notes that is open or closes, or nil.
func (l *Laptop) unnamedRun() *workshop.RunView {
	if run := l.s.CurrentRun(); unnamed(run) {
		return run
	}
	return nil
}

// token is under what a draft is published: nobody else can tell whose it is.
func (n *ownNote) token() []byte {
	sum := sha256.Sum256([]byte("unnamed note\x00" + n.Run.String() + "\x00" + n.place))
	return sum[:tokenSize]
}

// published is the record that a draft becomes.
func (n *ownNote) published() workshop.RecordID {
	return workshop.PutID(workshop.KindNote, n.Run, n.token())
}

// holdNoteBox offers a key where this laptop has the floor, notes without a
// name are written or turned over, and the key of it is not here.
func (l *Laptop) holdNoteBox() error {
	run := l.unnamedRun()
	if run == nil || l.counts(run) || l.s.SessionView().Floor != l.me || !l.s.Role(l.me).Facilitates() {
		return nil
	}
	return l.offerKey(run)
}

// handIn keeps the own batch of the run that closes as it is to be said, and
// forgets drafts that are on the board.
func (l *Laptop) handIn() error {
	if err := l.moveDrafts(); err != nil {
		return err
	}
	if err := l.forgetPublished(); err != nil {
		return err
	}
	run := l.unnamedRun()
	if run == nil || run.State != workshop.RunClosing || l.counts(run) || len(run.Seal) != 32 || l.draftsIn(run.ID) == 0 {
		l.out = nil
		return nil
	}
	id := l.s.ID()
	plain, err := encode(batchForm{Session: id[:], Run: run.ID.String(), Writer: l.me[:], Notes: l.batchOf(run.ID)})
	if err != nil {
		return err
	}
	digest := sha256.Sum256(plain)
	if l.out != nil && bytes.Equal(l.out.to, run.Seal) && bytes.Equal(l.out.digest, digest[:]) {
		return nil
	}
	body := append(binary.BigEndian.AppendUint32(nil, uint32(len(plain))), plain...)
	body = append(body, make([]byte, (partSize-(len(body)+box.AnonymousOverhead)%partSize)%partSize)...)
	sealed, err := box.SealAnonymous(nil, body, (*[32]byte)(run.Seal), l.random)
	if err != nil {
		return err
	}
	l.out = &outgoing{run: run.ID, to: bytes.Clone(run.Seal), digest: digest[:], sum: boxMark(sealed)[:shortName]}
	for part := range slices.Chunk(sealed[:min(len(sealed), mostParts*partSize)], partSize) {
		l.out.parts = append(l.out.parts, part)
	}
	return nil
}

// batchOf lists the own drafts of a run as they are handed in. What was
// entered for a seat or a guest is not marked: a mark would name somebody.
func (l *Laptop) batchOf(run workshop.RecordID) []batchNote {
	var notes []batchNote
	size := 0
	for i := range l.drafts {
		d := &l.drafts[i]
		if size += len(d.Text) + 300; d.Run != run || size > mostInRuns-partSize {
			continue
		}
		notes = append(notes, batchNote{
			Token: d.token(), Text: d.Text, Color: d.Color, Order: d.place, About: d.About.String(), Starred: d.Starred,
			Zone: d.At.Zone, Slot: d.At.Slot, X: d.At.X, Y: d.At.Y,
		})
	}
	return notes
}

// forgetPublished drops the drafts that became notes of a batch.
func (l *Laptop) forgetPublished() error {
	for _, d := range slices.Clone(l.drafts) {
		if run := l.s.RunView(d.Run); !unnamed(run) || run.State == workshop.RunOpen {
			continue
		}
		if board, _ := l.s.Placed(d.published()); board.Zero() {
			continue
		}
		if err := l.dropDraft(d.ID); err != nil {
			return err
		}
		l.done.forgetDrafts()
	}
	return nil
}

// moveDrafts takes drafts that came too late for their batch along into the
// next run of their activity. One note published later, when its writer is
// back, would tell whose it is.
func (l *Laptop) moveDrafts() error {
	run := l.unnamedRun()
	if run == nil || run.State != workshop.RunOpen {
		return nil
	}
	for _, d := range slices.Clone(l.drafts) {
		before := l.s.RunView(d.Run)
		if d.Run == run.ID || d.Activity != run.Activity || !unnamed(before) || before.State != workshop.RunClosed {
			continue
		}
		key := d.key()
		d.Run = run.ID
		if err := l.setDraft(d); err != nil {
			return err
		}
		if err := l.keep.DeletePrivate(key); err != nil {
			return err
		}
	}
	return nil
}

// lateDrafts counts the own drafts that came too late for their batch.
func (l *Laptop) lateDrafts() int {
	n := 0
	for i := range l.drafts {
		if run := l.s.RunView(l.drafts[i].Run); unnamed(run) && run.State == workshop.RunClosed {
			n++
		}
	}
	return n
}

// sayPart is the part of the own batch that the holder lacks, or nil. Only who
// wrote the key that it is sealed to can have heard any of it.
func (l *Laptop) sayPart() *partForm {
	if l.out == nil {
		return nil
	}
	at := 0
	for _, h := range l.states[l.s.SealedBy(l.out.run)].heard {
		if bytes.Equal(h.Who, l.me[:shortName]) && bytes.Equal(h.Sum, l.out.sum) && int(h.Parts) <= len(l.out.parts) {
			at = max(at, int(h.Parts))
		}
	}
	if at >= len(l.out.parts) {
		return nil
	}
	return &partForm{
		Run: l.out.run.String(), To: l.out.to[:shortName], Sum: l.out.sum, At: uint16(at), Of: uint16(len(l.out.parts)), Bytes: l.out.parts[at],
	}
}

// takePart takes a part of somebody's batch, where this laptop has the key.
func (l *Laptop) takePart(from workshop.Person, p *partForm) {
	run := l.unnamedRun()
	if p == nil || run == nil || p.Run != run.ID.String() || !l.counts(run) || !bytes.Equal(p.To, run.Seal[:shortName]) {
		return
	}
	if len(p.Sum) != shortName || p.Of == 0 || p.Of > mostParts || p.At >= p.Of || len(p.Bytes) != partSize {
		return
	}
	in := l.heard[from]
	if in == nil || !bytes.Equal(in.sum, p.Sum) || len(in.parts) != int(p.Of) {
		in = &incoming{sum: bytes.Clone(p.Sum), parts: make([][]byte, p.Of)}
		l.heard[from] = in
	}
	if in.parts[p.At] != nil {
		return
	}
	in.parts[p.At], in.last = bytes.Clone(p.Bytes), l.now()
	for in.got < len(in.parts) && in.parts[in.got] != nil {
		in.got++
	}
	if in.got == len(in.parts) {
		in.notes, in.whole = l.openBatch(run, from, bytes.Join(in.parts, nil)), true
		in.parts = make([][]byte, p.Of)
		for i := range in.parts {
			in.parts[i] = []byte{} // heard, and not needed any more
		}
	}
}

// openBatch reads a batch; what is not one of this run and this writer is as
// if it were empty.
func (l *Laptop) openBatch(run *workshop.RunView, from workshop.Person, sealed []byte) []batchNote {
	key := l.boxes[run.ID]
	body, ok := box.OpenAnonymous(nil, sealed, key.public, key.private)
	if !ok || len(body) < 4 || int(binary.BigEndian.Uint32(body)) > len(body)-4 {
		return nil
	}
	var form batchForm
	id := l.s.ID()
	if decode(body[4:4+int(binary.BigEndian.Uint32(body))], &form) != nil ||
		!bytes.Equal(form.Session, id[:]) || form.Run != run.ID.String() || !bytes.Equal(form.Writer, from[:]) {
		return nil
	}
	if most := run.Settings.Int("maxPerPerson", 0); run.Kind == workshop.ActivityBrainstorm && most > 0 && !l.enters(from) {
		form.Notes = form.Notes[:min(len(form.Notes), most)]
	}
	return slices.DeleteFunc(form.Notes, func(n batchNote) bool {
		text, err := words(n.Text, mostNote)
		return err != nil || text != n.Text || len(n.Token) != tokenSize
	})
}

// heardSoFar is what the holder says of the batches that came, the unfinished
// first.
func (l *Laptop) heardSoFar() []heardForm {
	var list []heardForm
	for who, in := range l.heard {
		list = append(list, heardForm{Who: bytes.Clone(who[:shortName]), Sum: in.sum, Parts: uint16(in.got), Whole: in.whole})
	}
	slices.SortFunc(list, func(a, b heardForm) int {
		if a.Whole != b.Whole {
			return map[bool]int{true: 1, false: -1}[a.Whole]
		}
		return bytes.Compare(a.Who, b.Who)
	})
	return list[:min(len(list), mostHeard)]
}

// batchesAwaited reports whether the batch of somebody who is here has not
// come whole, and whether parts of any still come.
func (l *Laptop) batchesAwaited(run *workshop.RunView) (awaited, coming bool) {
	for person := range l.peers {
		in := l.heard[person]
		if l.states[person].drafts[run.ID] > 0 && (in == nil || !in.whole) {
			awaited = true
			coming = coming || in != nil && l.now().Sub(in.last) < patienceWords
		}
	}
	return awaited, coming
}

// publishBatch puts all notes that were handed in on the board, shuffled. What
// an earlier holder put there is not put again. A laptop that is cut off from
// all others keeps its own: a batch of one tells who wrote it.
func (l *Laptop) publishBatch(run *workshop.RunView) error {
	if !unnamed(run) || !l.counts(run) || len(l.peers)+len(l.heard) == 0 && l.othersWrite() {
		return nil
	}
	all := l.batchOf(run.ID)
	people := make([]workshop.Person, 0, len(l.heard))
	for who := range l.heard {
		people = append(people, who)
	}
	slices.SortFunc(people, func(a, b workshop.Person) int { return bytes.Compare(a[:], b[:]) })
	for _, who := range people {
		all = append(all, l.heard[who].notes...)
	}
	var ops []workshop.Op
	size := 0
	flush := func() error {
		if len(ops) == 0 {
			return nil
		}
		_, err := l.write(run.ID, ops...)
		ops, size = nil, 0
		return err
	}
	for _, n := range shuffled(l, all) {
		id := workshop.PutID(workshop.KindNote, run.ID, n.Token)
		if board, _ := l.s.Placed(id); !board.Zero() {
			continue
		}
		if size += len(n.Text); len(ops) >= mostDraftOps || size > mostDraftBytes {
			if err := flush(); err != nil {
				return err
			}
			size = len(n.Text)
		}
		ops = append(ops, n.ops(run, id)...)
	}
	if err := flush(); err != nil {
		return err
	}
	return l.forgetPublished()
}

// ops puts a note of a batch on the board.
func (n *batchNote) ops(run *workshop.RunView, id workshop.RecordID) []workshop.Op {
	op := workshop.PutNote(run.ID, run.Activity, n.Token, n.Text, n.Color, n.Order)
	if about, err := workshop.ParseRecordID(n.About); err == nil {
		op = workshop.About(op, about)
	}
	if n.Starred {
		op = workshop.Starred(op)
	}
	if n.Zone == "" && n.Slot == 0 && n.X == 0 && n.Y == 0 {
		return []workshop.Op{op}
	}
	return []workshop.Op{op, workshop.Place(id, run.Activity, workshop.PlacementView{Board: run.Activity, Zone: n.Zone, Slot: n.Slot, X: n.X, Y: n.Y})}
}

// enters reports whether somebody writes for seats, too, and so may write more
// notes than one person.
func (l *Laptop) enters(who workshop.Person) bool {
	return slices.ContainsFunc(l.View().Seats, func(s workshop.SeatView) bool { return s.Keeper == who })
}

// othersWrite reports whether anybody else contributes to the session.
func (l *Laptop) othersWrite() bool {
	return slices.ContainsFunc(l.View().People, func(p workshop.PersonView) bool {
		return p.Person != l.me && p.Role <= workshop.RoleParticipant
	})
}

// leastUnnamed is among how many people notes can be without a name.
const leastUnnamed = 4

// writers is how many people and seats write notes.
func (l *Laptop) writers() int {
	v := l.View()
	n := len(v.Seats)
	for i := range v.People {
		if v.People[i].Role <= workshop.RoleParticipant {
			n++
		}
	}
	return n
}
