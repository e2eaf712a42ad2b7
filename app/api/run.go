package api

import "context"

func runMethods() []method {
	return []method{
		on("run.open", owners, "Opens an activity, and closes the one that runs.", makes(openRun)).takesTime(),
		on("run.next", owners, "Closes what runs and opens what follows. Without an id in the answer the agenda is finished.", nextRun).takesTime(),
		on("run.pause", owners, "Stops the clock of the activity that runs.", done(pauseRun)),
		on("run.resume", owners, "Lets the clock go on.", done(resumeRun)),
		on("run.extend", owners, "Gives the activity that runs more seconds, or fewer where the number is below zero.", done(extendRun)),
		on("run.close", owners, "Reveals and closes the activity that runs. Waits up to 8 s for ballots to be opened.", done(closeRun)).takesTime(),
		on("session.finish", owners, "Closes what runs and marks the session closed.", done(finishSession)).takesTime(),
		on("session.reopen", owners, "Takes a closed session up again.", done(reopenSession)),
	}
}

type nextResult struct {
	ID string `json:"id,omitempty"`
}

type extendParams struct {
	inSession
	Seconds int `json:"seconds"`
}

func openRun(ctx context.Context, c *call, p activityParams) (string, error) {
	return c.Runs.OpenRun(ctx, p.Session, p.Activity)
}

func nextRun(ctx context.Context, c *call, p inSession) (nextResult, error) {
	id, err := c.Runs.NextRun(ctx, p.Session)
	return nextResult{ID: id}, err
}

func pauseRun(ctx context.Context, c *call, p inSession) error {
	return c.Runs.PauseRun(ctx, p.Session)
}

func resumeRun(ctx context.Context, c *call, p inSession) error {
	return c.Runs.ResumeRun(ctx, p.Session)
}

func extendRun(ctx context.Context, c *call, p extendParams) error {
	return c.Runs.ExtendRun(ctx, p.Session, p.Seconds)
}

func closeRun(ctx context.Context, c *call, p inSession) error {
	return c.Runs.CloseRun(ctx, p.Session)
}

func finishSession(ctx context.Context, c *call, p inSession) error {
	return c.Runs.FinishSession(ctx, p.Session)
}

func reopenSession(ctx context.Context, c *call, p inSession) error {
	return c.Runs.ReopenSession(ctx, p.Session)
}
