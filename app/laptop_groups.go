package app

import (
	"slices"

	"convene/workshop"
)

// groupsOpen is the run of a breakout that is open, or nil.
func (l *Laptop) groupsOpen() *workshop.RunView {
	if run := l.s.CurrentRun(); run != nil && run.Kind == workshop.ActivityBreakout && run.State == workshop.RunOpen {
		return run
	}
	return nil
}

// leadRounds does what the floor holder's laptop does by itself while a
// breakout or a canvas that opens zone by zone is open: it makes the groups,
// finds a place for who comes late, and lets the clock move the rounds on.
func (l *Laptop) leadRounds() error {
	run := l.s.CurrentRun()
	if run == nil || run.State != workshop.RunOpen || !l.s.Role(l.me).Facilitates() || l.s.SessionView().Floor != l.me {
		return nil
	}
	if run.Kind == workshop.ActivityBreakout {
		if len(l.View().GroupsIn(run.ID)) == 0 {
			return l.formGroups(run)
		}
		if err := l.seatLate(run); err != nil {
			return err
		}
	}
	if now := run.RoundAt(l.wall()); now > run.Round {
		_, err := l.policy(workshop.Set(run.ID, workshop.FieldRound, workshop.Int(int64(now))))
		return err
	}
	return nil
}

// hereNow is everybody whose laptop is connected, and the person here.
func (l *Laptop) hereNow() []workshop.Person {
	here := []workshop.Person{l.me}
	for p := range l.peers {
		here = append(here, p)
	}
	return here
}

// formGroups writes the groups of all rounds down.
func (l *Laptop) formGroups(run *workshop.RunView) error {
	plans := l.View().PlanGroups(run, l.hereNow())
	ids := make([]workshop.RecordID, len(plans))
	orders := workshop.Orders(len(plans))
	for at := 0; at < len(plans); {
		var ops []workshop.Op
		size := 0
		for i := at; i < len(plans) && len(ops) < mostDraftOps; i++ {
			if size += 200 + 34*len(plans[i].Members) + 36*len(plans[i].From); size > mostDraftBytes && len(ops) > 0 {
				break
			}
			var from []workshop.RecordID
			for _, f := range plans[i].From {
				if f >= at {
					from = append(from, workshop.Self(f-at))
				} else {
					from = append(from, ids[f])
				}
			}
			ops = append(ops, workshop.AddGroup(run.ID, plans[i], orders[i], from))
		}
		made, err := l.write(run.ID, ops...)
		if err != nil {
			return err
		}
		for i := range ops {
			ids[at+i] = workshop.RecordID{Change: made, Index: uint16(i)}
		}
		at += len(ops)
	}
	return nil
}

// seatLate finds a place in the smallest groups of this and the later rounds
// for who is here and in none.
func (l *Laptop) seatLate(run *workshop.RunView) error {
	if run.Settings.SelfSelect() {
		return nil
	}
	v := l.View()
	for _, who := range l.hereNow() {
		p := v.Person(who)
		if p == nil || p.Role > workshop.RoleParticipant || v.GroupOf(run.ID, run.Round, who) != nil {
			continue
		}
		var ops []workshop.Op
		for round := run.Round; round < run.Settings.Rounds(); round++ {
			groups := v.GroupsOf(run.ID, round)
			if len(groups) == 0 || v.GroupOf(run.ID, round, who) != nil {
				continue
			}
			g := slices.MinFunc(groups, func(a, b *workshop.GroupView) int { return len(a.Members) - len(b.Members) })
			ops = append(ops, seat(g, who))
		}
		if len(ops) == 0 {
			continue
		}
		if _, err := l.policy(ops...); err != nil {
			return err
		}
		return nil // the next one with the next tick, in view of this
	}
	return nil
}

func seat(g *workshop.GroupView, who workshop.Person) workshop.Op {
	members := append(slices.Clone(g.Members), who)
	return workshop.Set(g.ID, workshop.FieldMembers, workshop.Persons(members))
}

// roundNow is the round that a run is in for this laptop. Where the floor
// holder is out of reach, the clock goes on.
func (l *Laptop) roundNow(run *workshop.RunView) int {
	if _, here := l.peers[l.s.SessionView().Floor]; here || l.s.SessionView().Floor == l.me {
		return run.Round
	}
	return max(run.Round, run.RoundAt(l.wall()))
}

// myGroup is the group that the person here works in now, or nil.
func (l *Laptop) myGroup(run *workshop.RunView) *workshop.GroupView {
	return l.View().GroupOf(run.ID, l.roundNow(run), l.me)
}

// needGroups is the run of the breakout that is open.
func (l *Laptop) needGroups() (*workshop.RunView, error) {
	if run := l.groupsOpen(); run != nil {
		return run, nil
	}
	return nil, Refuse("groups-closed", "No work in groups is open at the moment.", "Nothing was changed.")
}

// groupIn reads a group of a run; "" is the group that the person is in now.
func (l *Laptop) groupIn(run *workshop.RunView, group string) (*workshop.GroupView, error) {
	if group == "" {
		if g := l.myGroup(run); g != nil {
			return g, nil
		}
		return nil, errNoGroup()
	}
	id, err := l.find(group, workshop.KindGroup)
	if err != nil {
		return nil, err
	}
	if g := l.View().Group(id); g != nil && g.Run == run.ID {
		return g, nil
	}
	return nil, Refuse("gone", "This group is of another activity.", "Nothing was changed.")
}

func errNoGroup() *Refusal {
	return Refuse("no-group", "You are in no group at the moment.", "Choose one, or ask a facilitator to find you a place.")
}

// JoinGroup says in which group the person here is now; "" is in none. Only
// where people choose their groups themselves.
func (l *Laptop) JoinGroup(group string) error {
	return l.gesture(func() error {
		run, err := l.needGroups()
		if err != nil {
			return err
		}
		if !run.Settings.SelfSelect() {
			return Refuse("groups-fixed", "The groups are made for you here.", "Ask a facilitator to move you to another group.")
		}
		var to workshop.RecordID
		if group != "" {
			g, err := l.groupIn(run, group)
			if err != nil {
				return err
			}
			to = g.ID
		}
		_, err = l.put(workshop.Attend(run.ID, l.me, to))
		return err
	})
}

// AddGroup begins a group on a topic of its own, with the person here as host.
func (l *Laptop) AddGroup(name string) (id string, err error) {
	err = l.gesture(func() error {
		name, err := words(name, mostTitle)
		if err != nil {
			return err
		}
		run, err := l.needGroups()
		if err != nil {
			return err
		}
		if !run.Settings.SelfSelect() {
			return Refuse("groups-fixed", "The groups are made for you here.", "Ask a facilitator to move you to another group.")
		}
		last := ""
		for _, g := range l.View().GroupsIn(run.ID) {
			last = max(last, g.Order)
		}
		order, err := l.order(last, "")
		if err != nil {
			return err
		}
		made, err := l.put(
			workshop.AddGroup(run.ID, workshop.GroupPlan{Name: name, Host: l.me}, order, nil),
			workshop.Attend(run.ID, l.me, workshop.Self(0)),
		)
		id = firstOf(made)
		return err
	})
	return id, err
}

// EditGroup names a group or its host; members of the group do.
func (l *Laptop) EditGroup(group string, e GroupEdit) error {
	return l.gesture(func() error {
		run, err := l.needGroups()
		if err != nil {
			return err
		}
		g, err := l.groupIn(run, group)
		if err != nil {
			return err
		}
		var ops []workshop.Op
		if e.Name != nil {
			name, err := line(*e.Name, mostTitle)
			if err != nil {
				return err
			}
			ops = append(ops, workshop.Set(g.ID, workshop.FieldName, workshop.Text(name)))
		}
		if e.Host != nil {
			host, err := l.member(*e.Host)
			if err != nil {
				return err
			}
			ops = append(ops, workshop.Set(g.ID, workshop.FieldKeeper, workshop.PersonValue(host)))
		}
		if len(ops) == 0 {
			return nil
		}
		_, err = l.put(ops...)
		return err
	})
}

// SeatPerson moves somebody to another group of the round that is on, and with
// it in the rounds that follow where the group goes on.
func (l *Laptop) SeatPerson(person, group string) error {
	return l.steer("move people between groups", func() error {
		run, err := l.needGroups()
		if err != nil {
			return err
		}
		to, err := l.groupIn(run, group)
		if err != nil {
			return err
		}
		who, err := l.member(person)
		if err != nil || who.Zero() {
			return err
		}
		if run.Settings.SelfSelect() {
			return Refuse("groups-free", "People choose their groups themselves here.", "Nothing was changed.")
		}
		var ops []workshop.Op
		for _, g := range l.View().GroupsOf(run.ID, to.Round) {
			at := slices.Index(g.Members, who)
			switch {
			case g.ID == to.ID && at < 0:
				ops = append(ops, seat(g, who))
			case g.ID != to.ID && at >= 0:
				ops = append(ops, workshop.Set(g.ID, workshop.FieldMembers, workshop.Persons(slices.Delete(slices.Clone(g.Members), at, at+1))))
			}
		}
		if len(ops) == 0 {
			return nil
		}
		_, err = l.policy(ops...)
		return err
	})
}

// StepRound goes on to a later round of a breakout, or zone of a canvas.
func (l *Laptop) StepRound(round int) error {
	return l.steer("go on to the next round", func() error {
		if err := l.needRun(); err != nil {
			return err
		}
		run := l.s.CurrentRun()
		if round <= run.Round || round >= run.Rounds() {
			return Refuse("no-round", "There is no such round to go on to.", "Rounds only go forward; what was written before stays.")
		}
		_, err := l.policy(workshop.Set(run.ID, workshop.FieldRound, workshop.Int(int64(round))))
		return err
	})
}

// WriteReport writes one answer of a group's report.
func (l *Laptop) WriteReport(group string, field int, text string) error {
	return l.gesture(func() error {
		text, err := line(text, mostNote)
		if err != nil {
			return err
		}
		run := l.s.CurrentRun()
		if run == nil || run.Kind != workshop.ActivityBreakout {
			_, err := l.needGroups()
			return err
		}
		g, err := l.groupIn(run, group)
		if err != nil {
			return err
		}
		if field < 0 || field >= len(run.Settings.ReportFields()) {
			return Refuse("no-field", "The report has no such question.", "Nothing was changed.")
		}
		_, err = l.write(run.ID, workshop.Report(g.ID, field, text))
		return err
	})
}

// BringBack marks a note of the own group as one to bring back to all.
func (l *Laptop) BringBack(note string, back bool) error {
	return l.gesture(func() error {
		id, err := l.find(note, workshop.KindNote)
		if err != nil {
			return err
		}
		run, err := l.needGroups()
		if err != nil {
			return err
		}
		if back {
			if err := l.roomToBring(run, id); err != nil {
				return err
			}
		}
		_, err = l.put(workshop.BringBack(id, back))
		return err
	})
}

// roomToBring says when a group has marked as many notes as it may bring.
func (l *Laptop) roomToBring(run *workshop.RunView, note workshop.RecordID) error {
	v := l.View()
	n := v.Note(note)
	if n == nil {
		return nil
	}
	marked := 0
	for _, other := range v.NotesOf(n.Group) {
		if other.Back && other.ID != note {
			marked++
		}
	}
	if most := run.Settings.MaxPerGroup(); marked >= most {
		return Refuse("group-full", "Your group brings back "+counted(most, "note", "notes")+" at most.", "Take another one back first.")
	}
	return nil
}
