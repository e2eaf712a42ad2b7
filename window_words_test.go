package main

import (
	"strings"
	"testing"

	"convene/frontend"
)

func TestTheMenuHasItsWordsInEveryLanguage(t *testing.T) {
	for _, language := range []string{"en", "de", "es", "ar"} {
		words, ok := frontend.Words(language)
		if !ok {
			t.Fatalf("no catalogue of %s", language)
		}
		for _, name := range menuWords() {
			if words[name] == "" || strings.ContainsAny(words[name], "{}") {
				t.Errorf("%s: %s is %q", language, name, words[name])
			}
		}
	}
}

func TestTheMenuSpeaksAsThePagesDid(t *testing.T) {
	dir := t.TempDir()
	for environment, want := range map[string]string{"": "en", "C.UTF-8": "en", "de_DE.UTF-8": "de", "es": "es", "../../x": "en"} {
		if got := spoken(dir, environment); got != want {
			t.Errorf("LANG=%s: %s, want %s", environment, got, want)
		}
	}
	if changed, err := keepLanguage(dir, "ar"); err != nil || !changed {
		t.Errorf("kept: %v, %v", changed, err)
	}
	if changed, err := keepLanguage(dir, "ar"); err != nil || changed {
		t.Errorf("kept again: %v, %v", changed, err)
	}
	if got := spoken(dir, "de_DE.UTF-8"); got != "ar" {
		t.Errorf("it speaks %s", got)
	}
	for _, foreign := range []string{"", "xx", "../words/en", "en.ftl"} {
		if _, err := keepLanguage(dir, foreign); err == nil {
			t.Errorf("%q was kept", foreign)
		}
	}
}
