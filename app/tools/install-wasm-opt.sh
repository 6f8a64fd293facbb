#!/bin/sh
# Puts a wasm-opt in TOOLS/bin: the one of npm's package binaryen, or a stand-in that only copies.
# It makes the page about 3 % smaller to download, so its absence never stops a build.
#
# usage: install-wasm-opt.sh TOOLS BINARYEN_VERSION
set -eu

tools=$1
version=$2
scripts=$(dirname "$0")
mkdir -p "$tools/bin" "$tools/npm"
rm -f "$tools/bin/wasm-opt"

if ! command -v npm >/dev/null; then
    why='npm is absent'
elif ! npm install --prefix "$tools/npm" --no-audit --no-fund --ignore-scripts --loglevel=error \
    --fetch-retries=1 --fetch-timeout=120000 "binaryen@$version"; then
    why="npm could not install binaryen@$version (to try again: rm $tools/wasm-opt-*)"
elif ! "$tools/npm/node_modules/binaryen/bin/wasm-opt" --version; then
    why="binaryen@$version does not run with this version of node"
else
    ln -s ../npm/node_modules/binaryen/bin/wasm-opt "$tools/bin/wasm-opt"
    exit 0
fi

cp "$scripts/wasm-opt-copy.sh" "$tools/bin/wasm-opt"
chmod +x "$tools/bin/wasm-opt"
echo "Notice: wasm-opt is left out: $why. The page is about 3 % larger, that is all."
