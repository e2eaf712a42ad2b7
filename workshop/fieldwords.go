package workshop

import "fmt"

// fieldWords are the names of the fields in the words of people, by number.
var fieldWords = [...]string{
	"deleted", "title", "text", "name", "purpose", "question", "period", "date", "place", "nonce", "first", "state",
	"floor", "order", "person", "keeper", "role", "rank", "activity kind", "preset", "minutes", "prompt",
	"instructions", "settings", "source", "activity", "color", "cluster", "x", "y", "from", "to", "label", "on", "pass",
	"commit", "box", "seal", "salt", "choices", "lines", "rule", "evidence", "what", "owner", "accepted", "due",
	"first step", "type", "item", "fate", "answer", "members", "ready", "hand", "seconds", "options", "voters", "run",
	"sign", "yields", "lang", "anonymous", "template", "values", "secret", "locked", "zone", "slot", "round", "back",
	"starred", "tags",
}

func (f Field) words() string {
	if int(f) < len(fieldWords) {
		return fieldWords[f]
	}
	return fmt.Sprintf("field %d", uint8(f))
}
