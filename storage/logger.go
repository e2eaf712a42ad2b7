package storage

import (
	"fmt"
	"strings"

	"github.com/sirupsen/logrus"
)

// badgerLogger hands Badger's messages to logrus as a field, so that our own stay fixed. Badger
// logs file names and counts, never keys or values.
type badgerLogger struct{ log *logrus.Entry }

func (b badgerLogger) say(level logrus.Level, format string, args []any) {
	if b.log.Logger.IsLevelEnabled(level) {
		b.log.WithField("badger", strings.TrimSpace(fmt.Sprintf(format, args...))).Log(level, "database")
	}
}

// Errorf is a warning here: whether it is an error is decided by who called Badger.
func (b badgerLogger) Errorf(f string, a ...any)   { b.say(logrus.WarnLevel, f, a) }
func (b badgerLogger) Warningf(f string, a ...any) { b.say(logrus.WarnLevel, f, a) }
func (b badgerLogger) Infof(f string, a ...any)    { b.say(logrus.DebugLevel, f, a) }
func (b badgerLogger) Debugf(f string, a ...any)   { b.say(logrus.TraceLevel, f, a) }
