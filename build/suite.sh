#!/usr/bin/env bash
# The long suites: build/suite.sh soak | bench | nettest. Each runs what the
# repository holds of it, and fails in one line when that is nothing.
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"
need_go

# holds PATTERN: whether a test file has such a function.
holds() { grep -rqE --include='*_test.go' --exclude-dir=node_modules "^func $1" .; }

case ${1:-} in
  soak)
    holds 'TestSoak' || die "There is no soak test yet (func TestSoak..., build tag soak)."
    exec go test -tags soak -run '^TestSoak' -v -timeout 4h ./...
    ;;
  bench)
    rows=$(mktemp)
    trap 'rm -f "$rows"' EXIT
    export CONVENE_BENCH=$rows
    # One room after the other: a row that shares the processors measures them.
    go test -run '^$' -bench '^BenchmarkRow' -benchtime 1x -timeout 2h -p 1 ./... | grep -v '^\(ok\|?\|PASS\)' || failed=yes
    build/bench/outside.sh || failed=yes
    echo
    go run ./build/bench/table "$rows"
    [ -z "${failed:-}" ] || die "Some rows could not be measured; the lines above say why."
    ;;
  nettest)
    holds 'TestNet' || die "There is no test over network namespaces yet (func TestNet..., build tag nettest)."
    [ "$(id -u)" -eq 0 ] || die "make nettest needs root to make its own network namespaces: sudo make nettest"
    need_nettest || die "make nettest needs ip, bridge and nft (Debian: $nettest_packages)."
    exec go test -count=1 -tags nettest -run '^TestNet' -v -timeout 40m ./build/nettest
    ;;
  *) die "build/suite.sh soak | bench | nettest" ;;
esac
