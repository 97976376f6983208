# Targets for people; Maven does the work.

.DEFAULT_GOAL := help
.PHONY: help demo test test-postgresql test-mysql bench build format clean

# How often all contenders of `make bench` take their turn; which chapters (empty: all, written to benchmarks/RESULTS.md);
# another version of the server, for a pg_dump that is older than it.
ROUNDS ?= 5
CHAPTERS ?=
POSTGRES ?=

# The newest minor versions of the majors before the one that `make test` runs.
POSTGRES_OLDER ?= 14.20.0 15.19.0 16.15.0 17.11.0

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1	\2/p' Makefile

demo: ## Walk the guide's five steps on a real PostgreSQL
	@bin/aludel --version
	@examples/demo/demo

test: ## Everything: format, static analysis, architecture rules, all tests
	mvn -B -Dstyle.color=never install

test-postgresql: ## The tests that ask PostgreSQL, on each of its older major versions
	@for version in $(POSTGRES_OLDER); do \
	  echo "PostgreSQL $$version" && \
	  mvn -B -Dquick -Dstyle.color=never -Dpostgresql-binaries.version=$$version -pl core -am test \
	    -Dtest='dev/aludel/dialect/postgresql/*Test,dev/aludel/autogenerate/*Postgres*Test,dev/aludel/runtime/*Test,!MySql*,!Sqlite*,!H2*' \
	    -Dsurefire.failIfNoSpecifiedTests=false || exit 1; \
	done

test-mysql: ## The tests that ask MySQL and MariaDB, on MySQL 8.0 (needs the system's libaio) and MariaDB 10.11 as well
	mvn -B -Dquick -Dstyle.color=never -Pall-databases -pl core,conformance -am test \
	  -Dtest='MySql*Test,AheadTest,InspectionQueriesTest,LockLostTest,TransactionsTest,KillTest,EndedSessionTest,SignalTest' \
	  -Dsurefire.failIfNoSpecifiedTests=false

bench: ## Measure Aludel beside its peers; ROUNDS=5, CHAPTERS="start java entities graph migrate growth delay inspect mariadb"
	@bin/aludel --version
	@mvn -q -B -Dquick -Dmaven.test.skip=true -Ppeers $(if $(POSTGRES),-Dpostgresql-binaries.version=$(POSTGRES)) package \
	  -pl benchmarks,benchmarks/peers/flyway,benchmarks/peers/liquibase,benchmarks/peers/ebean,benchmarks/peers/mybatis,benchmarks/peers/hibernate -am
	@java -cp "benchmarks/target/aludel-benchmarks.jar:$$(cat benchmarks/target/classpath.txt)" \
	  dev.aludel.benchmarks.Benchmarks . $(ROUNDS) $(CHAPTERS)

build: ## Build and install without tests
	mvn -q -B -Dquick -Dmaven.test.skip=true install

format: ## Bring all sources into the project's format
	mvn -q -B spotless:apply

clean: ## Remove everything that was built
	mvn -q -B -Dquick clean
