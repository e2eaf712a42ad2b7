package app

import "context"

// carried counts what long work with a session's changes and pictures has done, tells it, and ends it where its asker no longer
// wants it. It belongs to one goroutine.
type carried struct {
	ctx  context.Context //nolint:containedctx // lives as long as the call it belongs to
	tell func(CarryProgress)
	at   CarryProgress
}

// carrying starts to count; tell is called with every hundredth part, never blocks, and may be nil.
func carrying(ctx context.Context, tell func(CarryProgress)) *carried {
	return &carried{ctx: ctx, tell: tell}
}

// step begins a part of the work in which there are "of" changes and pictures.
func (c *carried) step(s CarryStep, of int) error {
	c.at = CarryProgress{Step: s, Of: max(of, 1)}
	c.say()
	return c.wanted()
}

// one counts a change or picture. What a file said beforehand of how many there are may have been too few.
func (c *carried) one() error {
	return c.some(1)
}

// some is one, for n of them.
func (c *carried) some(n int) error {
	before := 100 * c.at.Have / c.at.Of
	c.at.Have += n
	c.at.Of = max(c.at.Of, c.at.Have)
	if 100*c.at.Have/c.at.Of != before {
		c.say()
	}
	return c.wanted()
}

// toTheEnd counts on, with work that can no longer be called off.
func (c *carried) toTheEnd() *carried {
	return &carried{ctx: context.WithoutCancel(c.ctx), tell: c.tell, at: c.at}
}

func (c *carried) say() {
	if c.tell != nil {
		c.tell(c.at)
	}
}

// wanted is the refusal of work that was called off.
func (c *carried) wanted() error {
	if c.ctx.Err() == nil {
		return nil
	}
	return Refuse("called-off", "This was called off.", "Nothing was written and nothing was taken in.").Because(context.Cause(c.ctx))
}
