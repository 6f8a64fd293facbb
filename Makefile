# From a checkout to a page in a browser. `make` alone lists the commands.
#
#   Rust sources ──cargo──> app.wasm ──Trunk──> target/site ─┐
#   geodata/ tables ──────geodata build───────> target/data ─┴───pages───> dist/ ──> server
#
# Cargo is asked each time whether a program is stale: it knows better, and answers in a moment.
# Everything else is made again only when what it is made from is newer.

TRUNK_VERSION        := 0.21.14
BINARYEN_VERSION     := 132.0.0
FRICTIONLESS_VERSION := 5.18.1
GECKODRIVER_VERSION  := 0.37.0
AXE_VERSION          := 4.14.1
DOMPURIFY_VERSION    := 3.5.0
TARTEAUCITRON_VERSION := 1.34.0
WAGTAIL_VERSION      := 8.0.1
LISTEN               ?= 127.0.0.1:8080

SHELL       := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.SUFFIXES:
.DEFAULT_GOAL := help

# The paths below are Cargo's own: not those of a target directory shared between projects.
unexport CARGO_TARGET_DIR
# wasm-bindgen's test runner, which we do not run, has old dependencies; we cannot change them.
export CARGO_FUTURE_INCOMPAT_REPORT_FREQUENCY := never
# Continuous integration never changes the lock file.
LOCKED := $(if $(CI),--locked)
# For the command wasm-bindgen, most of which others wrote.
NO_DEBUG := --config 'profile.dev.debug=false'

TOOLS       := target/tools
TRUNK       := $(TOOLS)/bin/trunk
BINDGEN     := $(TOOLS)/bin/wasm-bindgen
# Named after what it holds, so that it is installed anew when npm comes or goes.
WASM_OPT    := $(TOOLS)/wasm-opt-$(if $(shell command -v npm),$(BINARYEN_VERSION),copy)
# Named after its version, so that another one is installed anew.
FRICTIONLESS := $(TOOLS)/frictionless/$(FRICTIONLESS_VERSION)/bin/frictionless
# Named after its version too.
GECKODRIVER := $(TOOLS)/geckodriver-$(GECKODRIVER_VERSION)/bin/geckodriver
AXE         := $(TOOLS)/axe-core-$(AXE_VERSION)
HOST_CODE   := $(TOOLS)/host-code-$(DOMPURIFY_VERSION)-$(TARTEAUCITRON_VERSION)
APP         := target/wasm32-unknown-unknown/wasm/app.wasm
GEODATA     := target/release/geodata
PAGES       := target/release/pages
SERVER      := target/release/server
SITE        := target/site/index.html
STYLE       := $(addprefix target/style/,application.css page.css embed.css integration.css print.css)
DATA        := target/data/manifest.json
# The address that the site will have, for the catalogue; its links are relative without it.
SITE_URL    ?=
ADDRESS     := target/site-url
# The publisher and the host, for the legal notice. A shell may have a variable HOST of its own: only
# that of the command line counts.
PUBLISHER   ?=
given = $(filter command line,$(origin $(1)))
IMPRINT     := target/imprint
# The sites that may show its pages in a frame, as the directive frame-ancestors names them.
FRAME_ANCESTORS ?= *
FRAMING     := target/frame-ancestors
# The e-mail address that errors are reported to; without it there is no link for it.
CONTACT     ?=
REPORTING   := target/contact
DIST        := dist/index.html
BENCH       := target/release/bench
PEERS       := target/bench/site/index.html
PEER_FILES  := $(shell find tests/bench/peers -type f)
PACKED      := target/dist/carte
# The site with its address in its files, for sites that ask it what to show.
HOSTED_SITE_URL := http://127.0.0.1:8473
HOSTED      := target/hosts/site/index.html

# Folders are listed with their files: their date tells that a file came or went.
PAGE_FILES  := app/index.html app/Trunk.toml
# In the order in which they count. A page needs the second list; its application also the first, which comes before.
STYLE_OF_APPLICATION := $(addprefix style/,controls.css search.css table.css take.css compare.css)
STYLE_OF_PAGE := $(addprefix style/,tokens.css page.css map.css signs.css panel.css picture.css whole-page.css drawer.css)
STYLE_FILES := $(wildcard style/*.css)
TABLE_FILES := $(shell find geodata/contours geodata/sources)

say = @printf '\n==> %s\n' "$(1)"

.PHONY: help
help: ## List the commands
	@echo 'make serve and make test are all that a newcomer needs.'
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile

.PHONY: serve
serve: $(DIST) $(SERVER) ## Install what is missing, build, serve, print the address (LISTEN=127.0.0.1:8080)
	$(call say,Serving dist/; Ctrl-C stops)
	@exec $(SERVER) --root dist --listen $(LISTEN)

.PHONY: dev
dev: $(TRUNK) $(BINDGEN) $(DATA) $(PAGES) wasm-target ## Serve the page, build it again when a file is saved, reload the browser
	$(call say,Building without optimisation; the page reloads after each build)
	@mkdir -p $(TOOLS)/dev && install -m 755 app/tools/wasm-opt-copy.sh $(TOOLS)/dev/wasm-opt
	@PATH="$(CURDIR)/$(TOOLS)/dev:$(CURDIR)/$(TOOLS)/bin:$$PATH" CARGO_PROFILE_DEV_DEBUG=0 env -u NO_COLOR $(TRUNK) serve --offline \
		--config app/Trunk.dev.toml --address $(word 1,$(subst :, ,$(LISTEN))) --port $(word 2,$(subst :, ,$(LISTEN)))

.PHONY: test
test: browser check unit exports pages-check scenarios ## Everything that continuous integration runs
	$(call say,All is well)

.PHONY: test-all
test-all: test gis engines hosts ## The same, the open data in GDAL, on which QGIS and others stand, the page in two more engines, and its embed in WordPress and Wagtail

.PHONY: build
build: $(DIST) ## Write the site to dist/ (SITE_URL=https://… makes links absolute, FRAME_ANCESTORS=… says who may frame it, CONTACT=… where errors are reported, PUBLISHER= and HOST= go into the legal notice)

.PHONY: dist
dist: $(PACKED) ## Write target/dist/carte: one program with the site inside, to run anywhere

.PHONY: data
data: $(DATA) ## Compile the tables and contours of geodata/ to target/data/

.PHONY: check
check: wasm-target structure ## Formatting and lints, warnings as errors, and the structure
	$(call say,Checking the formatting)
	cargo fmt --all --check
	$(call say,Linting every crate for this machine)
	cargo clippy --workspace --all-targets $(LOCKED) -- -D warnings
	$(call say,Linting the page for the browser)
	cargo clippy -p app --target wasm32-unknown-unknown $(LOCKED) -- -D warnings

.PHONY: structure
structure: ## Cycles of modules, files per folder, arrows between crates, retired words
	$(call say,Checking the structure)
	cargo run --quiet -p structure $(LOCKED)

.PHONY: unit
unit: ## Unit and integration tests, without a browser
	$(call say,Testing every crate)
	cargo test --workspace --exclude scenarios --exclude wasm-bindgen-pinned $(LOCKED)
	$(call say,Reading the picture by its legend alone)
	cargo test --workspace --exclude scenarios --exclude wasm-bindgen-pinned $(LOCKED) -- --ignored the_legend_alone_tells
	$(call say,Testing what joins the two files of the program)
	cargo test -p wasm-bindgen-pinned $(LOCKED) $(NO_DEBUG)
	$(call say,Soaking the server and writing to its folder without a rest for a minute)
	cargo test -p server --test all $(LOCKED) -- --ignored --test-threads=1
	$(call say,Sending the server mutated requests for a minute)
	FUZZ_SECONDS=60 cargo test -p server --test all $(LOCKED) -- --nocapture messages::fuzz

.PHONY: exports
exports: $(DATA) $(FRICTIONLESS) ## The open data against its schemas, and its shares against a second count
	$(call say,Validating the open data with Frictionless)
	$(dir $(FRICTIONLESS))python tests/exports/validate.py target/data/export/datapackage.json
	$(call say,Counting statuses and degrees and the coverage of every territory a second time)
	python3 tests/recount/recount.py geodata/sources geodata/contours target/data/export

.PHONY: pages-check
pages-check: $(DIST) ## Every page of dist/: valid, told apart, linked, and saying something
	$(call say,Reading every page of the site)
	SITE_ROOT='$(CURDIR)/dist' cargo test -p pages --test site $(LOCKED) -- --ignored

.PHONY: gis
gis: $(DATA) gdal ## Every layer of the open data opened with GDAL, written as Shapefile and GeoPackage
	$(call say,Opening the layers with GDAL)
	tests/gis/convert.sh target/data/export

.PHONY: scenarios
scenarios: $(DIST) $(SERVER) $(GEODATA) $(PAGES) $(AXE) $(HOST_CODE) browser ## What a person does, in a real browser
	$(call say,Playing the scenarios in Chromium)
	@mkdir -p target/tmp
	SITE_ROOT='$(CURDIR)/dist' SERVER_BIN='$(CURDIR)/$(SERVER)' GEODATA_BIN='$(CURDIR)/$(GEODATA)' \
		SERVER_TMPDIR='$(CURDIR)/target/tmp' PAGES_BIN='$(CURDIR)/$(PAGES)' cargo test -p scenarios $(LOCKED)
	$(call say,Trying the benchmark on the page)
	SITE_ROOT='$(CURDIR)/dist' SERVER_BIN='$(CURDIR)/$(SERVER)' cargo test -p bench $(LOCKED) -- --ignored

.PHONY: engines
engines: $(DIST) $(SERVER) $(GECKODRIVER) other-engines ## The page in Firefox and in WebKitGTK
	$(call say,Playing the smoke scenarios in Firefox and WebKitGTK)
	SITE_ROOT='$(CURDIR)/dist' SERVER_BIN='$(CURDIR)/$(SERVER)' GECKODRIVER='$(CURDIR)/$(GECKODRIVER)' \
		xvfb-run -a cargo test -p scenarios --test engines $(LOCKED)

.PHONY: hosts
hosts: $(HOSTED) $(SERVER) browser ## The embed on pages of a real WordPress and a real Wagtail
	@tests/hosts/install-hosts.sh $(TOOLS)/hosts $(WAGTAIL_VERSION)
	$(call say,Playing the scenarios of the embed in WordPress and Wagtail)
	SITE_ROOT='$(CURDIR)/$(dir $(HOSTED))' SERVER_BIN='$(CURDIR)/$(SERVER)' HOSTED_SITE_URL='$(HOSTED_SITE_URL)' \
		HOSTS_FOLDER='$(CURDIR)/$(TOOLS)/hosts' \
		cargo test -p scenarios --test hosts $(LOCKED) -- --test-threads=1

.PHONY: bench
bench: $(BENCH) $(DIST) $(SERVER) $(PEERS) browser ## Measure the page against its peers (ROUNDS=5, QUICK=1, ONLY=ours,d3-svg)
	$(call say,Measuring in Chromium; nothing else should run meanwhile)
	$(BENCH) run --rounds $(ROUNDS) $(BENCH_ONLY) --typed '$(strip make bench $(MAKEOVERRIDES))' --out $(RESULTS)

.PHONY: bench-check
bench-check: $(BENCH) $(DIST) $(SERVER) $(PEERS) browser ## Check that the peers do what is measured (ONLY=ours,d3-svg)
	$(call say,Checking every page of the benchmark)
	$(BENCH) check $(BENCH_ONLY)

.PHONY: soak
soak: ## Two minutes of load, new builds, slow clients and nonsense against the server
	$(call say,Soaking the server)
	SOAK_SECONDS=120 cargo test -p server --release --test all $(LOCKED) -- --ignored --nocapture soak

.PHONY: bench-server
bench-server: ## The server against nginx, lighttpd and static-web-server: CPU per request, latency, memory
	server/benches/install-peers.sh $(TOOLS)
	$(call say,Comparing servers; five rounds take about seven minutes)
	cargo bench -p server --bench against $(LOCKED)

.PHONY: clean
clean: ## Remove what was built; the installed tools stay
	rm -rf dist dist.next dist.previous
	@if [ -d target ]; then find target -mindepth 1 -maxdepth 1 ! -name tools -exec rm -rf {} +; fi

# --- the site -----------------------------------------------------------------------------------

# The previous dist/ is served until the new one is whole. What it holds unchanged keeps its
# compressed variants: a changed table takes seconds. The marker says that nothing more will come; it
# is written last, as removing the former build dates what the two share anew.
$(DIST): export FRAME_ANCESTORS := $(FRAME_ANCESTORS)
$(DIST): export CONTACT := $(CONTACT)
$(DIST): $(SITE) $(DATA) $(PAGES) $(FRAMING) $(REPORTING) $(IMPRINT)
	$(call say,Assembling and compressing dist/)
	rm -rf dist.next dist.previous
	cp -r target/site dist.next
	cp -r target/data dist.next/data
	$(PAGES) assemble dist.next --previous dist $(if $(SITE_URL),--site-url '$(SITE_URL)') \
		$(if $(PUBLISHER),--publisher '$(PUBLISHER)') $(if $(call given,HOST),--host '$(HOST)')
	@if [ -e dist ]; then $(PAGES) keep dist.next --previous dist; fi
	$(PAGES) headers dist.next
	$(PAGES) compress dist.next --previous dist
	@if [ -e dist ]; then mv dist dist.previous; fi
	mv dist.next dist
	@rm -rf dist.previous
	@touch dist/.complet

$(HOSTED): $(DIST) $(PAGES)
	$(call say,Assembling the site that is embedded at $(HOSTED_SITE_URL))
	rm -rf $(@D)
	@mkdir -p $(dir $(@D))
	cp -r target/site $(@D)
	cp -r target/data $(@D)/data
	$(PAGES) assemble $(@D) --site-url '$(HOSTED_SITE_URL)'
	$(PAGES) headers $(@D)

$(PACKED): $(DIST) $(SERVER)
	$(call say,Packing the site into one program)
	@mkdir -p $(@D)
	$(SERVER) pack --root dist --output $@
	@ls -lh $@

# The names of functions serve only stack traces, and were a third of the download.
# NO_COLOR=1 makes Trunk 0.21 refuse its own options. Offline: with a tool amiss it must say so, not
# download another.
$(SITE): export WASM_BINDGEN_OPTIONS := --remove-name-section --remove-producers-section
$(SITE): $(TRUNK) $(BINDGEN) $(WASM_OPT) $(APP) $(PAGE_FILES) $(STYLE)
	$(call say,Building the site with Trunk)
	@PATH="$(CURDIR)/$(TOOLS)/bin:$$PATH" env -u NO_COLOR \
		$(TRUNK) build --release --offline --config app/Trunk.toml
	@touch $@

target/style/application.css: STYLE_PARTS = $(STYLE_OF_APPLICATION)
target/style/page.css: STYLE_PARTS = $(STYLE_OF_PAGE)
target/style/print.css: STYLE_PARTS = style/print.css --media print
target/style/%.css: STYLE_PARTS = style/$*.css
$(STYLE): target/style/%.css: $(STYLE_FILES) | $(PAGES)
	@mkdir -p $(@D)
	@$(PAGES) style $(STYLE_PARTS) --out $@

$(DATA): $(GEODATA) $(TABLE_FILES) $(ADDRESS)
	$(call say,Compiling the data)
	$(GEODATA) build --contours geodata/contours --sources geodata/sources --out target/data \
		$(if $(SITE_URL),--site-url '$(SITE_URL)')
	@touch $@

# Written anew only when the address is another one.
$(ADDRESS): FORCE
	@mkdir -p $(@D)
	@echo '$(SITE_URL)' | cmp -s - $@ || echo '$(SITE_URL)' > $@

$(IMPRINT): FORCE
	@mkdir -p $(@D)
	@echo '$(PUBLISHER) $(if $(call given,HOST),$(HOST))' | cmp -s - $@ || echo '$(PUBLISHER) $(if $(call given,HOST),$(HOST))' > $@

$(FRAMING): export FRAME_ANCESTORS := $(FRAME_ANCESTORS)
$(FRAMING): FORCE
	@mkdir -p $(@D)
	@echo "$$FRAME_ANCESTORS" | cmp -s - $@ || echo "$$FRAME_ANCESTORS" > $@

$(REPORTING): export CONTACT := $(CONTACT)
$(REPORTING): FORCE
	@mkdir -p $(@D)
	@echo "$$CONTACT" | cmp -s - $@ || echo "$$CONTACT" > $@

# --- our programs -------------------------------------------------------------------------------

# What is published says nothing of the machine that built it, and is the same from any machine.
# Views without their types in Leptos: 15 KB less after brotli. With relocations, by which
# app/tools/wasm-bindgen knows what calls what, and so what can be fetched later.
$(APP) $(SITE) dev: export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := \
	--remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)=/cargo --cfg erase_components \
	-C link-args=--emit-relocs

$(APP): FORCE | wasm-target
	$(call say,Compiling the page to WebAssembly)
	cargo build --profile wasm --target wasm32-unknown-unknown -p app --bin app $(LOCKED)

$(GEODATA): FORCE
	$(call say,Compiling the data compiler)
	cargo build --release -p geodata $(LOCKED)

$(PAGES): FORCE
	$(call say,Compiling what assembles the site)
	cargo build --release -p pages $(LOCKED)

$(SERVER): FORCE
	$(call say,Compiling the server)
	cargo build --release -p server $(LOCKED)

# Unoptimised: a quarter of the time to compile, and it runs for a quarter of a second.
$(BINDGEN): FORCE
	$(call say,Compiling wasm-bindgen)
	cargo build -p wasm-bindgen-pinned $(LOCKED) $(NO_DEBUG)
	@mkdir -p $(@D)
	@cmp -s target/debug/wasm-bindgen $@ || install -m 755 target/debug/wasm-bindgen $@

# --- the benchmark ---------------------------------------------------------------------------

# Only a whole run is worth keeping.
ROUNDS     ?= $(if $(QUICK),1,5)
BENCH_ONLY := $(if $(ONLY),--only $(ONLY))
RESULTS    := $(if $(QUICK)$(ONLY),target/bench,tests/bench)/results

$(BENCH): FORCE
	$(call say,Compiling the benchmark)
	cargo build --release -p bench $(LOCKED)

target/bench/npm/node_modules: tests/bench/peers/package.json tests/bench/peers/package-lock.json
	$(call say,Installing the peers in target/bench/npm)
	@command -v npm >/dev/null || { echo 'The peers come from the npm registry: npm is needed.' >&2; exit 1; }
	@mkdir -p $(@D)
	cp $^ $(@D)
	cd $(@D) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# Each page is one script and one style sheet, minified, with what it uses of its library.
$(PEERS): $(BENCH) $(PEER_FILES) $(DATA) target/bench/npm/node_modules
	$(call say,Building the peers)
	rm -rf $(@D)
	NODE_PATH='$(CURDIR)/target/bench/npm/node_modules' \
		target/bench/npm/node_modules/.bin/esbuild tests/bench/peers/pages/*.js \
		maplibre-worker=target/bench/npm/node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs \
		--bundle --minify --format=esm --target=es2022 --external:*.png --log-level=error \
		--outdir=$(@D)
	mkdir -p $(@D)/data
	NODE_PATH='$(CURDIR)/target/bench/npm/node_modules' node tests/bench/peers/write-topology.mjs \
		target/data/departements.*.geojson target/data/epci.*.geojson $(@D)/data/france.json
	$(BENCH) peers --site $(@D)

# --- tools that others wrote ---------------------------------------------------------------------

ifneq ($(shell env -u NO_COLOR $(TRUNK) --version 2>/dev/null),trunk $(TRUNK_VERSION))
$(TRUNK): FORCE
endif
$(TRUNK):
	$(call say,Installing Trunk $(TRUNK_VERSION) in $(TOOLS) (about three minutes))
	CARGO_PROFILE_DEV_DEBUG=0 cargo install --locked --force --profile dev --no-default-features \
		--root $(TOOLS) trunk@$(TRUNK_VERSION)

$(AXE):
	$(call say,Installing axe-core $(AXE_VERSION) in $(TOOLS))
	@command -v npm >/dev/null || { echo 'axe-core comes from the npm registry: npm is needed.' >&2; exit 1; }
	@mkdir -p $(TOOLS)/axe-core
	npm install --prefix $(TOOLS)/axe-core --no-audit --no-fund --ignore-scripts --loglevel=error \
		axe-core@$(AXE_VERSION)
	@touch $@

$(HOST_CODE):
	$(call say,Installing DOMPurify $(DOMPURIFY_VERSION) and tarteaucitron $(TARTEAUCITRON_VERSION) in $(TOOLS))
	@command -v npm >/dev/null || { echo 'Both come from the npm registry: npm is needed.' >&2; exit 1; }
	@rm -f $(TOOLS)/host-code-* && mkdir -p $(TOOLS)/host-code
	npm install --prefix $(TOOLS)/host-code --no-audit --no-fund --ignore-scripts --loglevel=error \
		dompurify@$(DOMPURIFY_VERSION) tarteaucitronjs@$(TARTEAUCITRON_VERSION)
	@touch $@

$(GECKODRIVER):
	$(call say,Installing geckodriver $(GECKODRIVER_VERSION) in $(TOOLS) (about two minutes))
	CARGO_PROFILE_DEV_DEBUG=0 cargo install --locked --profile dev \
		--root $(TOOLS)/geckodriver-$(GECKODRIVER_VERSION) geckodriver@$(GECKODRIVER_VERSION)

$(FRICTIONLESS):
	$(call say,Installing Frictionless $(FRICTIONLESS_VERSION) in $(TOOLS))
	@python3 -c 'import ensurepip' 2>/dev/null || { \
		echo 'Python 3 with its module venv is needed: sudo apt-get install python3-venv' >&2; exit 1; }
	@rm -rf $(TOOLS)/frictionless
	python3 -m venv $(TOOLS)/frictionless/$(FRICTIONLESS_VERSION)
	$(@D)/pip install --quiet --disable-pip-version-check frictionless==$(FRICTIONLESS_VERSION)
	@touch $@

$(WASM_OPT): app/tools/install-wasm-opt.sh app/tools/wasm-opt-copy.sh
	$(call say,Installing wasm-opt in $(TOOLS))
	@rm -f $(TOOLS)/wasm-opt-*
	app/tools/install-wasm-opt.sh $(TOOLS) $(BINARYEN_VERSION)
	@touch $@

.PHONY: wasm-target
wasm-target:
	@[ -d "$$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown" ] || { \
		printf '\n==> Adding the WebAssembly target to Rust\n'; \
		rustup target add wasm32-unknown-unknown; \
	}

.PHONY: browser
browser:
	@app/tools/install-browser.sh

.PHONY: other-engines
other-engines:
	@tests/engines/install-engines.sh

.PHONY: gdal
gdal:
	@tests/gis/install-gdal.sh

.PHONY: FORCE
FORCE:
