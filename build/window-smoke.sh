#!/usr/bin/env bash
# Opens the real window on a screen of its own (Xvfb), with an empty data
# folder, and works in it: build/window-smoke.mjs tells what must be true.
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

need_go
need_node
need_pages
need_window || die "The window cannot be tested without $window_packages"
need_screen || die "The window cannot be tested without $screen_packages"

work=$(mktemp -d)
screen=
finish() {
  [ -z "$screen" ] || kill "$screen" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT

go build -tags desktop,production,webkit2_41,devtools -o build/bin/convene-smoke .

# Xvfb picks a free number and writes it when it is ready.
mkfifo "$work/number"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$work/number" 2>"$work/xvfb.log" &
screen=$!
read -r -t 30 number <"$work/number" || die "Xvfb did not start: $(tail -n 1 "$work/xvfb.log")"

mkdir "$work/home" "$work/run" && chmod 700 "$work/run"
env -u WAYLAND_DISPLAY DISPLAY=":$number" GDK_BACKEND=x11 HOME="$work/home" XDG_RUNTIME_DIR="$work/run" LANG=C.UTF-8 CONVENE_NO_KEYCHAIN=1 \
  dbus-run-session -- node --experimental-websocket --no-warnings build/window-smoke.mjs build/bin/convene-smoke "$work/data"
