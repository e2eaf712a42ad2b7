//go:build soak

package app

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"testing"
	"time"
)

var (
	soakHours   = flag.Int("soak.hours", 8, "how many workshops of an hour the soak of the app holds, one after the other")
	soakMinutes = flag.Int("soak.minutes", 60, "how many minutes of work each of them has; an hour has 60")
)

// held is what a process holds when nothing is going on.
type held struct {
	heap       float64 // MB after collecting
	goroutines int
	files      int
}

func holding(t *testing.T) (h held) {
	t.Helper()
	runtime.GC()
	runtime.GC() // what finalizers of the first let go of
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	files, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		t.Skip("open files are counted in /proc")
	}
	return held{float64(m.HeapAlloc) / (1 << 20), runtime.NumGoroutine(), len(files)}
}

// atRest is what is held once connections and timers of what was closed are gone: what does not go within a minute stays.
func atRest(t *testing.T, like held) (h held) {
	t.Helper()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for range 60 {
		if h = holding(t); h.goroutines <= like.goroutines && h.files <= like.files && h.heap <= like.heap {
			break
		}
		<-tick.C
	}
	return h
}

// TestSoakADayOfWorkshopsLeavesNothingBehind holds workshops of four laptops over real connections, each with the work of an hour and
// without its waiting: 5 gestures a minute of each person, one laptop that closes the session and comes back every minute, another
// activity, a search and a report every ten. At the end of each the session is forgotten on all laptops, and what the process
// holds must be what it held after the first one.
func TestSoakADayOfWorkshopsLeavesNothingBehind(t *testing.T) {
	homes := []*home{newHome(t, "Amina"), newHome(t, "Ben"), newHome(t, "Chao"), newHome(t, "Dara")}
	var first held
	begin := time.Now()
	for hour := range *soakHours {
		gestures := workAnHour(t, homes)
		for _, h := range homes {
			must(t, h.ForgetSession(t.Context(), h.session))
		}
		now := atRest(t, first)
		t.Logf("hour %d, after %v: %d gestures; %.1f MB in the heap, %d goroutines, %d files", hour+1, time.Since(begin).Round(time.Second), gestures, now.heap, now.goroutines, now.files)
		if hour == 0 {
			first = now
			continue
		}
		if now.heap > 1.1*first.heap || now.goroutines > first.goroutines+4 || now.files > first.files+4 {
			t.Errorf("hour %d leaves more than hour 1: %+v, it was %+v", hour+1, now, first)
		}
	}
}

// workAnHour holds one workshop and counts what people did in it.
func workAnHour(t *testing.T, homes []*home) (gestures int) {
	t.Helper()
	host, ctx := homes[0], t.Context()
	var err error
	host.session, err = host.CreateSession(ctx, NewSession{Title: "An hour of it"})
	must(t, err)
	boards := []string{}
	for _, title := range []string{"This", "That"} {
		board, err := host.AddActivity(ctx, host.session, NewActivity{
			Kind: ActivityBrainstorm, Title: title, Settings: Settings{"visibility": "public"},
		})
		must(t, err)
		boards = append(boards, board)
	}
	_, err = host.OpenRun(ctx, host.session, boards[0])
	must(t, err)
	for _, h := range homes[1:] {
		h.joins(host, "")
	}
	for minute := range *soakMinutes {
		for _, h := range homes {
			gestures += workAMinute(t, h, minute)
		}
		away := homes[1+minute%(len(homes)-1)]
		must(t, away.CloseSession(ctx, away.session))
		must(t, away.OpenSession(ctx, away.session))
		if minute%10 == 9 {
			inSync(t, homes...)
			_, err := host.OpenRun(ctx, host.session, boards[(minute/10+1)%2])
			must(t, err)
			found, err := away.Search(ctx, "an idea of minute")
			must(t, err)
			if len(found.Hits) == 0 {
				t.Error("a search finds nothing")
			}
			if len(RecordWhole(host.view(), RecordWish{Profile: "names", Length: "full"})) < 1000 {
				t.Error("the report is empty")
			}
			gestures += 3
		}
	}
	inSync(t, homes...)
	return gestures
}

// workAMinute is what one person does in a minute.
func workAMinute(t *testing.T, h *home, minute int) int {
	t.Helper()
	ctx := t.Context()
	note, err := h.AddNote(ctx, h.session, NewNote{Text: fmt.Sprintf("an idea of minute %d", minute)})
	must(t, err)
	second, err := h.AddNote(ctx, h.session, NewNote{Text: "and what follows from it"})
	must(t, err)
	must(t, h.EditNote(ctx, h.session, note, fmt.Sprintf("a better idea: an idea of minute %d", minute)))
	_, err = h.AddParked(ctx, h.session, fmt.Sprintf("later: %d", minute))
	must(t, err)
	must(t, h.RemoveNote(ctx, h.session, second))
	return 5
}
