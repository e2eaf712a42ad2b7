// Package nettest holds the tests that start real Convene processes, each in a
// network namespace of its own: make nettest. They join, lose packets, cut
// cables and kill laptops, and print a table of what it took.
//
// It has no code of its own outside of tests, and no way out of its namespaces.
package nettest
