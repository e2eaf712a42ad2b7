package outcome

import (
	_ "embed"
	"strings"
)

//go:embed words.txt
var wordsText string

// wordList has 2048 short English words that sound different. Its order is part of the format: it never changes.
var wordList = strings.Fields(wordsText)

// Fingerprint turns a digest into six words that people can compare aloud. They hold 66 bits: two different records share them
// by chance once in 10^19, and to make a second record with given words is beyond the means of those a workshop has to fear.
func Fingerprint(digest [32]byte) [6]string {
	var words [6]string
	bits, held, at := uint(0), 0, 0
	for i := range words {
		for held < 11 {
			bits, held, at = bits<<8|uint(digest[at]), held+8, at+1
		}
		held -= 11
		words[i] = wordList[bits>>held&2047]
	}
	return words
}
