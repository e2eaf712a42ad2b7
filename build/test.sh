#!/usr/bin/env bash
# Runs the steps of `make test` (all) or `make check` (quick), goes on after a
# failure, and ends with the tests counted: N passed, N failed. The output of
# each step is kept below .tools/log; of a step that failed its end is shown.
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
export NO_COLOR=1 FORCE_COLOR=0
log=.tools/log
passed=0 failed=0 broken=

# step NAME FUNCTION: runs it and counts what it ran. A step without tests of
# its own counts as one.
step() {
  local name=$1 began=$SECONDS file="$log/$1.log" ok=true good bad
  printf '%-22s ' "$name"
  # A function under `if` loses `set -e`; a new shell keeps it.
  bash -c ". build/test.sh steps; $2" >"$file" 2>&1 </dev/null || ok=false
  read -r good bad < <(count "$file")
  if $ok; then
    [ $((good + bad)) -gt 0 ] || good=1
    printf 'ok      %4d s %5d passed\n' $((SECONDS - began)) "$good"
    unsteady "$file"
  else
    [ "$bad" -gt 0 ] || bad=1
    printf 'FAILED  %4d s %5d passed, %d failed (%s)\n' $((SECONDS - began)) "$good" "$bad" "$file"
    broken="$broken $name"
    { told "$file"; shown "$file" | tail -n 60; } | sed 's/^/    | /'
  fi
  passed=$((passed + good)) failed=$((failed + bad))
}

# count FILE: the tests that a log of `go test -v`, vitest or e2e tells of.
count() {
  awk '/^ *--- PASS: /{good++} /^ *--- FAIL: /{bad++}
    /^ *Tests  /{for (i = 2; i <= NF; i++) { if ($i ~ /^passed/) good += $(i - 1); if ($i ~ /^failed/) bad += $(i - 1) }}
    /^[0-9]+ passed, [0-9]+ failed/{good += $1; bad += $3}
    END {print good + 0, bad + 0}' "$1"
}

# unsteady FILE: what failed the first time and passed the second. It is said
# every time, for it is a fault of the test or of the program.
unsteady() { grep -E -A 3 '^(UNSTEADY|FAIL) ' "$1" | head -n 40 | sed 's/^/    | /' || true; }

# shown FILE: the log without the lines of what went well.
shown() { grep -vE '\[rapid\] OK|^ *(=== |--- PASS|PASS$|ok  )|\[no test files\]' "$1" || true; }

# told FILE: of each test that failed, its name and the lines around that name:
# a long log's end alone may not hold them.
told() { shown "$1" | grep -E -B 14 -A 8 '^ *--- FAIL: |^panic: |WARNING: DATA RACE|^ThreadSanitizer' | head -n 120 || true; }

formatted() {
  local files
  files=$(find . -name '*.go' -not -path './.*' -not -path '*/node_modules/*' -print0 | xargs -0 .tools/bin/gofumpt -l)
  [ -z "$files" ] || { printf 'not in the form of gofumpt (make format):\n%s\n' "$files"; return 1; }
}
vetted() { go vet ./...; }
checked() { .tools/bin/staticcheck ./...; }
window_checked() {
  go vet -tags desktop,production,webkit2_41 . && .tools/bin/staticcheck -tags desktop,production,webkit2_41 .
}
# The core starts no goroutine, so its 2,000 histories are played without the
# race detector, which would count its own memory in the other test here;
# every other test runs with it.
histories() { go test -v -timeout 10m -run 'TestEveryLaptopEndsWithTheSameSession|TestReadingAllocatesFourTimesTheInput' ./workshop; }
# A simulated workshop is one goroutine too: simulations, all twenty templates
# among them, are played without the detector; rehearsals over real peers with it.
simulations() { go test -v -timeout 10m -skip 'TestRealLaptops' ./app/rehearse; }
# A passphrase is stretched on purpose: the script about it takes seconds here,
# and two minutes with the detector.
passphrase() { go test -v -timeout 5m -run 'TestScripts/protect' .; }
# raced runs every package under the race detector. What fails gets one second
# run if it is the detector's own fault ("ThreadSanitizer: CHECK failed"), or if
# at most three tests failed alone, on a machine that may have been busy: those
# are told as UNSTEADY when they pass. A race that was found gets no second run.
raced() {
  local out=.tools/log/raced.out
  # The package that takes longest begins first, so that no core waits for it in the end.
  if go test -race -v -timeout 20m ./p2p ./... >"$out" 2>&1; then cat "$out"; return 0; fi
  if grep -q '^ThreadSanitizer: CHECK failed' "$out"; then cat "$out"; raced_itself "$out"; return; fi
  if grep -qE 'WARNING: DATA RACE|^panic: |^fatal error: |^goleak: |\[build failed\]' "$out"; then cat "$out"; return 1; fi
  raced_again "$out"
}
raced_itself() {
  local again
  again=$(awk '/^ThreadSanitizer: CHECK failed/{own=1} /^FAIL\t/{if (own) print $2; own=0} /^ok /{own=0}' "$1")
  [ -n "$again" ] || return 1
  [ "$(grep -c $'^FAIL\t' "$1")" -eq "$(wc -w <<<"$again")" ] || return 1
  printf 'UNSTEADY The race detector failed itself in: %s. Once more.\n' "$again"
  # shellcheck disable=SC2086 # package paths
  go test -race -v -timeout 20m $again
}
# raced_again FILE: the log with what failed left out, then those tests once
# more, each in its package.
raced_again() {
  local list name package
  list=$(awk '/^--- FAIL: /{names[++n] = $3} /^FAIL\t/{if (n == 0) print $2, "-"; for (i = 1; i <= n; i++) print $2, names[i]; n = 0} /^ok /{n = 0}' "$1")
  # A package that failed without a test that did ("-") ended by itself: no second run says more.
  if [ -z "$list" ] || grep -q -- ' -$' <<<"$list" || [ "$(wc -l <<<"$list")" -gt 3 ]; then cat "$1"; return 1; fi
  sed -E 's/^( *)--- FAIL: /\1--- first time: /' "$1"
  while read -r package name; do
    go test -race -v -timeout 20m -run "^$name\$" "$package" || return 1
    printf 'UNSTEADY %s in %s failed, then passed:\n%s\n' "$name" "$package" "$(grep -A 2 "^--- FAIL: $name " "$1" | sed 's/--- FAIL: /first time: /')"
  done <<<"$list"
}
tested() { go test -short -v -timeout 5m ./...; }
soaks_compile() { go vet -tags soak,nettest ./...; }

# Generating again must change nothing. What was stale is fresh afterwards:
# look at it and commit it.
generated() {
  local before after
  before=$(sha256sum docs/api.md frontend/src/api/types.ts)
  go generate ./...
  after=$(sha256sum docs/api.md frontend/src/api/types.ts)
  [ "$before" = "$after" ] || { echo "docs/api.md or frontend/src/api/types.ts was not current; now it is"; return 1; }
}

lock_clean() {
  ! grep -n '"resolved"' frontend/package-lock.json || { echo "the lock names a download host: npm must read frontend/.npmrc"; return 1; }
}
linted() { lock_clean && cd frontend && npm run --silent lint; }
typed() { cd frontend && npm run --silent check; }
vitest() { cd frontend && npm run --silent test; }
e2e() {
  local chromium
  chromium=$(find_chromium) && [ -x "$chromium" ] ||
    die "No Chromium for the end-to-end tests: install chromium or google-chrome, or set CHROMIUM to its path"
  go build -o build/bin/convene-e2e .
  cd frontend && CHROMIUM=$chromium CONVENE="$PWD/../build/bin/convene-e2e" npm run --silent e2e
}
set_up() { build/setup-test.sh; }
window() { build/window-smoke.sh; }
crossed() { make cross; }

quick_steps() {
  step set-up set_up
  step gofumpt formatted
  step vet vetted
  step staticcheck checked
  step "go-test" tested
  step generated generated
  step pages-lint linted
  step pages-types typed
  step pages-test vitest
}

all_steps() {
  step set-up set_up
  step gofumpt formatted
  step vet vetted
  step staticcheck checked
  step core-histories histories
  step simulations simulations
  step passphrase passphrase
  step go-test-race raced
  step generated generated
  step pages-lint linted
  step pages-types typed
  step pages-test vitest
  step end-to-end e2e
  step window window
  step window-lint window_checked
  step soak-compiles soaks_compile
  step cross crossed
}

main() {
  local began=$SECONDS
  mkdir -p "$log"
  say "setting up (the first time 5-10 minutes, most of it compiling)"
  need_go
  need_node
  need_pages
  need_gotools
  [ "$1" = quick ] || need_compiler || die "make test needs a C compiler for the race detector: install gcc and libc6-dev"
  "$1_steps"
  printf '\n%d s%s\n%d passed, %d failed\n' $((SECONDS - began)) "${broken:+, failed:$broken}" "$passed" "$failed"
  [ "$failed" -eq 0 ]
}

[ "${1:-all}" = steps ] || main "${1:-all}"
