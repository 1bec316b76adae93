# `make help` lists what can be made. Every target works from any directory and in a path with
# spaces: `make -C "/somewhere/what worked" demo`, or `make -f /somewhere/Makefile demo`.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

ROOT := $(shell cd "$$(dirname "$$(sed 's/^ *//' <<< '$(MAKEFILE_LIST)')")" && pwd)

SWIFT ?= swift
PREFIX ?= /usr/local
DESTDIR ?=
SECONDS ?= 60

# Without the flag an undeclared import of a sibling target compiles whenever that is built already.
FLAGS := --explicit-target-dependency-import-check error
SOURCES := Sources Tests Package.swift

# Homebrew's headers and libraries are outside the compiler's own search path.
BREW := $(shell command -v brew > /dev/null && brew --prefix)
ifneq ($(BREW),)
export CPATH := $(BREW)/include$(if $(CPATH),:$(CPATH))
export LIBRARY_PATH := $(BREW)/lib$(if $(LIBRARY_PATH),:$(LIBRARY_PATH))
endif

export SWIFT FLAGS PREFIX DESTDIR

.PHONY: help libraries build demo test check verify bench docs fuzz sanitize install clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' "$(ROOT)/Makefile"

libraries: ## install the C libraries that are missing (apt or brew)
	@"$(ROOT)/scripts/install-system-libraries"

build: libraries ## build the program for development
	@cd "$(ROOT)" && "$(SWIFT)" build $(FLAGS) --product whatworked

demo: build ## make the packs, analyse the sample workbooks, merge them, and say where to look
	@"$(ROOT)/scripts/demo"

test: libraries ## run the tests
	@cd "$(ROOT)" && "$(SWIFT)" test $(FLAGS) --parallel

check: libraries ## format, lint and declared imports, all strict
	@cd "$(ROOT)" && "$(SWIFT)" format lint --strict --recursive --parallel $(SOURCES)
	@cd "$(ROOT)" && "$(SWIFT)" build $(FLAGS) --build-tests
	@"$(ROOT)/scripts/check-text"

verify: build ## compare with LibreOffice, Gnumeric, Chromium, axe, vnu and R
	@"$(ROOT)/scripts/verify/all"

bench: libraries ## time reading beside other readers, then the whole commands
	@"$(ROOT)/Benchmarks/run.py"
	@"$(ROOT)/scripts/bench"

docs: libraries ## write the reference of every target to out/docs
	@"$(ROOT)/scripts/document"

fuzz: build ## feed each reader, then the program, with damaged input for SECONDS=60
	@"$(ROOT)/Fuzzing/run" "$(SECONDS)"
	@"$(ROOT)/scripts/fuzz" "$(SECONDS)"

sanitize: libraries ## run all tests under the address sanitizer, then the thread sanitizer
	@"$(ROOT)/scripts/sanitize"

install: libraries ## install the program and the templates under PREFIX (and DESTDIR)
	@"$(ROOT)/scripts/install"

clean: ## remove what was built and what was written to out/
	@cd "$(ROOT)" && rm -rf .build .build-address .build-thread out
