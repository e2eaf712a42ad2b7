//go:build desktop

package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"sync/atomic"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/options/mac"
	"github.com/wailsapp/wails/v2/pkg/runtime"

	"convene/frontend"
)

// hasWindow says whether this build opens a window of its own.
const hasWindow = true

// policy lets the pages load themselves and talk to the API on this computer,
// and nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; " +
	"font-src 'self'; connect-src 'self' ws://127.0.0.1:*; frame-src 'none'; object-src 'none'; " +
	"base-uri 'none'; form-action 'none'"

// openWindow shows the window until the person closes it or ctx ends. It must
// be called on the goroutine of main, which the window keeps meanwhile.
func openWindow(ctx context.Context, w windowConfig) (err error) {
	if err := readyScreen(); err != nil {
		return err
	}
	// GTK answers an unreachable screen with a panic on this goroutine.
	defer func() {
		if problem := recover(); problem != nil {
			err = fmt.Errorf("open the window: %v", problem)
		}
	}()
	window := &Window{api: w, closed: make(chan struct{})}
	window.outer.arrived(w.Invite)
	defer close(window.closed)
	o := window.options(ctx)
	if w.Start != "" {
		// A wall: several may be open, and the other screen is taken by the
		// person, who drags the window there and presses F.
		o.Title, o.SingleInstanceLock, o.BackgroundColour = "Convene", nil, options.NewRGB(0xFF, 0xFF, 0xFF)
		o.Menu = nil
	}
	if err := wails.Run(o); err != nil {
		return fmt.Errorf("open the window: %w", err)
	}
	return nil
}

// Window is what the pages can ask of the window itself. Everything else they
// ask of the API.
type Window struct {
	api    windowConfig
	native native
	outer  outer
	closed chan struct{}
}

// Bootstrap tells the pages where the API is and the token that opens it.
func (w *Window) Bootstrap() Bootstrap {
	return Bootstrap{URL: w.api.URL, Token: w.api.Token, Start: w.api.Start}
}

// Bootstrap is the first thing the pages are told.
type Bootstrap struct {
	URL   string `json:"url"`
	Token string `json:"token"`
	Start string `json:"start,omitempty"` // the screen to begin with, as the fragment of an address
}

func (w *Window) options(ctx context.Context) *options.App {
	var shown atomic.Pointer[context.Context] // set once the window is there
	return &options.App{
		Title:     "Convene",
		Width:     1280,
		Height:    800,
		MinWidth:  360,
		MinHeight: 480,
		// The colour of the empty canvas, so that nothing flashes before it.
		BackgroundColour: options.NewRGB(0xF4, 0xF5, 0xF7),
		AssetServer:      &assetserver.Options{Assets: frontend.Pages(), Middleware: guard},
		Bind:             []any{w},
		OnStartup: func(wctx context.Context) {
			keepInside()
			shown.Store(&wctx)
			w.native.shown(wctx)
			w.outer.begin(wctx, w.api.Log)
			go w.quitWith(ctx, wctx)
		},
		OnShutdown:         runtime.CleanupNotifications,
		Menu:               w.menu(spoken(w.api.DataDir, os.Getenv("LANG"))),
		Logger:             windowLog{w.api.Log},
		LogLevelProduction: 4, // warnings and errors
		// Two data folders are two Convenes; one folder opens once.
		// A second start of the same one brings this window to the front.
		SingleInstanceLock: &options.SingleInstanceLock{
			UniqueId: "convene." + short(w.api.DataDir),
			OnSecondInstanceLaunch: func(second options.SecondInstanceData) {
				if wctx := shown.Load(); wctx != nil {
					runtime.WindowUnminimise(*wctx)
					runtime.WindowShow(*wctx)
				}
				w.outer.arrived(invited(second.Args))
			},
		},
		// Notes move by pointer events; a file dropped on the page would replace it.
		DragAndDrop:            &options.DragAndDrop{DisableWebViewDrop: true},
		BindingsAllowedOrigins: "",
		Mac:                    &mac.Options{OnUrlOpen: func(link string) { w.outer.arrived(invited([]string{link})) }},
		Linux:                  &linux.Options{WebviewGpuPolicy: linux.WebviewGpuPolicyNever, ProgramName: "convene"},
	}
}

// quitWith closes the window when the program is asked to end.
func (w *Window) quitWith(ctx, wctx context.Context) {
	select {
	case <-ctx.Done():
		runtime.Quit(wctx)
	case <-w.closed:
	}
}

// guard adds the policy to every page and file the window loads.
func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		rw.Header().Set("Content-Security-Policy", policy)
		rw.Header().Set("X-Content-Type-Options", "nosniff")
		next.ServeHTTP(rw, r)
	})
}

// readyScreen says plainly when there is no screen, and switches off the
// drawing path of WebKit that leaves windows blank on many graphics drivers.
func readyScreen() error {
	if !onLinux {
		return nil
	}
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return errors.New("there is no display for the window; convene serve works without one")
	}
	if _, chosen := os.LookupEnv("WEBKIT_DISABLE_DMABUF_RENDERER"); !chosen {
		if err := os.Setenv("WEBKIT_DISABLE_DMABUF_RENDERER", "1"); err != nil {
			return fmt.Errorf("prepare the window: %w", err)
		}
	}
	return nil
}

// short returns a name for a folder that is safe on a message bus.
func short(dir string) string {
	if full, err := filepath.Abs(dir); err == nil {
		dir = full
	}
	sum := sha256.Sum256([]byte(dir))
	return "d" + hex.EncodeToString(sum[:8])
}
