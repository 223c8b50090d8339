#!/usr/bin/env bash
# Builds the release page into dist/. Names of this machine's folders stay out of the programs, so
# that the same sources give the same bytes anywhere.
set -euo pipefail
cd "$(dirname "$0")/.."

cargo_home="${CARGO_HOME:-$HOME/.cargo}"
sysroot="$(rustc --print sysroot)"
flags="--remap-path-prefix=$PWD=/ombud --remap-path-prefix=$sysroot=/rust --remap-path-prefix=$cargo_home=/cargo"
for registry in "$cargo_home"/registry/src/*; do
  flags+=" --remap-path-prefix=$registry=/crates"
done
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$flags"
exec trunk build --release
