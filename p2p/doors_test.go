package p2p

import (
	"fmt"
	"testing"

	"github.com/libp2p/go-libp2p/core/host"
	"github.com/libp2p/go-libp2p/core/network"
	ma "github.com/multiformats/go-multiaddr"
)

// doorStream is a stream at a door that can be reset.
type doorStream struct {
	network.Stream
	c   network.Conn
	out bool
}

func (s *doorStream) Conn() network.Conn { return s.c }
func (s *doorStream) Reset() error       { s.out = true; return nil }

type doorConn struct {
	network.Conn
	at ma.Multiaddr
}

func (c *doorConn) RemoteMultiaddr() ma.Multiaddr { return c.at }

func knocksFrom(text string) *doorStream {
	return &doorStream{c: &doorConn{at: ma.StringCast(text)}}
}

func TestWhoHasTheMostAtTheDoorGoesFirst(t *testing.T) {
	var d doors
	ben := knocksFrom("/ip4/198.51.100.1/tcp/1")
	d.enter(ben)
	cem := knocksFrom("/ip4/198.51.100.2/tcp/1")
	d.enter(cem)
	if !d.prove(cem) {
		t.Fatal("there is no room to wait in")
	}
	var crowd []*doorStream
	for i := range 2000 {
		s := knocksFrom(fmt.Sprintf("/ip4/203.0.113.%d/tcp/%d", i%3+1, i+1))
		crowd = append(crowd, s)
		d.enter(s)
	}
	stand := 0
	for _, s := range crowd {
		if !s.out {
			stand++
		}
	}
	if stand != unprovenRoom-1 || crowd[0].out == false || crowd[len(crowd)-1].out {
		t.Errorf("of a crowd %d stand, want %d; the first is out: %v", stand, unprovenRoom-1, crowd[0].out)
	}
	if ben.out || cem.out {
		t.Errorf("a crowd pushed out who came alone (%v), or who showed an invite (%v)", ben.out, cem.out)
	}
	if trying, proven := d.at(ben.c); !trying || proven {
		t.Errorf("ben, who proved nothing: %v, %v", trying, proven)
	}
	if trying, proven := d.at(cem.c); !trying || !proven {
		t.Errorf("cem, who did: %v, %v", trying, proven)
	}
	d.leave(ben)
	if trying, _ := d.at(ben.c); trying {
		t.Error("ben left and is still there")
	}
}

func TestTheWaitingRoomIsBounded(t *testing.T) {
	var d doors
	waiting := 0
	for i := range 2 * waitingRoom {
		s := knocksFrom(fmt.Sprintf("/ip4/10.0.%d.%d/tcp/1", i/200, i%200))
		d.enter(s)
		if d.prove(s) {
			waiting++
		}
	}
	if waiting != waitingRoom {
		t.Errorf("%d wait, want %d", waiting, waitingRoom)
	}
}

// crowd is strangers of one address, each of whom opened as many streams as they may and said half a word.
func crowd(t *testing.T, ana *laptop, size int) (held int) {
	t.Helper()
	info := parseFull(ana.Address().Full(), true)[0]
	var all []host.Host
	t.Cleanup(func() {
		for _, h := range all {
			h.Close()
		}
	})
	for i := range size {
		h, err := newHost(hostKey(fmt.Sprint("stranger ", i)))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, h)
		if err := h.Connect(t.Context(), info); err != nil {
			t.Fatal(err)
		}
		for range 4 {
			if s, err := h.NewStream(t.Context(), info.ID, protoJoin); err == nil {
				if _, err := s.Write([]byte{0, 0, 0, 90, 1}); err == nil {
					held++
				}
			}
		}
	}
	return held
}

func TestStrangersOfOneAddressDoNotCloseTheDoor(t *testing.T) {
	h := newHall("the door")
	ana := open(t, h, "ana")
	if held := crowd(t, ana, 50); held < 192 {
		t.Errorf("only %d streams were opened", held)
	}
	if _, err := Join(t.Context(), Visit{Key: hostKey("ben"), Invite: invite(h, ana), Loopback: true, Prove: newRoom(h, "ben").prove}); err != nil {
		t.Errorf("who has an invite, behind them: %v", err)
	}
}
