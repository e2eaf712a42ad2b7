package outcome

import (
	"fmt"
	"strings"

	"convene/workshop"
)

// File is one file of a record.
type File struct {
	Name string // its path in the folder, with slashes; safe on every system
	Data []byte
}

// Files writes the record of a session as a folder: report.md, the text for messengers, tables, the data for machines, and below assets a picture of every board and every result, with every board as JSON Canvas beside it. The report
// links to nothing outside this folder. The calendar beside them is made of [CalendarEntries].
func Files(v *workshop.View, o Options) []File {
	r := newReport(v, o)
	files := []File{
		{ReportName, r.markdown()}, // first: session.json has its fingerprint
		{"message.txt", []byte(r.fitMessage())},
		{"notes.csv", r.notesCSV()},
		{"actions.csv", r.actionsCSV()},
		{"session.json", r.json()},
	}
	return append(files, assets(r)...)
}

// Pictures are the drawings of a record by the names under which the report shows them.
func Pictures(v *workshop.View, o Options) map[string][]byte {
	all := map[string][]byte{}
	if o.Length == LengthShort {
		return all
	}
	for _, p := range newReport(v, o).pictures() {
		all[p.name] = []byte(p.draw())
	}
	return all
}

// ReportName is the name of the report in the folder of a record.
const ReportName = "report.md"

// assets draws what the report shows or links to.
func assets(r *report) []File {
	var files []File
	for _, p := range r.pictures() {
		files = append(files, File{p.name, []byte(p.draw())})
	}
	for _, board := range r.index.allBoards(r.v) {
		if r.hasBoard(board) {
			files = append(files, File{r.canvasName(board), r.canvas(board)})
		}
	}
	return files
}

// picture is a drawing of the record.
type picture struct {
	name string // of its file
	alt  string // what is seen on it, in plain words
	draw func() string
}

// pictures lists every drawing in the order in which the report comes to them.
func (r *report) pictures() []picture {
	var list []picture
	for _, id := range r.index.ran {
		for _, run := range r.index.runs[id] {
			if p, ok := r.resultPicture(run); ok {
				list = append(list, p)
			}
		}
		if r.hasBoard(id) {
			list = append(list, r.boardPicture(id))
		}
	}
	for _, board := range r.index.allBoards(r.v) {
		if r.index.number[board] == 0 && r.hasBoard(board) {
			list = append(list, r.boardPicture(board))
		}
	}
	if r.showsInk() {
		for _, board := range r.inkBoards() {
			list = append(list, r.inkPicture(board))
		}
	}
	return append(list, r.insightPictures()...)
}

// hasBoard reports whether a board is worth a picture: there is something on it, and of groups it is more than a list.
func (r *report) hasBoard(board workshop.RecordID) bool {
	if r.canvasBoard(board) {
		return len(r.lying(board)) > 0
	}
	return r.index.group[board] == nil && len(r.index.notes[board])+len(r.index.clusters[board]) > 0
}

// assetName names a file of an activity: its number, its title, and what it is.
func (r *report) assetName(activity workshop.RecordID, what string) string {
	n, title := r.index.number[r.index.home(activity)], ""
	if g := r.index.group[activity]; g != nil {
		what = strings.ToLower(r.index.code[activity]) + "-" + what
	}
	if a := r.v.Activity(r.index.home(activity)); a != nil {
		title = plainName(r.people.redact(cleanName(a.Title)))
	}
	number := fmt.Sprintf("%02d", n)
	if n == 0 {
		number = fmt.Sprintf("x%02d", r.strayNumber(activity))
	}
	const most = 40
	if len(title) > most {
		title = strings.Trim(title[:most], "-")
	}
	if title == "" {
		return "assets/" + number + "-" + what
	}
	return "assets/" + number + "-" + title + "-" + what
}

// strayNumber tells boards apart that belong to no activity that ran.
func (r *report) strayNumber(activity workshop.RecordID) int {
	n := 0
	for _, board := range r.index.allBoards(r.v) {
		if r.index.number[r.index.home(board)] == 0 {
			n++
		}
		if board == activity {
			break
		}
	}
	return n
}

// show puts a picture into the report.
func (r *report) show(p picture) {
	r.line("![%s](%s)\n", escapeLine(oneLine(cleanName(p.alt), " ")), p.name)
}
