// Command convene convenes co-creation workshops. Without a command it opens the window, or, where it was built without one,
// serves the same pages to a browser on this computer.
//
// This package knows flags, paths and the window; it holds no rule of a workshop. Everything it does is asked of the rooms below
// it: app, app/api and app/rehearse.
package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"

	"github.com/adrg/xdg"
	"github.com/alecthomas/kong"

	"convene/app"
)

// version is the version of this program; releases set it when they build.
var version = "0.1.0"

// Exit codes of every command.
const (
	exitFailed   = 1
	exitWrongUse = 2
)

// cli is the command line.
type cli struct {
	Data       string           `help:"Folder that holds your sessions." placeholder:"DIR" type:"path"`
	JSON       bool             `name:"json" help:"End with one JSON object on the last line of the output; all else goes to stderr."`
	Passphrase string           `name:"passphrase-file" help:"File whose first line is the passphrase of your data folder." env:"CONVENE_PASSPHRASE_FILE" type:"path" placeholder:"FILE"`
	NoKeychain bool             `name:"no-keychain" help:"Leave the keychain of this computer alone." env:"CONVENE_NO_KEYCHAIN"`
	Version    kong.VersionFlag `help:"Print the version and stop."`

	Window    windowCommand    `cmd:"" default:"withargs" help:"Open the window (the default)."`
	Serve     serveCommand     `cmd:"" help:"Run without a window: serve the pages to a browser on this computer."`
	Rehearse  rehearseCommand  `cmd:"" help:"Play a whole workshop with simulated people over real peers, and write its record."`
	Export    exportCommand    `cmd:"" help:"Write the record of a session."`
	Bundle    bundleCommand    `cmd:"" help:"Write a session into one file to carry."`
	Import    importCommand    `cmd:"" help:"Take in a session from a bundle, or merge it into the one that is here."`
	Verify    verifyCommand    `cmd:"" help:"Check a session or a bundle: signatures, chains, rights, digest."`
	Search    searchCommand    `cmd:"" help:"Find words in all sessions on this computer."`
	Forget    forgetCommand    `cmd:"" help:"Remove a session from this computer for good."`
	Protect   protectCommand   `cmd:"" help:"Say how your sessions are protected on this computer, or set a passphrase."`
	Sessions  sessionsCommand  `cmd:"" help:"List the sessions on this computer."`
	Templates templatesCommand `cmd:"" help:"List, show and check templates."`
	Doctor    doctorCommand    `cmd:"" help:"Look at this laptop and its network before people come."`
	Relay     relayCommand     `cmd:"" help:"Run a relay for people who cannot reach each other. It sees ciphertext only."`
	Projector projectorCommand `cmd:"" help:"Show the wall of a session in a window of its own; it only reads."`
}

// terminal is where a command writes: results to out, everything for people's eyes in between to err.
type terminal struct {
	out, err io.Writer
	json     bool
	data     string
	// How the data folder is opened: by the passphrase given, by the keychain unless that is ruled out.
	passphrase string
	noKeychain bool
	person     bool // somebody sees this terminal and can answer the keychain
}

// access is what may open the data folder. Only the window makes a key in the keychain of this computer: a peer without one must
// start again after a reboot, when nobody has unlocked anything yet.
func (t *terminal) access(window bool) app.Access {
	a := app.Access{Passphrase: t.passphrase, OpenOnly: !window}
	if !t.noKeychain {
		a.Keychain = app.SystemKeychain(window || t.person)
	}
	return a
}

func main() {
	keepPrivate()
	os.Exit(run(os.Args[1:], os.Stdout, os.Stderr))
}

// run is the whole program, without the process around it.
func run(args []string, out, errOut io.Writer) int {
	var c cli
	code := 0
	parser, err := kong.New(&c, kong.Name("convene"), kong.Description("Convene co-creation workshops, laptop to laptop."),
		kong.Vars{"version": version}, kong.Writers(out, errOut), kong.Exit(func(int) { code = -1 }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true}))
	if err != nil {
		panic("main: " + err.Error())
	}
	command, err := parser.Parse(undashed(args))
	if code == -1 { // --help or --version has answered
		return 0
	}
	if err != nil {
		complain(errOut, err)
		return exitWrongUse
	}
	if c.Data == "" {
		c.Data = filepath.Join(xdg.DataHome, "convene")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	command.BindTo(ctx, (*context.Context)(nil))
	t := &terminal{out: out, err: errOut, json: c.JSON, data: c.Data, noKeychain: c.NoKeychain, person: isTerminal(errOut)}
	if c.Passphrase != "" {
		t.passphrase, err = firstLine(c.Passphrase)
	}
	if err == nil {
		err = command.Run(t)
	}
	var wrong wrongUse
	switch {
	case errors.As(err, &wrong):
		complain(errOut, err)
		return exitWrongUse
	case err != nil:
		complain(errOut, err)
		return exitFailed
	}
	return 0
}
