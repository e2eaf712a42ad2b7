package app

import (
	"errors"
	"unicode/utf8"

	"convene/workshop"
)

// mostRevisions is how many states of a text are remembered for edits that
// were made against them.
const mostRevisions = 64

// textTrack is the latest states of a text that several people write in. The
// numbers mean something on this laptop only.
type textTrack struct {
	rev    uint64
	text   string
	states []anchored // the last one is rev
}

type anchored struct {
	rev     uint64
	anchors workshop.Anchors
}

// trackTexts takes the state of every text, once: when somebody here first looks or writes. A laptop that only carries a session
// for others needs none of it, and on a board of 5,000 notes it is 6 MB.
func (l *Laptop) trackTexts() {
	if l.tracked {
		return
	}
	l.tracked = true
	v := l.View()
	for i := range v.Notes {
		l.trackText(v.Notes[i].ID)
	}
	for i := range v.Clusters {
		l.trackText(v.Clusters[i].ID)
	}
}

// trackText takes a new state of a text, if it is one, and where it stands.
func (l *Laptop) trackText(id workshop.RecordID) {
	if !l.tracked {
		return
	}
	text, err := l.s.TextOf(id)
	if err != nil {
		return
	}
	board, order := l.s.Placed(id)
	l.ends[board] = max(l.ends[board], order)
	t := l.texts[id]
	if t == nil {
		t = &textTrack{}
		l.texts[id] = t
	} else if t.text == text {
		return
	}
	anchors, err := l.s.Anchors(id)
	if err != nil {
		return
	}
	t.rev, t.text = t.rev+1, text
	t.states = append(t.states, anchored{rev: t.rev, anchors: anchors})
	if len(t.states) > mostRevisions {
		t.states = t.states[1:]
	}
}

// at returns the characters of a revision.
func (t *textTrack) at(rev uint64) (workshop.Anchors, bool) {
	for i := len(t.states) - 1; i >= 0; i-- {
		if t.states[i].rev == rev {
			return t.states[i].anchors, true
		}
	}
	return nil, false
}

// revisions is what the window needs for its edits.
func (l *Laptop) revisions() map[workshop.RecordID]uint64 {
	l.trackTexts()
	revs := make(map[workshop.RecordID]uint64, len(l.texts))
	for id, t := range l.texts {
		revs[id] = t.rev
	}
	return revs
}

// SpliceText writes what was typed against revision e.Base and returns the
// text's new revision.
func (l *Laptop) SpliceText(e TextEdit) (rev uint64, err error) {
	err = l.gesture(func() error {
		if isDraft(e.Record) {
			rev, err = l.spliceDraft(e)
			return err
		}
		id, err := l.find(e.Record, workshop.KindNote, workshop.KindCluster)
		if err != nil {
			return err
		}
		l.trackTexts()
		t := l.texts[id]
		base, ok := t.at(e.Base)
		if !ok {
			return Refuse("text-old", "This text has changed a lot since you began to write.", "Look at it as it is now, then write again.")
		}
		if err := l.splice(id, base, step{typing: true, typed: id, at: l.now()}, splicesOf(e.Splices)...); err != nil {
			return err
		}
		rev = l.texts[id].rev
		return nil
	})
	return rev, err
}

func splicesOf(list []Splice) []workshop.Splice {
	out := make([]workshop.Splice, len(list))
	for i, s := range list {
		out[i] = workshop.Splice{Pos: s.At, Del: s.Del, Ins: s.Ins}
	}
	return out
}

// splice writes into a text that several people share, as a step back or a part of one.
func (l *Laptop) splice(id workshop.RecordID, base workshop.Anchors, as step, splices ...workshop.Splice) error {
	op, err := l.s.Edit(id, base, splices...)
	switch {
	case errors.Is(err, workshop.ErrNoText):
		return err
	case err != nil:
		return Refuse("text-splice", "What was typed does not fit this text.", "Look at it as it is now, then write again.").Because(err)
	case len(op.Runs) == 0:
		return nil
	}
	made, err := l.place(op)
	if err == nil {
		as.changes = []workshop.ID{made}
		l.done.add(as)
	}
	return l.lockedInWords(err)
}

// rewrite replaces the words of a text, touching only what differs.
func (l *Laptop) rewrite(id workshop.RecordID, text string) error {
	old, err := l.s.TextOf(id)
	if err != nil {
		return err
	}
	base, err := l.s.Anchors(id)
	if err != nil {
		return err
	}
	splice, differs := workshop.Rewrite(old, text)
	if !differs {
		return nil
	}
	return l.splice(id, base, step{}, splice)
}

// revision is a text that a draft had.
type revision struct {
	rev  uint64
	text string
}

// spliceDraft writes into an own draft. An edit made against an older text is
// moved to where the text differs now.
func (l *Laptop) spliceDraft(e TextEdit) (uint64, error) {
	n, err := l.draftOf(e.Record)
	if err != nil {
		return 0, err
	}
	base, known := n.Text, n.Rev == e.Base
	for _, r := range n.before {
		if r.rev == e.Base {
			base, known = r.text, true
		}
	}
	if !known {
		return 0, Refuse("text-old", "This text has changed a lot since you began to write.", "Look at it as it is now, then write again.")
	}
	edited := base
	for _, s := range splicesOf(e.Splices) {
		if edited, err = spliceText(edited, s); err != nil {
			return 0, err
		}
	}
	if splice, differs := workshop.Rewrite(base, edited); differs && base != n.Text {
		splice.Pos = min(splice.Pos, utf8.RuneCountInString(n.Text))
		splice.Del = min(splice.Del, utf8.RuneCountInString(n.Text)-splice.Pos)
		if edited, err = spliceText(n.Text, splice); err != nil {
			return 0, err
		}
	}
	return l.changeDraft(n, edited, step{typing: true, at: l.now()})
}

func spliceText(text string, s workshop.Splice) (string, error) {
	runes := []rune(text)
	if s.Pos < 0 || s.Del < 0 || s.Pos > len(runes) || s.Del > len(runes)-s.Pos {
		return "", Refuse("text-splice", "What was typed does not fit this text.", "Look at it as it is now, then write again.")
	}
	return string(runes[:s.Pos]) + s.Ins + string(runes[s.Pos+s.Del:]), nil
}

// changeDraft gives a draft other words, as a step back or a part of one.
func (l *Laptop) changeDraft(n ownNote, text string, as step) (uint64, error) {
	if len(text) > mostNote {
		return 0, errTooLong()
	}
	after := n
	after.before = append(append([]revision(nil), n.before...), revision{rev: n.Rev, text: n.Text})
	if len(after.before) > mostRevisions {
		after.before = after.before[1:]
	}
	after.Text, after.Rev = text, n.Rev+1
	if err := l.setDraft(after); err != nil {
		return 0, err
	}
	as.draft, as.before, as.after = n.ID, &n, &after
	l.done.add(as)
	return after.Rev, nil
}

func errTooLong() error {
	return Refuse("text-long", "The text is too long to be kept in one piece.", "Nothing was changed. Make it shorter, or cut it in two.")
}
