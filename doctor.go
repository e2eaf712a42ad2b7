package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"convene/app"
)

// doctorCommand looks at this laptop and its network before people come.
type doctorCommand struct {
	Address string `arg:"" optional:"" help:"Another laptop's address, as its invite shows it, to be called too."`
}

// diagnosis is what was found.
type diagnosis struct {
	Findings []app.Finding `json:"findings"`
}

var errInTheWay = errors.New("something is in the way")

// Run tells each finding; it fails when one of them keeps people out.
func (d *doctorCommand) Run(ctx context.Context, t *terminal) error {
	dir := t.data
	if _, err := os.Stat(dir); err != nil {
		dir = os.TempDir() // before the first start there is no folder yet
	}
	found, err := app.CheckRoom(ctx, dir, d.Address)
	if err != nil {
		return err
	}
	var lines []string
	wrong := false
	for _, f := range found {
		mark := "ok "
		if !f.OK {
			mark = "-> "
		}
		lines = append(lines, mark+f.Message)
		if f.Hint != "" {
			lines = append(lines, "     "+f.Hint)
		}
		wrong = wrong || f.Severity == app.SeverityError
	}
	if err := t.result(diagnosis{Findings: found}, lines...); err != nil {
		return err
	}
	if wrong {
		return fmt.Errorf("doctor: %w", errInTheWay)
	}
	return nil
}
