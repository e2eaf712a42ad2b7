package app

import (
	"errors"
	"fmt"
	"slices"

	"convene/p2p"
	"convene/storage"
	"convene/workshop"
)

// Codes of a data folder that a passphrase opens.
const (
	codePassphraseNeeded = "passphrase-needed"
	codePassphraseWrong  = "passphrase-wrong"
)

// explanation is what to say about an error of another room that a person can meet:
// what is true, what is safe, what to do.
type explanation struct {
	err     error
	failure Failure
}

func explained() []explanation {
	return slices.Concat(aboutDisk(), aboutPeers(), aboutActivities())
}

func aboutDisk() []explanation {
	return []explanation{
		{storage.ErrInUse, Failure{
			"folder-in-use", "Convene is already running with this data folder.",
			"Nothing was changed. Use the window that is open, or close it first.",
		}},
		{storage.ErrReadOnly, Failure{
			"folder-read-only", "The data folder cannot be written.",
			"What is in it is safe. Allow writing to it, or start with another one: --data FOLDER.",
		}},
		{storage.ErrNoSpace, Failure{
			"disk-full", "The disk is full.",
			"What was acknowledged is saved; this was not. Make room, then do it again.",
		}},
		{storage.ErrNewer, Failure{
			"folder-newer", "The data folder was written by a newer version of Convene.",
			"Nothing was changed. Open it with that version.",
		}},
		{storage.ErrPassphraseNeeded, Failure{
			codePassphraseNeeded, "Your sessions are encrypted, and what opens them is not here.",
			"Nothing was changed. Give your passphrase: --passphrase-file FILE, or unlock the keychain of this computer.",
		}},
		{storage.ErrPassphraseWrong, Failure{
			codePassphraseWrong, "Your sessions are encrypted, and this is not the passphrase that opens them.",
			"Nothing was changed. Try it again: small and capital letters count, and so do spaces.",
		}},
		{storage.ErrNoKey, Failure{
			"folder-locked", "Your sessions are encrypted, and what opens them is not here.",
			"Nothing was changed. Unlock the keychain of this computer: nothing else has the key.",
		}},
		{storage.ErrClosed, Failure{
			"session-closed", "The session is not open on this computer any more.",
			"What was acknowledged is saved. Open the session again.",
		}},
	}
}

func aboutPeers() []explanation {
	return []explanation{
		{p2p.ErrPortInUse, Failure{
			"port-in-use", "Another program uses this port.",
			"Nothing was changed. Choose another port, or 0 for any free one.",
		}},
		{p2p.ErrInviteCut, Failure{
			"invite-cut", "This invite is not complete.",
			"Nothing was changed. Copy the whole link and try again.",
		}},
		{p2p.ErrInviteOther, Failure{
			"invite-other", "This is not an invite that this version of Convene can read.",
			"Nothing was changed. Ask for a new invite, and compare the versions of both apps.",
		}},
		{p2p.ErrInviteExpired, Failure{
			"invite-expired", "This invite has expired or was taken back, or the clock of this laptop is wrong.",
			"Nothing was changed. Look at the clock, or ask for a new one.",
		}},
		{p2p.ErrInviteRefused, Failure{
			"invite-refused", "This invite was refused.",
			"Nothing was changed. It may be used up, taken back or expired: ask for a new one.",
		}},
		{p2p.ErrOtherSession, Failure{
			"invite-other-session", "This invite is for another session than the one that answered.",
			"Nothing was changed. Ask for a new invite.",
		}},
		{p2p.ErrNotAdmitted, Failure{
			"not-admitted", "The other computer does not let this one in.",
			"What is here is safe. Ask a facilitator to invite you again.",
		}},
		{p2p.ErrVersion, Failure{
			"other-version", "The other computer runs another version of Convene.",
			"What is here is safe. Bring both to the same version.",
		}},
		{p2p.ErrPass, Failure{
			"relay-other", "This is not the link of a relay.",
			"Nothing was changed. It begins with convene://relay/; ask who runs the relay.",
		}},
		{p2p.ErrNoDirectory, Failure{
			"directory-silent", "The directory does not answer.",
			"Nothing was changed. Check that this computer is on the internet and try again, or ask for a new link.",
		}},
		{p2p.ErrNotListed, Failure{
			"directory-unknown", "The directory does not know where the facilitator's computer is.",
			"Nothing was changed. It may be off: try again later, or ask for a new link.",
		}},
		{p2p.ErrDirectoryOther, Failure{
			"directory-other", "This is not the address of a directory's server.",
			"Nothing was changed. It begins with a slash and ends with /p2p/ and a peer id; ask who runs the directory.",
		}},
		{p2p.ErrCodeMistyped, Failure{
			"code-mistyped", "This is not a code like 4-tulip-anchor.",
			"Nothing was changed. Look at it again: a number and two words.",
		}},
		{p2p.ErrCodeRefused, Failure{
			"code-refused", "Nobody on this network has this code.",
			"Nothing was changed. Look at the code again: it may be another one by now. Or ask for the link.",
		}},
		{p2p.ErrAddressMistyped, Failure{
			"address-mistyped", "This is not an address like 192.168.1.20:40123.",
			"Nothing was changed. The facilitator sees the address below the invite.",
		}},
		{p2p.ErrUnreachable, Failure{
			"unreachable", "Nobody answered at the addresses of the invite.",
			"Nothing was changed. Check that both computers are on the same network, then try again.",
		}},
	}
}

func aboutActivities() []explanation {
	return []explanation{
		{workshop.ErrNoActivity, Failure{
			"no-activity", "This activity is not in the agenda any more.",
			"Nothing was changed. Choose another one.",
		}},
		{workshop.ErrNotSupported, Failure{
			"not-supported", "This version cannot run this kind of activity yet.",
			"Nothing was changed. Choose another activity.",
		}},
		{workshop.ErrNothingToSort, Failure{
			"nothing-to-sort", "There are no notes to sort yet.",
			"Nothing was changed. Collect notes first, or choose another source in the plan.",
		}},
		{workshop.ErrNothingToVote, Failure{
			"nothing-to-vote", "There is nothing to vote on yet.",
			"Nothing was changed. Collect notes first, or choose another source in the plan.",
		}},
		{workshop.ErrNoQuestion, Failure{
			"no-question", "A vote needs a question.",
			"Nothing was changed. Write one into the prompt of the activity.",
		}},
		{workshop.ErrNoProposal, Failure{
			"no-proposal", "There is no proposal to vote on yet.",
			"Nothing was changed. Write the proposal down first, then open the vote.",
		}},
		{workshop.ErrTooMuch, Failure{
			"too-much", "This is too much to consent to at once.",
			"Nothing was changed. Choose fewer options for the vote.",
		}},
		{workshop.ErrGridAxes, Failure{
			"grid-axes", "A vote on a grid asks two questions about each option.",
			"Nothing was changed. Write two criteria into the settings of the activity.",
		}},
		{workshop.ErrDotsDoNotDecide, Failure{
			"dots-do-not-decide", "Dots narrow a choice; they do not decide.",
			"Nothing was changed. Choose another way of voting for a decision.",
		}},
		{workshop.ErrNoText, Failure{
			"no-text", "This text is not here any more.",
			"Nothing was changed.",
		}},
	}
}

// Explain returns the words for an error, and false where it is nothing that
// a person should have met: a fault of the program, to be logged.
func Explain(err error) (Failure, bool) {
	var refusal *Refusal
	if errors.As(err, &refusal) {
		return refusal.Failure, true
	}
	var space *storage.SpaceError
	if errors.As(err, &space) {
		return tooFull(space), true
	}
	for _, e := range explained() {
		if errors.Is(err, e.err) {
			return e.failure, true
		}
	}
	var refused *workshop.RefusedError
	if errors.As(err, &refused) {
		return refusedByRules(refused), true
	}
	return Failure{
		"internal", "Something went wrong inside Convene.",
		"What was acknowledged is saved. Try again; if it stays, close Convene and open it again.",
	}, false
}

// tooFull is said of a disk that has room, but too little to write safely.
func tooFull(e *storage.SpaceError) Failure {
	hint := fmt.Sprintf("%d MB are free, and writing safely needs %d MB. What was acknowledged is saved; this was not. Make room, then do it again.",
		e.Free>>20, e.Needed>>20)
	return Failure{Code: "disk-full", Message: "The disk is almost full.", Hint: hint}
}

// refusedByRules is what the rules of the workshop answered, which they say themselves, with a way out.
func refusedByRules(refused *workshop.RefusedError) Failure {
	f := Failure{Code: "refused-" + string(refused.Code), Message: refused.Error() + "."}
	switch refused.Code {
	case workshop.RefusedRight, workshop.RefusedNotOpen, workshop.RefusedLocked, workshop.RefusedGone:
		f.Code, f.Hint = "not-allowed", "Nothing was changed. Look what the facilitator has open now."
	case workshop.RefusedLong, workshop.RefusedMany, workshop.RefusedChange, workshop.RefusedOps:
		f.Hint = "Nothing was changed. Make it shorter, or do it in parts."
	case workshop.RefusedWriter:
		f.Hint = "Everything until now is saved."
	default:
		f.Hint = "Nothing was changed."
	}
	return f
}
