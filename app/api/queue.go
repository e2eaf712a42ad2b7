package api

import (
	"context"
	"sync/atomic"
)

// queue holds what is on its way to a window. It is bounded: a window that
// does not read is not waited for.
type queue struct {
	messages chan []byte
	size     atomic.Int64
	most     int64
}

func newQueue(messages int, size int64) *queue {
	return &queue{messages: make(chan []byte, messages), most: size}
}

// push appends a message and reports whether there was room. One message
// alone may be larger than the queue: a snapshot of a large session is.
func (q *queue) push(message []byte) bool {
	size := int64(len(message))
	if before := q.size.Add(size) - size; before > 0 && before+size > q.most {
		q.size.Add(-size)
		return false
	}
	select {
	case q.messages <- message:
		return true
	default:
		q.size.Add(-size)
		return false
	}
}

// drain hands every message to write, in order, until write fails or ctx ends.
func (q *queue) drain(ctx context.Context, write func([]byte) error) error {
	for {
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case message := <-q.messages:
			if err := write(message); err != nil {
				return err
			}
			q.size.Add(-int64(len(message)))
		}
	}
}
