# Two commands matter: `make run` opens Convene, `make test` proves it. Both set up
# what they need, say so, and are quick the second time.

SHELL := /bin/bash
MAKEFLAGS += --no-print-directory

# An older Go fetches the one in go.mod; an older Node is replaced below .tools.
export GOTOOLCHAIN := auto
export PATH := $(CURDIR)/.tools/node_modules/node/bin:$(PATH)

WINDOW := desktop,production,webkit2_41

.DEFAULT_GOAL := help
.PHONY: help run test check window headless cross soak bench nettest generate format clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1|\2/' | column -t -s '|'

run: ## set up, build and open Convene
	@build/run.sh

test: ## everything: format, lint, tests, pages, Chromium, the window, cross builds
	@build/test.sh all

check: ## the quick part of it, for every commit
	@build/test.sh quick

window: ## build the app with its window into build/bin
	@build/setup.sh go node pages
	@go build -tags $(WINDOW) -ldflags '-s -w' -o build/bin/convene .

headless: ## build it without a window: it serves a browser
	@build/setup.sh go node pages
	@go build -ldflags '-s -w' -o build/bin/convene .

cross: ## build for Windows, with its window, and for macOS, without
	@build/setup.sh go node pages
	@CGO_ENABLED=0 GOOS=windows GOARCH=amd64 go build -tags desktop,production -o build/bin/convene-windows-amd64.exe .
	@CGO_ENABLED=0 GOOS=darwin GOARCH=arm64 go build -o build/bin/convene-darwin-arm64 .

soak: ## hours of work on one session
	@build/suite.sh soak

bench: ## measure, and print the table
	@build/suite.sh bench

nettest: ## the network between namespaces of its own; needs root
	@build/suite.sh nettest

generate: ## write docs/api.md and the TypeScript types from the Go code
	@build/setup.sh go
	@go generate ./...

format: ## format Go and the pages
	@build/setup.sh go node modules gotools
	@.tools/bin/gofumpt -w $$(git ls-files '*.go')
	@cd frontend && npm run format

clean: ## remove what was built; downloads stay
	@rm -rf build/bin build/rehearsal .tools/log && find frontend/dist -mindepth 1 ! -name .gitkeep -delete
