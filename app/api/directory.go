package api

import (
	"context"

	"convene/app"
)

func directoryMethods() []method {
	return []method{
		on("directory.tell", owners, "Switches on or off that a directory is told where this computer is, for who holds a link made from then on. Strangers who run it see the addresses of this computer.", done(setFindable)),
		on("directory.join", owners, "Joins by a link whose addresses lead nowhere any more: asks a directory where its host is now. Strangers who run it see the address of this computer. Tells how far it has come with join.progress.", seekSession).takesTime(),
		on("directory.use", owners, "Uses an organisation's own directory from now on, by its servers; without servers the public one.", done(useDirectory)),
	}
}

type findableParams struct {
	inSession
	On bool `json:"on"`
}

type serversParams struct {
	Servers app.List[string] `json:"servers"` // full multiaddrs, as in /dns4/directory.example.org/tcp/4001/p2p/12D3KooW…
}

func setFindable(ctx context.Context, c *call, p findableParams) error {
	return c.Finding.SetFindable(ctx, p.Session, p.On)
}

func seekSession(ctx context.Context, c *call, p joinParams) (sessionResult, error) {
	id, err := c.Finding.Seek(ctx, p.Link, p.Name, func(step app.JoinProgress) { c.line.tell("join.progress", step) })
	return sessionResult{Session: id}, err
}

func useDirectory(ctx context.Context, c *call, p serversParams) error {
	return c.Finding.UseDirectory(ctx, p.Servers)
}
