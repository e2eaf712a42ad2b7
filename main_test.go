package main

import (
	"errors"
	"io/fs"
	"net"
	"os"
	"os/exec"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"convene": main})
}

// TestScripts plays the command line as people use it; each file in testdata/script is one story.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(e *testscript.Env) error {
			e.Setenv("XDG_DATA_HOME", e.WorkDir+"/share")
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("CONVENE_NO_KEYCHAIN", "1") // of whoever runs the tests
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"takeport": takePort, "waitfor": waitFor, "mounted": mounted, "filled": filled, "made": made, "noted": noted,
			"altered": altered, "code": code, "invites": invites,
		},
		Condition: func(cond string) (bool, error) {
			return (cond == "root" && os.Getuid() == 0) || (cond == "mounts" && mayMount()) || (cond == "raced" && raced) || (cond == "unprivileged" && !maySmall()), nil
		},
	})
}

// takePort listens on a free port until the script ends, and names it in $PORT.
func takePort(ts *testscript.TestScript, _ bool, _ []string) {
	l, err := net.Listen("tcp4", "127.0.0.1:0")
	ts.Check(err)
	ts.Defer(func() { _ = l.Close() })
	_, port, err := net.SplitHostPort(l.Addr().String())
	ts.Check(err)
	ts.Setenv("PORT", port)
}

// waitFor waits until a file is there, at most half a minute.
func waitFor(ts *testscript.TestScript, _ bool, args []string) {
	look := time.NewTicker(20 * time.Millisecond)
	defer look.Stop()
	for range 1500 {
		if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
		<-look.C
	}
	ts.Fatalf("%s does not appear", args[0])
}

// code runs a program and wants that exit code of it: code N PROGRAM ARGUMENT...
func code(ts *testscript.TestScript, _ bool, args []string) {
	got := "0"
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		got = strconv.Itoa(exit.ExitCode())
	} else {
		ts.Check(err)
	}
	if got != args[0] {
		ts.Fatalf("%v: exit %s, want %s", args[1:], got, args[0])
	}
}

// maySmall reports whether this user may listen at a port below 1024.
func maySmall() bool {
	l, err := net.Listen("tcp4", "127.0.0.1:80")
	if err == nil {
		_ = l.Close()
	}
	return !errors.Is(err, fs.ErrPermission)
}
