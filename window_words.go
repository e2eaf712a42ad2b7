package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"convene/frontend"
)

// languageFile holds the language of the pages, which the window's own menu speaks from its start on.
const languageFile = "language"

// spoken is the language the menu is in: the one the pages had last, else that of this computer, else English.
func spoken(dataDir, environment string) string {
	kept, err := os.ReadFile(filepath.Join(dataDir, languageFile))
	if err == nil {
		if _, ok := frontend.Words(strings.TrimSpace(string(kept))); ok {
			return strings.TrimSpace(string(kept))
		}
	}
	code, _, _ := strings.Cut(environment, "_")
	if _, ok := frontend.Words(code); ok {
		return code
	}
	return "en"
}

// keepLanguage remembers a language that there is a catalogue for, and reports whether it is another one than before.
func keepLanguage(dataDir, language string) (changed bool, err error) {
	if _, ok := frontend.Words(language); !ok {
		return false, fmt.Errorf("there is no catalogue of this language")
	}
	path := filepath.Join(dataDir, languageFile)
	kept, err := os.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, fmt.Errorf("read the language of the menu: %w", err)
	}
	if string(kept) == language {
		return false, nil
	}
	if err := os.WriteFile(path, []byte(language), 0o600); err != nil {
		return false, fmt.Errorf("keep the language of the menu: %w", err)
	}
	return true, nil
}

// menuWords are the messages that the window's menu is made of.
func menuWords() []string {
	return []string{
		"menu-session", "home-new", "join-title", "menu-quit", "menu-go", "nav-sessions", "nav-templates", "check-room", "nav-settings",
		"menu-view", "menu-full-screen",
	}
}
