package app

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// victimFolder names, in a process of this test, the data folder to write to
// until it is killed.
const victimFolder = "CONVENE_TEST_VICTIM"

// beVictim works in a session and prints what was acknowledged, line by line,
// until the process is killed.
func beVictim(dir string) {
	a, err := New(Config{DataDir: dir, Name: "Victim", Loopback: true})
	check(err)
	ctx := context.Background()
	go func() { check(a.Run(ctx)) }()
	session, err := a.CreateSession(ctx, NewSession{Title: "Until the end"})
	check(err)
	fmt.Println("session", session)
	open, err := a.AddActivity(ctx, session, NewActivity{Kind: ActivityBrainstorm, Title: "Open", Settings: Settings{"visibility": "public"}})
	check(err)
	private, err := a.AddActivity(ctx, session, NewActivity{Kind: ActivityBrainstorm, Title: "Private"})
	check(err)
	_, err = a.OpenRun(ctx, session, open)
	check(err)
	for i := range 40 {
		id, err := a.AddNote(ctx, session, NewNote{Text: fmt.Sprintf("note %d", i)})
		check(err)
		fmt.Println("note", id)
	}
	_, err = a.OpenRun(ctx, session, private)
	check(err)
	for i := 0; ; i++ {
		id, err := a.AddNote(ctx, session, NewNote{Text: fmt.Sprintf("draft %d", i)})
		check(err)
		fmt.Println("draft", id)
		parked, err := a.AddParked(ctx, session, fmt.Sprintf("parked %d", i))
		check(err)
		fmt.Println("parked", parked)
	}
}

func check(err error) {
	if err != nil {
		fmt.Println("failed", err)
		os.Exit(3)
	}
}

func TestWhatWasAcknowledgedIsThereAfterTheProcessIsKilled(t *testing.T) {
	dir := t.TempDir()
	self, err := os.Executable()
	must(t, err)
	victim := exec.CommandContext(t.Context(), self)
	victim.Env = append(os.Environ(), victimFolder+"="+dir)
	out, err := victim.StdoutPipe()
	must(t, err)
	must(t, victim.Start())
	said := map[string][]string{}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		what, id, _ := strings.Cut(lines.Text(), " ")
		said[what] = append(said[what], id)
		if what == "failed" || len(said["parked"]) == 25 {
			break
		}
	}
	must(t, victim.Process.Kill())
	for lines.Scan() { // what was said before the end counts as well
		what, id, whole := strings.Cut(lines.Text(), " ")
		if whole && len(id) == len(said[what][0]) {
			said[what] = append(said[what], id)
		}
	}
	_ = victim.Wait() // killed
	if len(said["failed"]) > 0 {
		t.Fatal(said["failed"])
	}
	h := startHome(t, "", dir)
	h.session = said["session"][0]
	m := mirrorOf(t, h)
	for _, what := range []string{"note", "draft", "parked"} {
		if len(said[what]) == 0 {
			t.Fatalf("no %s was acknowledged", what)
		}
		for _, id := range said[what] {
			if _, there := m.records[id]; !there {
				t.Errorf("%s %s was acknowledged and is gone", what, id)
			}
		}
	}
	if name := h.view().People[0].Name; name != "Victim" {
		t.Errorf("the name is %q", name)
	}
}
