package app

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"convene/workshop"
)

// voteScript is an open dot vote on two notes.
func voteScript(t *testing.T, secret bool, names ...string) (st *script, run workshop.RecordID, options []workshop.RecordID) {
	t.Helper()
	st = newScript(t, names...)
	board := st.plan(workshop.ActivityBrainstorm, map[string]any{"visibility": "public"})
	ideas := st.open(board)
	a, b := st.note(names[0], board, ideas, "test kits"), st.note(names[0], board, ideas, "flags")
	st.close(ideas)
	run = st.open(st.plan(workshop.ActivityVote, map[string]any{"options": "notes", "secret": secret, "dots": 3.0}))
	return st, run, []workshop.RecordID{a, b}
}

func runOf(t testing.TB, drawn []Record, run workshop.RecordID) RunRecord {
	t.Helper()
	list := recordsOf[RunRecord](drawn)
	i := slices.IndexFunc(list, func(r RunRecord) bool { return r.ID == run.String() })
	if i < 0 {
		t.Fatal("the run is not drawn")
	}
	return list[i]
}

func TestAVoteShowsNumbersUntilItCloses(t *testing.T) {
	st, run, options := voteScript(t, false, "Amina", "Jonas", "Priya", "Leila")
	openJonas := st.seal("Jonas", run, workshop.Choice{Option: options[0], Value: 2}, workshop.Choice{Option: options[1], Value: 1})
	openPriya := st.seal("Priya", run, workshop.Choice{Option: options[0], Value: 1})
	in := st.scene("Jonas")
	in.HandedIn[run] = 2
	in.Ballots[run] = ownBallot{Choices: []workshop.Choice{{Option: options[0], Value: 2}}}
	drawn := draw(in)
	if n := len(recordsOf[ResultRecord](drawn)); n != 0 {
		t.Fatalf("%d results while the vote runs", n)
	}
	b := only[BallotRecord](t, drawn)
	if b.HandedIn != 2 || b.Eligible != 4 || len(b.Mine) != 1 || b.Mine[0] != (Choice{Option: options[0].String(), Value: 2}) {
		t.Errorf("ballot %+v", b)
	}
	if r := runOf(t, drawn, run); r.Dots != 3 || r.MaxPerOption != 2 || len(r.Options) != 2 || r.Eligible != 4 || r.Secret {
		t.Errorf("run %+v", r)
	}
	if b := only[BallotRecord](t, draw(st.scene("Leila"))); b.Mine != nil {
		t.Errorf("Leila has not voted, and sees %+v", b.Mine)
	}

	st.closing(run)
	openJonas()
	openPriya()
	st.close(run)
	res := only[ResultRecord](t, draw(st.scene("Leila")))
	want := []ResultRow{
		{Option: options[0].String(), Text: "test kits", Rank: "1", Dots: 3, Voters: 2, Share: 0.75},
		{Option: options[1].String(), Text: "flags", Rank: "2", Dots: 1, Voters: 1, Share: 0.25},
	}
	if !reflect.DeepEqual(res.Rows, List[ResultRow](want)) || res.HandedIn != 2 || res.Counted != 2 || res.Eligible != 4 || res.DotsEach != 3 || res.Warning != "" {
		t.Errorf("result %+v", res)
	}
}

func TestASecretResultListsCodesAndWarnsOfAnAlteredLine(t *testing.T) {
	st, run, options := voteScript(t, true, "Amina", "Jonas", "Priya", "Leila")
	for _, name := range []string{"Jonas", "Priya"} {
		me := st.person(name)
		st.do(name, run, workshop.CastSecret(run, me[:], make([]byte, 256), make([]byte, 32)))
	}
	st.closing(run)
	st.close(run, workshop.Line{Tracker: "amber", Choices: []workshop.Choice{{Option: options[0], Value: 2}}},
		workshop.Line{Tracker: "basil", Choices: []workshop.Choice{{Option: options[1], Value: 1}}})
	in := st.scene("Jonas")
	in.Ballots[run] = ownBallot{Tracker: "amber", Choices: []workshop.Choice{{Option: options[0], Value: 2}}}
	res := only[ResultRecord](t, draw(in))
	if !res.Secret || len(res.Trackers) != 2 || res.Trackers[0].Tracker != "amber" || res.Trackers[0].Choices[0].Value != 2 || res.Warning != "" {
		t.Errorf("result %+v", res)
	}
	in.Ballots[run] = ownBallot{Tracker: "amber", Choices: []workshop.Choice{{Option: options[1], Value: 2}}}
	if res := only[ResultRecord](t, draw(in)); !strings.Contains(res.Warning, "your code") {
		t.Errorf("warning %q", res.Warning)
	}
	if text := wire(t, draw(st.scene("Priya"))...); strings.Contains(text, `"mine":[{`) {
		t.Error("Priya sees a ballot that is not hers")
	}
}

func TestADiscussionListsWhatTheVotePutFirst(t *testing.T) {
	st, run, options := voteScript(t, false, "Amina", "Jonas", "Priya", "Leila")
	open := st.seal("Jonas", run, workshop.Choice{Option: options[1], Value: 2})
	st.closing(run)
	open()
	st.close(run)
	talk := st.open(st.plan(workshop.ActivityDiscuss, map[string]any{"items": "top:1"}))
	r := runOf(t, draw(st.scene("Amina")), talk)
	if len(r.Items) != 1 || r.Items[0].Text != "flags" || r.Items[0].Dots == nil || *r.Items[0].Dots != 2 {
		t.Errorf("items %+v", r.Items)
	}
}

func TestWhoSeesIsTrueOfEverySetting(t *testing.T) {
	amina, jonas := "Amina", "Jonas"
	private := map[string]any{"visibility": "private-until-reveal"}
	hidden := map[string]any{"visibility": "private-until-reveal", "authorship": "hidden"}
	cases := map[string]struct {
		kind     workshop.ActivityKind
		settings map[string]any
		as       string
		closing  bool
		want     string
	}{
		"private notes":                      {workshop.ActivityBrainstorm, private, jonas, false, "Only on this laptop until Amina turns all notes over. Then everyone sees each note with its writer's name."},
		"private notes, for the facilitator": {workshop.ActivityBrainstorm, private, amina, false, "Only on this laptop until you turn all notes over. Then everyone sees each note with its writer's name."},
		"private and hidden":                 {workshop.ActivityBrainstorm, hidden, jonas, false, "Only on this laptop until Amina turns all notes over. Names hidden on the board. Not anonymous: the session file records who wrote each note."},
		"hidden, turned over":                {workshop.ActivityBrainstorm, hidden, jonas, true, "Everyone sees the notes that were turned over. Names hidden on the board. Not anonymous: the session file records who wrote each note."},
		"private, turned over":               {workshop.ActivityBrainstorm, private, jonas, true, "Everyone sees the notes that were turned over, each with its writer's name."},
		"public notes":                       {workshop.ActivityBrainstorm, map[string]any{"visibility": "public"}, jonas, false, "Everyone sees a note as soon as it is added, with its writer's name."},
		"public and hidden":                  {workshop.ActivityBrainstorm, map[string]any{"visibility": "public", "authorship": "hidden"}, jonas, false, "Everyone sees a note as soon as it is added. Names hidden on the board. Not anonymous: the session file records who wrote each note."},
		"a template that says anonymous":     {workshop.ActivityBrainstorm, map[string]any{"visibility": "public", "authorship": "anonymous"}, jonas, false, "Everyone sees a note as soon as it is added. Names hidden on the board. Not anonymous: the session file records who wrote each note."},
		"answers":                            {workshop.ActivityRound, nil, jonas, false, "Everyone sees your answer with your name as soon as you give it."},
		"answers without names":              {workshop.ActivityRound, map[string]any{"secret": true}, jonas, false, "Only 2 people can vote here: too few for totals to hide who chose what. Hidden until everyone has voted. Afterwards anyone can see who voted for what. Sealed until the vote closes, also for Amina."},
		"spoken answers":                     {workshop.ActivityRound, map[string]any{"spokenOnly": true}, jonas, false, "Nothing is written down here. Everyone sees who passed or had their turn."},
		"a talk":                             {workshop.ActivityDiscuss, nil, jonas, false, "Everyone sees what is written down, and who wrote it."},
		"commitments":                        {workshop.ActivityCommit, nil, jonas, false, "Everyone sees each action, its owner and whether they said yes."},
		"a brief":                            {workshop.ActivityBrief, nil, jonas, false, "Everyone sees the same page, and who pressed Ready."},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			st := newScript(t, amina, jonas)
			run := st.open(st.plan(c.kind, c.settings))
			if c.closing {
				st.closing(run)
			}
			if got := runOf(t, draw(st.scene(c.as)), run).WhoSees; got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestWhoSeesOfAVote(t *testing.T) {
	sealed := "Hidden until everyone has voted. Afterwards anyone can see who voted for what. Sealed until the vote closes, also for Amina."
	four := []string{"Amina", "Jonas", "Priya", "Leila"}
	cases := map[string]struct {
		secret bool
		names  []string
		want   string
		note   bool
	}{
		"sealed":                    {false, four, sealed, false},
		"secret":                    {true, four, "Secret from the group. The facilitator's computer can see each vote. Check your code in the result list.", false},
		"too few for a secret vote": {true, four[:3], "Only 3 people can vote here: too few for totals to hide who chose what. " + sealed, true},
		"alone":                     {true, four[:1], "Only 1 person can vote here: a total cannot hide who chose what. " + sealed, true},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			st, run, _ := voteScript(t, c.secret, c.names...)
			r := runOf(t, draw(st.scene("Amina")), run)
			if r.WhoSees != c.want || (r.Note != "") != c.note || r.Secret != (c.secret && len(c.names) >= fewestSecret) {
				t.Errorf("got  %s\nwant %s\nnote %q, secret %t", r.WhoSees, c.want, r.Note, r.Secret)
			}
			if strings.Contains(strings.ToLower(r.Note), "secret") {
				t.Errorf("the note promises what it does not explain: %s", r.Note)
			}
		})
	}
	t.Run("sealed, closed", func(t *testing.T) {
		st, run, _ := voteScript(t, false, four...)
		st.close(run)
		if got := runOf(t, draw(st.scene("Jonas")), run).WhoSees; got != sentences()["votes-sealed"] {
			t.Error(got)
		}
	})
}
