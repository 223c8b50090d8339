#!/usr/bin/env bash
# Installs what building the page needs and, with --browser, what testing it needs, or with --engines in other browsers
# too; with --fuzz or --mutants what looks for holes in the tests, with --deny what looks at the crates: only what is absent or of another version, into places that outlive a clone. Run it as often as you like.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '==> %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# The tools are used for a few seconds at a time: built without optimisation they are there sooner, and what one has
# compiled the next need not.
export CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
export CARGO_PROFILE_RELEASE_DEBUG=0 CARGO_PROFILE_RELEASE_STRIP=debuginfo
shared=""
# Installs a crate's program: prebuilt where cargo-binstall is at hand, else by compiling it here.
obtain() {
  local crate=$1 version=$2
  shift 2
  if have cargo-binstall && [[ "$*" != *--features* ]] && cargo binstall --no-confirm --force "$crate@$version"; then return; fi
  [[ -n "$shared" ]] || shared="$(mktemp -d)"
  CARGO_TARGET_DIR="$shared" cargo install "$crate" --version "$version" "$@"
}

FUZZ=0.13.2
MUTANTS=27.1.0
DENY=0.20.2
GECKODRIVER=0.37.1

for tool in cargo rustup node npm; do
  have "$tool" || fail "$tool is missing. Install Rust through rustup (1.95 or later) and Node 20 or later, then run this again."
done
(($(node -p 'process.versions.node.split(".")[0]') >= 20)) || fail "Node $(node --version) is too old: 20 or later is needed."

if ! rustup target list --installed | grep -qx wasm32-unknown-unknown; then
  say "Adding Rust's WebAssembly target"
  rustup target add wasm32-unknown-unknown
fi
for part in rustfmt clippy; do
  if ! cargo "${part/rustfmt/fmt}" --version >/dev/null 2>&1; then
    say "Adding $part"
    rustup component add "$part"
  fi
done

# Beside what follows: it waits for the network, that for the processor.
npm=""
if ! cmp -s package-lock.json node_modules/.installed-from; then
  say "Installing the npm tools of package-lock.json"
  log="$(mktemp)"
  npm ci >"$log" 2>&1 &
  npm=$!
fi

say "Fetching the crates of Cargo.lock"
cargo fetch --locked --quiet

# It has to be made of the very version of wasm-bindgen that the product is.
of() { awk -F'"' -v name="$1" '/^name/ && $2 == name { found = 1 } found && /^version/ { print $2; exit }' "$2"; }
cutter="$(of ombud-cut scripts/cut/Cargo.lock)"
[[ "$cutter" == "$(of wasm-bindgen Cargo.lock)-"* ]] || fail "Cargo.lock and scripts/cut/Cargo.toml name two versions of wasm-bindgen."
if [[ "$(ombud-cut --version 2>/dev/null || true)" != "$cutter" ]]; then
  say "Installing ombud-cut $cutter, which cuts the page's program into files and binds them (a minute, once)"
  cargo install --path scripts/cut --locked --target-dir "${shared:=$(mktemp -d)}"
fi

if [[ -n "$npm" ]]; then
  wait "$npm" || fail "npm could not install the tools of package-lock.json: $(tail -n 5 "$log")"
  cp package-lock.json node_modules/.installed-from
  rm -f "$log"
fi
if [[ "${1:-}" == --fuzz && "$(cargo fuzz --version 2>/dev/null || true)" != "cargo-fuzz $FUZZ" ]]; then
  say "Installing cargo-fuzz $FUZZ (a minute, once)"
  obtain cargo-fuzz "$FUZZ" --locked
fi
if [[ "${1:-}" == --mutants && "$(cargo mutants --version 2>/dev/null || true)" != "cargo-mutants $MUTANTS" ]]; then
  say "Installing cargo-mutants $MUTANTS (two minutes, once)"
  obtain cargo-mutants "$MUTANTS" --locked
fi
if [[ "${1:-}" == --deny && "$(cargo deny --version 2>/dev/null || true)" != "cargo-deny $DENY" ]]; then
  say "Installing cargo-deny $DENY (five minutes, once)"
  obtain cargo-deny "$DENY" --locked
fi

if [[ -n "$shared" ]]; then
  rm -rf "$shared"
  shared=""
fi

[[ "${1:-}" == --browser || "${1:-}" == --engines ]] || exit 0

missing=()
node scripts/browser.mjs >/dev/null || missing+=(chromium-headless-shell fonts-dejavu-core fonts-noto-core)
# They serve dist/ in a test, with the configuration of docs/hosting.md.
have nginx || missing+=(nginx-light libnginx-mod-http-brotli-static)
have apache2 || missing+=(apache2)
have caddy || missing+=(caddy)
if [[ "$1" == --engines ]]; then
  have chromedriver || missing+=(chromium chromium-driver)
  have firefox || have firefox-esr || missing+=(firefox-esr)
  have WebKitWebDriver || missing+=(webkit2gtk-driver)
  have Xvfb || missing+=(xvfb)
fi
if ((${#missing[@]})); then
  have apt-get || fail "Missing: ${missing[*]}. Install a Chrome, Edge or Chromium (or set BROWSER_PATH to it), nginx with its static brotli module, Apache and Caddy."
  say "Installing from the system's packages: ${missing[*]}"
  as_root=()
  ((EUID == 0)) || as_root=(sudo)
  "${as_root[@]}" apt-get update
  # Where the shell is not a package by itself, the whole browser is.
  apt-cache show chromium-headless-shell >/dev/null 2>&1 || missing=("${missing[@]/chromium-headless-shell/chromium}")
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
fi
browser="$(node scripts/browser.mjs)" || fail "Chromium was installed but is not on PATH. Set BROWSER_PATH to it."
say "The browser for tests is $browser"

[[ "$1" == --engines ]] || exit 0

if ! geckodriver --version 2>/dev/null | grep -q "^geckodriver $GECKODRIVER "; then
  say "Installing geckodriver $GECKODRIVER, which drives Firefox (about three minutes, once)"
  obtain geckodriver "$GECKODRIVER" --locked
fi
