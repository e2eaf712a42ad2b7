package crdt

import (
	"errors"
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// keyNumber reads a key by the book: the number its whole digits and its
// fraction stand for, in units of 62 to the power of -MaxKey. Keys must sort as
// these numbers do.
func keyNumber(key string) *big.Int {
	base := big.NewInt(int64(keyBase))
	power := func(n int) *big.Int { return new(big.Int).Exp(base, big.NewInt(int64(n)), nil) }
	read := func(digits string) *big.Int {
		n := new(big.Int)
		for _, c := range digits {
			n.Mul(n, base).Add(n, big.NewInt(int64(strings.IndexRune(keyDigits, c))))
		}
		return n
	}
	n := wholeLen(key)
	whole := read(key[1:n])
	if key[0] >= 'a' {
		for i := 1; i < n-1; i++ {
			whole.Add(whole, power(i))
		}
	} else {
		for i := 1; i < n; i++ {
			whole.Sub(whole, power(i))
		}
	}
	fraction := key[n:] + strings.Repeat("0", MaxKey-len(key[n:]))
	return whole.Mul(whole, power(MaxKey)).Add(whole, read(fraction))
}

var jitters = rapid.SliceOfN(rapid.Byte(), 0, 3)

// The reference is the list itself: after any insertions the keys, sorted as
// bytes, must stand in the order of the list.
func TestKeysSortAsTheListTheyWereMadeFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []string
		end := func(i int) string {
			if i < 0 || i >= len(list) {
				return ""
			}
			return list[i]
		}
		for range rapid.IntRange(1, 120).Draw(t, "inserts") {
			at := rapid.IntRange(0, len(list)).Draw(t, "at")
			if rapid.Bool().Draw(t, "at the end") {
				at = len(list)
			}
			key, err := KeyBetween(end(at-1), end(at), jitters.Draw(t, "jitter"))
			if err != nil {
				t.Fatalf("between %q and %q: %v", end(at-1), end(at), err)
			}
			if !ValidKey(key) {
				t.Fatalf("%q is not valid", key)
			}
			list = slices.Insert(list, at, key)
		}
		for i := 1; i < len(list); i++ {
			if list[i-1] >= list[i] || keyNumber(list[i-1]).Cmp(keyNumber(list[i])) >= 0 {
				t.Fatalf("%q is not below %q", list[i-1], list[i])
			}
		}
	})
}

// drawKey makes any valid key, also ones nobody honest makes.
func drawKey(t *rapid.T, label string) string {
	head := rapid.SampledFrom([]byte("AABYZabyzz")).Draw(t, label+" head")
	key := string(head)
	n := wholeLen(key) - 1 + rapid.IntRange(0, 4).Draw(t, label+" fraction")
	digit := rapid.SampledFrom([]byte("0001VVzzz"))
	for range n {
		key += string(digit.Draw(t, label))
	}
	if !ValidKey(key) {
		key += "1"
	}
	return key
}

func TestThereIsAKeyBetweenAnyTwoKeysAStrangerMade(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawKey(t, "a"), drawKey(t, "b")
		if a > b {
			a, b = b, a
		}
		jitter := jitters.Draw(t, "jitter")
		for _, ends := range [][2]string{{a, b}, {"", a}, {b, ""}} {
			key, err := KeyBetween(ends[0], ends[1], jitter)
			if a == b && ends == [2]string{a, b} {
				if !errors.Is(err, ErrKeyOrder) {
					t.Fatalf("between equal keys: %q, %v", key, err)
				}
				continue
			}
			if err != nil || !ValidKey(key) || key <= ends[0] || (ends[1] != "" && key >= ends[1]) {
				t.Fatalf("between %q: got %q, %v", ends, key, err)
			}
		}
	})
}

func TestKeyBetweenTable(t *testing.T) {
	for name, c := range map[string]struct {
		a, b   string
		jitter []byte
		want   string
		err    error
	}{
		"first of all":               {"", "", nil, "a0", nil},
		"after the last":             {"a0", "", nil, "a1", nil},
		"after the last of a length": {"az", "", nil, "b00", nil},
		"before the first":           {"", "a0", nil, "Zz", nil},
		"before the first negative":  {"", "Z0", nil, "Yzz", nil},
		"between neighbours":         {"a0", "a1", nil, "a0V", nil},
		"between far ones":           {"a0", "a5", nil, "a1", nil},
		"up from the negative":       {"Zz", "a1", nil, "a0", nil},
		"above the highest":          {"z" + strings.Repeat("z", 26), "", nil, "z" + strings.Repeat("z", 26) + "V", nil},
		"below almost the lowest":    {"", "A" + strings.Repeat("0", 25) + "1", nil, "A" + strings.Repeat("0", 26) + "V", nil},
		"jitter is appended":         {"a0", "", []byte{10, 36}, "a1Aa", nil},
		"jitter ends in no zero":     {"a0", "", []byte{62, 62}, "a102", nil},
		"ends in wrong order":        {"a1", "a0", nil, "", ErrKeyOrder},
		"equal ends":                 {"a1", "a1", nil, "", ErrKeyOrder},
		"an end that is no key":      {"a", "", nil, "", ErrBadKey},
		"no room":                    {"a0" + strings.Repeat("z", 98), "a1", nil, "", ErrKeyTooLong},
		"no room for the jitter":     {"a0", "", make([]byte, 99), "", ErrKeyTooLong},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := KeyBetween(c.a, c.b, c.jitter)
			if got != c.want || !errors.Is(err, c.err) {
				t.Errorf("got %q, %v; want %q, %v", got, err, c.want, c.err)
			}
		})
	}
}

func TestValidKeyRefusesWhatKeyBetweenNeverMakes(t *testing.T) {
	for name, key := range map[string]string{
		"empty":              "",
		"no whole number":    "5",
		"cut whole number":   "b0",
		"fraction ends in 0": "a10",
		"the lowest":         "A" + strings.Repeat("0", 26),
		"a strange byte":     "a0é",
		"a space":            "a ",
		"too long":           "a0" + strings.Repeat("1", 99),
	} {
		if ValidKey(key) {
			t.Errorf("%s: %q passes", name, key)
		}
	}
}

func TestLongListsGrowingAtTheirEndsKeepShortKeys(t *testing.T) {
	low, high := "a0", "a0"
	for i := range 20000 {
		jitter := []byte{byte(i), byte(i >> 3)}
		var err error
		if high, err = KeyBetween(high, "", jitter); err != nil {
			t.Fatal(err)
		}
		if low, err = KeyBetween("", low, jitter); err != nil {
			t.Fatal(err)
		}
	}
	if len(high) > 6 || len(low) > 6 {
		t.Fatalf("after 20,000 at each end: %q and %q", low, high)
	}
}

func TestOneGapTakesHundredsOfKeysThenAsksForFreshOnes(t *testing.T) {
	low, high := "a0", "a1"
	for n := 0; ; n++ {
		key, err := KeyBetween(low, high, []byte{byte(n), byte(n * 7)})
		if err != nil {
			if !errors.Is(err, ErrKeyTooLong) || n < 300 {
				t.Fatalf("after %d: %v", n, err)
			}
			return
		}
		if n > 2000 {
			t.Fatal("keys do not grow: the test is wrong")
		}
		high = key
	}
}

func TestKeysBetweenAreInOrderAndShort(t *testing.T) {
	for name, c := range map[string]struct {
		a, b      string
		n, length int
	}{
		"a fresh list":      {"", "", 5000, 4},
		"after a list":      {"a5", "", 5000, 4},
		"before a list":     {"", "a5", 5000, 4},
		"into a narrow gap": {"a5", "a6", 5000, 6},
		"none":              {"", "", 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			keys, err := KeysBetween(c.a, c.b, c.n)
			if err != nil || len(keys) != c.n {
				t.Fatalf("%d keys, %v", len(keys), err)
			}
			last := c.a
			for _, k := range keys {
				if k <= last || !ValidKey(k) || len(k) > c.length {
					t.Fatalf("%q after %q", k, last)
				}
				last = k
			}
			if c.b != "" && last >= c.b {
				t.Fatalf("%q is past %q", last, c.b)
			}
		})
	}
	if _, err := KeysBetween("a6", "a5", 3); !errors.Is(err, ErrKeyOrder) {
		t.Fatalf("ends in wrong order: %v", err)
	}
}
