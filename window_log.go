//go:build desktop

package main

import "github.com/sirupsen/logrus"

// windowLog hands what Wails has to say to our own log.
type windowLog struct{ log *logrus.Entry }

func (l windowLog) Print(message string)   { l.log.Debug(message) }
func (l windowLog) Trace(message string)   { l.log.Trace(message) }
func (l windowLog) Debug(message string)   { l.log.Debug(message) }
func (l windowLog) Info(message string)    { l.log.Debug(message) }
func (l windowLog) Warning(message string) { l.log.Warn(message) }
func (l windowLog) Error(message string)   { l.log.Error(message) }

// Fatal does not end the program: Wails does so itself after saying it.
func (l windowLog) Fatal(message string) { l.log.Error(message) }
