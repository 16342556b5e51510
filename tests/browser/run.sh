#!/usr/bin/env bash
# Tests the pages that arcmini makes in a real Chromium. Usage: tests/browser/run.sh ARCMINI
# Needs chromium and node; installs them where apt-get and root are there. Without them it says so and ends well.
set -euo pipefail
arcmini=$(realpath "$1")
cd "$(dirname "$0")"

skip() { echo "skipped: browser tests: $1"; exit 0; }
if ! command -v chromium >/dev/null || ! command -v npm >/dev/null; then
  [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || skip "chromium or npm is missing"
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium nodejs npm; } >/dev/null 2>&1 \
    || skip "chromium or npm cannot be installed"
fi
[ -d node_modules/playwright-core ] || npm ci --silent --no-audit --no-fund >/dev/null 2>&1 || skip "playwright-core cannot be installed"

pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
node make-tasks.js "$pages"
quiet=(--quiet --no-color --proposers corpus)
"$arcmini" evaluate "$pages/few.json" "${quiet[@]}" --report "$pages/few.html" >/dev/null
"$arcmini" evaluate "$pages/some.json" "${quiet[@]}" --run-dir "$pages/run" >/dev/null
node multiply.js "$pages/run/records.jsonl"
"$arcmini" report "$pages/run" --output "$pages/many.html"
"$arcmini" show "$pages/few.json" --report "$pages/gallery.html" --digits
"$arcmini" run ../../samples/overlap.arc ../../samples/overlap.json --report "$pages/film.html" >/dev/null
CHROMIUM=$(command -v chromium) PAGES="$pages" node --test --test-reporter=spec pages.test.js
