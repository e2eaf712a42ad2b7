#!/usr/bin/env bash
# The rows of `make bench` that no Go test measures. Each adds its lines to the
# file that CONVENE_BENCH names.
. "$(dirname "${BASH_SOURCE[0]}")/../setup.sh"
need_go
need_node
need_pages

failed=
if need_window; then
  go build -tags desktop,production,webkit2_41 -ldflags '-s -w' -o build/bin/convene-bench . || failed=yes
  bytes=$(stat -c %s build/bin/convene-bench)
  rm build/bin/convene-bench
  awk -v b="$bytes" 'BEGIN { mb = b / 1e6
    printf "{\"name\":\"binary-size\",\"value\":%.1f,\"unit\":\"MB\",\"bar\":50,\"ok\":%s}\n", mb, mb <= 50 ? "true" : "false" }' >>"$CONVENE_BENCH"
else
  say "binary-size: not measured without $window_packages"
fi

# The board in headless Chromium, beside a bare page with the same notes.
(cd frontend && npm run --silent bench) || failed=yes

# The same in the engine of the window on Linux.
if [ -x "${MINIBROWSER:-/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser}" ] && command -v Xvfb >/dev/null; then
  (cd frontend && npm run --silent bench:webkit) || failed=yes
else
  say "board-webkit: not measured without MiniBrowser of libwebkit2gtk-4.1-0 and Xvfb"
fi
[ -z "$failed" ]
