package app

// CarryStep is what long work with a whole session is doing.
type CarryStep string

// The steps, in the order in which they come.
const (
	CarrySaving   CarryStep = "saving"   // writes changes and pictures into a file
	CarryChecking CarryStep = "checking" // judges each change and picture
	CarryKeeping  CarryStep = "keeping"  // puts on the disk what was judged
)

// Values lists them, for the window's types.
func (CarryStep) Values() []string {
	return []string{string(CarrySaving), string(CarryChecking), string(CarryKeeping)}
}

// CarryProgress tells how far a step has come: have of "of" changes and pictures.
type CarryProgress struct {
	Step CarryStep `json:"step"`
	Have int       `json:"have"`
	Of   int       `json:"of"`
}

// BundleSaved is a bundle that was written.
type BundleSaved struct {
	Path    string `json:"path"`
	Session string `json:"session"`
	Changes int    `json:"changes"`
	Images  int    `json:"images"`
	Digest  string `json:"digest"` // hex: equal on laptops that hold the same
	Notice  string `json:"notice"` // who can read the file: to be said before it is given away
}

// Refused is something in a bundle that was not taken.
type Refused struct {
	What string `json:"what"`
	Why  string `json:"why"`
}

// Imported is what became of a bundle.
type Imported struct {
	Session string        `json:"session"`
	Title   string        `json:"title"`
	New     bool          `json:"new"`     // the session was not on this laptop before
	Added   int           `json:"added"`   // changes that were not here
	Known   int           `json:"known"`   // changes that were
	Images  int           `json:"images"`  // that were not here
	Role    Part          `json:"role"`    // of the person at this computer; "none" can look and not write
	Person  string        `json:"person"`  // their key in the session, by which a facilitator can admit them
	Digest  string        `json:"digest"`  // of the session as it is here now
	Refused List[Refused] `json:"refused"` // what was left out; only where the rest was asked for all the same
}

// Verified is what checking a session from its first change on has shown.
type Verified struct {
	Session     string        `json:"session"`
	OK          bool          `json:"ok"` // nothing was refused, and the digest is the one that was said
	Changes     int           `json:"changes"`
	Writers     int           `json:"writers"`
	People      int           `json:"people"`
	Images      int           `json:"images"`
	NotAllowed  int           `json:"notAllowed"` // changes that are kept and never count: their writer had not the right
	SetAside    int           `json:"setAside"`   // contributions that do not count now
	Broken      int           `json:"broken"`     // people under whose key two laptops wrote
	Digest      string        `json:"digest"`
	View        string        `json:"view"`        // digest of the picture that follows
	Fingerprint List[string]  `json:"fingerprint"` // six words of the report with names, as it has them itself
	Refused     List[Refused] `json:"refused"`
}
