//go:build desktop

package main

import (
	"context"
	"fmt"
	"html"
	"net/http"

	"github.com/wailsapp/wails/v2"
	"github.com/wailsapp/wails/v2/pkg/options"
	"github.com/wailsapp/wails/v2/pkg/options/assetserver"
	"github.com/wailsapp/wails/v2/pkg/options/linux"
	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// troubleStyle is the only style of the page; the policy lets no other in, and no script at all.
const troubleStyle = "body{font:16px/24px system-ui,sans-serif;margin:32px;color:#1B1D22;background:#F4F5F7}" +
	"h1{font-size:24px;line-height:32px;margin:0 0 12px}p{color:#4A4D55}" +
	"@media(prefers-color-scheme:dark){body{color:#F3F4F7;background:#15171C}p{color:#C9CCD4}}"

// openTrouble shows why Convene could not start, for people who started it from an icon and see no terminal. It returns when
// the person closes it or ctx ends. Where another Convene has this data folder open, that one's window comes to the front
// instead and this process ends.
func openTrouble(ctx context.Context, w windowConfig, message, hint string) error {
	if err := readyScreen(); err != nil {
		return err
	}
	closed := make(chan struct{})
	defer close(closed)
	page := troublePage(message, hint)
	err := wails.Run(&options.App{
		Title: "Convene", Width: 560, Height: 280, BackgroundColour: options.NewRGB(0xF4, 0xF5, 0xF7),
		AssetServer: &assetserver.Options{Handler: page},
		OnStartup: func(wctx context.Context) {
			keepInside()
			go func() {
				select {
				case <-ctx.Done():
					runtime.Quit(wctx)
				case <-closed:
				}
			}()
		},
		SingleInstanceLock: &options.SingleInstanceLock{UniqueId: "convene." + short(w.DataDir)},
		Linux:              &linux.Options{WebviewGpuPolicy: linux.WebviewGpuPolicyNever, ProgramName: "convene"},
	})
	if err != nil {
		return fmt.Errorf("open the window: %w", err)
	}
	return nil
}

// troublePage is one page of words.
func troublePage(message, hint string) http.Handler {
	text := fmt.Sprintf("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Convene</title><style>%s</style>"+
		"<main role=\"alert\"><h1>%s</h1><p>%s</p></main></html>", troubleStyle, html.EscapeString(message), html.EscapeString(hint))
	return http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Content-Type", "text/html; charset=utf-8")
		rw.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
		rw.Header().Set("X-Content-Type-Options", "nosniff")
		_, _ = rw.Write([]byte(text))
	})
}
