#!/usr/bin/env bash
# Tests what setup.sh and run.sh do on computers that lack something. Every
# computer here is a folder of small programs that is the whole PATH.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# computer: a repository with our scripts, and tools that record their calls.
computer() {
  rm -rf "$work/repo" "$work/bin" && mkdir -p "$work/repo/build" "$work/repo/frontend/dist" "$work/bin"
  cp "$here"/*.sh "$work/repo/build/"
  touch "$work/repo/frontend/package-lock.json" "$work/repo/frontend/dist/index.html"
  mkdir "$work/repo/frontend/src" "$work/repo/frontend/public" && touch -d 2001-01-01 "$work/repo/frontend/src" "$work/repo/frontend/public"
  touch -d 2001-01-01 "$work/repo/frontend/package-lock.json"
  local tool
  for tool in bash env cat dirname grep head tail sort sha256sum find mkdir rm readlink awk uname id; do ln -s "$(type -P $tool)" "$work/bin/"; done
  tool go 'case $1 in version) echo go version go1.26.0 linux/amd64 ;; build) echo "go $*"; printf "#!$(type -P bash)\necho convene \$*\n" >build/bin/convene; chmod +x build/bin/convene ;; esac'
  tool node 'echo v20.20.2'
  tool npm 'echo "npm $*" >&2; mkdir -p node_modules'
  tool dpkg-query 'exit 1'
  tool apt-get 'case $* in *print-uris*) echo "'"'"'http://x/a'"'"' a 1500000 h" ;; *) echo "apt-get $*"; exit "${APT:-0}" ;; esac'
  tool id 'echo "${WHO:-0}"'
  ln -s "$(type -P chmod)" "$work/bin/"
  mkdir -p "$work/repo/build/bin"
}
tool() { rm -f "$work/bin/$1" && printf '#!%s\n%s\n' "$(type -P bash)" "$2" >"$work/bin/$1" && chmod +x "$work/bin/$1"; }

# on [NAME=VALUE...] COMMAND...: runs it there; sets output and code.
on() {
  code=0
  output=$(cd "$work/repo" && env -i HOME="$work" PATH="$work/bin" "$@" 2>&1 </dev/null) || code=$?
}

# is NAME CODE PATTERN...: what the last command must have said, and not: -PATTERN.
is() {
  local name=$1 want=$2 pattern ok=true
  shift 2
  [ "$code" -eq "$want" ] || ok=false
  for pattern in "$@"; do
    case $pattern in
      -*) ! grep -qF -- "${pattern#-}" <<<"$output" || ok=false ;;
      *) grep -qF -- "$pattern" <<<"$output" || ok=false ;;
    esac
  done
  if $ok; then
    passed=$((passed + 1))
  else
    failed=$((failed + 1))
    printf 'FAILED %s: exit %d, want %d with %s; it said:\n%s\n' "$name" "$code" "$want" "$*" "$output"
  fi
}

computer && rm "$work/bin/go"
on build/setup.sh go
is "no Go: one line with the version and the address" 1 "needs Go 1.21 or newer" "https://go.dev/dl/"
[ "$(wc -l <<<"$output")" -eq 1 ] || is "no Go: only one line" 99

computer && tool go 'echo go version go1.19.8 linux/amd64'
on build/setup.sh go
is "an old Go is named" 1 "this is 1.19.8" "https://go.dev/dl/"

computer && tool go 'echo go version go1.21.0 linux/amd64'
on build/setup.sh go
is "Go 1.21 is enough: it fetches the rest" 0

computer && rm "$work/bin/npm"
on build/setup.sh node
is "no npm: one line with the address" 1 "https://nodejs.org/"

for version in v18.20.4 v20.18.3 v21.7.0 v22.11.0; do
  computer && tool node "echo $version"
  tool npm 'echo "npm $*"; mkdir -p .tools/node_modules/node/bin; printf "#!/bin/sh\necho v20.20.2\n" >.tools/node_modules/node/bin/node; chmod +x .tools/node_modules/node/bin/node'
  on build/setup.sh node
  is "Node $version is replaced below .tools" 0 "install --prefix .tools" "node@20.20.2"
done
for version in v20.19.0 v22.12.0 v24.1.0; do
  computer && tool node "echo $version"
  on build/setup.sh node
  is "Node $version is kept" 0 "-npm install"
done

computer
on build/setup.sh modules modules
is "the packages of the pages are fetched once" 0 "npm ci"
[ "$(grep -c 'npm ci' <<<"$output")" -eq 1 ] || is "npm ci ran twice" 99
echo changed >"$work/repo/frontend/package-lock.json"
on build/setup.sh modules
is "and again when the lock changed" 0 "npm ci"

computer
on DISPLAY= build/run.sh
is "no display: no GTK, a rehearsal" 0 "no display here" "convene rehearse" "120 --out build/rehearsal" "-apt-get" "-desktop"

computer
on DISPLAY=:9 APT=100 build/run.sh
is "refused: listed with size, then the browser" 0 "libwebkit2gtk-4.1-dev" "1 packages, 2 MB to fetch" "Not installed" "opens in your browser" "-desktop"

computer
on DISPLAY=:9 WHO=1000 build/run.sh
is "no sudo: says so, then the browser" 0 "there is no sudo" "opens in your browser" "-desktop"

computer && tool sudo 'echo "sudo $*" >&2; exit 1'
on DISPLAY=:9 WHO=1000 build/run.sh
is "sudo that would ask: refused without waiting" 0 "Not installed" "sudo -n env" "opens in your browser"

computer && tool gcc '' && tool pkg-config ''
on DISPLAY=:9 build/run.sh
is "with GTK: the window, and nothing is installed" 0 "desktop,production,webkit2_41" "-apt-get" "-browser"

printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
