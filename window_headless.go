//go:build !desktop

package main

import (
	"context"
	"fmt"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
)

// hasWindow says whether this build opens a window of its own.
const hasWindow = false

// openWindow prints the address of the pages, opens it in the person's
// browser where there is a screen, and waits until ctx ends.
func openWindow(ctx context.Context, w windowConfig) error {
	fmt.Printf("Convene is running. Open this address in your browser:\n%s\n", w.page())
	if screen() {
		door, err := writeDoor(w)
		if err != nil {
			return err
		}
		defer os.Remove(door)
		if err := browse(door); err != nil {
			w.Log.WithError(err).Info("no browser was opened")
		}
	}
	<-ctx.Done()
	return nil
}

// writeDoor leaves a page that only this person can read and that leads to
// ours. The address itself must not be an argument of the browser's command:
// other people on the computer can read those, and it holds the token.
func writeDoor(w windowConfig) (string, error) {
	name := "open.html"
	if w.Start != "" {
		name = "wall.html"
	}
	path := filepath.Join(w.DataDir, name)
	page := fmt.Sprintf("<!doctype html><meta charset=\"utf-8\"><title>Convene</title>"+
		"<meta http-equiv=\"refresh\" content=\"0;url=%[1]s\"><a href=\"%[1]s\">Open Convene</a>\n", html.EscapeString(w.page()))
	if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
		return "", fmt.Errorf("write the page that opens Convene: %w", err)
	}
	return path, nil
}

func screen() bool {
	return runtime.GOOS != "linux" || os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

// browse does not wait: the browser may stay open longer than we do.
func browse(path string) error {
	name, args := "xdg-open", []string{path}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", path}
	}
	command := exec.Command(name, args...)
	if err := command.Start(); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return command.Process.Release()
}
