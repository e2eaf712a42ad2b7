package templates

import "convene/workshop"

// Plain returns the prompt with neutral words in place of what a session would fill in.
func (a Activity) Plain() string { return workshop.Fill(a.Prompt, "", "", nil, "") }
