#!/usr/bin/env bash
# Puts in place what the other targets need, each step only when it is missing:
#
#   build/setup.sh go node modules pages gotools
#
# The scripts beside it source this file and call the same functions. A step
# that cannot be done says in one line what is missing and ends the run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export GOTOOLCHAIN=auto
export PATH="$PWD/.tools/node_modules/node/bin:$PATH"
export LC_ALL=C.UTF-8 npm_config_fund=false npm_config_audit=false npm_config_update_notifier=false

go_oldest=1.21
node_oldest=20.19.0
node_ours=20.20.2
compiler_packages="gcc libc6-dev"
window_packages="$compiler_packages pkg-config libgtk-3-dev libwebkit2gtk-4.1-dev"
screen_packages="xvfb xauth fonts-dejavu-core dbus-daemon"
nettest_packages="iproute2 nftables"
router_packages="miniupnpd"

say() { printf '%s\n' "$*" >&2; }
die() { say "$*" && exit 1; }
have() { type -P "$1" >/dev/null; }

# at_least 1.26.0 1.21: the first version is the second or newer.
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

# need_go asks from outside the repository: an old Go cannot read our go.mod.
need_go() {
  local found
  have go || die "Convene needs Go $go_oldest or newer, and there is none: https://go.dev/dl/"
  found=$(cd / && GOTOOLCHAIN=local go version | grep -oE 'go[0-9]+\.[0-9.]+' | head -n 1)
  [ -z "$found" ] || at_least "${found#go}" "$go_oldest" ||
    die "Convene needs Go $go_oldest or newer, this is ${found#go}: https://go.dev/dl/"
}

# Vite asks for 20.19 and, of the later ones, 22.12.
node_fits() {
  local found=${1#v}
  at_least "$found" "$node_oldest" && { [ "${found%%.*}" -eq 20 ] || at_least "$found" 22.12.0; }
}

need_node() {
  have node && have npm || die "Convene needs Node with npm, any version, for its pages: https://nodejs.org/"
  node_fits "$(node --version)" && return
  say "Node $(node --version) is too old for the pages; putting $node_ours into .tools (about 45 MB)"
  mkdir -p .tools && npm install --prefix .tools --no-save --loglevel=error "node@$node_ours" >&2
  hash -r
  node_fits "$(node --version)" || die "Node $node_ours did not arrive in .tools; install Node $node_oldest or newer: https://nodejs.org/"
}

# Some systems bind npm to their own old Node by its full path.
npm() {
  local script
  script=$(readlink -f "$(type -P npm)")
  case $script in
    *.js) command node "$script" "$@" ;;
    *) command npm "$@" ;;
  esac
}

# The packages of the pages, again only when the lock or Node changed.
need_modules() {
  local want
  want=$( (cat frontend/package-lock.json && node --version) | sha256sum)
  [ "$(cat frontend/node_modules/.complete 2>/dev/null || true)" = "$want" ] && return
  say "fetching the packages of the pages (the first time: about a minute)"
  (cd frontend && npm ci --loglevel=error --no-progress >&2)
  printf '%s\n' "$want" >frontend/node_modules/.complete
}

need_pages() {
  local newer
  need_modules
  if [ -f frontend/dist/index.html ]; then
    newer=$(find frontend/src frontend/public frontend/*.* -newer frontend/dist/index.html -print -quit)
    [ -n "$newer" ] || return 0
  fi
  say "building the pages"
  (cd frontend && npm run --silent build -- --logLevel error >&2)
}

need_gotools() {
  go build -C build/tools -o "$PWD/.tools/bin/" mvdan.cc/gofumpt honnef.co/go/tools/cmd/staticcheck
}

need_compiler() { have gcc || have clang || need_packages "the race detector" "$compiler_packages"; }

window_builds() { { have gcc || have clang; } && have pkg-config && pkg-config --exists gtk+-3.0 webkit2gtk-4.1; }
need_window() { window_builds || need_packages "the window" "$window_packages"; }
need_screen() { { have Xvfb && have dbus-run-session; } || need_packages "a window on no screen" "$screen_packages"; }

# Namespaces need root; what they are made with is installed when it may be.
# Without a router's daemon that opens ports only those tests say that they are skipped.
need_nettest() {
  { have ip && have bridge && have nft; } || need_packages "networks of its own" "$nettest_packages" || return 1
  have miniupnpd || need_packages "a router that opens ports" "$router_packages" || true
}

# need_packages REASON "NAME...": installs the Debian packages that are not
# there yet, after saying which and how large. False when that is not possible
# or not allowed; the caller knows what to do without.
need_packages() {
  local reason=$1 missing as_root=() uris
  missing=$(missing_packages "$2")
  [ -n "$missing" ] || return 0
  have apt-get || { say "For $reason this system lacks what Debian calls: $missing"; return 1; }
  if [ "$(id -u)" -ne 0 ]; then
    have sudo || { say "For $reason these packages are missing, and there is no sudo: $missing"; return 1; }
    as_root=(sudo)
    [ -t 0 ] || as_root=(sudo -n)
  fi
  mkdir -p .tools && : >.tools/apt.log
  if ! uris=$(package_uris "$missing"); then
    say "For $reason: $missing; first Debian's list of packages is fetched: ${as_root[*]} apt-get update"
    apt update || { refused "$missing"; return 1; }
    uris=$(package_uris "$missing") || { say "For $reason: apt does not know all of $missing"; return 1; }
  fi
  say "For $reason, from Debian: $missing"
  awk '{ n++; s += $3 } END { printf "  with what they need %d packages, %.0f MB to fetch\n", n, s / 1e6 }' <<<"$uris" >&2
  # An old list names files that are no longer there: then once more with a new one.
  # shellcheck disable=SC2086 # the names are a list
  apt install -y --no-install-recommends $missing || { apt update && apt install -y --no-install-recommends $missing; } ||
    { refused "$missing"; return 1; }
}

# apt runs apt-get with the rights that need_packages found.
apt() { "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@" >>.tools/apt.log 2>&1; }

refused() { say "Not installed: $1 ($(tail -n 1 .tools/apt.log))"; }

missing_packages() {
  local name missing=
  for name in $1; do
    dpkg-query -W -f '${db:Status-Abbrev}' "$name" 2>/dev/null | grep -q '^ii' || missing="$missing $name"
  done
  printf '%s' "${missing# }"
}

# One line for each archive that apt would fetch; needs no rights.
package_uris() {
  # shellcheck disable=SC2086
  apt-get install -qq --no-install-recommends --print-uris $1 2>/dev/null
}

# The Chromium of the end-to-end tests: yours, the system's, Debian's, or the
# one Playwright fetches. Prints its path.
find_chromium() {
  local name
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$name" ] && have "$name"; then
      type -P "$name"
      return
    fi
  done
  if [ "$(. /etc/os-release 2>/dev/null && printf '%s' "${ID:-}")" = debian ] && need_packages "the tests in Chromium" chromium; then
    type -P chromium
    return
  fi
  (cd frontend && npm exec --no -- playwright-core install chromium >&2 &&
    node -e 'import("playwright-core").then((p) => console.log(p.chromium.executablePath()))')
}

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
  for step in "$@"; do "need_$step"; done
fi
