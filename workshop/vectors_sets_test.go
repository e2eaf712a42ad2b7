package workshop_test

import (
	"encoding/hex"
	"encoding/json"
	"path/filepath"
	"testing"

	"convene/workshop"
)

// sets makes each file of sets of changes.
var sets = map[string]func(*testing.T) told{
	"set-aside.json": setAsideVectors, "forked.json": forkedVectors, "sessions.json": sessionVectors,
}

// tell writes down what follows from everything a peer holds.
func (f *told) tell(t *testing.T, name string, p *peer) {
	t.Helper()
	set := follow(t, allOf(p.s), 1)
	set.Name = name
	f.Sets = append(f.Sets, set)
}

func takeIn(f workshop.Field, v workshop.Value) workshop.Op {
	return workshop.Create(workshop.KindTakeIn, workshop.With(f, v))
}

func setAsideVectors(t *testing.T) told {
	f := told{About: "What is kept, allowed by its own past, and yet does not count in the set."}
	r, ana, ben, _, board, run := threesome(t)
	ben.do(run, workshop.AddNote(board, "in time", "", "a"))
	r.meet()
	ana.do(none, workshop.Grant(ben.me, workshop.RoleNone, 0))
	ben.do(run, workshop.AddNote(board, "unknowing", "", "b"))
	r.meet()
	f.tell(t, "cut: removed, and did not know", ana)
	ana.do(none, takeIn(workshop.FieldPerson, workshop.PersonValue(ben.me)))
	f.tell(t, "cut, and taken in", ana)

	r, ana, ben, eva, board, run := threesome(t)
	ana.do(none, workshop.Grant(ben.me, workshop.RoleCofacilitator, 0))
	r.meet()
	ana.do(none, workshop.Grant(ben.me, workshop.RoleNone, 0))
	ben.do(none, workshop.Grant(eva.me, workshop.RoleObserver, 0))
	newcomer := r.join("ben", "ivo", workshop.RoleParticipant)
	newcomer.do(run, workshop.AddNote(board, "let in by nobody", "", ""))
	r.meet()
	f.tell(t, "struck: who granted had lost the right, and so has who was granted", ana)

	r, ana, ben, eva, board, run = threesome(t)
	n := ben.do(run, workshop.AddNote(board, "ben's", "", "a"))
	r.meet()
	ana.do(none, workshop.CloseRun(run, nil))
	ben.do(run, workshop.Set(n, workshop.FieldColor, workshop.Text("red")))
	eva.do(run, workshop.AddNote(board, "late", "", "b"))
	r.meet()
	f.tell(t, "late: own work, unknowing of the close", ana)

	r, ana, ben, eva, board, run = threesome(t)
	n = ben.do(run, workshop.AddNote(board, "ben's", "", "a"))
	r.meet()
	ana.do(none, workshop.CloseRun(run, nil))
	r.meet()
	_, sort := ana.openRun(workshop.ActivityPlan{Kind: workshop.ActivityCluster, Title: "Sort", Prompt: "?"})
	r.meet()
	ana.do(none, workshop.CloseRun(sort, nil))
	c := eva.do(sort, workshop.AddCluster(board, "eva's", "a"))
	eva.do(sort, workshop.Set(n, workshop.FieldCluster, workshop.Ref(c)))
	r.meet()
	f.tell(t, "after the end: others' records, unknowing of the close", ana)
	ana.do(none, takeIn(workshop.FieldRun, workshop.Ref(sort)))
	f.tell(t, "after the end, and taken in", ana)

	_, _, ben, _, board, run = threesome(t)
	ben.do(run, workshop.AddNote(board, "x", "", "a"))
	mine := ben.w.Last()
	ben.do(none, workshop.Withdraw(mine))
	f.tell(t, "withdrawn", ben)
	ben.do(none, workshop.Withdraw(ben.w.Last()))
	f.tell(t, "withdrawn, and brought back", ben)

	lateBallots(t, &f)
	return f
}

func lateBallots(t *testing.T, f *told) {
	r, ana, ben, eva, vote, options := voting(t)
	bc, bo := ben.ballot(vote, workshop.Choice{Option: options[0].ID, Value: 1})
	ec, eo := eva.ballot(vote, workshop.Choice{Option: options[1].ID, Value: 2})
	ben.do(vote, bc)
	r.meet()
	ana.do(none, workshop.BeginClosing(vote))
	eva.do(vote, ec)
	r.meet()
	ana.do(none, workshop.CloseRun(vote, nil))
	ben.do(vote, bo)
	eva.do(vote, eo)
	r.meet()
	f.tell(t, "a ballot after the closing, and openings after the close", ana)
}

func forkedVectors(t *testing.T) told {
	f := told{About: "Two changes with one writer and seq. Both are kept; the person is shown as broken; their ballots from that seq on are void."}
	r, ana, ben, eva, board, run := threesome(t)
	twin := *ben
	twin.w = ben.w.Fork()
	twin.start0(ben)
	ben.do(run, workshop.AddNote(board, "branch one", "", "a"))
	twin.do(run, workshop.AddNote(board, "branch two", "", "b"))
	ana.pull("ben")
	eva.take(allOf(twin.s)...)
	eva.do(run, workshop.AddNote(board, "built on two", "", "c"))
	r.meet()
	f.tell(t, "honest work on both branches counts", ana)

	r, ana, ben, eva, vote, options := voting(t)
	twin = *ben
	twin.w = ben.w.Fork()
	twin.start0(ben)
	one, _ := ben.ballot(vote, workshop.Choice{Option: options[0].ID, Value: 1})
	two, _ := ben.ballot(vote, workshop.Choice{Option: options[1].ID, Value: 1})
	ben.do(vote, one)
	twin.do(vote, two)
	eva.take(allOf(twin.s)...)
	r.meet()
	ana.do(none, workshop.BeginClosing(vote))
	ana.do(none, workshop.CloseRun(vote, nil))
	f.tell(t, "ballots of two histories are void", ana)
	return f
}

func sessionVectors(t *testing.T) told {
	f := told{About: "Sessions in which nothing goes wrong: the digest of the set, and the picture that follows."}
	r := newRoom(t, "ana")
	f.tell(t, "just begun", r.peers["ana"])

	r, ana, ben, eva, vote, options := voting(t)
	bc, bo := ben.ballot(vote, workshop.Choice{Option: options[0].ID, Value: 2})
	ec, eo := eva.ballot(vote, workshop.Choice{Option: options[0].ID, Value: 1}, workshop.Choice{Option: options[1].ID, Value: 1})
	ben.do(vote, bc)
	eva.do(vote, ec)
	r.meet()
	ana.do(none, workshop.BeginClosing(vote))
	r.meet()
	ben.do(vote, bo)
	eva.do(vote, eo)
	r.meet()
	ana.do(none, workshop.CloseRun(vote, nil))
	action := ana.do(none, workshop.AddAction(workshop.ActionPlan{What: "try it", Due: "2026-12-04", Owner: ben.me}))
	r.meet()
	ben.do(none, workshop.Accept(action, true))
	r.meet()
	f.tell(t, "notes, a sealed vote and an action", eva)

	r, ana, ben, eva, board, run := threesome(t)
	note := ben.do(run, workshop.AddNote(board, "one text", "", ""))
	r.meet()
	ana.do(none, workshop.Grant(eva.me, workshop.RoleCofacilitator, 0))
	r.meet()
	for _, typing := range []struct {
		peer   *peer
		splice workshop.Splice
	}{{ben, workshop.Splice{Pos: 3, Ins: " and the same"}}, {eva, workshop.Splice{Pos: 3, Ins: " long"}}, {ana, workshop.Splice{Pos: 4, Del: 4, Ins: "note"}}} {
		p, splice := typing.peer, typing.splice
		base, err := p.s.Anchors(note)
		if err != nil {
			t.Fatal(err)
		}
		op, err := p.s.Edit(note, base, splice)
		if err != nil {
			t.Fatal(err)
		}
		under := none
		if p == ben {
			under = run
		}
		p.do(under, op)
	}
	r.meet()
	f.tell(t, "three people typing in one note", ana)
	return f
}

// named is a file of names that are computed, and of what they are computed from.
type named struct {
	About string      `json:"about"`
	Names []nameCheck `json:"names"`
}

type nameCheck struct {
	What string   `json:"what"`
	Of   []string `json:"of"` // hex
	Is   string   `json:"is"` // hex, or text for a record's name
}

func namesVectors() named {
	f := named{About: "What is computed beside a change: the order of `of` is that of docs/format.md."}
	enc := hex.EncodeToString
	session := workshop.SessionID{1, 2, 3}
	root := workshop.RecordID{Change: workshop.ID{4, 5, 6}, Index: 7}
	rootBytes := append(root.Change[:], 0, 7)
	for i, key := range [][]byte{{}, {9}, make([]byte, 32)} {
		k := workshop.KindPerson + workshop.Kind(i)
		id := workshop.PutID(k, root, key)
		f.Names = append(f.Names, nameCheck{What: "put", Of: []string{enc([]byte{byte(k)}), enc(rootBytes), enc(key)}, Is: enc(id.Change[:]) + "ffff"})
	}
	voter, salt := make([]byte, 32), make([]byte, 32)
	voter[0], salt[0] = 1, 2
	for _, choices := range [][]workshop.Choice{nil, {{Option: root, Value: 2}}, {{Option: root, Value: 30}, {Option: workshop.RecordID{Change: workshop.ID{1}}, Value: 1000}}} {
		seal := workshop.Seal(session, root, voter, salt, choices)
		of := []string{enc(session[:]), enc(rootBytes), enc(voter), enc(salt)}
		for _, c := range choices {
			of = append(of, enc(append(c.Option.Change[:], byte(c.Option.Index>>8), byte(c.Option.Index), byte(c.Value>>8), byte(c.Value))))
		}
		f.Names = append(f.Names, nameCheck{What: "seal", Of: of, Is: enc(seal[:])})
	}
	identity := [32]byte{42}
	key, err := workshop.PersonKey(identity, []byte("sixteen bytes ok"))
	if err != nil {
		panic(err)
	}
	person := workshop.PersonOf(key)
	f.Names = append(
		f.Names,
		nameCheck{What: "person", Of: []string{enc(identity[:]), enc([]byte("sixteen bytes ok"))}, Is: enc(person[:])},
		nameCheck{What: "record in base64url", Of: []string{enc(rootBytes)}, Is: root.String()},
	)
	return f
}

func TestVectorsOfNames(t *testing.T) {
	if *update {
		writeVectors(t, "names.json", namesVectors())
	}
	var file named
	readVectors(t, filepath.Join(vectorsDir, "names.json"), &file)
	got, err := json.Marshal(namesVectors())
	if err != nil {
		t.Fatal(err)
	}
	want, err := json.Marshal(file)
	if err != nil || string(got) != string(want) {
		t.Fatalf("names = %s", got)
	}
}
