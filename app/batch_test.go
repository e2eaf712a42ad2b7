package app

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"convene/workshop"
)

// unnamedBoard opens a brainstorm without names among four, of whom Ben facilitates too.
func unnamedBoard(t *testing.T) (tb *table, activity string, run workshop.RecordID) {
	t.Helper()
	tb = newTable(t, "amina", "+ben", "chen", "dora")
	activity = tb.activity(ActivityBrainstorm, Settings{"authorship": "anonymous"})
	return tb, activity, tb.open(activity)
}

func (d *desk) writes(texts ...string) {
	d.table.t.Helper()
	for _, text := range texts {
		_, err := d.AddNote(NewNote{Text: text})
		d.table.must(err)
	}
}

// board is what a desk sees on it, sorted; every note is without a writer.
func (d *desk) board() []string {
	d.table.t.Helper()
	texts := []string{}
	for _, n := range d.View().Notes {
		texts = append(texts, n.Text)
		if !n.Author.Zero() || len(n.Credits) > 0 {
			d.table.t.Errorf("%s sees who wrote %q", d.name, n.Text)
		}
	}
	slices.Sort(texts)
	return texts
}

func (tb *table) boards(want ...string) {
	tb.t.Helper()
	slices.Sort(want)
	for _, d := range tb.desks {
		if got := d.board(); !d.offline && !slices.Equal(got, want) {
			tb.t.Errorf("%s sees %q, want %q", d.name, got, want)
		}
	}
}

func TestNotesWithoutANameComeInOneBatchThatNamesNobody(t *testing.T) {
	tb, _, run := unnamedBoard(t)
	var all []string
	for _, d := range tb.desks {
		d.writes("one of "+d.name, "two of "+d.name)
		all = append(all, "one of "+d.name, "two of "+d.name)
	}
	tb.meet()
	tb.boards()
	for _, d := range tb.desks {
		for _, c := range slices.Concat(d.keep.changes, [][]byte{d.keep.presence}) {
			if bytes.Contains(c, []byte("one of")) {
				t.Fatalf("words are on the laptop of %s before the reveal", d.name)
			}
		}
	}
	tb.closeRun("amina")
	tb.boards(all...)
	for _, d := range tb.desks {
		if len(d.drafts) != 0 {
			t.Errorf("%s still has %d drafts", d.name, len(d.drafts))
		}
		if len(d.heard) != 0 || d.counts(d.s.RunView(run)) {
			t.Errorf("%s still knows who wrote what", d.name)
		}
	}
	signed := map[any]bool{}
	tb.must(tb.desk("dora").Session().Changes(func(c *workshop.Change) error {
		if bytes.Contains(c.Bytes, []byte("one of")) {
			signed[c.Writer] = true
		}
		return nil
	}))
	if len(signed) != 1 {
		t.Errorf("the notes were signed by %d laptops", len(signed))
	}
	for _, name := range []string{"amina", "ben", "chen", "dora"} {
		if report := tb.desk("chen").markdown("names"); strings.Contains(report, "two of "+name+" –") || !strings.Contains(report, "two of "+name) {
			t.Errorf("the record of the notes of %s:\n%s", name, report)
		}
	}
	tb.equal()
}

func TestALongBatchComesInParts(t *testing.T) {
	tb, _, _ := unnamedBoard(t)
	var all []string
	for i := range 5 {
		all = append(all, strings.Repeat(fmt.Sprint(i), 4000))
	}
	tb.desk("chen").writes(all...)
	tb.desk("dora").writes("short")
	tb.meet()
	tb.closeRun("amina")
	tb.boards(append(all, "short")...)
}

func TestNotesWithoutANameOutliveTheLaptopThatCollectsThem(t *testing.T) {
	tb, activity, run := unnamedBoard(t)
	for _, d := range tb.desks {
		d.writes("of " + d.name)
	}
	tb.meet()
	refused(t, closing(tb.desk("ben")), "notes-elsewhere")
	_, err := tb.desk("amina").CloseRun()
	tb.must(err)
	for _, name := range []string{"ben", "chen", "dora"} {
		d := tb.desk(name)
		tb.must(tb.desk("amina").Session().Missing(d.Session().Summary(), func(b []byte) error { return d.Receive([][]byte{b}) }))
	}
	tb.leaves("amina")
	if s := tb.desk("ben").s.RunView(run).State; s != workshop.RunClosing {
		t.Fatalf("the run is %v when its laptop dies", s)
	}
	tb.boards()
	tb.must(tb.desk("ben").TakeFloor())
	tb.meet()
	tb.closeRun("ben")
	tb.boards("of ben", "of chen", "of dora")

	amina := tb.desk("amina")
	amina.start()
	tb.returns("amina")
	tb.boards("of ben", "of chen", "of dora")
	kept := slices.ContainsFunc(amina.conditions(), func(h HealthItem) bool { return h.Code == "notes-kept" })
	if !kept || len(amina.drafts) != 1 {
		t.Errorf("amina is not told that her note is kept: %+v", amina.conditions())
	}
	p, err := tb.desk("ben").OpenRun(activity)
	tb.must(err)
	tb.meet()
	tb.finish(p)
	tb.desk("chen").writes("another of chen")
	tb.meet()
	tb.closeRun("ben")
	tb.boards("of amina", "of ben", "of chen", "of dora", "another of chen")
	if amina.lateDrafts() != 0 || len(amina.drafts) != 0 {
		t.Errorf("amina still keeps %d drafts", len(amina.drafts))
	}
	tb.equal()
}

func closing(d *desk) error {
	_, err := d.CloseRun()
	return err
}

func TestWhoHandsInNonsenseHandsInNothing(t *testing.T) {
	tb, _, run := unnamedBoard(t)
	tb.desk("chen").writes("of chen")
	tb.meet()
	amina, dora := tb.desk("amina"), tb.desk("dora")
	p, err := amina.CloseRun()
	tb.must(err)
	seal := amina.s.RunView(run).Seal
	for i, part := range []partForm{
		{},
		{Run: run.String(), To: seal[:shortName], Sum: make([]byte, shortName), At: 3, Of: 2, Bytes: make([]byte, partSize)},
		{Run: run.String(), To: seal[:shortName], Sum: make([]byte, shortName), Of: 1, Bytes: make([]byte, partSize)},
		{Run: run.String(), To: seal[:shortName], Sum: make([]byte, shortName), Of: 1, Bytes: make([]byte, 3)},
	} {
		form := presenceForm{V: presenceVersion, Part: &part}
		b, err := encode(form)
		tb.must(err)
		amina.Presence(dora.Me(), b)
		if in := amina.heard[dora.Me()]; in != nil && len(in.notes) > 0 {
			t.Errorf("part %d made notes", i)
		}
	}
	tb.meet()
	tb.finish(p)
	tb.boards("of chen")
}

// A participant says to have heard what others hand in, or the holder more than there is: it is said all the same.
func TestOnlyWhoHoldsTheKeyHasHeardABatch(t *testing.T) {
	tb, _, run := unnamedBoard(t)
	tb.desk("chen").writes("of chen")
	tb.meet()
	amina, ben, chen, dora := tb.desk("amina"), tb.desk("ben"), tb.desk("chen"), tb.desk("dora")
	p, err := amina.CloseRun()
	tb.must(err)
	tb.must(amina.Session().Missing(chen.Session().Summary(), func(b []byte) error { return chen.Receive([][]byte{b}) }))
	if chen.s.SealedBy(run) != amina.Me() || chen.out == nil || chen.sayPart() == nil {
		t.Fatal("chen hands nothing in")
	}
	says := func(who *desk, parts int) {
		b, err := encode(presenceForm{V: presenceVersion, Heard: []heardForm{{Who: chen.me[:shortName], Sum: chen.out.sum, Parts: uint16(parts), Whole: true}}})
		tb.must(err)
		chen.Presence(who.Me(), b)
	}
	for _, who := range []*desk{ben, dora} {
		if says(who, len(chen.out.parts)); chen.sayPart() == nil {
			t.Errorf("chen believes %s, who cannot open it", who.name)
		}
	}
	if says(amina, len(chen.out.parts)+1); chen.sayPart() == nil {
		t.Error("more was heard than there is")
	}
	if says(amina, len(chen.out.parts)); chen.sayPart() != nil {
		t.Error("chen says what was heard")
	}
	tb.meet()
	tb.finish(p)
	tb.boards("of chen")
}

func TestNotesWithoutANameNeedFourPeople(t *testing.T) {
	tb := newTable(t, "amina", "ben", "chen")
	id := tb.activity(ActivityBrainstorm, Settings{"authorship": "anonymous"})
	told := false
	for _, r := range tb.desk("amina").Records() {
		if plan, is := r.(PlanRecord); is {
			told = slices.ContainsFunc(plan.Warnings, func(w PlanWarning) bool { return w.Code == "few-people" && w.People == leastUnnamed })
		}
	}
	if !told {
		t.Error("the plan does not say that people are too few")
	}
	p, err := tb.desk("amina").OpenRun(id)
	tb.must(err)
	tb.meet()
	refused(t, p.Err(), "unnamed-few")
}

func TestWhoIsAwayDelaysABatchForAFewSecondsOnly(t *testing.T) {
	tb, _, _ := unnamedBoard(t)
	tb.desk("chen").writes("of chen")
	tb.desk("dora").writes("of dora")
	tb.meet()
	p, err := tb.desk("amina").CloseRun()
	tb.must(err)
	tb.desk("dora").offline = true // without a word
	tb.desk("amina").states[tb.desk("dora").Me()] = presence{drafts: map[workshop.RecordID]int{p.run: 1}}
	tb.meet()
	for range 30 {
		tb.pass(time.Second)
	}
	tb.finish(p)
	tb.boards("of chen")
}
