package app

import (
	"context"
	"strings"

	"convene/storage"
)

// Preferences of the person at this computer.
const (
	nameKey     = "name"
	languageKey = "language"
)

func (a *App) readName() error {
	b, err := a.library.Preference(nameKey)
	if err != nil {
		return err
	}
	a.name = string(b)
	if a.name == "" && strings.TrimSpace(a.c.Name) != "" {
		return a.SetName(context.Background(), a.c.Name)
	}
	return nil
}

func (a *App) myName() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.name
}

// Hello says who is at this computer and what to tell at the start.
func (a *App) Hello(ctx context.Context) (Hello, error) {
	language, err := a.library.Preference(languageKey)
	if err != nil {
		return Hello{}, inWords(err)
	}
	h := Hello{
		Version: a.c.Version, Name: a.myName(), Language: string(language), Headless: a.c.Headless, DataDir: a.library.Dir(),
		Notes: List[StartNote]{},
	}
	entries, err := a.Sessions(ctx)
	if err != nil {
		return Hello{}, err
	}
	for _, e := range entries {
		if e.Damaged != "" {
			h.Notes = append(h.Notes, StartNote{Session: e.ID, Failure: Failure{
				Code: "session-damaged", Message: e.Damaged, Hint: "Open the session and look at its record; what others hold comes back from them.",
			}})
		}
	}
	if r := a.library.Recovery(); r != nil {
		h.Notes = append(h.Notes, StartNote{Failure: libraryDamaged(r)})
	}
	if f, ok := unprotected(a.library.Protection()); ok {
		h.Notes = append(h.Notes, StartNote{Failure: f})
	}
	if a.library.Full() {
		h.Notes = append(h.Notes, StartNote{Failure: Failure{
			Code: "disk-full", Message: "The disk is almost full.", Hint: "What is saved is safe. Make room before the workshop: nothing new can be kept.",
		}})
	}
	return h, nil
}

// libraryDamaged says what opening the data folder itself found and repaired.
func libraryDamaged(r *storage.Recovery) Failure {
	f := Failure{
		Code: "library-damaged", Message: "The files of your list of sessions were damaged: " + r.Found + ".",
		Hint: "They were made again, and nothing is missing.",
	}
	if !r.Complete {
		f.Hint = "They were made again from what could be read. Look whether your name and your sessions are there."
	}
	if r.Kept != "" {
		f.Hint += " The damaged files are kept in " + r.Kept + "."
	}
	return f
}

// SetName keeps what the person at this computer is called, for sessions they
// join or make from now on, and gives it to those where they have no name yet.
func (a *App) SetName(ctx context.Context, name string) error {
	name, err := words(name, mostName)
	if err != nil {
		return err
	}
	if err := a.library.SetPreference(nameKey, []byte(name)); err != nil {
		return inWords(err)
	}
	a.mu.Lock()
	a.name = name
	open := make([]*live, 0, len(a.open))
	for _, l := range a.open {
		open = append(open, l)
	}
	a.mu.Unlock()
	for _, l := range open {
		err := l.do(ctx, func(*Laptop) error {
			l.keepName(name)
			return nil
		})
		l.report("name not given", err)
	}
	return nil
}

// Tidings returns news from now on, until ctx ends. Nobody is waited for.
func (a *App) Tidings(ctx context.Context) <-chan Tiding {
	out := make(chan Tiding, 16)
	a.mu.Lock()
	if a.listen == nil {
		close(out)
		a.mu.Unlock()
		return out
	}
	a.listen[out] = struct{}{}
	a.mu.Unlock()
	context.AfterFunc(ctx, func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		if _, there := a.listen[out]; there {
			delete(a.listen, out)
			close(out)
		}
	})
	return out
}

// sessionsChanged tells whoever listens that the list of sessions is another one.
func (a *App) sessionsChanged() {
	a.mu.Lock()
	defer a.mu.Unlock()
	for out := range a.listen {
		select {
		case out <- Tiding{}:
		default:
		}
	}
}

func (a *App) endTidings() {
	a.mu.Lock()
	defer a.mu.Unlock()
	for out := range a.listen {
		close(out)
	}
	a.listen = nil
}
