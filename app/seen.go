package app

import (
	"maps"
	"strings"

	"convene/workshop"
)

// scene collects what the records of this laptop's window are drawn from.
func (l *Laptop) scene() scene {
	v := l.View()
	names := make(map[workshop.Person]string, len(v.People))
	here := map[workshop.Person]bool{l.me: true}
	for _, p := range v.People {
		names[p.Person] = p.Name
	}
	via := make(map[workshop.Person]Way, len(l.peers))
	floods := map[workshop.Person]bool{}
	for p, seen := range l.peers {
		here[p], via[p] = true, seen.Via
		if seen.Floods {
			floods[p] = true
		}
	}
	l.told, l.timely = l.sharingRecord(), l.timelyNow()
	in := scene{
		View: v, Words: l.recordWords(v), Me: l.me, Now: l.now(), OffsetMs: l.offset().Milliseconds(),
		Names: func(p workshop.Person) string { return names[p] }, Here: here, Via: via, Floods: floods,
		Facedown: l.facedown(), HandedIn: map[workshop.RecordID]int{},
		Revs: l.revisions(), Sharing: l.told, Door: l.doorRecord(), Health: l.health, ReadOnly: l.readOnly(), Guests: maps.Clone(l.guests), Memo: l.memo,
		Light: &l.light, Sent: l.share.notesSent(l.peers),
	}
	in.Ballots, in.SeatBallots = l.shownBallots()
	for _, d := range l.drafts {
		if !l.guests[d.Seat] {
			in.Drafts = append(in.Drafts, d.draft)
		}
	}
	for i := range v.Runs {
		if r := &v.Runs[i]; r.Balloted() && r.State != workshop.RunClosed {
			in.HandedIn[r.ID] = len(l.s.Ballots(r.ID))
		}
	}
	return in
}

// recordWords are the six words of a finished session's report, as its own
// front matter and every other laptop have them; empty before the end. The
// report is written for them once for each state of the log.
func (l *Laptop) recordWords(v *workshop.View) string {
	if v.Session.State != workshop.SessionClosed {
		return ""
	}
	if d := l.s.Digest(); l.words.of != d || l.words.six == "" {
		six := reportWords(v, RecordWish{Profile: "names"})
		l.words = spoken{of: d, six: strings.Join(six[:], " ")}
	}
	return l.words.six
}

// spoken is what is read aloud at the end, and the log that it speaks of.
type spoken struct {
	of  [32]byte
	six string
}
