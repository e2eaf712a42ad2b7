package app

import (
	"strings"
	"unicode"

	"convene/workshop"
)

func (p *painter) session() {
	v := p.View.Session
	r := SessionRecord{
		ID: p.id(v.ID), Title: plainName(v.Title), Purpose: v.Purpose, Question: v.Question, Period: v.Period,
		Date: Date(v.Date), Place: v.Place, State: SessionState(v.State), Started: Millis(v.Started), Ended: Millis(v.Ended),
		Floor: personID(v.Floor), Me: personID(p.Me), Role: p.part(), Minutes: v.Minutes, Blank: v.Blank, Lineage: v.Lineage, OffsetMs: p.OffsetMs, ReadOnly: p.ReadOnly, Fingerprint: p.Words,
	}
	if run := p.View.OpenRun(); run != nil {
		r.Current = p.id(run.ID)
	}
	if r.ReadOnly == "" && r.Role == PartNone {
		r.ReadOnly = "You are not in this session any more. What you have of it stays on this laptop."
	}
	p.add(r)
}

// part is what the person at this computer is here.
func (p *painter) part() Part {
	me := p.View.Person(p.Me)
	switch {
	case me == nil || me.Role >= workshop.RoleNone:
		return PartNone
	case me.Role.Facilitates():
		return PartFacilitator
	case me.Role == workshop.RoleObserver:
		return PartObserver
	}
	return PartParticipant
}

func (p *painter) outcomes() {
	for _, o := range p.View.Outcomes {
		p.add(OutcomeRecord{ID: p.id(o.ID), Text: o.Text, Order: o.Order})
	}
}

func (p *painter) people() {
	for i := range p.View.People {
		v := &p.View.People[i]
		p.add(PersonRecord{
			ID: personID(v.Person), Name: p.nameOf(v.Person), Role: Rank(v.Role.String()), Me: v.Person == p.Me,
			Here: p.Here[v.Person], Ready: v.Ready, Hand: v.Hand, Broken: v.Broken, Via: p.Via[v.Person], Floods: p.Floods[v.Person],
		})
	}
}

// nameOf is what to call somebody; empty where they gave no name yet.
func (p *painter) nameOf(who workshop.Person) string {
	name := ""
	if p.Names != nil {
		name = p.Names(who)
	} else if v := p.View.Person(who); v != nil {
		name = v.Name
	}
	return plainName(name)
}

// surroundings are the records on this computer's own state.
func (p *painter) surroundings() {
	sharing := p.Sharing
	sharing.ID = "sharing"
	p.add(sharing)
	if p.part() == PartFacilitator {
		door := p.Door
		door.ID = "door"
		p.add(door)
		p.add(MemoRecord{ID: "memo", Text: p.Memo})
	}
	p.add(HealthRecord{ID: "health", Items: append(List[HealthItem](nil), p.Health...)})
}

// plainName takes out of a name or title what cannot be seen or turns the
// direction of the words around it.
func plainName(s string) string {
	if strings.IndexFunc(s, unseen) < 0 {
		return s
	}
	return strings.TrimSpace(strings.Map(func(c rune) rune {
		switch {
		case c == '\n', c == '\t', c == '\u2028', c == '\u2029':
			return ' '
		case unseen(c):
			return -1
		}
		return c
	}, s))
}

// unseen reports controls, signs of no width, and those that turn directions.
func unseen(c rune) bool {
	if c >= ' ' && c < 0x7f {
		return false
	}
	return c == 0x34f || unicode.In(c, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp)
}
