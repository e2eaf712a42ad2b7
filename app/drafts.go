package app

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"convene/workshop"
)

// A draft is a note of a private brainstorm before the reveal: it lives on its
// writer's disk, and only the number of drafts travels. When the closing is
// seen, here or there, every laptop turns over its own; those without a name go
// another way (see batch.go).

// draftPrefix begins the keys of drafts among the private values.
const draftPrefix = "d/"

// ownNote is a draft with what the window need not know.
type ownNote struct {
	draft
	number int
	place  string     // the order key it will be published with; no two are equal
	before []revision // texts it had, for splices against them
}

// keptDraft is a draft on the disk.
type keptDraft struct {
	Run      string `cbor:"1,keyasint"`
	Activity string `cbor:"2,keyasint"`
	Text     string `cbor:"3,keyasint"`
	Color    string `cbor:"4,keyasint"`
	Order    string `cbor:"5,keyasint"`
	Place    string `cbor:"6,keyasint"`
	Zone     string `cbor:"7,keyasint,omitempty"`
	Slot     int    `cbor:"8,keyasint,omitempty"`
	X        int64  `cbor:"9,keyasint,omitempty"`
	Y        int64  `cbor:"10,keyasint,omitempty"`
	About    string `cbor:"11,keyasint,omitempty"`
	Starred  bool   `cbor:"12,keyasint,omitempty"`
	Seat     string `cbor:"13,keyasint,omitempty"`
}

func (n *ownNote) key() string { return draftPrefix + n.Run.String() + "/" + strconv.Itoa(n.number) }

// keepDraft remembers a draft; it is on the disk when nil returns.
func (l *Laptop) keepDraft(n *ownNote) error {
	b, err := encode(keptDraft{
		Run: n.Run.String(), Activity: n.Activity.String(), Text: n.Text, Color: n.Color, Order: n.Order, Place: n.place,
		Zone: n.At.Zone, Slot: n.At.Slot, X: n.At.X, Y: n.At.Y, About: n.About.String(), Starred: n.Starred, Seat: n.Seat.String(),
	})
	if err != nil {
		return err
	}
	if err := l.keep.SetPrivate(n.key(), b); err != nil {
		return fmt.Errorf("keep draft: %w", err)
	}
	l.recovered()
	return nil
}

// readDraft takes a draft back from the disk.
func (l *Laptop) readDraft(key string, value []byte) error {
	var k keptDraft
	if err := decode(value, &k); err != nil {
		return fmt.Errorf("read draft: %w", err)
	}
	run, err := workshop.ParseRecordID(k.Run)
	if err != nil {
		return fmt.Errorf("read draft: %w", err)
	}
	activity, err := workshop.ParseRecordID(k.Activity)
	if err != nil {
		return fmt.Errorf("read draft: %w", err)
	}
	number, err := strconv.Atoi(key[strings.LastIndexByte(key, '/')+1:])
	if err != nil {
		return fmt.Errorf("read draft: %w", err)
	}
	about, err := workshop.ParseRecordID(k.About)
	if err != nil {
		return fmt.Errorf("read draft: %w", err)
	}
	seat, err := workshop.ParseRecordID(k.Seat)
	if err != nil {
		return fmt.Errorf("read draft: %w", err)
	}
	plan := notePlan{About: about, Starred: k.Starred, Seat: seat}
	plan.At = workshop.PlacementView{Board: activity, Zone: k.Zone, Slot: k.Slot, X: k.X, Y: k.Y}
	l.drafts = append(l.drafts, ownNote{
		draft:  draft{ID: draftID(number), Run: run, Activity: activity, Text: k.Text, Color: k.Color, Order: k.Order, Rev: 1, notePlan: plan},
		number: number, place: k.Place,
	})
	return nil
}

func draftID(number int) string { return "draft/" + strconv.Itoa(number) }

func isDraft(id string) bool { return strings.HasPrefix(id, "draft/") }

// addDraft writes a private note.
func (l *Laptop) addDraft(run *workshop.RunView, text, color string, plan notePlan) (string, error) {
	number, order := 1, ""
	for _, d := range l.drafts {
		number, order = max(number, d.number+1), max(order, d.Order)
	}
	order, err := workshop.OrderBetween(order, "", nil)
	if err != nil {
		return "", fmt.Errorf("order draft: %w", err)
	}
	place, err := workshop.OrderBetween("", "", l.bytes(8))
	if err != nil {
		return "", fmt.Errorf("order draft: %w", err)
	}
	n := ownNote{number: number, place: place, draft: draft{
		ID: draftID(number), Run: run.ID, Activity: run.Activity, Text: text, Color: color, Order: order, Rev: 1, notePlan: plan,
	}}
	if err := l.setDraft(n); err != nil {
		return "", err
	}
	if !l.guests[plan.Seat] {
		l.done.add(step{draft: n.ID, after: &n})
	}
	return n.ID, nil
}

// setDraft keeps a draft, new or changed.
func (l *Laptop) setDraft(n ownNote) error {
	if err := l.keepDraft(&n); err != nil {
		return err
	}
	if i := l.draftAt(n.ID); i >= 0 {
		l.drafts[i] = n
	} else {
		l.drafts = append(l.drafts, n)
		slices.SortStableFunc(l.drafts, func(a, b ownNote) int { return strings.Compare(a.Order, b.Order) })
	}
	l.stir()
	return nil
}

// dropDraft takes a draft away for good.
func (l *Laptop) dropDraft(id string) error {
	i := l.draftAt(id)
	if i < 0 {
		return nil
	}
	if err := l.keep.DeletePrivate(l.drafts[i].key()); err != nil {
		return fmt.Errorf("take draft away: %w", err)
	}
	l.drafts = slices.Delete(l.drafts, i, i+1)
	l.stir()
	return nil
}

func (l *Laptop) draftAt(id string) int {
	return slices.IndexFunc(l.drafts, func(d ownNote) bool { return d.ID == id })
}

// draftOf returns a draft that can still be changed here; a guest's is as if it
// were not there.
func (l *Laptop) draftOf(id string) (ownNote, error) {
	i := l.draftAt(id)
	if i < 0 || l.guests[l.drafts[i].Seat] {
		return ownNote{}, Refuse("gone", "This note was turned over or taken away.", "Look for it on the board.")
	}
	return l.drafts[i], nil
}

// The most that one change of drafts holds; a change has at most 64 KiB.
const (
	mostDraftOps   = 120 // a note with a place takes two
	mostDraftBytes = 40 << 10
)

// reveal publishes the drafts of every run whose closing was seen, in as few
// changes as possible, and then forgets them. Who was away does it on return.
func (l *Laptop) reveal() error {
	for len(l.drafts) > 0 {
		var batch []ownNote
		size := 0
		for _, d := range l.drafts {
			run := l.s.RunView(d.Run)
			over := run != nil && (run.State == workshop.RunClosing || run.State == workshop.RunClosed)
			if !over || unnamed(run) || l.stuck[voteKey{run: d.Run}] || (len(batch) > 0 && d.Run != batch[0].Run) {
				continue
			}
			if size += len(d.Text); len(batch) > 0 && (len(batch) == mostDraftOps || size > mostDraftBytes) {
				break
			}
			batch = append(batch, d)
		}
		if len(batch) == 0 {
			return nil
		}
		if err := l.publishDrafts(batch); err != nil {
			return err
		}
	}
	return nil
}

// publishDrafts turns drafts of one run over. What a crash had published
// before is only forgotten.
func (l *Laptop) publishDrafts(batch []ownNote) error {
	run := batch[0].Run
	made := l.s.OrdersMade(run, l.me)
	var ops []workshop.Op
	for _, d := range shuffled(l, batch) {
		if !slices.Contains(made, d.place) {
			ops = append(ops, d.ops(len(ops), workshop.AddNote(d.Activity, d.Text, d.Color, d.place), d.Activity)...)
		}
	}
	if len(ops) > 0 {
		if _, err := l.write(run, ops...); err != nil {
			l.stuck[voteKey{run: run}] = isRefused(err) // kept here, and not tried again and again
			return fmt.Errorf("turn notes over: %w", err)
		}
	}
	for _, d := range batch {
		if err := l.dropDraft(d.ID); err != nil {
			return err
		}
	}
	l.done.forgetDrafts()
	return nil
}

// draftsIn counts own drafts of a run.
func (l *Laptop) draftsIn(run workshop.RecordID) int {
	n := 0
	for _, d := range l.drafts {
		if d.Run == run {
			n++
		}
	}
	return n
}
