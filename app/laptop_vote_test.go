package app

import (
	"bytes"
	"errors"
	"testing"
	"time"

	"convene/workshop"
)

func asError[T error](err error, to *T) bool { return errors.As(err, to) }

// voting prepares three clusters and opens a vote on them.
func voting(tb *table, secret bool) (run workshop.RecordID, options []string) {
	tb.t.Helper()
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	for _, text := range []string{"Repair teams", "Spare parts", "Water fees"} {
		_, err := tb.desks[1].AddNote(NewNote{Text: text})
		tb.must(err)
	}
	tb.meet()
	tb.open(tb.activity(ActivityCluster, nil))
	for _, n := range tb.desks[0].View().Notes {
		id, err := tb.desks[1].AddCluster("On "+n.Text, []string{n.ID.String()})
		tb.must(err)
		options = append(options, id)
	}
	tb.meet()
	run = tb.open(tb.activity(ActivityVote, Settings{"secret": secret, "dots": 3.0}))
	return run, options
}

func dots(option string, n int) []Choice { return []Choice{{Option: option, Value: n}} }

func resultOf(t *testing.T, d *desk, run workshop.RecordID) workshop.Result {
	t.Helper()
	for _, r := range d.View().Results {
		if r.Run == run {
			return r
		}
	}
	t.Fatalf("%s has no result", d.name)
	return workshop.Result{}
}

func TestASealedVoteIsOpenedAtTheClose(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	run, options := voting(tb, false)
	for i, d := range tb.desks {
		tb.must(d.CastBallot(dots(options[i%2], 2)))
	}
	tb.must(tb.desk("ben").CastBallot(dots(options[0], 1))) // changed their mind
	tb.meet()
	if s := tb.desk("amina").scene(); s.HandedIn[run] != 3 || len(s.Ballots[run].Choices) != 1 {
		t.Errorf("handed in %d, own %+v", s.HandedIn[run], s.Ballots[run])
	}
	tb.closeRun("amina")
	res := resultOf(t, tb.desk("chen"), run)
	if res.Counted != 3 || res.Unopened != 0 || res.Rows[0].Sum != 5 || res.Rows[0].Option.String() != options[0] {
		t.Errorf("result: %+v", res)
	}
	refused(t, tb.desk("ben").CastBallot(dots(options[0], 1)), "vote-none")
	tb.equal()
}

func TestABallotThatCrossesTheClosingLeavesTheOneBeforeIt(t *testing.T) {
	for name, secret := range map[string]bool{"sealed": false, "secret": true} {
		t.Run(name, func(t *testing.T) {
			tb := newTable(t, "amina", "ben", "chen", "dora")
			run, options := voting(tb, secret)
			tb.must(tb.desk("ben").CastBallot(dots(options[0], 2)))
			tb.meet()
			p, err := tb.desk("amina").CloseRun() // says the closing; ben has not heard it
			tb.must(err)
			tb.must(tb.desk("ben").CastBallot(dots(options[1], 1)))
			tb.meet()
			tb.finish(p)
			res := resultOf(t, tb.desk("chen"), run)
			if res.Counted != 1 || res.Void != 0 || res.Unopened != 0 || res.Rows[0].Sum != 2 || res.Rows[0].Option.String() != options[0] {
				t.Errorf("result: %+v", res)
			}
			tb.pass(time.Second)
			if h := tb.desk("ben").health; len(h) != 0 {
				t.Errorf("ben is told %+v", h)
			}
			if own := tb.desk("ben").scene().Ballots[run]; len(own.Choices) != 1 || own.Choices[0].Value != 2 {
				t.Errorf("ben is shown %+v", own)
			}
		})
	}
}

func TestABallotOfSomebodyAwayIsNotCountedAfterAWait(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	run, options := voting(tb, false)
	for _, d := range tb.desks {
		tb.must(d.CastBallot(dots(options[0], 1)))
	}
	tb.meet()
	tb.leaves("chen")
	p, err := tb.desk("amina").CloseRun()
	tb.must(err)
	tb.meet()
	if p.Done() {
		t.Fatal("it did not wait for the ballot that is away")
	}
	tb.pass(5 * time.Second)
	if p.Done() {
		t.Fatal("it waited 5 s only")
	}
	tb.pass(4 * time.Second)
	tb.finish(p)
	if res := resultOf(t, tb.desk("ben"), run); res.Counted != 2 || res.Unopened != 1 {
		t.Errorf("result: %+v", res)
	}
	tb.returns("chen")
	tb.equal()
	if res := resultOf(t, tb.desk("chen"), run); res.Counted != 2 || res.Unopened != 1 {
		t.Errorf("result at chen's: %+v", res)
	}
}

func TestASealedBallotOutlivesACrash(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	run, options := voting(tb, false)
	tb.must(tb.desk("ben").CastBallot(dots(options[1], 2)))
	tb.meet()
	tb.desk("ben").start()
	tb.meet()
	tb.closeRun("amina")
	if res := resultOf(t, tb.desk("amina"), run); res.Counted != 1 || res.Rows[0].Option.String() != options[1] {
		t.Errorf("result: %+v", res)
	}
}

func TestASecretVoteSurvivesANewFloorHolder(t *testing.T) {
	tb := newTable(t, "amina", "+ben", "chen", "dora", "emil", "fatou")
	run, options := voting(tb, true)
	for i, d := range tb.desks {
		tb.must(d.CastBallot(dots(options[i%3], 1+i%2)))
	}
	tb.meet()
	secret := tb.desk("dora").ballots[voteKey{run: run}]
	for _, d := range tb.desks {
		for _, b := range d.Session().Ballots(run) {
			if len(b.Box)%256 != 48 || bytes.Contains(b.Box, []byte(secret.tracker)) {
				t.Fatalf("a box of %d bytes tells something", len(b.Box))
			}
		}
	}
	_, err := tb.desk("ben").CloseRun()
	refused(t, err, "vote-counted-elsewhere")
	tb.leaves("amina")
	tb.must(tb.desk("ben").TakeFloor())
	tb.meet()
	for _, d := range tb.desks[1:] {
		if v := d.ballots[voteKey{run: run}]; !bytes.Equal(v.to, tb.desk("ben").boxes[run].public[:]) {
			t.Errorf("%s did not hand the ballot in again", d.name)
		}
	}
	tb.returns("amina") // and casts again too
	tb.closeRun("ben")
	res := resultOf(t, tb.desk("fatou"), run)
	if !res.Secret || res.Counted != 6 || len(res.Lines) != 6 || res.Unopened != 0 || res.Excess {
		t.Fatalf("result: %+v", res)
	}
	found := false
	for _, line := range res.Lines {
		found = found || (line.Tracker == secret.tracker && sameBallot(line.Choices, secret.casts[0].choices))
	}
	if !found {
		t.Error("dora does not find her line")
	}
	if tb.desk("ben").boxes[run] != nil {
		t.Error("the key of a closed vote is kept")
	}
	tb.pass(time.Second)
	for _, d := range tb.desks {
		for _, h := range d.health {
			if h.Code == "vote-line" {
				t.Errorf("%s is told that a line is missing", d.name)
			}
		}
	}
	tb.equal()
}

func TestASecretVoteSurvivesARestartOfItsCounter(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen", "dora")
	run, options := voting(tb, true)
	for _, d := range tb.desks {
		tb.must(d.CastBallot(dots(options[2], 2)))
	}
	tb.meet()
	tb.desk("amina").start() // the key was in memory only
	tb.meet()
	tb.closeRun("amina")
	if res := resultOf(t, tb.desk("ben"), run); res.Counted != 4 || res.Unopened != 0 {
		t.Errorf("result: %+v", res)
	}
}

func TestAFacilitatorsLaptopThatDropsALineIsSeen(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen", "dora")
	run, options := voting(tb, true)
	for _, d := range tb.desks {
		tb.must(d.CastBallot(dots(options[0], 1)))
	}
	tb.meet()
	tb.desk("dora").ballots[voteKey{run: run}].tracker = "AAA-AAA" // what was published is another line
	tb.closeRun("amina")
	tb.pass(time.Second)
	if h := tb.desk("dora").health; len(h) == 0 || h[0].Code != "vote-line" {
		t.Errorf("dora is not told: %+v", h)
	}
	if h := tb.desk("ben").health; len(h) != 0 {
		t.Errorf("ben is told: %+v", h)
	}
}

func TestThreeVotersGetASealedVoteInsteadOfASecretOne(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	run, _ := voting(tb, true)
	if r := tb.desk("ben").Session().RunView(run); r.Settings.Secret() || len(r.Seal) != 0 {
		t.Errorf("settings: %v", r.Settings)
	}
}

func TestABallotThatBreaksTheRulesIsRefusedInWords(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	_, options := voting(tb, false)
	refused(t, tb.desk("ben").CastBallot(dots(options[0], 3)), "vote-rules")
	refused(t, tb.desk("ben").CastBallot([]Choice{{Option: "x", Value: 1}}), "vote-option")
	late := &desk{table: tb, name: "late", keep: &memory{private: map[string][]byte{}}}
	late.id[0] = 9
	tb.admit(late, false)
	late.start()
	tb.desks = append(tb.desks, late)
	tb.meet()
	refused(t, late.CastBallot(dots(options[0], 1)), "vote-not-voter")
}
