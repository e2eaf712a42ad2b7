package api

import (
	"context"
	"encoding/json"
	"errors"

	"convene/app"

	"github.com/creachadair/jrpc2"
)

// The codes of JSON-RPC for our own failures; the protocol's are jrpc2's.
const codeRefused jrpc2.Code = -32000

// Refusals of this room.
var (
	refusedRole = app.Refuse("not-yours",
		"This window may not do that.", "Nothing was changed. The owner's own window can do it.")
	refusedElsewhere = app.Refuse("other-session",
		"This window was opened for another session.", "Nothing was changed. Ask for a link to this session.")
	refusedFast = app.Refuse("too-fast",
		"That was too much at once.", "This request was not carried out. Wait a second and do it again.")
	refusedBusy = app.Refuse("busy",
		"Too many long tasks are running in this window.", "This one was not started. Wait until one of them is done.")
	refusedViews = app.Refuse("too-many-views",
		"This window shows too many sessions at once.", "Close one of them and try again.")
)

// rpcError makes of an error what a window is told: what happened and what to
// do. The second result is true where the error is a fault of the program, to
// be logged; its text is not shown.
func rpcError(err error) (*jrpc2.Error, bool) {
	var params badParams
	failure, explained := app.Explain(err)
	switch {
	case explained:
		return failed(codeRefused, failure), false
	case errors.As(err, &params):
		return failed(jrpc2.InvalidParams, app.Failure{
			Code: "bad-params", Message: "The request was not understood: " + params.reason + ".",
			Hint: "Nothing was changed. Reload the window; it may be older than the app.",
		}), false
	case errors.Is(err, context.DeadlineExceeded):
		return failed(jrpc2.DeadlineExceeded, app.Failure{
			Code: "too-long", Message: "This took too long.",
			Hint: "It may still be done. Look whether it is there before you try again.",
		}), false
	case errors.Is(err, context.Canceled):
		return failed(jrpc2.Cancelled, app.Failure{
			Code: "stopping", Message: "Convene is closing.",
			Hint: "What was acknowledged is saved. Open Convene again to go on.",
		}), false
	}
	return failed(jrpc2.InternalError, failure), true
}

// unreadable answers a message that is no JSON-RPC request.
func unreadable(code jrpc2.Code) *jrpc2.Error {
	return failed(code, app.Failure{
		Code: "bad-request", Message: "The request could not be read.",
		Hint: "Nothing was changed. Reload the window.",
	})
}

// unknownMethod answers a method that is not in the table.
func unknownMethod() *jrpc2.Error {
	return failed(jrpc2.MethodNotFound, app.Failure{
		Code: "unknown-method", Message: "This version of Convene does not know that request.",
		Hint: "Nothing was changed. Reload the window; it may be newer than the app.",
	})
}

func failed(code jrpc2.Code, f app.Failure) *jrpc2.Error {
	data, err := json.Marshal(f)
	if err != nil {
		panic("api: three texts cannot be written: " + err.Error())
	}
	return &jrpc2.Error{Code: code, Message: f.Message, Data: data}
}
