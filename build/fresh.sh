#!/usr/bin/env bash
# Proves the README: makes a bare Debian 12 below a folder (debootstrap, as
# root), with nothing but git, make, Go and Node in it, clones the committed
# state of this repository there and runs `make run` and `make test`, each
# twice, with their times.
#
#   build/fresh.sh FOLDER [COMMAND...]     default: the two commands, twice
#
# NODE=debian takes Debian's own, older Node instead of a copy of this one.
# How this computer reaches the registries (proxy variables, certificates,
# npmrc) is copied into the folder for the run, and stays there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

[ $# -ge 1 ] || { echo "build/fresh.sh FOLDER [COMMAND...]" >&2; exit 2; }
[ "$(id -u)" -eq 0 ] || { echo "build/fresh.sh needs root, for debootstrap and chroot" >&2; exit 1; }
root=$(realpath -m "$1")
shift
[ ! -e "$root" ] || { echo "$root exists; name a new folder" >&2; exit 1; }

echo "making Debian 12 in $root"
debootstrap --variant=minbase --include=git,make,ca-certificates bookworm "$root" "${MIRROR:-http://deb.debian.org/debian}" >"$root.log" ||
  { tail -n 5 "$root.log"; exit 1; }
[ ! -f /etc/apt/sources.list.d/debian.sources ] ||
  { cp /etc/apt/sources.list.d/debian.sources "$root/etc/apt/sources.list.d/" && : >"$root/etc/apt/sources.list"; }

copy() { # copy PATH...: the same path inside, where it exists here
  local path
  for path in "$@"; do
    [ -e "$path" ] || continue
    mkdir -p "$root$(dirname "$path")"
    cp -aL "$path" "$root$(dirname "$path")/"
  done
}
copy /etc/resolv.conf /etc/hosts /etc/ssl/certs/ca-certificates.crt ~/.npmrc /etc/npmrc ~/.config/go/env
cp -a "$(cd / && go env GOROOT)" "$root/usr/local/go"
if [ "${NODE:-}" != debian ]; then
  install -m 755 "$(readlink -f "$(type -P node)")" "$root/usr/local/bin/node"
  mkdir -p "$root/usr/local/lib/node_modules"
  cp -aL "$(dirname "$(dirname "$(readlink -f "$(type -P npm)")")")" "$root/usr/local/lib/node_modules/npm"
  ln -s ../lib/node_modules/npm/bin/npm-cli.js "$root/usr/local/bin/npm"
fi
git clone -q --no-hardlinks . "$root/root/convene"

mapfile -t registries < <(env | grep -E '^(GOPROXY|GOSUMDB|GONOSUMDB|GOPRIVATE|GOFLAGS|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|https?_proxy|HTTPS?_PROXY|no_proxy|NO_PROXY|npm_config_[a-z_]+)=')

# inside COMMAND: runs it in the clone. The mounts and every process it leaves
# behind end with it.
inside() {
  # shellcheck disable=SC2016 # expanded inside
  unshare --mount --pid --fork env -i HOME=/root TERM=dumb PATH=/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    "${registries[@]}" ROOT="$root" COMMAND="$1" bash -euc '
      mount -t proc proc "$ROOT/proc"
      mount --rbind /dev "$ROOT/dev"
      mount -t tmpfs -o mode=1777 tmpfs "$ROOT/tmp"
      exec chroot "$ROOT" bash -c "cd /root/convene && $COMMAND"' </dev/null
}

[ "${NODE:-}" != debian ] || inside "apt-get update && apt-get install -y --no-install-recommends nodejs npm" >>"$root.log"
[ $# -gt 0 ] || set -- "make run" "make run" "make test" "make test"
failed=0
for command in "$@"; do
  echo "== $command"
  began=$SECONDS
  if inside "$command"; then result=ok; else result=FAILED failed=1; fi
  echo "== $command: $result, $((SECONDS - began)) s"
done
exit $failed
