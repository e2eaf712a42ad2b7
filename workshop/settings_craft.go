package workshop

import "slices"

// What a brief shows beside its prompt.
const (
	PrefillCharter  = "charter"
	PrefillPrevious = "previous-session"
)

// Prefill returns what a brief shows: the charter, what the session before left open, or "nothing".
func (s Settings) Prefill() string { return s.Str("prefill", "nothing") }

// Acknowledged reports whether everybody is asked to say that they are ready.
func (s Settings) Acknowledged(k ActivityKind) bool { return k == ActivityBrief && s.On("ack", false) }

// The circles in which a round is held.
const (
	ScopeAll   = "all"
	ScopeTable = "table"
	ScopePairs = "pairs"
)

// Scope returns in which circles a round is held.
func (s Settings) Scope() string { return s.Str("scope", ScopeAll) }

// OwnGroup reports whether people see the notes of their own group only, until the activity closes.
func (s Settings) OwnGroup(k ActivityKind) bool {
	return (k == ActivityBrainstorm || k == ActivityCanvas) && s.Str("visibility", "") == "own-group"
}

// What the notes of a brainstorm hang on.
const (
	AttachBoard      = "board"
	AttachNotes      = "notes"
	AttachConnectors = "connectors"
)

// AttachTo returns what the notes of a brainstorm hang on.
func (s Settings) AttachTo() string { return s.Str("attachTo", AttachBoard) }

// MostNotes returns how many notes each person writes in a brainstorm: as many as it has boxes, where it has boxes; 0 is any number.
func (s Settings) MostNotes() int {
	if n := s.Int("maxPerPerson", 0); n > 0 {
		return n
	}
	return s.Int("slots", 0)
}

// BoxAt returns which box of a brainstorm the clock has come to, from 1, and how long its boxes last in all, in seconds; 0 where
// there is no clock for each.
func (s Settings) BoxAt(passed int) (box, seconds int) {
	boxes, each := s.Int("slots", 0), s.Int("secondsPerSlot", 0)
	if boxes == 0 || each == 0 {
		return 0, 0
	}
	box = min(passed/each+1, boxes)
	return box, box * each
}

// sortSteps is in how many steps a board is sorted: notes come in three batches, or pairs come first.
func (s Settings) sortSteps() int {
	switch {
	case s.Str("release", "all-at-once") == "in-batches":
		return 3
	case s.On("startWithPairs", false):
		return 2
	}
	return 1
}

// PairsOnly reports whether a cluster takes two notes at most for now: pairs come first.
func (r *RunView) PairsOnly() bool {
	return r.Kind == ActivityCluster && r.State == RunOpen && r.Round == 0 && r.Settings.On("startWithPairs", false)
}

// Released reports whether the note at a place on the board that is sorted, from 0 of so many, is there to be sorted yet.
func (r *RunView) Released(at, of int) bool {
	steps := r.Settings.sortSteps()
	if r.Kind != ActivityCluster || r.State != RunOpen || r.Settings.Str("release", "all-at-once") != "in-batches" {
		return true
	}
	return at*steps < of*(r.Round+1)
}

// Who sorts a board.
const (
	SortEveryone     = "everyone"
	SortHosts        = "hosts" // of the groups of the last breakout, as they were when the sorting opened
	SortFacilitators = "facilitators"
)

// Sorters returns who sorts a board. Facilitators always do.
func (s Settings) Sorters() string { return s.Str("who", SortEveryone) }

// Merging reports whether a sorting is there to make one note of those that say the same; it makes no clusters.
func (s Settings) Merging() bool { return s.Str("mode", "group") == "merge" }

// merges is the setting of a run in which whoever sorts makes one note of several. It is frozen into each run that merges, so
// that runs of the time before it was known are judged as they were.
const merges = "merges"

// Merges reports whether in a run with these settings whoever sorts makes one note of several.
func (s Settings) Merges() bool { return s.On(merges, false) }

// Sorts reports whether somebody sorts the board of a run.
func (r *RunView) Sorts(who Person, role Role) bool {
	switch {
	case role.Facilitates():
		return true
	case r.Settings.Sorters() == SortHosts:
		return slices.Contains(r.Voters, who)
	}
	return r.Settings.Sorters() == SortEveryone
}

// planSorting freezes who sorts where hosts do, and that notes become one where they are merged.
func (v *View) planSorting(a *ActivityView, p *RunPlan) {
	if a.Settings.Merging() {
		p.Settings = p.Settings.With(merges, true)
	}
	if a.Settings.Sorters() != SortHosts {
		return
	}
	for _, g := range v.groupsBefore(&RunView{}) {
		host := v.Person(g.Host)
		if host != nil && host.Role <= RoleParticipant && !slices.Contains(p.Voters, g.Host) {
			p.Voters = append(p.Voters, g.Host)
		}
	}
}

// What a note can hold.
const (
	MediaText   = "text"
	MediaSketch = "sketch"
	MediaPhoto  = "photo"
)

// Media returns what the notes of a brainstorm hold.
func (s Settings) Media() []string { return s.Strings("media", MediaText, MediaSketch) }

// Takes reports whether a note of an activity of a kind may hold a medium. Only a brainstorm asks.
func (s Settings) Takes(k ActivityKind, medium string) bool {
	return k != ActivityBrainstorm || slices.Contains(s.Media(), medium)
}

// NameOnly reports whether clusters get names, and notes stay where they are.
func (s Settings) NameOnly() bool { return s.Str("mode", "group") == "name-only" }

// NameWords returns how many words a cluster's name should have. It is advice: a name of another length is a name.
func (s Settings) NameWords() (least, most int) {
	if list := s.numbers("nameWords"); len(list) == 2 {
		return int(list[0]), int(list[1])
	}
	return 1, 7
}

// How people get the word in a discussion.
const (
	SpeakOpen  = "open"
	SpeakQueue = "queue"
	SpeakRound = "round"
)

// Speaking returns how people get the word in a discussion.
func (s Settings) Speaking() string { return s.Str("speaking", SpeakQueue) }

// ByThumbs reports whether thumbs say if an item gets more time.
func (s Settings) ByThumbs() bool { return s.Str("extendByVote", "none") == "thumbs" }

// ActionStates returns the words for where an action stands, in a review.
func (s Settings) ActionStates() []string {
	return s.Strings("states", ActionDone, "on the way", "stuck", ActionDropped)
}

// OwnerAccepts reports whether an action needs its owner's yes.
func (s Settings) OwnerAccepts() bool { return s.On("ownerAccepts", true) }

// Circle lists with whom somebody holds a round, themselves included, in the order of speaking; nil where all are one circle. Tables
// are the groups of the last breakout, and where there was none of about four; pairs are drawn by chance. Who came later sits with
// the last circle.
func (v *View) Circle(run *RunView, key []byte) [][]byte {
	if run.Kind != ActivityRound || run.Settings.Scope() == ScopeAll {
		return nil
	}
	keys := run.voterKeys()
	var circles [][][]byte
	if run.Settings.Scope() == ScopeTable {
		circles = v.tables(run, keys)
	}
	if circles == nil {
		size := 4
		if run.Settings.Scope() == ScopePairs {
			size = 2
		}
		for _, g := range Mix(Mixing{People: len(keys), Size: size, Seed: seedOf(run.ID), Chance: true})[0] {
			var circle [][]byte
			for _, n := range g {
				circle = append(circle, keys[n])
			}
			circles = append(circles, circle)
		}
	}
	for _, c := range circles {
		if slices.ContainsFunc(c, func(k []byte) bool { return string(k) == string(key) }) {
			return c
		}
	}
	if len(circles) == 0 {
		return [][]byte{key}
	}
	return append(slices.Clone(circles[len(circles)-1]), key)
}

// tables are the groups of the last breakout before a run, with who was in none at the last of them; nil where there was none.
func (v *View) tables(run *RunView, keys [][]byte) [][][]byte {
	groups := v.groupsBefore(run)
	if len(groups) == 0 {
		return nil
	}
	circles := make([][][]byte, len(groups))
	for _, key := range keys {
		at := slices.IndexFunc(groups, func(g *GroupView) bool {
			return slices.ContainsFunc(g.Members, func(p Person) bool { return string(p[:]) == string(key) })
		})
		if at < 0 {
			at = len(circles) - 1
		}
		circles[at] = append(circles[at], key)
	}
	return circles
}

// groupsBefore are the groups of the last round of the breakout before a run.
func (v *View) groupsBefore(run *RunView) []*GroupView {
	var groups []*GroupView
	for i := range v.Runs {
		r := &v.Runs[i]
		if r.ID == run.ID {
			break
		}
		if r.Kind == ActivityBreakout {
			for round := r.Rounds() - 1; round >= 0; round-- {
				if g := v.GroupsOf(r.ID, round); len(g) > 0 {
					groups = g
					break
				}
			}
		}
	}
	return groups
}

// CircleTurns are the turns of somebody's circle, as [View.Turns] has them for all.
func (v *View) CircleTurns(run *RunView, key []byte) []TurnView {
	circle := v.Circle(run, key)
	turns := v.Turns(run)
	if circle == nil {
		return turns
	}
	own := slices.DeleteFunc(turns, func(t TurnView) bool {
		return !slices.ContainsFunc(circle, func(k []byte) bool { return string(k) == string(t.Key()) })
	})
	going := false
	for i := range own {
		if own[i].State == TurnNow || own[i].State == TurnSkipped {
			own[i].State = TurnWaiting
		}
		if own[i].State == TurnWaiting && !going && run.State == RunOpen && run.Settings.Str("order", "random") != "volunteers" {
			own[i].State, going = TurnNow, true
		}
	}
	return own
}

// SeesNow reports whether somebody's screen shows a note now. Where people see their own group's notes only, until the close, that is
// what they and the people of their group of the last breakout wrote; where there was none, what they wrote themselves.
func (v *View) SeesNow(n *NoteView, who Person) bool {
	run := v.OpenRun()
	if run == nil || n.Activity != run.Activity || run.State != RunOpen || !run.Settings.OwnGroup(run.Kind) || n.Author == who {
		return true
	}
	for _, g := range v.groupsBefore(run) {
		if slices.Contains(g.Members, who) {
			return slices.Contains(g.Members, n.Author)
		}
	}
	return false
}

// NextInRing is who speaks after who speaks now where a discussion goes round: everybody once, in a ring by a shuffle that nobody
// chose, and then from the beginning.
func (v *View) NextInRing(run *RunView) []byte {
	var ring [][]byte
	for i := range v.People {
		if p := &v.People[i]; p.Role <= RoleParticipant {
			ring = append(ring, slices.Clone(p.Person[:]))
		}
	}
	for i := range v.Seats {
		ring = append(ring, v.Seats[i].ID.Key())
	}
	if len(ring) == 0 {
		return nil
	}
	order := shuffle(len(ring), "talk", run.ID.encode())
	for i, at := range order {
		if run.SpeakerAt != 0 && string(ring[at]) == string(run.Speaker.Key()) {
			return ring[order[(i+1)%len(order)]]
		}
	}
	return ring[order[0]]
}
