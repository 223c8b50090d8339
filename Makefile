# make serve   build the page, quickly rather than small, and serve it on localhost, the example loaded
# make test    run every test
# make dist    dist/, dist.zip and its SHA-256
# make engines visit the page in three browser engines: Chromium, Firefox, WebKit; make test ends with a short form of it
# make pictures  take a picture of every page, in every width, colour and language and on paper, and contact sheets of them
# make bench   measure speed against JSON.parse in one browser, and natively what an edit costs
# make fuzz    look for bytes that break a reader: an hour each, or SECONDS_EACH=60, ONLY="format csv"
# make properties look for files that break a property, in ROUNDS=10 rounds: make test asks the same ones each time
# make mutants look for changes of the rules, risks, extracts and merges that no test notices; AGAIN=1 for those only that none did
#              last time, SHARD=1/100 for a part by cargo-mutants alone, which compiles for each
# make deny    look at the licences, versions and origins of all crates that are shipped, as make test does where cargo-deny is
#              installed already; ADVISORIES=1 fetches and asks RustSec's too
# make size    say what each program of the last release build consists of
# make dev     rebuild on every change
# make clean   remove what was built (the tools stay)
#
# Each target first installs what is missing on this machine; scripts/setup.sh says what that is.

export PATH := $(CURDIR)/node_modules/.bin:$(or $(CARGO_HOME),$(HOME)/.cargo)/bin:$(PATH)

# Compilers and tests hold much memory, and ask the kernel for it in large pages where it has them: on a virtual machine
# whose small pages are slow, a check that had not ended in ten minutes takes two and a half.
export MALLOC_CONF ?= thp:always
export GLIBC_TUNABLES ?= glibc.malloc.hugetlb=1:glibc.malloc.arena_max=1

PORT ?=
# By this name `make -n` makes nothing.
same = $(MAKE) --no-print-directory
say = @printf '==> %s\n'
look_at_crates = cargo deny --locked --offline check bans licenses sources

.PHONY: serve test checks engines dist pictures bench fuzz properties mutants deny size dev setup setup-browser setup-engines build clean
.NOTPARALLEL:

# Built to be seen soon, not to be small; the same page otherwise.
serve: setup
	$(say) "Building the page into dist/"
	@node scripts/build.mjs --quick
	$(say) "Serving dist/"
	@node scripts/serve.mjs $(if $(PORT),--port $(PORT))

# A test that fails is due to what was changed: each property is asked of the same files each time.
test: export PROPTEST_RNG_SEED := 20261129
test: setup-browser
	$(say) "Building the release page beside what follows: target/page.log"
	@mkdir -p target; node scripts/build.mjs >target/page.log 2>&1 & page=$$!; \
	nice $(same) checks || { kill $$page; exit 1; }; \
	wait $$page || { cat target/page.log; exit 1; }
	$(say) "Tests of the page in a browser"
	@npx --no-install playwright test
	$(say) "Counting the bytes of the first view"
	@node scripts/budget.mjs
	@scripts/setup.sh --engines
	$(say) "A short visit in three engines"
	@node tests/engines/visit.mjs --short
	$(say) "All tests passed"

# What a page is not needed for. The page is linked by one core, and the browser waits for it: it goes before, and these take
# what it leaves of the others.
checks:
	$(say) "Checking the formatting"
	@cargo fmt --check
	$(say) "Clippy, native"
	@cargo clippy --locked --all-targets -- -D warnings
	$(say) "Clippy, WebAssembly"
	@cargo clippy --locked --target wasm32-unknown-unknown --lib --bins -- -D warnings
	$(say) "Tests of the domain"
	@cargo test --locked
	@if cargo deny --version >/dev/null 2>&1; then \
		printf '==> Licences, versions and origins of what is shipped\n'; $(look_at_crates); \
	else \
		printf '==> Left out: licences, versions and origins of what is shipped. "make deny" installs cargo-deny and looks\n'; \
	fi
	$(say) "Building the documentation"
	@RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --lib --bin engine --bin page --bin sheets --examples
	@RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --target wasm32-unknown-unknown --lib

engines: setup-engines
	$(say) "Building the release page"
	@node scripts/build.mjs
	$(say) "Visits in three engines"
	@node tests/engines/visit.mjs

dist: build
	$(say) "Packing dist.zip"
	@node scripts/dist.mjs

pictures: build setup-browser
	$(say) "Taking pictures into target/pictures"
	@node scripts/pictures.mjs

bench: setup-browser
	$(say) "Building the release page"
	@node scripts/build.mjs
	$(say) "Measuring"
	@node bench/run.mjs
	$(say) "Measuring an edit"
	@cargo bench --locked --bench edit

fuzz:
	$(say) "Looking for the tools"
	@scripts/setup.sh --fuzz
	@scripts/fuzz.sh

# Each of the many files is another in each round.
properties: setup
	@for round in $$(seq $(or $(ROUNDS),10)); do cargo test --locked --quiet || exit 1; done

mutants:
	$(say) "Looking for the tools"
	@scripts/setup.sh --mutants
ifdef SHARD
	@cargo mutants --output target --shard $(SHARD) --sharding round-robin
else
	$(say) "Compiling all mutants at once, and asking the tests about each"
	@cargo run --quiet --locked --manifest-path scripts/mutants/Cargo.toml --target-dir target/mutants/tool -- $(if $(AGAIN),--again)
endif

deny:
	$(say) "Looking for the tools"
	@scripts/setup.sh --deny
	$(say) "Licences, versions and origins of what is shipped"
	@$(look_at_crates)
ifdef ADVISORIES
	$(say) "Fetching the advisories of RustSec from GitHub, and asking them"
	@cargo deny --locked check advisories
endif

size:
	@node scripts/size.mjs

dev: setup
	$(say) "Building, and again on every change"
	@node scripts/dev.mjs

build: setup
	$(say) "Building the release page into dist/"
	@node scripts/build.mjs

setup:
	$(say) "Looking for the tools"
	@scripts/setup.sh

setup-browser:
	$(say) "Looking for the tools and a browser"
	@scripts/setup.sh --browser

setup-engines:
	$(say) "Looking for the tools, browsers and their drivers"
	@scripts/setup.sh --engines

clean:
	$(say) "Removing what was built"
	@rm -rf target dist dist.zip dist.zip.sha256 test-results bench/data
