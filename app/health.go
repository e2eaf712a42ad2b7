package app

import (
	"fmt"
	"reflect"
	"slices"
	"time"

	"convene/workshop"
)

// How long something has to be so before people are told.
const (
	goneFor   = 10 * time.Second
	behindFor = 5 * time.Second
)

// lookAfter sees whether something is not as it should be.
func (l *Laptop) lookAfter() {
	if floor := l.s.SessionView().Floor; floor == l.me || l.isHere(floor) {
		l.away = l.now()
	}
	if !l.s.NextInLine(l.isHere).Zero() {
		l.led = l.now()
	}
	if health := l.conditions(); !reflect.DeepEqual(health, l.health) {
		l.health = health
		l.stir()
	}
	if sharing := l.sharingRecord(); sharing != l.told {
		l.told = sharing // what others hold changes without a change of the session
		l.stir()
	}
}

// floorSpoke says when the floor holder, who is gone, was last heard: silence
// is noticed late, and absence counts from its beginning.
func (l *Laptop) floorSpoke(at time.Time) {
	if floor := l.s.SessionView().Floor; !at.IsZero() && floor != l.me && !l.isHere(floor) && at.Before(l.away) {
		l.away = at
	}
}

func (l *Laptop) isHere(p workshop.Person) bool {
	_, here := l.peers[p]
	return here || p == l.me
}

// conditions is what a person can act on now, most urgent first.
func (l *Laptop) conditions() []HealthItem {
	var items []HealthItem
	say := func(severity Severity, code, message, hint string) {
		items = append(items, HealthItem{Code: code, Severity: severity, Message: message, Hint: hint})
	}
	if l.trouble != nil {
		say(SeverityError, l.trouble.Code, l.trouble.Message, l.trouble.Hint)
	}
	if n := l.lateDrafts(); n > 0 {
		say(SeverityWarning, "notes-kept", counted(n, "note", "notes")+" without a name came too late to be collected. Shown later, it would be clear whose they are.",
			"They are on this laptop only. They go along when the activity is opened again.")
	}
	for _, run := range l.votesWithoutMine() {
		say(SeverityError, "vote-line", "Your line is missing or altered in the result of "+run+".",
			"Tell the group, and repeat the vote.")
	}
	session, people := l.s.SessionView(), l.s.People()
	for _, p := range people {
		if l.peers[p.Person].Floods {
			hint := "Nothing is lost, and everybody else is read as before. A facilitator can remove them."
			if l.s.Role(l.me).Facilitates() {
				hint = "Nothing is lost, and everybody else is read as before. If it goes on, remove them in the list of people."
			}
			say(SeverityWarning, "flooding", "The laptop of "+l.name(p.Person)+" sends more than a person can write. It is read slowly.", hint)
		}
	}
	if session.State == workshop.SessionLive {
		l.liveConditions(session.Floor, people, say)
	}
	for _, p := range people {
		if p.Broken {
			say(SeverityWarning, "two-histories", "Two laptops write under the key of "+l.name(p.Person)+".",
				"Close Convene on one of them. What was written is kept.")
		}
	}
	return items
}

func (l *Laptop) liveConditions(floor workshop.Person, people []workshop.PersonView, say func(Severity, string, string, string)) {
	others := 0
	for _, p := range people {
		if p.Person != l.me && p.Role != workshop.RoleNone {
			others++
		}
	}
	switch {
	case others > 0 && len(l.peers) == 0:
		message := "You are working on your own."
		if n := l.share.own - l.share.shared; n == 1 {
			message += " 1 change will be shared when you reconnect."
		} else if n > 1 {
			message += fmt.Sprintf(" %d changes will be shared when you reconnect.", n)
		}
		say(SeverityWarning, "alone", message, "Nothing is lost. Look at the network of this laptop.")
	case floor != l.me && l.now().Sub(l.away) > goneFor:
		hint := "A facilitator can take the floor."
		switch {
		case l.s.Role(l.me).Facilitates():
			hint = "Take the floor to go on."
		case l.leaderless():
			hint = "Nobody who facilitates is here. Say whom you would follow: more than half of you make that person facilitate."
		}
		say(SeverityWarning, "floor-away", "The laptop of "+l.name(floor)+" has left the network. The clock runs on and every note is safe.", hint)
	}
	if !l.stoodIn.Zero() {
		say(SeverityWarning, "floor-mine", "The floor is yours: the laptop of "+l.name(l.stoodIn)+" has left the network.",
			"The charter says so. The clock runs on and every note is safe.")
	}
	if n := l.foreign; n > 0 {
		message := fmt.Sprintf("%d laptops run another version of Convene and cannot take part.", n)
		if n == 1 {
			message = "1 laptop runs another version of Convene and cannot take part."
		}
		say(SeverityWarning, "other-version", message, "What everybody wrote is safe. Bring all to the same version.")
	}
	if n := l.share.behindFor(behindFor, l.now()); n > 0 && len(l.peers) > 0 {
		say(SeverityInfo, "behind", counted(n, "laptop has", "laptops have")+" not the same as this one yet.", "This mends itself within seconds. If it stays, look at the network.")
	}
}

// votesWithoutMine names the secret votes whose published list lacks the own
// ballot. They are looked through once for each state of the session.
func (l *Laptop) votesWithoutMine() []string {
	if l.missingAt == l.revision {
		return l.missing
	}
	var titles []string
	for key, v := range l.ballots {
		if !l.lineMissing(key, v) {
			continue
		}
		title := "a vote"
		if a := l.View().Activity(l.s.RunView(key.run).Activity); a != nil && a.Title != "" {
			title = "“" + a.Title + "”"
		}
		titles = append(titles, title)
	}
	slices.Sort(titles)
	l.missing, l.missingAt = titles, l.revision
	return titles
}

// sharingRecord says how well this laptop shares the session right now.
func (l *Laptop) sharingRecord() SharingRecord {
	people := 0
	for _, p := range l.s.People() {
		if p.Role != workshop.RoleNone {
			people++
		}
	}
	r := SharingRecord{
		ID: "sharing", Connected: len(l.peers), People: people, Waiting: l.share.own - l.share.shared,
		Behind: l.share.behindFor(behindFor, l.now()), Alone: len(l.peers) == 0,
		On: l.share.lastAt(l.peers) + 1, Of: len(l.peers) + 1,
	}
	switch {
	case people <= 1:
		r.Text = "Nobody else has joined yet."
	case r.Alone:
		r.Text = "You are working on your own. Nothing is lost."
	case r.Behind > 0:
		r.Text = fmt.Sprintf("%d of %d laptops have every change.", r.Connected+1-r.Behind, r.Connected+1)
	case r.Waiting == 0 && r.On < r.Of:
		r.Text = fmt.Sprintf("Your last change is on %d of %d laptops.", r.On, r.Of)
	case r.Waiting > 0:
		r.Text = fmt.Sprintf("%d of %d people are here. %s on the way to them.", r.Connected+1, people, changesAre(r.Waiting))
	default:
		r.Text = fmt.Sprintf("%d of %d people are here, and every laptop has every change.", r.Connected+1, people)
	}
	return r
}

func changesAre(n int) string {
	if n == 1 {
		return "1 change from here is"
	}
	return fmt.Sprintf("%d changes from here are", n)
}
