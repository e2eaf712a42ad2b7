package app

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"convene/workshop"
)

// privacy plays sessions by chance on real laptops, and looks at what each
// window is told after every gesture.
type privacy struct {
	*table
	rng    *rand.Rand
	words  map[string]string          // what was written, and by whom
	hidden map[string]bool            // words whose writer is not shown
	secret map[string]bool            // words that nobody but the writer may see yet
	cast   map[string]map[string]bool // run, name: who has voted
	kinds  map[string]bool
}

func TestNoWindowShowsWhatIsNotForIt(t *testing.T) {
	kinds := map[string]bool{}
	for seed := range uint64(6) {
		t.Run(fmt.Sprintf("seed %d", seed), func(t *testing.T) {
			p := &privacy{
				table: newTable(t, "amina", "+ben", "chen", "dara", "emil"), rng: rand.New(rand.NewPCG(seed, 1)),
				words: map[string]string{}, hidden: map[string]bool{}, secret: map[string]bool{}, cast: map[string]map[string]bool{}, kinds: kinds,
			}
			for range 2 {
				p.brainstorm()
			}
			p.round()
			p.vote(seed%2 == 0)
			p.late()
		})
	}
	for _, kind := range []string{"note", "draft", "facedown", "ballot", "result", "response", "hidden note"} {
		if !kinds[kind] {
			t.Errorf("no session showed a %s: the test looks at nothing", kind)
		}
	}
}

func (p *privacy) anyone() *desk { return p.desks[p.rng.IntN(len(p.desks))] }

// write notes words that are like no others.
func (p *privacy) write(d *desk, hidden, secret bool) string {
	words := fmt.Sprintf("words-%d-%d", len(p.words), p.rng.Uint32())
	p.words[words], p.hidden[words], p.secret[words] = d.name, hidden, secret
	return words
}

func (p *privacy) brainstorm() {
	private, hidden := p.rng.IntN(3) > 0, p.rng.IntN(2) == 0
	settings := Settings{"visibility": "public", "authorship": "named"}
	if private {
		settings["visibility"] = "private-until-reveal"
	}
	if hidden {
		settings["authorship"] = "hidden"
	}
	p.open(p.activity(ActivityBrainstorm, settings))
	for range 8 {
		d := p.anyone()
		words := p.write(d, hidden, private)
		_, err := d.AddNote(NewNote{Text: words})
		p.must(err)
		if p.rng.IntN(3) == 0 {
			p.meet()
		}
		p.look()
	}
	p.desk("ben").hide(p.table, p.rng.IntN(2) == 0)
	clear(p.secret)
	p.closeRun("amina")
	p.look()
	p.returns("ben")
	p.look()
}

// hide takes a laptop away over the reveal, if so.
func (d *desk) hide(tb *table, away bool) {
	if away {
		tb.leaves(d.name)
	}
}

func (p *privacy) round() {
	nameless := p.rng.IntN(2) == 0
	run := p.open(p.activity(ActivityRound, Settings{"secret": nameless}))
	voters := map[string]bool{}
	p.cast[run.String()] = voters
	for _, d := range p.desks[1:] {
		p.must(d.GiveResponse(Answer{Text: p.write(d, nameless, false)}))
		voters[d.name] = true
		p.look()
	}
	p.closeRun("amina")
	p.look()
}

func (p *privacy) vote(secret bool) {
	run := p.open(p.activity(ActivityVote, Settings{"options": "notes", "secret": secret}))
	options := p.desks[0].View().Run(run).Options
	voters := map[string]bool{}
	p.cast[run.String()] = voters
	for range 6 {
		d := p.anyone()
		o := options[p.rng.IntN(len(options))]
		p.must(d.CastBallot([]Choice{{Option: o.ID.String(), Value: 1 + p.rng.IntN(2)}}))
		voters[d.name] = true
		p.look()
	}
	p.closeRun("amina")
	p.look()
}

// late writes on a closed board from a laptop that did not know.
func (p *privacy) late() {
	p.open(p.activity(ActivityBrainstorm, Settings{"visibility": "public", "authorship": "hidden"}))
	p.leaves("dara")
	_, err := p.desk("dara").AddNote(NewNote{Text: p.write(p.desk("dara"), true, false)})
	p.must(err)
	p.look()
	p.closeRun("amina")
	p.pass(time.Minute)
	p.returns("dara")
	p.look()
}

// look reads what every window is told.
func (p *privacy) look() {
	p.t.Helper()
	for _, d := range p.desks {
		for _, r := range d.Records() {
			p.judge(d, r)
		}
	}
}

func (p *privacy) judge(d *desk, r Record) {
	p.t.Helper()
	told := wire(p.t, r)
	p.kinds[r.RecordKind()] = true
	for words, by := range p.words {
		if by == d.name || !strings.Contains(told, words) {
			continue
		}
		if p.secret[words] {
			p.t.Errorf("%s's window shows a private note of %s: %s", d.name, by, told)
		}
		if who := p.named(told); p.hidden[words] && who != "" {
			p.t.Errorf("%s's window names %s beside hidden words of %s: %s", d.name, who, by, told)
		}
		p.kinds["hidden note"] = p.kinds["hidden note"] || p.hidden[words]
	}
	switch r := r.(type) {
	case BallotRecord:
		if cast := p.cast[r.Run][d.name]; cast != (r.Mine != nil) || p.named(told) != "" {
			p.t.Errorf("%s, voted %t, is told %s", d.name, cast, told)
		}
	case ResultRecord:
		if run := p.run(r.Run); run.State != workshop.RunClosed || p.named(told) != "" {
			p.t.Errorf("%s is told of a vote that is %s: %s", d.name, run.State, told)
		}
	case RunRecord, FacedownRecord, SetAsideRecord:
		if who := p.named(told); who != "" {
			p.t.Errorf("%s's window names %s: %s", d.name, who, told)
		}
	case NoteRecord:
		p.kinds["draft"] = p.kinds["draft"] || r.Draft
	}
}

func (p *privacy) run(id string) *workshop.RunView {
	run, err := workshop.ParseRecordID(id)
	p.must(err)
	return p.desks[0].View().Run(run)
}

// named says whose key stands in what a window is told.
func (p *privacy) named(told string) string {
	for _, d := range p.desks {
		if strings.Contains(told, d.Me().String()) {
			return d.name
		}
	}
	return ""
}
