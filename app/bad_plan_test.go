package app

import "testing"

// What would stop a workshop in its middle is said before it starts.
func TestWhatIsWrongWithAPlanIsSaidBeforeTheSessionStarts(t *testing.T) {
	for name, c := range map[string]struct {
		code string
		plan []NewActivity
	}{
		"a vote without a question": {"plan-question", []NewActivity{
			{Kind: ActivityBrainstorm, Title: "Ideas", Prompt: "What?"}, {Kind: ActivityVote, Title: "Choose"},
		}},
		"a vote without options": {"plan-options", []NewActivity{
			{Kind: ActivityBrief, Title: "Welcome"}, {Kind: ActivityVote, Title: "Choose", Prompt: "Which?"},
		}},
		"dots that decide": {"plan-rules", []NewActivity{
			{Kind: ActivityBrainstorm, Title: "Ideas", Prompt: "What?"},
			{Kind: ActivityVote, Title: "Choose", Prompt: "Which?", Settings: Settings{"method": "dots", "purpose": "decide"}},
		}},
		"a forecast without actions": {"plan-options", []NewActivity{
			{Kind: ActivityBrief, Title: "Welcome"}, {Kind: ActivityVote, Title: "Sure?", Prompt: "How likely?", Settings: Settings{"forecast": true}},
		}},
	} {
		t.Run(name, func(t *testing.T) {
			tb := newTable(t, "amina", "ben")
			amina := tb.desk("amina")
			for _, a := range c.plan {
				_, err := amina.AddActivity(a)
				tb.must(err)
			}
			tb.meet()
			p, err := amina.NextRun()
			tb.must(err)
			tb.meet()
			refused(t, p.Err(), c.code)
			if v := tb.desk("ben").View(); len(v.Runs) != 0 {
				t.Errorf("%d activities were opened all the same", len(v.Runs))
			}
		})
	}
}
