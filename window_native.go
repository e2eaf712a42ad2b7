//go:build desktop

package main

import (
	"context"
	"fmt"
	"os"
	"sync"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// native is what the pages can ask of the system through the window. No path and no command comes from a page: what a person
// chooses in the system's own dialog is returned by it. One dialog at a time: a second one answers as if nothing was chosen.
type native struct {
	mu   sync.Mutex
	wctx context.Context // of the window, once it is there
}

func (n *native) shown(wctx context.Context) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.wctx = wctx
}

// ask shows one dialog, unless another is open or the window is not there yet.
func (n *native) ask(dialog func(context.Context) (string, error)) (string, error) {
	if !n.mu.TryLock() {
		return "", nil
	}
	defer n.mu.Unlock()
	if n.wctx == nil {
		return "", nil
	}
	chosen, err := dialog(n.wctx)
	if err != nil {
		return "", fmt.Errorf("show a dialog: %w", err)
	}
	return chosen, nil
}

// home is a folder that exists, where dialogs begin.
func home() string {
	if dir, err := os.UserHomeDir(); err == nil {
		if _, err := os.Stat(dir); err == nil {
			return dir
		}
	}
	return ""
}

func bundles() []runtime.FileFilter {
	return []runtime.FileFilter{{DisplayName: "Convene", Pattern: "*.convene"}}
}

// OpenBundle lets the person choose a bundle to read; "" where they did not.
func (w *Window) OpenBundle() (string, error) {
	return w.native.ask(func(wctx context.Context) (string, error) {
		return runtime.OpenFileDialog(wctx, runtime.OpenDialogOptions{DefaultDirectory: home(), Filters: bundles()})
	})
}

// SaveBundle lets the person say where a bundle is written; "" where they did not.
func (w *Window) SaveBundle(title string) (string, error) {
	path, err := w.native.ask(func(wctx context.Context) (string, error) {
		return runtime.SaveFileDialog(wctx, runtime.SaveDialogOptions{
			DefaultDirectory: home(), DefaultFilename: bundleName(title), Filters: bundles(),
		})
	})
	return withSuffix(path, ".convene"), err
}

// RecordFolder lets the person choose the folder a record is written into; "" where they did not.
func (w *Window) RecordFolder() (string, error) {
	return w.native.ask(func(wctx context.Context) (string, error) {
		return runtime.OpenDirectoryDialog(wctx, runtime.OpenDialogOptions{DefaultDirectory: home(), CanCreateDirectories: true})
	})
}

// OpenLink opens a link outside, after the person has seen its host and said yes. It reports whether it was opened.
func (w *Window) OpenLink(link string) (bool, error) {
	host, ok := outside(link)
	if !ok {
		return false, nil
	}
	opened := false
	_, err := w.native.ask(func(wctx context.Context) (string, error) {
		answer, err := runtime.MessageDialog(wctx, runtime.MessageDialogOptions{
			Type: runtime.QuestionDialog, Title: "Convene", Message: host, Buttons: []string{"Yes", "No"}, DefaultButton: "No",
			CancelButton: "No",
		})
		if err == nil && answer == "Yes" {
			runtime.BrowserOpenURL(wctx, link)
			opened = true
		}
		return answer, err
	})
	return opened, err
}
