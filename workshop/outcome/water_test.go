package outcome

import (
	"testing"

	"convene/workshop"
)

// water is the session of the golden files: it has every kind, a tie, a late note, work that was set aside, a ballot that was
// not opened, an activity that did not run, and an action that nobody took.
func water(t *testing.T) *workshop.View {
	p := newPlay(t, workshop.Founding{
		Title: "Clean water pilot", Purpose: "Agree what the three sites do together until March.", Template: "quick-cocreation",
		Question: "How can three sites get clean water from one plan?", Period: "three months", Place: "Town hall, room 2",
	}, "Amina K.")
	jonas, viktor := p.join("Jonas", workshop.RoleParticipant), p.join("Viktor Ilyin", workshop.RoleParticipant)
	amal, sofia := p.join("أمل", workshop.RoleParticipant), p.join("Sofía Reyes", workshop.RoleParticipant)
	p.join("Li Wei", workshop.RoleObserver)
	p.host(workshop.AddOutcome("One shared plan that all three sites have said yes to", "a"))
	p.host(workshop.AddOutcome("First steps with names and dates", "b"))
	set := workshop.SettingsOf
	ids := p.agenda(
		workshop.ActivityPlan{Kind: "brief", Preset: "welcome", Title: "Welcome", Minutes: 3, Prompt: "Why we are here: {purpose}. When we leave we will have: {outcomes}."},
		workshop.ActivityPlan{Kind: "round", Preset: "check-in", Title: "Check-in", Minutes: 5, Prompt: "Say your name and, in one sentence, what you hope will be different after today."},
		workshop.ActivityPlan{Kind: "brainstorm", Title: "Ideas alone", Minutes: 8, Prompt: "What could we do about {question}? One idea per note.", Settings: set(map[string]any{"authorship": "hidden"})},
		workshop.ActivityPlan{Kind: "cluster", Title: "Sort and name", Minutes: 10, Prompt: "Move notes that belong together side by side."},
		workshop.ActivityPlan{Kind: "vote", Title: "Where to begin", Minutes: 5, Prompt: "Which of these would make the biggest difference in the next {period}?", Settings: set(map[string]any{"dots": 3.0})},
		workshop.ActivityPlan{Kind: "discuss", Title: "Top three", Minutes: 15, Prompt: "What would it take? What worries us?", Settings: set(map[string]any{"items": "top:3"})},
		workshop.ActivityPlan{Kind: "brainstorm", Title: "What we can give", Minutes: 4, Prompt: "What can you offer?", Settings: set(map[string]any{"visibility": "public"})},
		workshop.ActivityPlan{Kind: "vote", Title: "First kit", Minutes: 4, Prompt: "Which site gets the first kit?", Settings: set(map[string]any{"options": "notes", "secret": false, "dots": 2.0})},
		workshop.ActivityPlan{Kind: "commit", Title: "Who does what", Minutes: 9, Prompt: "What will you do, and by when?"},
		workshop.ActivityPlan{Kind: "round", Preset: "pulse", Title: "Pulse", Minutes: 2, Prompt: "How was it, 1 to 5?", Settings: set(map[string]any{"answer": "scale5"})},
		workshop.ActivityPlan{Kind: "canvas", Title: "Map of the wells", Minutes: 20, Prompt: "Where are they?"},
	)
	welcome := p.open(ids[0])
	p.later(4)
	p.close(welcome)
	checkIn := p.open(ids[1])
	p.respond(jonas, checkIn, "Jonas, from the north site. I hope we stop buying three different kits.", false)
	p.respond(amal, checkIn, "أتمنى أن نتفق على خطة واحدة", false)
	p.respond(sofia, checkIn, "Sofía: that somebody is called when a pump fails\nand that we know *whom*", false)
	p.respond(viktor, checkIn, "", true)
	p.later(6)
	p.close(checkIn)
	clusters, notes := p.ideas(ids[2], ids[3], jonas, viktor, amal, sofia)
	p.begin(ids[4], clusters, jonas, viktor, amal, sofia)
	p.talk(ids[5], clusters, jonas, sofia)
	p.give(ids[6], ids[7], jonas, viktor, amal)
	p.agree(ids[8], clusters, notes, jonas, amal)
	pulse := p.open(ids[9])
	p.respond(jonas, pulse, "4", false)
	p.respond(amal, pulse, "5", false)
	p.respond(sofia, pulse, "4", false)
	p.later(1)
	p.close(pulse)
	p.host(workshop.Set(p.s.Root(), workshop.FieldState, workshop.Text("closed")))
	return p.s.View()
}

func (p *play) respond(w *workshop.Writer, run workshop.RecordID, text string, pass bool) {
	p.do(w, run, workshop.Respond(run, w.Person(), text, pass))
}

// ideas plays a private brainstorm, its reveal, a note that comes late, one that comes after a removal, and the sorting.
func (p *play) ideas(ideas, sort workshop.RecordID, people ...*workshop.Writer) (clusters, notes []workshop.RecordID) {
	run := p.open(ideas)
	p.later(9)
	p.host(workshop.BeginClosing(run))
	gone := p.join("Petra", workshop.RoleParticipant)
	texts := []string{
		"One test kit for all sites 🧪", "Nobody sees the other site's numbers", "We argue about the method, not the water",
		"A shared sheet, open to everyone", "# Not a heading | but *a* note with <b>signs</b> and [a](http://example.org)",
		"خزان مشترك بين القرى", "Train two people per site\n- one for the pump\n- one for the tests", "Ask Jonas for the key", "Order kits together",
	}
	orders := workshop.Orders(len(texts))
	for i, text := range texts {
		notes = append(notes, p.do(people[i%len(people)], run, workshop.AddNote(ideas, text, "", orders[i])))
	}
	act, back := p.elsewhere()
	p.close(run)
	act(people[0], run, workshop.AddNote(ideas, "Written on the train, without a network", "", orders[0]))
	back()
	act, back = p.elsewhere()
	p.host(workshop.Grant(gone.Person(), workshop.RoleNone, 0))
	act(gone, run, workshop.AddNote(ideas, "Sent while being removed", "", ""))
	back()
	run = p.open(sort)
	for i, name := range []string{"Trust between the sites", "Cost of the kits", "Who looks after it"} {
		clusters = append(clusters, p.do(people[1], run, workshop.AddCluster(ideas, name, orders[i])))
	}
	for _, to := range [][2]int{{0, 1}, {1, 0}, {2, 0}, {3, 0}, {6, 2}, {7, 2}, {8, 1}} {
		p.do(people[2], run, workshop.Set(notes[to[0]], workshop.FieldCluster, workshop.Ref(clusters[to[1]])))
	}
	p.host(workshop.Extend(run, 180))
	p.later(13)
	p.close(run)
	return clusters, notes
}

// begin plays a secret vote with a shared second place.
func (p *play) begin(vote workshop.RecordID, clusters []workshop.RecordID, people ...*workshop.Writer) {
	run := p.open(vote)
	for _, w := range people {
		me := w.Person()
		p.do(w, run, workshop.CastSecret(run, me[:], []byte("a sealed box"), make([]byte, 32)))
	}
	p.later(5)
	choice := func(i, dots int) workshop.Choice { return workshop.Choice{Option: clusters[i], Value: dots} }
	p.host(workshop.BeginClosing(run))
	p.close(run,
		workshop.Line{Tracker: "KLM", Choices: []workshop.Choice{choice(0, 2), choice(1, 1)}},
		workshop.Line{Tracker: "ABC", Choices: []workshop.Choice{choice(0, 1), choice(2, 2)}},
		workshop.Line{Tracker: "XYZ", Choices: []workshop.Choice{choice(0, 2), choice(1, 1)}},
		workshop.Line{Tracker: "QRS"})
}

func (p *play) talk(discuss workshop.RecordID, clusters []workshop.RecordID, jonas, sofia *workshop.Writer) {
	run := p.open(discuss)
	p.do(jonas, run, workshop.Capture(discuss, "insight", "The sheet exists; only the north site can open it.", clusters[0]))
	p.do(sofia, run, workshop.Capture(discuss, "question", "Who owns the data after the pilot?", clusters[0]))
	p.do(jonas, run, workshop.Capture(discuss, "insight", "Twelve kits together are 30 % cheaper - the supplier said so.", clusters[1]))
	p.do(sofia, run, workshop.Capture(discuss, "action", "Somebody should call the supplier", clusters[1]))
	p.do(jonas, run, workshop.Capture(discuss, "insight", "Rain starts in week 10", none))
	p.do(sofia, none, workshop.Park(discuss, "Storage for the winter"))
	p.host(workshop.Create(workshop.KindDecision, workshop.With(workshop.FieldActivity, workshop.Ref(discuss)),
		workshop.With(workshop.FieldText, workshop.Text("One shared test kit for all sites.")),
		workshop.With(workshop.FieldRule, workshop.Text("consent in the room")),
		workshop.With(workshop.FieldEvidence, workshop.Refs([]workshop.RecordID{clusters[1], run}))))
	p.later(17)
	p.close(run)
}

// give plays a public, named brainstorm and a sealed vote on its notes: one ballot is not opened, and the first place is shared.
func (p *play) give(board, vote workshop.RecordID, people ...*workshop.Writer) {
	run := p.open(board)
	orders := workshop.Orders(3)
	var notes []workshop.RecordID
	for i, text := range []string{"North: a van on Fridays", "South: a lab with a fridge", "East: two students"} {
		notes = append(notes, p.do(people[i], run, workshop.AddNote(board, text, "", orders[i])))
	}
	p.later(4)
	p.close(run)
	run = p.open(vote)
	var open []func()
	for i, w := range people {
		open = append(open, p.sealed(w, run, workshop.Choice{Option: notes[i], Value: 2}))
	}
	p.later(3)
	p.host(workshop.BeginClosing(run))
	open[0]()
	open[1]()
	p.close(run)
}

func (p *play) agree(commit workshop.RecordID, clusters, notes []workshop.RecordID, jonas, amal *workshop.Writer) {
	run := p.open(commit)
	refs := func(ids ...workshop.RecordID) []workshop.RecordID { return ids }
	kits := p.do(jonas, run, workshop.AddAction(workshop.ActionPlan{
		Activity: commit, What: "Order six test kits", Due: "2025-12-04", FirstStep: "Write to the supplier tonight", Owner: jonas.Person(), Evidence: refs(clusters[1], notes[8]),
	}))
	p.do(jonas, none, workshop.Accept(kits, true))
	page := p.do(jonas, run, workshop.AddAction(workshop.ActionPlan{
		Activity: commit, What: "Write the one-page protocol - in Arabic too", Due: "2025-12-11", Owner: amal.Person(), Evidence: refs(clusters[0]),
	}))
	p.host(workshop.Accept(page, true))
	p.do(jonas, run, workshop.AddAction(workshop.ActionPlan{Activity: commit, What: "Ask the council for storage"}))
	p.do(amal, run, workshop.AddAction(workshop.ActionPlan{Activity: commit, What: "Show the sheet to the south site", Owner: p.who["Viktor Ilyin"].Person()}))
	p.later(8)
	p.close(run)
}
