#!/usr/bin/env bash
# Installs what building the page needs and, with --browser, what testing it needs, or with --engines in other browsers
# too: only what is absent or of another version, into places that outlive a clone. Run it as often as you like.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '==> %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

TRUNK=0.21.14
CUTTER=0.2.4
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

say "Fetching the crates of Cargo.lock"
cargo fetch --locked --quiet

if [[ "$(trunk --version 2>/dev/null || true)" != "trunk $TRUNK" ]]; then
  say "Installing trunk $TRUNK, the bundler (about ten minutes, once)"
  cargo install --locked trunk --version "$TRUNK"
fi

# The tool and the crate must be of exactly the same version.
bindgen="$(awk -F'"' '/^name = "wasm-bindgen"$/ { found = 1 } found && /^version/ { print $2; exit }' Cargo.lock)"
[[ -n "$bindgen" ]] || fail "Cargo.lock names no wasm-bindgen."
if [[ "$(wasm-bindgen --version 2>/dev/null || true)" != "wasm-bindgen $bindgen" ]]; then
  say "Installing wasm-bindgen $bindgen (about three minutes, once)"
  # Without --locked: the lock file it was published with names a withdrawn version.
  cargo install wasm-bindgen-cli --version "$bindgen"
fi

if ! cargo install --list | grep -x "wasm_split_cli_support v$CUTTER:" >/dev/null; then
  say "Installing wasm-split-cli $CUTTER, which cuts the page's program into files (about two minutes, once)"
  cargo install --locked wasm_split_cli_support --version "$CUTTER" --features build-binary
fi

if ! cmp -s package-lock.json node_modules/.installed-from; then
  say "Installing the npm tools of package-lock.json"
  npm ci
  cp package-lock.json node_modules/.installed-from
fi

[[ "${1:-}" == --browser || "${1:-}" == --engines ]] || exit 0

missing=()
node scripts/browser.mjs >/dev/null || missing+=(chromium fonts-dejavu-core fonts-noto-core)
# They serve dist/ in a test, with the configuration of docs/hosting.md.
have nginx || missing+=(nginx-light libnginx-mod-http-brotli-static)
have apache2 || missing+=(apache2)
have caddy || missing+=(caddy)
if [[ "$1" == --engines ]]; then
  have chromedriver || missing+=(chromium-driver)
  have firefox || have firefox-esr || missing+=(firefox-esr)
  have WebKitWebDriver || missing+=(webkit2gtk-driver)
  have Xvfb || missing+=(xvfb)
fi
if ((${#missing[@]})); then
  have apt-get || fail "Missing: ${missing[*]}. Install a Chrome, Edge or Chromium (or set BROWSER_PATH to it) nginx with its static brotli module, Apache and Caddy."
  say "Installing from the system's packages: ${missing[*]}"
  as_root=()
  ((EUID == 0)) || as_root=(sudo)
  "${as_root[@]}" apt-get update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
fi
browser="$(node scripts/browser.mjs)" || fail "Chromium was installed but is not on PATH. Set BROWSER_PATH to it."
say "The browser for tests is $browser"

[[ "$1" == --engines ]] || exit 0

if ! geckodriver --version 2>/dev/null | grep -q "^geckodriver $GECKODRIVER "; then
  say "Installing geckodriver $GECKODRIVER, which drives Firefox (about three minutes, once)"
  cargo install --locked geckodriver --version "$GECKODRIVER"
fi
