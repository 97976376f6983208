# Targets for people; Maven does the work.

.DEFAULT_GOAL := help
.PHONY: help demo test build format clean

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile

demo: ## Walk the guide's five steps on a real PostgreSQL
	@bin/aludel --version
	@examples/demo/demo

test: ## Everything: format, static analysis, architecture rules, all tests
	mvn -B -Dstyle.color=never install

build: ## Build and install without tests
	mvn -q -B -Dquick -Dmaven.test.skip=true install

format: ## Bring all sources into the project's format
	mvn -q -B spotless:apply

clean: ## Remove everything that was built
	mvn -q -B -Dquick clean
