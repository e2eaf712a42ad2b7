#!/usr/bin/env bash
# `make run`: builds Convene and opens it. With a screen and GTK that is its
# window; with a screen only, your browser; without a screen, a rehearsal.
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

need_go
need_node
[ -d .tools/built ] || say "first build: 5-10 minutes; afterwards seconds"
need_pages

tags=
if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  say "There is no display here, so GTK is not installed and no window opens; a rehearsal is played instead."
elif [ "$(uname)" = Linux ] && need_window; then
  tags=desktop,production,webkit2_41
else
  say "Building without the window; Convene opens in your browser and does the same there."
fi

say "building the program"
go build -tags "$tags" -ldflags '-s -w' -o build/bin/convene .
mkdir -p .tools/built

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  # The last line it prints is the path of the report.
  rm -rf build/rehearsal
  build/bin/convene rehearse --template quick-cocreation --people 6 --seed 7 --speed 120 --out build/rehearsal
else
  exec build/bin/convene
fi
