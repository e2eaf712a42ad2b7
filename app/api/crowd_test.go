package api

import (
	"net"
	"testing"
)

func TestACrowdOfOneAddressLeavesRoomForOthersAndGivesItsPlacesFree(t *testing.T) {
	c := newCrowd(nil)
	for range mostLinesOfOne {
		if !c.enter("10.0.0.1") {
			t.Fatal("no room for one address")
		}
	}
	if c.enter("10.0.0.1") {
		t.Error("one address has more than its places")
	}
	for i := range mostLines - mostLinesOfOne {
		if !c.enter("10.0.1." + string(rune('a'+i%20))) {
			t.Fatal("no room is left for others")
		}
	}
	if c.enter("10.0.2.1") {
		t.Error("more than all places are taken")
	}
	c.exit("10.0.0.1")
	if !c.enter("10.0.2.1") {
		t.Error("a place that was given free is not given again")
	}
}

func TestAConnectionOverTheBoundIsClosedAndThoseBeforeAreServed(t *testing.T) {
	inner, err := net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c := newCrowd(inner)
	defer c.Close()
	served := make(chan net.Conn, mostLinesOfOne+1)
	go func() {
		defer close(served)
		for {
			conn, err := c.Accept()
			if err != nil {
				return
			}
			served <- conn
		}
	}()
	dial := func() net.Conn {
		conn, err := net.Dial("tcp4", inner.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		return conn
	}
	conns := make([]net.Conn, 0, mostLinesOfOne)
	first := dial()
	defer first.Close()
	within := <-served
	for range mostLinesOfOne - 1 {
		conn := dial()
		defer conn.Close()
		conns = append(conns, <-served)
	}
	over := dial()
	defer over.Close()
	if _, err := over.Read(make([]byte, 1)); err == nil {
		t.Error("one over the bound is served")
	}
	_ = within.Close()
	_ = within.Close() // twice is once
	again := dial()
	defer again.Close()
	conns = append(conns, <-served)
	for _, conn := range conns {
		_ = conn.Close()
	}
	if len(c.of) != 0 || c.all != 0 {
		t.Errorf("after all left: %d, %v", c.all, c.of)
	}
}
