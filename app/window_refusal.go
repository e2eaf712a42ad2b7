package app

// Refusal is an error a person can read: what happened, what is safe and what
// to do. Everything a person can meet should leave this room as a Refusal;
// any other error is shown as a fault of the program and logged.
type Refusal struct {
	Failure
	Cause error // what it came from, or nil; for the log
}

// Refuse makes a Refusal.
func Refuse(code, message, hint string) *Refusal {
	return &Refusal{Failure: Failure{Code: code, Message: message, Hint: hint}}
}

// Error returns what happened, without the hint.
func (r *Refusal) Error() string { return r.Message }

// Unwrap returns the cause.
func (r *Refusal) Unwrap() error { return r.Cause }

// Because returns a copy of the refusal with its cause.
func (r *Refusal) Because(cause error) *Refusal {
	with := *r
	with.Cause = cause
	return &with
}
