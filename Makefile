# Targets for people; Maven does the work.

.DEFAULT_GOAL := help
.PHONY: help demo test bench build format clean

# How often all contenders of `make bench` take their turn; which chapters (empty: all, written to benchmarks/RESULTS.md);
# another version of the server, for a pg_dump that is older than it.
ROUNDS ?= 5
CHAPTERS ?=
POSTGRES ?=

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile

demo: ## Walk the guide's five steps on a real PostgreSQL
	@bin/aludel --version
	@examples/demo/demo

test: ## Everything: format, static analysis, architecture rules, all tests
	mvn -B -Dstyle.color=never install

bench: ## Measure Aludel beside its peers; ROUNDS=5, CHAPTERS="start migrate growth delay inspect mariadb"
	@bin/aludel --version
	@mvn -q -B -Dquick -Dmaven.test.skip=true -Ppeers $(if $(POSTGRES),-Dpostgresql-binaries.version=$(POSTGRES)) package \
	  -pl benchmarks,benchmarks/peers/flyway,benchmarks/peers/liquibase,benchmarks/peers/ebean,benchmarks/peers/mybatis -am
	@java -cp "benchmarks/target/aludel-benchmarks.jar:$$(cat benchmarks/target/classpath.txt)" \
	  dev.aludel.benchmarks.Benchmarks . $(ROUNDS) $(CHAPTERS)

build: ## Build and install without tests
	mvn -q -B -Dquick -Dmaven.test.skip=true install

format: ## Bring all sources into the project's format
	mvn -q -B spotless:apply

clean: ## Remove everything that was built
	mvn -q -B -Dquick clean
