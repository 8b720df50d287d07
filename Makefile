# Two commands do all the set-up: `make demo` and `make test`. The rest is for those who work here.
#
# Everything is built once, optimised, tests included: tests run at full speed and share what
# `make demo` has built.

PREFIX ?= /usr/local
BUILD = swift build -c release

.PHONY: help demo test bench lint format docs baseline vectors install clean

help: ## Show what there is to make
	@grep -hE '^[a-z]+:.*## ' Makefile | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

demo: ## Build, scan real code, and mint, inspect and convert a few IDs
	@scripts/demo

test: ## Install what the tests need, build, and run all of them
	@scripts/test

bench: ## Measure, and print the table of the README
	@scripts/bench

lint: ## Check format, floors, sizes, identifiers, and what the library promises
	@scripts/lint

format: ## Format the sources
	@swift format -i -r Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/IDs

docs: ## Build the documentation into .build/docs, and write docs/rules.md
	@scripts/docs

baseline: ## Take in the scanner's findings in the project's own sources, and what is gone
	@$(BUILD) --product signet
	@.build/release/signet scan --quiet --baseline .signet-baseline --update-baseline

vectors: ## Write Vectors/ anew
	@$(BUILD) --product signet-vectors
	@.build/release/signet-vectors Vectors

install: ## Install a self-contained signet and its shell completions below PREFIX
	@scripts/install-signet '$(DESTDIR)$(PREFIX)'

clean: ## Remove what was built
	@rm -rf .build .build-static .build-docs
