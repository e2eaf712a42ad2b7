package app

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"convene/workshop"
	"convene/workshop/templates"
)

// meta is what the library remembers of a session without opening it.
type meta struct {
	Title   string       `json:"title"`
	Purpose string       `json:"purpose"`
	State   SessionState `json:"state"`
	Role    Part         `json:"role"`
	Started int64        `json:"started,omitempty"`
	People  int          `json:"people"`
	Updated int64        `json:"updated"`
}

// metaEvery bounds how often the time of the last change is written.
const metaEvery = 30 * time.Second

// describe is what the library should know of the session now.
func (l *live) describe() meta {
	return describe(l.laptop.s, l.laptop.View(), l.laptop.me, l.meta.Updated)
}

// describe is what the library should know of a session, of which v is the view and me the person at this computer.
func describe(s *workshop.Session, v *workshop.View, me workshop.Person, updated int64) meta {
	m := meta{
		Title: plainName(v.Session.Title), Purpose: plainName(v.Session.Purpose), State: SessionState(v.Session.State), Role: partOf(s.Role(me)),
		Started: v.Session.Started, Updated: updated,
	}
	for _, p := range v.People {
		if p.Role != workshop.RoleNone {
			m.People++
		}
	}
	return m
}

func partOf(r workshop.Role) Part {
	switch {
	case r.Facilitates():
		return PartFacilitator
	case r == workshop.RoleParticipant:
		return PartParticipant
	case r == workshop.RoleObserver:
		return PartObserver
	}
	return PartNone
}

// noteMeta writes what the library should know, at once where a person would
// miss it, now and then for the time of the last change.
func (l *live) noteMeta() {
	m, now := l.describe(), l.now()
	if digest := l.laptop.s.Digest(); digest != l.metaOf {
		l.metaOf, m.Updated = digest, now.UnixMilli()
	}
	if m.State == SessionClosed && l.meta.State != SessionClosed {
		l.taught()
	}
	was := l.meta
	was.Updated = m.Updated
	l.metaDue = l.metaDue || m != l.meta
	if m != was || (l.metaDue && now.Sub(l.metaAt) > metaEvery) {
		l.meta = m
		l.writeMeta()
		return
	}
	l.meta = m
}

// taught keeps what the finished session teaches about its template.
func (l *live) taught() {
	if err := l.learn(l.laptop.View()); err != nil {
		l.log.WithError(err).Warn("what this session teaches could not be kept")
	}
}

func (l *live) writeMeta() {
	l.metaAt, l.metaDue = l.now(), false
	b, err := json.Marshal(l.meta)
	if err == nil {
		err = l.setMeta(b)
	}
	if err != nil {
		l.log.WithError(err).Warn("the list of sessions could not be kept")
		return
	}
	l.tell()
}

// Sessions lists the sessions on this computer, the latest first.
func (a *App) Sessions(context.Context) ([]SessionEntry, error) {
	entries, err := a.library.Sessions()
	if err != nil {
		return nil, inWords(fmt.Errorf("list sessions: %w", err))
	}
	out := make([]SessionEntry, 0, len(entries))
	for _, e := range entries {
		id := workshop.SessionID(e.ID)
		m := a.readMeta(e.Meta)
		until, over, err := a.keptUntil(id)
		if err != nil {
			return nil, inWords(err)
		}
		out = append(out, SessionEntry{
			ID: id.String(), Title: m.Title, Purpose: m.Purpose, State: m.State, Role: m.Role, Updated: Millis(m.Updated),
			Started: Millis(m.Started), People: m.People, Open: a.isOpen(id), Damaged: e.Damaged,
			Until: until, Over: over,
		})
	}
	slices.SortStableFunc(out, func(a, b SessionEntry) int { return cmp.Compare(b.Updated, a.Updated) })
	return out, nil
}

// readMeta reads what the library knows; what cannot be read is as if it knew nothing.
func (a *App) readMeta(b []byte) meta {
	m := meta{State: SessionDraft, Role: PartNone}
	if len(b) > 0 {
		if err := json.Unmarshal(b, &m); err != nil {
			a.c.Log.WithError(err).Warn("what the library knew of a session cannot be read")
		}
	}
	return m
}

// known is what the library knows of a session.
func (a *App) known(id workshop.SessionID) meta {
	e, _, err := a.entry(id)
	if err != nil {
		return meta{}
	}
	return a.readMeta(e.Meta)
}

// CreateSession founds a session and opens it: its first facilitator is the
// person at this computer.
func (a *App) CreateSession(ctx context.Context, n NewSession) (session string, err error) {
	var plan []workshop.ActivityPlan
	if n.Template != "" {
		t, ok := a.template(n.Template)
		if !ok {
			return "", Refuse("template-unknown", "There is no template with this name.", "Nothing was changed. Choose one of the list.")
		}
		if ok, reason := templates.Supported(t); !ok {
			return "", Refuse("template-unsupported", "This version cannot run this template: "+reason+".", "Nothing was changed. Choose another one.")
		}
		plan, n.Template = templates.Plan(t), templates.Mark(t)
	}
	return a.found(ctx, n, plan)
}

// found founds a session with an agenda.
func (a *App) found(ctx context.Context, n NewSession, plan []workshop.ActivityPlan) (string, error) {
	return a.foundAfter(ctx, n, plan, "")
}

// foundAfter is found for a session that follows another one up.
func (a *App) foundAfter(ctx context.Context, n NewSession, plan []workshop.ActivityPlan, lineage string) (string, error) {
	f, err := foundingOf(n)
	if err != nil {
		return "", err
	}
	f.Lineage = lineage
	for i, o := range n.Outcomes {
		if n.Outcomes[i], err = words(o, mostPrompt); err != nil {
			return "", err
		}
	}
	s, _, genesis, err := workshop.Found(a.c.Random, f, a.library.Identity(), a.c.Now().UnixMilli())
	if err != nil {
		return "", fmt.Errorf("found session: %w", err)
	}
	l, err := a.begin(s, genesis, nil)
	if err != nil {
		return "", inWords(err)
	}
	err = l.do(ctx, func(lap *Laptop) error {
		for _, o := range n.Outcomes {
			if _, err := lap.AddOutcome(o); err != nil {
				return err
			}
		}
		return lap.AddPlans(plan)
	})
	if err != nil {
		return "", inWords(err)
	}
	return l.id.String(), nil
}

// begin makes a session new on this computer: its genesis is on the disk, with
// what else this laptop keeps for itself, before it opens.
func (a *App) begin(s *workshop.Session, genesis *workshop.Change, privates map[string][]byte) (*live, error) {
	a.opening.Lock()
	defer a.opening.Unlock()
	store, err := a.library.OpenLog(s.ID())
	if err != nil {
		return nil, err
	}
	for _, key := range sortedKeys(privates) {
		err = errors.Join(err, store.SetPrivate(key, privates[key]))
	}
	if err == nil {
		err = store.AppendOwn(context.Background(), stored([]*workshop.Change{genesis})...)
	}
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	loaded, err := loadAnew(store)
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return a.start(s.ID(), kept{store: store, loaded: loaded})
}

func foundingOf(n NewSession) (f workshop.Founding, err error) {
	f.Template = n.Template
	if f.Title, err = words(n.Title, mostTitle); err != nil {
		return f, err
	}
	for _, t := range []struct {
		to   *string
		text string
		most int
	}{
		{&f.Purpose, n.Purpose, mostPrompt}, {&f.Question, n.Question, mostPrompt}, {&f.Period, n.Period, mostTitle},
	} {
		if *t.to, err = line(t.text, t.most); err != nil {
			return f, err
		}
	}
	f.Date, err = day(n.Date)
	return f, err
}

// DuplicateSession makes a new session with the agenda and the outcomes of
// another, and with nobody and nothing of it.
func (a *App) DuplicateSession(ctx context.Context, session string) (string, error) {
	id, err := sessionByName(session)
	if err != nil {
		return "", err
	}
	v, err := a.peek(ctx, id)
	if err != nil {
		return "", inWords(err)
	}
	n := NewSession{
		Title: v.Session.Title, Purpose: v.Session.Purpose, Question: v.Session.Question, Period: v.Session.Period, Template: v.Session.Template,
	}
	for _, o := range v.Outcomes {
		n.Outcomes = append(n.Outcomes, o.Text)
	}
	var plan []workshop.ActivityPlan
	for i := range v.Activities {
		act := &v.Activities[i]
		plan = append(plan, workshop.ActivityPlan{
			Kind: act.Kind, Preset: act.Preset, Title: act.Title, Prompt: act.Prompt, Instructions: act.Instructions,
			Yields: act.Yields, Minutes: act.Minutes, Settings: act.Settings,
		})
	}
	return a.found(ctx, n, plan)
}

// peek looks at a session without opening its network.
func (a *App) peek(ctx context.Context, id workshop.SessionID) (*workshop.View, error) {
	if a.isOpen(id) {
		return a.View(ctx, id.String())
	}
	a.opening.Lock()
	defer a.opening.Unlock()
	if _, known, err := a.entry(id); err != nil || !known {
		return nil, errors.Join(err, Refuse("session-unknown", "This session is not on this laptop.", "Choose one from the list, or join with an invite."))
	}
	k, err := a.openKept(id)
	if err != nil {
		return nil, err
	}
	if err := k.store.Close(); err != nil {
		return nil, err
	}
	return k.loaded.Session.View(), nil
}

func sortedKeys(m map[string][]byte) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// roll reads n bytes of chance.
func (a *App) roll(n int) ([]byte, error) {
	b := make([]byte, n)
	if _, err := io.ReadFull(a.c.Random, b); err != nil {
		return nil, fmt.Errorf("roll bytes: %w", err)
	}
	return b, nil
}
