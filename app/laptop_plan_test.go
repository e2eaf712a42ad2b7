package app

import (
	"errors"
	"strings"
	"testing"
)

func TestASettingThatTheActivityDoesNotHaveIsRefused(t *testing.T) {
	tb := newTable(t, "amina")
	amina := tb.desk("amina")
	refused := func(what string, err error, words string) {
		t.Helper()
		var r *Refusal
		if !errors.As(err, &r) || r.Code != "activity.setting" || !strings.Contains(r.Message, words) || r.Hint == "" {
			t.Errorf("%s: got %v, want a refusal that says %q", what, err, words)
		}
	}
	add := func(kind ActivityKind, s Settings) (string, error) {
		return amina.AddActivity(NewActivity{Kind: kind, Title: "Vote", Prompt: "Which?", Settings: s})
	}
	_, err := add(ActivityVote, Settings{"colour": "red"})
	refused("an unknown name", err, `"colour" is unknown for a vote`)
	_, err = add(ActivityVote, Settings{"dots": "many"})
	refused("a value of the wrong kind", err, `"dots" is "many"`)
	_, err = add(ActivityRound, Settings{"dots": 3.0})
	refused("a setting of another kind", err, `"dots" is unknown for a round`)

	vote, err := add(ActivityVote, Settings{"dots": 3.0})
	tb.must(err)
	refused("a change", amina.EditActivity(vote, ActivityEdit{Settings: Settings{"dots": -1.0}}), `"dots" is -1`)
	refused("no change at all", amina.EditActivity(vote, ActivityEdit{Settings: Settings{"secrt": false}}), `"secrt" is unknown`)
	has := func(want string) {
		t.Helper()
		for _, a := range amina.View().Activities {
			if a.ID.String() == vote && a.Settings.String() != want {
				t.Errorf("the vote has %s, want %s", a.Settings, want)
			}
		}
	}
	has(`{"dots":3}`)
	tb.must(amina.EditActivity(vote, ActivityEdit{Settings: Settings{"dots": nil, "secret": false}}))
	has(`{"secret":false}`)
}
