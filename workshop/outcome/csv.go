package outcome

import (
	"encoding/csv"
	"fmt"
	"strings"

	"convene/workshop"
)

// NotesCSV writes all notes as a table for spreadsheets, in the order and with the numbers of the report.
func NotesCSV(v *workshop.View, o Options) []byte {
	return newReport(v, o).notesCSV()
}

func (r *report) notesCSV() []byte {
	rows := [][]string{{"id", "activity", "title", "cluster", "cluster name", "text", "author", "dots", "late"}}
	for i, n := range r.index.ordered {
		row := []string{fmt.Sprintf("N%d", i+1), r.position(n.Activity), "", r.index.code[n.Cluster], "", r.raw(n.Text), r.writer(n), "", yes(n.Late)}
		if a := r.v.Activity(r.index.home(n.Activity)); a != nil {
			row[2] = r.raw(a.Title)
		}
		if c := r.index.cluster[n.Cluster]; c != nil {
			row[4] = r.raw(c.Name)
		}
		if dots, voted := r.index.dots[n.ID]; voted {
			row[7] = fmt.Sprint(dots)
		}
		rows = append(rows, row)
	}
	return table(rows)
}

// ActionsCSV writes all actions as a table for spreadsheets. Due is a date as 2026-12-04, or empty.
func ActionsCSV(v *workshop.View, o Options) []byte {
	return newReport(v, o).actionsCSV()
}

func (r *report) actionsCSV() []byte {
	rows := [][]string{{"id", "what", "owner", "due", "accepted", "state", "first step", "from", "sign", "review", "type", "place", "partner", "witness", "help", "roles"}}
	for i := range r.v.Actions {
		a := &r.v.Actions[i]
		var from []string
		for _, id := range a.Evidence {
			if code := r.codeOf(id); code != "" {
				from = append(from, code)
			}
		}
		rows = append(rows, []string{
			fmt.Sprintf("A%d", a.Number), r.raw(a.What), r.ownerLabel(a), r.raw(a.Due), string(a.Accepted), r.raw(a.State),
			r.raw(a.FirstStep), strings.Join(from, " "), r.raw(a.Sign), r.raw(a.Review), r.raw(a.Type), r.raw(a.Place), r.raw(a.Partner),
			r.raw(a.Witness), r.raw(a.Help), unescape(strings.Join(r.roles(a), "; ")),
		})
	}
	return table(rows)
}

// table writes rows as spreadsheets read them: with a mark that says UTF-8, with CRLF, and with no cell that is a formula.
func table(rows [][]string) []byte {
	var b strings.Builder
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.UseCRLF = true
	for _, row := range rows {
		for i := range row {
			row[i] = harmless(row[i])
		}
		if err := w.Write(row); err != nil {
			panic("outcome: write to memory: " + err.Error())
		}
	}
	w.Flush()
	return []byte(b.String())
}

// harmless puts an apostrophe before what a spreadsheet would take for a formula.
func harmless(cell string) string {
	for _, begin := range []string{"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"} {
		if strings.HasPrefix(cell, begin) {
			return "'" + cell
		}
	}
	return cell
}

// raw is what people wrote, without unseen signs and, with profile none, without names.
func (r *report) raw(s string) string { return oneLine(r.shown(s), "\n") }

func (r *report) labelOf(who workshop.Person) string { return unescape(r.people.named(who)) }

// named is of, but nothing for nobody.
func (p people) named(who workshop.Person) string {
	if who.Zero() {
		return ""
	}
	return p.of(who)
}

func (r *report) writer(n *workshop.NoteView) string {
	if n.Hidden {
		return ""
	}
	return unescape(r.people.credit(n.Author, n.Seat))
}

// codeOf is the short name of a record in the report.
func (r *report) codeOf(id workshop.RecordID) string {
	switch {
	case r.index.code[id] != "":
		return r.index.code[id]
	case r.index.noteNo[id] > 0:
		return fmt.Sprintf("N%d", r.index.noteNo[id])
	}
	return r.index.decision[id] + r.index.actions[id]
}

// position is the number of an activity that ran.
func (r *report) position(activity workshop.RecordID) string {
	if n := r.index.number[r.index.home(activity)]; n > 0 {
		return fmt.Sprint(n)
	}
	return ""
}

func yes(is bool) string {
	if is {
		return "yes"
	}
	return ""
}
