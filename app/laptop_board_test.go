package app

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"convene/workshop"
)

// sorting is a table with some notes, which are being sorted.
func sorting(t *testing.T, n int, names ...string) (tb *table, ids []string, board string) {
	t.Helper()
	tb = newTable(t, names...)
	board = tb.activity(ActivityBrainstorm, Settings{"visibility": "public"})
	tb.open(board)
	texts := make([]string, n)
	for i := range texts {
		texts[i] = fmt.Sprintf("idea %d", i)
	}
	ids, err := tb.desks[0].AddNotes(NewNotes{Texts: texts})
	tb.must(err)
	tb.meet()
	tb.closeRun(tb.desks[0].name)
	tb.open(tb.activity(ActivityCluster, nil))
	tb.meet()
	return tb, ids, board
}

func textsOf(d *desk) (out []string) {
	for _, n := range d.View().Notes {
		out = append(out, n.Text)
	}
	return out
}

func TestAListThatWasPastedStandsInItsOrderAndGoesAsOne(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	lines := make([]string, 450)
	for i := range lines {
		lines[i] = fmt.Sprintf("line %03d", i)
	}
	ids, err := tb.desk("ben").AddNotes(NewNotes{Texts: append(lines, "  ", "")})
	tb.must(err)
	tb.meet()
	if len(ids) != len(lines) {
		t.Fatalf("%d ids", len(ids))
	}
	if got := textsOf(tb.desk("amina")); strings.Join(got, "|") != strings.Join(lines, "|") {
		t.Fatalf("not in order: %q", got[:3])
	}
	tb.must(tb.desk("ben").Undo())
	tb.meet()
	if got := textsOf(tb.desk("amina")); len(got) != 0 {
		t.Fatalf("%d notes stay after one undo", len(got))
	}
	tb.must(tb.desk("ben").Redo())
	tb.meet()
	if got := textsOf(tb.desk("amina")); len(got) != len(lines) {
		t.Fatalf("%d notes come back", len(got))
	}
	_, err = tb.desk("ben").AddNotes(NewNotes{Texts: make([]string, 5)})
	refused(t, err, "text-empty")
	_, err = tb.desk("ben").AddNotes(NewNotes{Texts: make([]string, 5)})
	refused(t, err, "text-empty")
	many := make([]string, mostNotes+1)
	for i := range many {
		many[i] = "x"
	}
	_, err = tb.desk("ben").AddNotes(NewNotes{Texts: many})
	refused(t, err, "too-many")
}

func TestNotesThatComeTogetherHaveAColourEach(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	_, err := tb.desk("ben").AddNotes(NewNotes{
		Texts: []string{"sun", " ", "sea", "salt"}, Color: "green", Colors: []Color{"yellow", "red", "cyan", ""},
	})
	tb.must(err)
	_, err = tb.desk("ben").AddNotes(NewNotes{Texts: []string{"grass"}, Color: "green"})
	tb.must(err)
	tb.meet()
	var got []string
	for _, n := range tb.desk("amina").View().Notes {
		got = append(got, n.Text+" "+n.Color)
	}
	if want := "sun yellow, sea cyan, salt yellow, grass green"; strings.Join(got, ", ") != want {
		t.Fatalf("%q, want %q", got, want)
	}
	_, err = tb.desk("ben").AddNotes(NewNotes{Texts: []string{"a", "b"}, Colors: []Color{"red"}})
	refused(t, err, "colors-uneven")
}

func TestPrivateListsStayFaceDown(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "private-until-reveal"}))
	ids, err := tb.desk("ben").AddNotes(NewNotes{Texts: []string{"a", "b"}})
	tb.must(err)
	tb.meet()
	if len(ids) != 2 || !isDraft(ids[0]) || len(textsOf(tb.desk("amina"))) != 0 {
		t.Error("a pasted list is shown before the reveal")
	}
}

func TestManyNotesMoveAsOneStepBesideTheWorkOfOthers(t *testing.T) {
	tb, ids, _ := sorting(t, 6, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	c, err := amina.AddCluster("one", nil)
	tb.must(err)
	tb.meet()
	at := func(n int64) *int64 { return &n }
	tb.must(ben.PlaceNotes(NotesMove{Notes: []NoteSpot{{Note: ids[0], X: at(40), Y: at(-8)}, {Note: ids[3]}, {Note: ids[1]}}, Cluster: &c}))
	tb.must(amina.EditNote(ids[0], "better")) // at the same time
	tb.meet()
	in := func() (out []string) {
		for _, n := range amina.View().Notes {
			if !n.Cluster.Zero() {
				out = append(out, n.Text)
			}
		}
		return out
	}
	if got := strings.Join(in(), "|"); got != "better|idea 3|idea 1" {
		t.Fatalf("in the cluster: %s", got)
	}
	tb.must(ben.Undo())
	tb.meet()
	if got := in(); len(got) != 0 || textsOf(amina)[0] != "better" {
		t.Fatalf("undo leaves %q, and the other's words are %q", got, textsOf(amina)[0])
	}
	tb.must(amina.RemoveNotes(Chosen{Notes: ids[:2]}))
	tb.meet()
	tb.must(ben.PlaceNotes(NotesMove{Notes: []NoteSpot{{Note: ids[0]}, {Note: ids[2]}}, Cluster: &c})) // one is gone
	refused(t, ben.PlaceNotes(NotesMove{Notes: []NoteSpot{{Note: ids[0]}}, Cluster: &c}), "gone")
	refused(t, ben.RemoveNotes(Chosen{Notes: ids[4:]}), "note-not-yours")
	tb.equal()
}

func TestALockIsSaidInWords(t *testing.T) {
	tb, ids, board := sorting(t, 2, "amina", "ben")
	refused(t, tb.desk("ben").Lock(board, true), "facilitators-only")
	tb.must(tb.desk("amina").Lock(board, true))
	tb.meet()
	loose := ""
	refused(t, tb.desk("ben").PlaceNotes(NotesMove{Notes: []NoteSpot{{Note: ids[0]}}, Cluster: &loose}), "board-locked")
	_, err := tb.desk("ben").AddCluster("mine", nil)
	refused(t, err, "board-locked")
	refused(t, tb.desk("ben").MoveNote(NoteMove{Note: ids[0]}), "board-locked")
	tb.must(tb.desk("amina").Lock(board, false))
	tb.meet()
	tb.must(tb.desk("ben").MoveNote(NoteMove{Note: ids[0]}))
	tb.equal()
}

func TestArrowsCommentsAndMarksAreDrawn(t *testing.T) {
	tb, ids, _ := sorting(t, 2, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	arrow, err := ben.AddConnector(NewConnector{From: ids[0], To: ids[1], Label: "leads to", Sign: "+"})
	tb.must(err)
	_, err = ben.AddConnector(NewConnector{From: ids[0], To: ids[0]})
	refused(t, err, "arrow-alone")
	word := "hinders"
	minus := Sign("-")
	tb.must(ben.EditConnector(arrow, ConnectorEdit{Label: &word, Sign: &minus}))
	comment, err := ben.AddComment(ids[0], "since the spring")
	tb.must(err)
	tb.must(ben.EditComment(comment, "since last spring"))
	tb.must(ben.MarkNote(NoteMark{Note: ids[0], Label: "keep"}))
	tb.must(ben.MarkNote(NoteMark{Note: ids[0], Label: "heart", Reaction: true}))
	tb.meet()
	var said []string
	for _, r := range amina.Records() {
		switch r := r.(type) {
		case ConnectorRecord:
			said = append(said, r.Label+string(r.Sign))
		case CommentRecord:
			said = append(said, r.Text+fmt.Sprint(r.Mine))
		case MarkRecord:
			said = append(said, r.Label)
		}
	}
	if got := strings.Join(said, "|"); !strings.HasPrefix(got, "hinders-|since last springfalse|") || len(said) != 4 {
		t.Fatalf("drawn: %s", got)
	}
	refused(t, tb.desk("ben").EditComment(ids[0], "x"), "gone")
	tb.must(amina.RemoveComment(comment)) // a facilitator takes away what hurts
	tb.must(ben.RemoveConnector(arrow))
	tb.must(ben.MarkNote(NoteMark{Note: ids[0]}))
	tb.meet()
	if v := amina.View(); len(v.Comments)+len(v.Connectors) != 0 || len(v.Marks) != 1 {
		t.Error("what was taken away still shows")
	}
}

func TestThePastIsLookedAtAndBroughtBackAsNewWork(t *testing.T) {
	tb, ids, _ := sorting(t, 3, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	c, err := amina.AddCluster("one", ids[:1])
	tb.must(err)
	tb.meet()
	moments := amina.Moments()
	before := moments[len(moments)-1].At
	tb.must(amina.EditNote(ids[0], "other words"))
	tb.must(amina.RemoveNotes(Chosen{Notes: ids[1:2]}))
	tb.must(amina.MoveNote(NoteMove{Note: ids[0]}))
	tb.must(amina.RecolorNotes(Chosen{Notes: ids[2:]}, "red"))
	tb.meet()
	list, err := amina.upTo(before)
	tb.must(err)
	then, err := asOf(list)
	tb.must(err)
	if n := then.View().Notes; len(n) != 3 || n[0].Text != "idea 0" {
		t.Fatalf("then: %v", n)
	}
	tb.must(ben.MoveNote(NoteMove{Note: ids[2], Cluster: c})) // somebody works on meanwhile
	tb.meet()
	tb.must(amina.restore(then.View(), ids[:2]))
	tb.meet()
	byID := map[string]workshop.NoteView{}
	for _, n := range ben.View().Notes {
		byID[n.ID.String()] = n
	}
	if n := byID[ids[0]]; n.Text != "idea 0" || n.Cluster.String() != c {
		t.Errorf("the first note came back as %q in %s", n.Text, n.Cluster)
	}
	if n := byID[ids[1]]; n.Text != "idea 1" {
		t.Error("the note that was taken away is not back")
	}
	if n := byID[ids[2]]; n.Cluster.String() != c || n.Color != "red" {
		t.Errorf("a note that nobody asked for became %s, in %s", n.Color, n.Cluster)
	}
	tb.must(amina.Undo())
	tb.meet()
	if got := textsOf(ben); len(got) != 2 {
		t.Errorf("undo of bringing back leaves %q", got)
	}
	if _, err := amina.upTo("nowhere"); err == nil {
		t.Error("a moment that never was")
	}
	tb.equal()
}

// past is the session as a desk can look back at it from now on.
func (d *desk) past() *workshop.View {
	d.table.t.Helper()
	moments := d.Moments()
	changes, err := d.upTo(moments[len(moments)-1].At)
	d.table.must(err)
	then, err := asOf(changes)
	d.table.must(err)
	return then.View()
}

func TestBringingBackWhatItsWriterTookBackMakesItAnew(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	amina, ben := tb.desk("amina"), tb.desk("ben")
	id, err := ben.AddNote(NewNote{Text: "hasty"})
	tb.must(err)
	tb.meet()
	then := ben.past()
	tb.must(ben.Undo())
	tb.meet()
	tb.must(amina.restore(then, []string{id}))
	tb.meet()
	if got := textsOf(ben); len(got) != 1 || got[0] != "hasty" {
		t.Errorf("came back: %q", got)
	}
	tb.equal()
}

func TestAClusterAndAnArrowComeBackByThemselves(t *testing.T) {
	tb, ids, _ := sorting(t, 2, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	c, err := amina.AddCluster("one", nil)
	tb.must(err)
	arrow, err := ben.AddConnector(NewConnector{From: ids[0], To: ids[1], Label: "leads to"})
	tb.must(err)
	tb.meet()
	then := amina.past()
	tb.must(amina.RemoveCluster(c))
	tb.must(ben.RemoveConnector(arrow))
	tb.meet()
	tb.must(amina.restore(then, []string{c, arrow}))
	tb.meet()
	v := ben.View()
	if len(v.Clusters) != 1 || v.Clusters[0].Name != "one" {
		t.Errorf("the clusters are %v", v.Clusters)
	}
	if len(v.Connectors) != 1 || v.Connectors[0].Label != "leads to" {
		t.Errorf("the arrows are %v", v.Connectors)
	}
	tb.must(amina.Undo())
	tb.meet()
	if v := ben.View(); len(v.Clusters)+len(v.Connectors) != 0 {
		t.Error("undo leaves what came back")
	}
	tb.equal()
}

func TestThePastNamesNobodyWhereAuthorsAreHidden(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public", "authorship": "hidden"}))
	_, err := tb.desk("ben").AddNote(NewNote{Text: "of ben"})
	tb.must(err)
	tb.meet()
	list := tb.desk("amina").Moments()
	if m := list[len(list)-1]; m.Person != "" || m.Activity == "" {
		t.Errorf("the past names %q", m.Person)
	}
}

func TestPointersTravelAndNameNoHiddenWriter(t *testing.T) {
	tb, ids, board := sorting(t, 1, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	tb.must(ben.Point(Pointer{Board: board, X: 10, Y: 20, Act: "hold", Note: ids[0], CX: 1, CY: 2, Zoom: 1000, Gather: 9}))
	shown := amina.Version()
	amina.Presence(ben.Me(), ben.keep.presence)
	got := amina.Pointers()
	if len(got) != 1 || got[0].X != 10 || got[0].Act != "hold" || got[0].Gather != 0 {
		t.Fatalf("pointers: %+v", got)
	}
	if amina.Version() != shown {
		t.Error("a hand that is seen draws the whole session anew")
	}
	tb.must(ben.Point(Pointer{Board: board, X: 11, Y: 20, Act: "look"}))
	amina.Presence(ben.Me(), ben.keep.presence)
	if amina.Version() != shown {
		t.Error("a hand that moves draws the whole session anew")
	}
	tb.must(amina.Point(Pointer{Board: board, Act: "look", Gather: 3}))
	ben.Presence(amina.Me(), amina.keep.presence)
	if got := ben.Pointers(); len(got) != 1 || got[0].Gather != 3 {
		t.Errorf("the facilitator gathers: %+v", got)
	}
	amina.Presence(ben.Me(), nil)
	if len(amina.Pointers()) != 0 {
		t.Error("who left still points")
	}

	tb.closeRun("amina")
	secret := tb.activity(ActivityBrainstorm, Settings{"visibility": "public", "authorship": "hidden"})
	tb.open(secret)
	tb.must(ben.Point(Pointer{Board: secret, Act: "write", Note: ids[0]}))
	amina.Presence(ben.Me(), ben.keep.presence)
	if got := amina.Pointers(); got[0].Act != "look" || got[0].Note != "" {
		t.Errorf("who writes is told where authors are hidden: %+v", got)
	}
}

func TestBringingBackBringsClustersArrowsAndPlaces(t *testing.T) {
	tb, ids, _ := sorting(t, 4, "amina", "ben")
	amina, ben := tb.desk("amina"), tb.desk("ben")
	c, err := amina.AddCluster("one", ids[:2])
	tb.must(err)
	_, err = amina.AddConnector(NewConnector{From: ids[0], To: ids[1], Label: "leads to", Sign: "+"})
	tb.must(err)
	tb.meet()
	gone, err := ben.AddConnector(NewConnector{From: ids[1], To: c})
	tb.must(err)
	tb.meet()
	x := int64(40)
	tb.must(amina.PlaceNotes(NotesMove{Notes: []NoteSpot{{Note: ids[3], X: &x, Y: &x}}}))
	tb.meet()
	then := amina.past()
	away := int64(900)
	tb.must(amina.PlaceNotes(NotesMove{Notes: []NoteSpot{{Note: ids[3], X: &away}}}))
	tb.must(ben.RemoveConnector(gone))
	tb.must(amina.RemoveNotes(Chosen{Notes: ids[:2]}))
	tb.must(amina.RemoveCluster(c))
	tb.meet()
	if v := ben.View(); len(v.Notes) != 2 || len(v.Clusters) != 0 {
		t.Fatalf("%d notes and %d clusters are left", len(v.Notes), len(v.Clusters))
	}
	tb.must(amina.restore(then, []string{ids[0], ids[1], ids[3]}))
	tb.meet()
	v := ben.View()
	if len(v.Clusters) != 1 || v.Clusters[0].Name != "one" || len(v.Connectors) != 2 {
		t.Fatalf("back are clusters %+v, arrows %+v", v.Clusters, v.Connectors)
	}
	for _, id := range ids[:2] {
		if n := v.Note(recordOf(t, id)); n == nil || n.Cluster != v.Clusters[0].ID {
			t.Errorf("back is %+v", n)
		}
	}
	if n := v.Note(recordOf(t, ids[3])); n.X != 40 || n.Y != 40 {
		t.Errorf("the note that was moved lies at %d, %d", n.X, n.Y)
	}
	tb.must(amina.Undo())
	tb.meet()
	if v := ben.View(); len(v.Notes) != 2 || len(v.Clusters) != 0 {
		t.Errorf("one step back there are %d notes and %d clusters", len(v.Notes), len(v.Clusters))
	}
	tb.equal()
}

func TestBringingBackWhatAnotherTookBackKeepsItsArrowsAndCluster(t *testing.T) {
	tb := newTable(t, "amina", "ben")
	tb.open(tb.activity(ActivityBrainstorm, Settings{"visibility": "public"}))
	amina, ben := tb.desk("amina"), tb.desk("ben")
	kept, err := amina.AddNote(NewNote{Text: "kept"})
	tb.must(err)
	tb.meet()
	id, err := ben.AddNote(NewNote{Text: "hasty"})
	tb.must(err)
	tb.meet()
	_, err = amina.AddConnector(NewConnector{From: kept, To: id})
	tb.must(err)
	tb.meet()
	then := ben.past()
	tb.must(ben.Undo())
	tb.meet()
	tb.must(amina.restore(then, []string{id}))
	tb.meet()
	v := ben.View()
	if len(v.Notes) != 2 {
		t.Fatalf("there are %+v", v.Notes)
	}
	shown := 0
	for _, c := range v.Connectors {
		if v.Note(c.From) != nil && v.Note(c.To) != nil {
			shown++
		}
	}
	if shown != 1 {
		t.Errorf("arrows: %+v", v.Connectors)
	}
	tb.equal()
}

func TestSteadyWorkIsToldMinuteByMinuteAndWhatTakesAwayByItself(t *testing.T) {
	tb, ids, _ := sorting(t, 3, "amina", "ben")
	amina := tb.desk("amina")
	tb.pass(10 * time.Minute)
	before := len(amina.Moments())
	for range 20 {
		tb.must(amina.RecolorNotes(Chosen{Notes: ids[:1]}, "red"))
		tb.must(amina.RecolorNotes(Chosen{Notes: ids[:1]}, "blue"))
		tb.now = tb.now.Add(30 * time.Second)
	}
	if told := len(amina.Moments()) - before; told != 10 {
		t.Errorf("ten minutes are told in %d stretches", told)
	}
	tb.pass(10 * time.Minute)
	before = len(amina.Moments())
	tb.must(amina.RecolorNotes(Chosen{Notes: ids[:1]}, "red"))
	tb.must(amina.RemoveNotes(Chosen{Notes: ids[1:]})) // the moment before can be looked at
	if told := len(amina.Moments()) - before; told != 2 {
		t.Errorf("a removal is told in %d stretches with what came before", told)
	}
}
