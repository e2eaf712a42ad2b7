//go:build desktop

package main

import (
	"context"
	goruntime "runtime"
	"sync"

	"github.com/sirupsen/logrus"
	"github.com/wailsapp/wails/v2/pkg/menu"
	"github.com/wailsapp/wails/v2/pkg/menu/keys"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"convene/frontend"
)

// The events that tell the pages what was asked of the window from outside them.
const (
	menuEvent   = "menu"       // with the name of what was chosen
	inviteEvent = "invitation" // one waits to be asked for
)

// outer is what reaches the window from outside its pages, the menu and the links of invites, and what it tells outside them.
type outer struct {
	mu      sync.Mutex
	wctx    context.Context // of the window, once it is there
	invite  string          // waits until the pages ask for it
	notices bool            // the system takes notices
}

// begin is called once the window is there.
func (o *outer) begin(wctx context.Context, log *logrus.Entry) {
	err := runtime.InitializeNotifications(wctx)
	if err != nil {
		log.WithError(err).Info("no notices outside the window")
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.wctx, o.notices = wctx, err == nil
}

// arrived keeps the link of an invite until the pages, which may still be loading, ask for it.
func (o *outer) arrived(link string) {
	if link == "" {
		return
	}
	o.mu.Lock()
	o.invite = link
	wctx := o.wctx
	o.mu.Unlock()
	if wctx != nil {
		runtime.EventsEmit(wctx, inviteEvent)
	}
}

// Invitation returns the invite by which the system started this program, once. The pages show it; it is followed when the person
// says so.
func (w *Window) Invitation() string {
	w.outer.mu.Lock()
	defer w.outer.mu.Unlock()
	link := w.outer.invite
	w.outer.invite = ""
	return link
}

// Notify shows one line of words outside the window, where the system takes notices.
func (w *Window) Notify(text string) {
	w.outer.mu.Lock()
	wctx, able := w.outer.wctx, w.outer.notices
	w.outer.mu.Unlock()
	if text = noticed(text); !able || text == "" {
		return
	}
	if err := runtime.SendNotification(wctx, runtime.NotificationOptions{ID: "convene", Title: "Convene", Body: text}); err != nil {
		w.api.Log.WithError(err).Info("a notice was not shown")
	}
}

// Speak tells the language of the pages. The menu follows at once where the system lets it, else with the next start.
func (w *Window) Speak(language string) error {
	changed, err := keepLanguage(w.api.DataDir, language)
	if err != nil || !changed || onLinux { // GTK's menu bar is built once, with the window
		return err
	}
	w.window(func(wctx context.Context) { runtime.MenuSetApplicationMenu(wctx, w.menu(language)) })
	return nil
}

// menu is the window's own menu. What is chosen there is told to the pages by its name; only the window itself is changed here.
func (w *Window) menu(language string) *menu.Menu {
	words, _ := frontend.Words(language)
	tell := func(name string) menu.Callback {
		return func(*menu.CallbackData) {
			w.window(func(wctx context.Context) { runtime.EventsEmit(wctx, menuEvent, name) })
		}
	}
	bar := menu.NewMenu()
	if goruntime.GOOS == "darwin" { // without them nothing can be copied by key there, and nothing quits
		bar.Append(menu.AppMenu())
	}
	session := bar.AddSubmenu(words["menu-session"])
	session.AddText(words["home-new"], keys.CmdOrCtrl("n"), tell("new"))
	session.AddText(words["join-title"], keys.CmdOrCtrl("j"), tell("join"))
	session.AddSeparator()
	session.AddText(words["menu-quit"], keys.CmdOrCtrl("q"), func(*menu.CallbackData) { w.window(runtime.Quit) })
	if goruntime.GOOS == "darwin" {
		bar.Append(menu.EditMenu())
	}
	places := bar.AddSubmenu(words["menu-go"])
	places.AddText(words["nav-sessions"], keys.CmdOrCtrl("1"), tell("sessions"))
	places.AddText(words["nav-templates"], keys.CmdOrCtrl("2"), tell("templates"))
	places.AddText(words["check-room"], keys.CmdOrCtrl("3"), tell("check"))
	places.AddSeparator()
	places.AddText(words["nav-settings"], keys.CmdOrCtrl(","), tell("settings"))
	view := bar.AddSubmenu(words["menu-view"])
	view.AddText(words["menu-full-screen"], keys.Key("f11"), func(*menu.CallbackData) { w.window(fill) })
	return bar
}

// window does something to the window, once it is there.
func (w *Window) window(act func(context.Context)) {
	w.outer.mu.Lock()
	wctx := w.outer.wctx
	w.outer.mu.Unlock()
	if wctx != nil {
		act(wctx)
	}
}

// fill lets the window fill the screen, or gives it back.
func fill(wctx context.Context) {
	if runtime.WindowIsFullscreen(wctx) {
		runtime.WindowUnfullscreen(wctx)
	} else {
		runtime.WindowFullscreen(wctx)
	}
}
