//go:build !race

package p2p

const raced = false
