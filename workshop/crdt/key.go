package crdt

import (
	"errors"
	"strings"
)

// MaxKey is the longest order key in bytes.
const MaxKey = 100

var (
	// ErrKeyTooLong means that no key of at most MaxKey bytes is left between
	// the two: the caller gives the whole list fresh keys (KeysBetween).
	ErrKeyTooLong = errors.New("no order key short enough is left here")
	// ErrKeyOrder means that the two ends are not in order.
	ErrKeyOrder = errors.New("order keys are not in order")
	// ErrBadKey means that an end is no order key.
	ErrBadKey = errors.New("not an order key")
)

// The digits of order keys, in byte order. A key is a whole number and a
// fraction. The whole number's first digit says its sign and length: 'a' has one
// more digit, 'b' two, up to 'z'; 'Z' is negative with one more digit, 'Y' two,
// down to 'A'. So long lists that grow at their ends keep short keys. The
// fraction does not end in '0', so there is always room below it.
const (
	keyDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	keyBase   = len(keyDigits)
	firstKey  = "a0"
)

// KeyBetween returns a key that sorts, as bytes, strictly between a and b. An
// empty a is the start of the list, an empty b its end. Every byte of jitter adds
// one digit, so that two people adding at one place seldom make equal keys; pass
// two or three random bytes, or none.
// Errors: ErrBadKey, ErrKeyOrder, ErrKeyTooLong.
func KeyBetween(a, b string, jitter []byte) (string, error) {
	if (a != "" && !ValidKey(a)) || (b != "" && !ValidKey(b)) {
		return "", ErrBadKey
	}
	if a != "" && b != "" && a >= b {
		return "", ErrKeyOrder
	}
	key := keyBetween(a, b) + jitterDigits(jitter)
	if len(key) > MaxKey {
		return "", ErrKeyTooLong
	}
	return key, nil
}

// KeysBetween returns n keys in order between a and b, as short as they can be.
// Errors as of KeyBetween.
func KeysBetween(a, b string, n int) ([]string, error) {
	if n <= 0 {
		return nil, nil
	}
	keys := make([]string, n)
	if err := fillKeys(keys, a, b); err != nil {
		return nil, err
	}
	return keys, nil
}

// fillKeys walks from an open end and halves between two closed ones.
func fillKeys(keys []string, a, b string) (err error) {
	if len(keys) == 0 {
		return nil
	}
	at := len(keys) / 2
	if b == "" {
		at = 0
	} else if a == "" {
		at = len(keys) - 1
	}
	if keys[at], err = KeyBetween(a, b, nil); err != nil {
		return err
	}
	switch {
	case b == "":
		for i := 1; i < len(keys) && err == nil; i++ {
			keys[i], err = KeyBetween(keys[i-1], "", nil)
		}
	case a == "":
		for i := at - 1; i >= 0 && err == nil; i-- {
			keys[i], err = KeyBetween("", keys[i+1], nil)
		}
	default:
		if err = fillKeys(keys[:at], a, keys[at]); err == nil {
			err = fillKeys(keys[at+1:], keys[at], b)
		}
	}
	return err
}

// ValidKey reports whether key could have come from KeyBetween: ask it of every
// key a stranger wrote.
func ValidKey(key string) bool {
	if len(key) > MaxKey {
		return false
	}
	n := wholeLen(key)
	if n == 0 || len(key) < n {
		return false
	}
	for i := range len(key) {
		if digit(key[i]) < 0 {
			return false
		}
	}
	if len(key) > n {
		return key[len(key)-1] != '0'
	}
	return key[0] != 'A' || strings.Trim(key[1:], "0") != ""
}

// keyBetween returns a key k with a < k < b that is no beginning of b, so that
// whatever is appended to k stays below b.
func keyBetween(a, b string) string {
	if a == "" && b == "" {
		return firstKey
	}
	if a == "" {
		whole := b[:wholeLen(b)]
		lower, ok := stepDown(whole)
		switch {
		case !ok:
			return whole + fractionBetween("", b[len(whole):])
		case !ValidKey(lower):
			return lower + fractionBetween("", "")
		}
		return lower
	}
	whole := a[:wholeLen(a)]
	if b != "" && b[:wholeLen(b)] == whole {
		return whole + fractionBetween(a[len(whole):], b[len(whole):])
	}
	if upper, ok := stepUp(whole); ok && (b == "" || upper < b[:wholeLen(b)]) {
		return upper
	}
	return whole + fractionBetween(a[len(whole):], "")
}

// wholeLen is the length of the key's whole number with its first digit; 0 if
// that is no letter.
func wholeLen(key string) int {
	switch {
	case key == "":
		return 0
	case key[0] >= 'a' && key[0] <= 'z':
		return int(key[0]-'a') + 2
	case key[0] >= 'A' && key[0] <= 'Z':
		return int('Z'-key[0]) + 2
	}
	return 0
}

// stepUp returns the next whole number; false above the highest.
func stepUp(whole string) (string, bool) {
	d := []byte(whole)
	for i := len(d) - 1; i > 0; i-- {
		if v := digit(d[i]) + 1; v < keyBase {
			d[i] = keyDigits[v]
			return string(d), true
		}
		d[i] = '0'
	}
	switch head := whole[0]; {
	case head == 'z':
		return "", false
	case head == 'Z':
		return firstKey, true
	case head > 'Z':
		return string(head+1) + string(d[1:]) + "0", true
	default:
		return string(head+1) + string(d[2:]), true
	}
}

// stepDown returns the whole number before; false below the lowest. The lowest
// itself is no key: it needs a fraction to leave room below.
func stepDown(whole string) (string, bool) {
	d := []byte(whole)
	for i := len(d) - 1; i > 0; i-- {
		if v := digit(d[i]) - 1; v >= 0 {
			d[i] = keyDigits[v]
			return string(d), true
		}
		d[i] = 'z'
	}
	switch head := whole[0]; {
	case head == 'A':
		return "", false
	case head == 'a':
		return "Zz", true
	case head > 'a':
		return string(head-1) + string(d[2:]), true
	default:
		return string(head-1) + string(d[1:]) + "z", true
	}
}

// fractionBetween returns a fraction between a and b that is no beginning of b
// and does not end in '0'. An empty b is 1.
func fractionBetween(a, b string) string {
	var out []byte
	for {
		low, high := 0, keyBase
		if a != "" {
			low, a = digit(a[0]), a[1:]
		}
		if b != "" {
			high = digit(b[0])
		}
		switch {
		case low == high:
			out, b = append(out, keyDigits[low]), b[1:]
		case high-low > 1:
			return string(append(out, keyDigits[(low+high)/2]))
		default:
			out, b = append(out, keyDigits[low]), ""
		}
	}
}

// jitterDigits spells bytes as digits, the last of them not '0'.
func jitterDigits(jitter []byte) string {
	out := make([]byte, len(jitter))
	for i, v := range jitter {
		out[i] = keyDigits[int(v)%keyBase]
	}
	if n := len(out); n > 0 && out[n-1] == '0' {
		out[n-1] = keyDigits[1+int(jitter[n-1])/keyBase]
	}
	return string(out)
}

// digit is the value of one digit, or -1.
func digit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'A' && c <= 'Z':
		return int(c-'A') + 10
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 36
	}
	return -1
}
