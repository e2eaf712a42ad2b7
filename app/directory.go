package app

import (
	"context"
	"encoding/json"
	"errors"
	"slices"

	"convene/p2p"
)

const (
	directoryKey = "directory" // the preference: servers of an organisation's own directory
	findableKey  = "findable"  // among a session's private values: its person wants to be found
)

// UseDirectory makes this computer look up and be looked up in an organisation's
// own directory, by its servers; none is the public one. Sessions that are open
// follow when they are opened again.
func (a *App) UseDirectory(_ context.Context, servers []string) error {
	if len(servers) > 0 {
		if _, err := p2p.OwnDirectory(servers); err != nil {
			return inWords(err)
		}
	}
	b, err := json.Marshal(servers)
	if err != nil {
		return err
	}
	return inWords(a.library.SetPreference(directoryKey, b))
}

// directory is the one that this person uses. Nothing asks it unless they wish.
func (a *App) directory() p2p.Directory {
	var servers []string
	b, err := a.library.Preference(directoryKey)
	if err == nil && b != nil {
		err = json.Unmarshal(b, &servers)
	}
	if err != nil {
		a.c.Log.WithError(err).Warn("the servers of the directory cannot be read")
	}
	switch {
	case len(servers) == 0 && a.c.Loopback: // who is on no network is told to nobody
		return p2p.Directory{}
	case len(servers) == 0:
		return p2p.PublicDirectory()
	}
	return p2p.Directory{Servers: servers, Own: true}
}

// SetFindable says whether a directory is told where this computer is, for as long
// as the session is open here. Links that are made while it is on say that their
// host can be looked up.
func (a *App) SetFindable(ctx context.Context, session string, on bool) error {
	l, err := a.find(session)
	if err != nil {
		return err
	}
	return inWords(l.do(ctx, func(lap *Laptop) error {
		if !lap.s.Role(lap.me).Facilitates() && on {
			return Refuse("facilitators-only", "Only who lets people in can be looked up.", "Nothing was changed. Ask a facilitator.")
		}
		if err := l.keepFindable(on); err != nil {
			return err
		}
		l.findable = on
		l.beFound()
		return nil
	}))
}

func (l *live) keepFindable(on bool) error {
	if !on {
		return l.store.DeletePrivate(findableKey)
	}
	return l.store.SetPrivate(findableKey, []byte{1})
}

// beFound lets the node tell a directory what holders of the open links need: the
// latest first, and nothing while that is off. It belongs to the loop.
func (l *live) beFound() {
	var open []keptInvite
	if l.findable {
		l.report("invites cannot be read", l.eachInvite(func(_ string, k keptInvite) error {
			if k.Listed && k.valid(l.now()) {
				open = append(open, k)
			}
			return nil
		}))
	}
	slices.SortStableFunc(open, func(a, b keptInvite) int { return int(b.Made - a.Made) })
	var secrets [][16]byte
	for _, k := range open {
		secrets = append(secrets, [16]byte(k.Secret))
	}
	if !slices.Equal(secrets, l.foundBy) {
		l.foundBy = secrets
		f := p2p.Findable{Secrets: secrets}
		if len(secrets) > 0 {
			f.Directory = l.directory()
		}
		l.node.BeFound(f)
	}
	l.laptop.setFindable(l.listed())
}

// listed is what the directory knows, as a window is told.
func (l *live) listed() Findability {
	if !l.findable {
		return ""
	}
	switch l.node.Listed() {
	case p2p.IsListed:
		return FindableTold
	case p2p.Unlisted:
		return FindableUnanswered
	case p2p.NothingToDo:
		return FindableNowhere
	case p2p.NotListed:
		if len(l.foundBy) == 0 {
			return FindableIdle
		}
	}
	return FindableTelling
}

// Seek is Join with a link whose addresses are of no use any more: a directory is
// asked where its host is now. Whoever runs that sees this computer's address, so
// a person decides it each time.
func (a *App) Seek(ctx context.Context, link, name string, progress func(JoinProgress)) (string, error) {
	i, err := p2p.ParseInvite(link)
	if err != nil {
		return "", inWords(err)
	}
	if !i.Listed {
		return "", Refuse("not-findable", "This link does not say that its host can be looked up.", "Nothing was asked. Ask for a new link.")
	}
	seek := a.directory()
	if len(seek.Servers) == 0 {
		return "", inWords(p2p.ErrNoDirectory)
	}
	progress(JoinProgress{Step: JoinSeeking})
	id, err := a.join(ctx, i, name, seek, progress)
	return id, inWords(err)
}

// offerLookUp says of a link that led nowhere that its host can be looked up.
func offerLookUp(i p2p.Invite, err error) error {
	if !i.Listed || !errors.Is(err, p2p.ErrUnreachable) {
		return err
	}
	return Refuse("unreachable-findable", "Nobody answered at the addresses of the invite.",
		"Nothing was changed. The facilitator's computer may have another address by now, which a directory can tell.").Because(err)
}
