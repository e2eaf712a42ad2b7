package api

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"runtime/debug"
	"slices"
	"time"

	"github.com/creachadair/jrpc2"
)

// mostInBatch is how many requests one message may hold.
const mostInBatch = 20

// batch is what came in one message: one request, or several in a list.
type batch struct {
	requests []*jrpc2.ParsedRequest
	list     bool
	verdict  verdict
}

// receive reads one message and hands it to whoever does it. Its error ends the line.
func (l *line) receive(ctx, lineCtx context.Context, message []byte) error {
	b := batch{list: bytes.HasPrefix(bytes.TrimLeft(message, " \t\r\n"), []byte{'['})}
	var err error
	if !sound(message) {
		err = jrpc2.Error{Code: jrpc2.ParseError}
	} else {
		b.requests, err = jrpc2.ParseRequests(message)
	}
	b.verdict = l.rate.take(time.Now(), max(1, len(b.requests)))
	switch {
	case b.verdict == hangUp:
		return errFlood
	case err != nil:
		l.send(answer(nil, nil, unreadable(jrpc2.ParseError)))
		return nil
	case len(b.requests) == 0 || len(b.requests) > mostInBatch:
		l.send(answer(nil, nil, unreadable(jrpc2.InvalidRequest)))
		return nil
	}
	if !b.list && l.server.methods[b.requests[0].Method].slow {
		l.startSlow(ctx, lineCtx, b)
		return nil
	}
	select {
	case l.quick <- b:
	case <-lineCtx.Done():
	}
	return nil
}

// startSlow does a long task beside the others.
func (l *line) startSlow(ctx, lineCtx context.Context, b batch) {
	select {
	case l.slow <- struct{}{}:
		l.tasks.Go(func() {
			defer func() { <-l.slow }()
			l.do(ctx, lineCtx, b)
		})
	default:
		failure, _ := rpcError(refusedBusy)
		if id := b.requests[0].ID; id != "" {
			l.send(answer(json.RawMessage(id), nil, failure))
		}
	}
}

// do carries out a batch and sends its answers in one message.
func (l *line) do(ctx, lineCtx context.Context, b batch) {
	var answers [][]byte
	var after []func()
	for _, request := range b.requests {
		c := &call{Needs: l.server.lock.needs.Load(), grant: l.pass.grant, line: l, lineCtx: lineCtx}
		result, failure := l.carryOut(ctx, c, b.verdict, request)
		if c.after != nil {
			after = append(after, c.after)
		}
		if request.ID != "" || request.Error != nil {
			answers = append(answers, answer(json.RawMessage(request.ID), result, failure))
		}
	}
	if len(answers) > 0 {
		message := answers[0]
		if b.list {
			message = append(append([]byte{'['}, bytes.Join(answers, []byte{','})...), ']')
		}
		l.send(message)
	}
	for _, f := range after {
		f()
	}
}

// carryOut does one request and returns its result as JSON, or its failure.
func (l *line) carryOut(ctx context.Context, c *call, v verdict, r *jrpc2.ParsedRequest) (json.RawMessage, *jrpc2.Error) {
	m, known := l.server.methods[r.Method]
	var err error
	switch {
	case r.Error != nil:
		return nil, unreadable(r.Error.Code)
	case v == slowDown:
		err = refusedFast
	case !known:
		return nil, unknownMethod()
	case !m.open(c.grant.Role):
		err = refusedRole
	case c.Needs == nil && !m.unlocked:
		err = refusedLocked
	}
	if err != nil {
		failure, _ := rpcError(err)
		return nil, failure
	}
	ctx, cancel := context.WithTimeout(ctx, m.limit())
	defer cancel()
	result, err := handle(ctx, c, m, r.Params)
	if err != nil {
		failure, fault := rpcError(err)
		if fault {
			l.log.WithField("method", m.name).WithError(err).Error("a request failed")
		}
		return nil, failure
	}
	return result, nil
}

// handle calls the method. A panic inside is an error of this one request:
// the workshop goes on.
func handle(ctx context.Context, c *call, m method, params json.RawMessage) (result json.RawMessage, err error) {
	defer func() {
		if broken := recover(); broken != nil {
			err = fmt.Errorf("%s broke: %v\n%s", m.name, broken, debug.Stack())
		}
	}()
	value, err := m.answer(ctx, c, params)
	if err != nil {
		return nil, err
	}
	return encode(value)
}

// answer writes a response. An unreadable request has no id: it is null.
func answer(id, result json.RawMessage, failure *jrpc2.Error) []byte {
	if len(id) == 0 {
		id = json.RawMessage("null")
	}
	name, value := `,"result":`, result
	if failure != nil {
		written, err := json.Marshal(failure)
		if err != nil {
			panic("api: an error made of JSON cannot be written: " + err.Error())
		}
		name, value = `,"error":`, written
	}
	return slices.Concat([]byte(`{"jsonrpc":"2.0","id":`), id, []byte(name), value, []byte{'}'})
}
