package app_test

import (
	"convene/app"
	"convene/app/api"
)

// One App stands behind every door of the API.
var _ = func(a *app.App) api.Needs {
	return api.Needs{
		Home: a, Library: a, Doors: a, Views: a, Plan: a, Runs: a, People: a, Notes: a, Answers: a, Talk: a, Actions: a, History: a, Records: a,
		Groups: a, Canvas: a, Own: a, Charter: a, Seats: a, Turns: a, Rescue: a,
	}
}
