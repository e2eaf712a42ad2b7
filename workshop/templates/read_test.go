package templates

import (
	"bytes"
	"strings"
	"testing"
)

const good = `{"id":"mine","name":"Mine","totalMinutes":5,"activities":[
 {"kind":"brief","title":"Hello","minutes":2,"prompt":"Hi"},
 {"kind":"vote","title":"Choose","minutes":3,"prompt":"Which?","settings":{"dots":3,"options":"notes"}}]}`

func TestAnOwnTemplateIsRead(t *testing.T) {
	tpl, err := Read([]byte(good))
	if err != nil || len(tpl.Activities) != 2 || tpl.Activities[1].Settings["dots"] != 3.0 || tpl.Version != 1 {
		t.Fatalf("%+v, %v", tpl, err)
	}
	if _, err := Read([]byte(strings.Replace(good, `"totalMinutes":5,`, "", 1))); err != nil {
		t.Errorf("without totalMinutes: %v", err)
	}
}

func TestWhatIsWrongWithATemplateIsSaidPlainly(t *testing.T) {
	for name, c := range map[string]struct{ old, put, want string }{
		"unknown kind":       {`"kind":"brief"`, `"kind":"game"`, `activity 1 “Hello”: kind is "game"; allowed: brief, round, brainstorm, cluster, vote, discuss, breakout, canvas, commit`},
		"no kind":            {`"kind":"brief",`, ``, `activity 1 “Hello”: a kind is missing; allowed: brief, round`},
		"unknown setting":    {`"dots":3`, `"dotz":3`, `activity 2 “Choose”: setting "dotz" is unknown for a vote; allowed: criteria, dots, forecast, maxPerOption`},
		"wrong value":        {`"options":"notes"`, `"options":"people"`, `activity 2 “Choose”: setting "options" is "people"; allowed: notes, clusters, proposal, charter, reports, selection, actions, question, all, marked:mark`},
		"wrong number":       {`"dots":3`, `"dots":2.5`, `activity 2 “Choose”: setting "dots" is 2.5; allowed: a whole number from 0 to 1000; or auto, unlimited`},
		"unknown field":      {`"prompt":"Hi"`, `"prompt":"Hi","colour":"red"`, `activity 1 “Hello”: "colour" is unknown; allowed: kind, preset, title`},
		"unknown at the top": {`"id":"mine"`, `"id":"mine","script":"x"`, `the template: "script" is unknown; allowed: id, version, name`},
		"sum":                {`"totalMinutes":5`, `"totalMinutes":6`, `the template: totalMinutes is 6, but the minutes of its 2 activities add up to 5`},
		"no question":        {`"prompt":"Which?",`, ``, `activity 2 “Choose”: a vote needs a prompt`},
		"no title":           {`"title":"Hello",`, ``, `activity 1: a title is missing`},
		"title too long":     {`"Hello"`, `"` + strings.Repeat("é", 201) + `"`, `activity 1: title has 201 characters; at most 200 are allowed`},
		"prompt too long":    {`"Hi"`, `"` + strings.Repeat("x", 1001) + `"`, `activity 1 “Hello”: prompt has 1001 characters; at most 1000 are allowed`},
		"minutes":            {`"minutes":2`, `"minutes":"2"`, `activity 1 “Hello”: minutes is "2"; a whole number from 0 to 1440 is allowed`},
		"text":               {`"prompt":"Hi"`, `"prompt":7`, `activity 1 “Hello”: prompt is not text; put it in double quotes`},
		"override":           {`"Hi"`, `"a\u202eb"`, `activity 1 “Hello”: prompt holds a control character`},
		"id":                 {`"mine"`, `"../x"`, `the template: id is "../x"; allowed are small letters, digits and hyphens`},
		"comma":              {`"minutes":2,"prompt"`, `"minutes":2 "prompt"`, `line 2, column 46: invalid character '"' after object key:value pair`},
		"cut":                {`"options":"notes"}}]}`, ``, `line 3, column 85: the file ends too early`},
		"more behind":        {`]}`, `]} x`, `line 3, column 107: there is something after the end of the template`},
		"list":               {good, `[1]`, `this is not a JSON object`},
		"null":               {good, `null`, `this is not a JSON object`},
		"nothing":            {good, ``, `line 1, column 1: the file ends too early`},
		"not UTF-8":          {`Hello`, "\xff", `the file is not text in UTF-8`},
		"an activity":        {`{"kind":"brief","title":"Hello","minutes":2,"prompt":"Hi"}`, `7`, `activity 1: this is not a JSON object`},
		"too big":            {good, strings.Repeat(" ", 256<<10+1), `the file has 262145 bytes; a template has at most 262144`},
		"percent":            {`"Hello","minutes":2`, `"100 %d","minutes":-2`, `activity 1 “100 %d”: minutes is -2; a whole`},
		"people":             {`"id":"mine"`, `"id":"mine","groupMin":9,"groupMax":4`, `the template: groupMin is 9, more than groupMax, which is 4`},
		"no activities":      {good, `{"id":"a","name":"A","activities":[]}`, `the template: activities are missing`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := Read([]byte(strings.Replace(good, c.old, c.put, 1)))
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("error is\n%v\nwant\n%s", err, c.want)
			}
		})
	}
}

func FuzzReadTemplate(f *testing.F) {
	f.Add([]byte(good))
	f.Add([]byte(`{"activities":[{"settings":{"scale":[5,1]}}]}`))
	f.Fuzz(func(t *testing.T, file []byte) {
		tpl, err := Read(file)
		if err == nil && (len(tpl.Activities) == 0 || len(Plan(tpl)) != len(tpl.Activities)) {
			t.Errorf("accepted %+v", tpl)
		}
		if err != nil && strings.Contains(err.Error(), "%!") && !bytes.Contains(file, []byte("%!")) {
			t.Errorf("a broken sentence: %v", err)
		}
	})
}
