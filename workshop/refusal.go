package workshop

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
)

// RefusalCode says which rule refused. The window has words for each in its own languages.
type RefusalCode string

// The rules that refuse. Which fields of a [RefusedError] say more stands behind each.
const (
	RefusedRight      RefusalCode = "right"       // Role, Act, Kind, Field, Activity, State: the table of rights has no such row
	RefusedUnknown    RefusalCode = "unknown"     // made by a later version
	RefusedNotOpen    RefusalCode = "not-open"    // the activity was not open
	RefusedWhole      RefusalCode = "whole"       // Kind: is replaced whole
	RefusedFixed      RefusalCode = "fixed"       // Kind, Field: never changes
	RefusedUnnamed    RefusalCode = "unnamed"     // Kind: words that nobody is named for stay
	RefusedWay        RefusalCode = "way"         // Kind, Field: is not written like this
	RefusedOthers     RefusalCode = "others"      // somebody else's work is not taken back
	RefusedBeginning  RefusalCode = "beginning"   // the beginning of a session is not taken back
	RefusedKept       RefusalCode = "kept"        // Kind: is not taken back
	RefusedLockKept   RefusalCode = "lock-kept"   // a lock is not taken back, but opened
	RefusedLocking    RefusalCode = "locking"     // only facilitators lock
	RefusedLocked     RefusalCode = "locked"      // Kind: is locked
	RefusedNotIn      RefusalCode = "not-in"      // the person is not in the session
	RefusedGone       RefusalCode = "gone"        // it names what is not here
	RefusedLong       RefusalCode = "long"        // Kind, Field, Limit, Got: bytes
	RefusedMany       RefusalCode = "many"        // Kind, Field, Limit, Got: items of a list
	RefusedRange      RefusalCode = "range"       // Kind, Field, Limit, Got: a number from 0
	RefusedChange     RefusalCode = "change"      // Limit, Got: bytes of one change
	RefusedOps        RefusalCode = "ops"         // Limit, Got: things done in one change
	RefusedWriter     RefusalCode = "writer"      // this start of the app wrote all that it may
	RefusedForm       RefusalCode = "form"        // not in order in another way: a fault of the program
	RefusedOption     RefusalCode = "option"      // a ballot names what is not up for the vote
	RefusedTwice      RefusalCode = "twice"       // a ballot names an option twice
	RefusedDots       RefusalCode = "dots"        // Limit, Got: dots on a ballot
	RefusedDotsOnOne  RefusalCode = "dots-on-one" // Limit, Got: dots on one option
	RefusedPlace      RefusalCode = "place"       // Limit, Got: the place in a ranking
	RefusedPlaceTwice RefusalCode = "place-twice" // Got: the place given twice
	RefusedScale      RefusalCode = "scale"       // Low, Limit, Got: the value given
	RefusedHands      RefusalCode = "hands"       // Limit, Got: hands counted for one option
	RefusedPresent    RefusalCode = "present"     // Limit, Got: people in the room
	RefusedSeat       RefusalCode = "seat"        // it names a seat that its writer does not keep
	RefusedReason     RefusalCode = "reason"      // an objection without its reason
)

// RefusedError is what the rules of the workshop answer to somebody who asked for too much: which rule it was and what it was
// about, so that the window can say it in its own words. Error says it in an English sentence.
type RefusedError struct {
	Code     RefusalCode
	Role     Role
	Act      string // make, change or delete
	Kind     Kind
	Field    Field
	Activity ActivityKind // under which it was tried; empty outside
	State    RunState
	Low      int
	Limit    int
	Got      int
	Detail   string // of RefusedForm, for the log
}

func refuse(code RefusalCode) *RefusedError { return &RefusedError{Code: code} }

// Error says in one sentence what is not possible and what the limit is.
func (e *RefusedError) Error() string {
	kind, got := e.Kind.String(), number(e.Got)
	switch e.Code {
	case RefusedRight:
		return e.rightSentence()
	case RefusedUnknown:
		return "This was done by a later version of Convene; this version only carries it"
	case RefusedNotOpen:
		return "This activity was not open"
	case RefusedWhole:
		return upper(article(kind)) + " is replaced as a whole"
	case RefusedFixed:
		return fmt.Sprintf("The %s of %s never changes", e.Field.words(), article(kind))
	case RefusedUnnamed:
		return fmt.Sprintf("The words of an unnamed %s stay as they are", kind)
	case RefusedWay:
		return fmt.Sprintf("The %s of %s is not written like this", e.Field.words(), article(kind))
	case RefusedOthers:
		return "Only your own work can be taken back"
	case RefusedBeginning:
		return "The beginning of a session stays"
	case RefusedKept:
		return upper(article(kind)) + " is not taken back"
	case RefusedLockKept:
		return "A lock is not taken back; a facilitator opens it"
	case RefusedLocking:
		return "Only facilitators lock and unlock"
	case RefusedLocked:
		return fmt.Sprintf("A facilitator locked this %s", kind)
	case RefusedNotIn:
		return "You are not in this session any more"
	case RefusedGone:
		return "This is not here any more"
	case RefusedLong:
		return fmt.Sprintf("%s at most %d bytes long; this is %d", e.subject(), e.Limit, e.Got)
	case RefusedMany:
		return fmt.Sprintf("%s at most %d; these are %d", e.subject(), e.Limit, e.Got)
	case RefusedRange:
		return fmt.Sprintf("%s a number from 0 to %d; this is %d", e.subject(), e.Limit, e.Got)
	case RefusedChange:
		return fmt.Sprintf("This is too much at once: %d bytes, and %d are the most", e.Got, e.Limit)
	case RefusedOps:
		return fmt.Sprintf("This is too much at once: %d things, and %d are the most", e.Got, e.Limit)
	case RefusedWriter:
		return "This laptop has written all that it may since Convene was started; start it again to go on"
	case RefusedOption:
		return "This ballot names something that is not up for the vote"
	case RefusedTwice:
		return "This ballot names an option twice"
	case RefusedDots:
		return fmt.Sprintf("Only %s each; this ballot has %s", count(e.Limit, "dot"), got)
	case RefusedDotsOnOne:
		return fmt.Sprintf("At most %s on one option; this ballot has %s on one", count(e.Limit, "dot"), got)
	case RefusedPlace:
		return fmt.Sprintf("Only places 1 to %d here; this ballot has place %d", e.Limit, e.Got)
	case RefusedPlaceTwice:
		return fmt.Sprintf("This ballot gives place %d twice", e.Got)
	case RefusedSeat:
		return "Somebody else keeps this seat"
	case RefusedReason:
		return "An objection needs its reason: what harm to the shared aim is to be feared"
	case RefusedHands:
		return fmt.Sprintf("At most %d can be counted on one option; this count has %d", e.Limit, e.Got)
	case RefusedPresent:
		return fmt.Sprintf("From 1 to %d people can take part; this count has %d", e.Limit, e.Got)
	case RefusedScale:
		return fmt.Sprintf("Only %d to %d here; this ballot has %d", e.Low, e.Limit, e.Got)
	}
	return "This is not in order: " + e.Detail
}

// rightSentence says who may not do what, and when.
func (e *RefusedError) rightSentence() string {
	who := map[Role]string{
		RoleParticipant: "Participants", RoleObserver: "Observers", RoleNone: "People who are not in the session",
	}[e.Role]
	if who == "" {
		who = "Facilitators"
	}
	what := article(e.Kind.String())
	if e.Act == "change" {
		what = fmt.Sprintf("the %s of %s", e.Field.words(), what)
	}
	if e.Activity == "" {
		return fmt.Sprintf("%s may not %s %s outside an activity", who, e.Act, what)
	}
	return fmt.Sprintf("%s may not %s %s in %s that is %s", who, e.Act, what, article(string(e.Activity)), e.State)
}

// subject is the field and kind that a limit is about: "The text of a note is".
func (e *RefusedError) subject() string {
	if e.Kind == 0 {
		return fmt.Sprintf("%s is", upper(e.Field.words()))
	}
	return fmt.Sprintf("The %s of %s is", e.Field.words(), article(e.Kind.String()))
}

// sentence is Error, or nothing where nothing was refused.
func (e *RefusedError) sentence() string {
	if e == nil {
		return ""
	}
	return e.Error()
}

// about names what a limit was met by, where that is not said yet.
func about(err error, k Kind, f Field) error {
	var limit *RefusedError
	if !errors.As(err, &limit) {
		return err
	}
	named := *limit
	named.Kind, named.Field = k, f
	return &named
}

// refusalOf turns what makes an own change invalid into what its writer is told.
func refusalOf(err error) *RefusedError {
	var refused *RefusedError
	if errors.As(err, &refused) {
		return refused
	}
	return &RefusedError{Code: RefusedForm, Detail: err.Error()}
}

func article(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

func upper(s string) string { return string(unicode.ToUpper(rune(s[0]))) + s[1:] }

func count(n int, of string) string {
	if n == 1 {
		return "one " + of
	}
	return fmt.Sprintf("%s %ss", number(n), of)
}

// number says small numbers in words, as people do.
func number(n int) string {
	words := [...]string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	if n >= 0 && n < len(words) {
		return words[n]
	}
	return fmt.Sprint(n)
}
