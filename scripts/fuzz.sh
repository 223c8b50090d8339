#!/usr/bin/env bash
# Looks for bytes that break what fuzz/src/lib.rs says of any bytes: each reader for SECONDS (3600), or those named in ONLY.
# What the fuzzer reaches is kept in target/fuzz/NAME, where it goes on; what breaks is written beside it, made as small as it
# gets with `cargo fuzz tmin`, and belongs in fuzz/seeds/NAME once it is mended.
set -euo pipefail
cd "$(dirname "$0")/.."

seconds=${SECONDS_EACH:-3600}
targets=${ONLY:-format changes sealed csv xlsx yaml vcard messages}
seeds() {
  case $1 in
    format) echo tests/cases ;;
    csv) echo tests/exchange tests/import ;;
  esac
  [[ ! -d fuzz/seeds/$1 ]] || echo "fuzz/seeds/$1"
}
# Without a sanitizer, which the stable compiler has none of: there is no unsafe code that one would watch.
build=(--sanitizer none --target-dir target/fuzz/build)
cargo fuzz build "${build[@]}"
for target in $targets; do
  mkdir -p "target/fuzz/$target" "target/fuzz/broken/$target"
  echo "==> $target"
  # Two minutes for what takes some milliseconds: on a busy machine a program may be left waiting for long.
  # shellcheck disable=SC2046
  cargo fuzz run "${build[@]}" "$target" "target/fuzz/$target" $(seeds "$target") -- \
    -max_total_time="$seconds" -timeout=120 -rss_limit_mb=4096 -max_len=16384 -print_final_stats=1 \
    -artifact_prefix="target/fuzz/broken/$target/" 2>&1 | tee "target/fuzz/$target.log" | grep -E "^(==|stat::|SUMMARY|thread|#.*DONE)" || true
done
broken=$(find target/fuzz/broken -type f ! -name 'slow-unit-*' | wc -l)
if ((broken)); then
  echo "fuzz: $broken files in target/fuzz/broken break what fuzz/src/lib.rs says of any bytes" >&2
  exit 1
fi
