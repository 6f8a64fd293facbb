#!/bin/sh
# Stands in for wasm-opt where npm is absent: copies its input to its output, unchanged.
#
# Trunk looks for a wasm-opt on the PATH and downloads one from GitHub when there is none.
# It calls: wasm-opt --version
#       or: wasm-opt --output=FILE -Oz INPUT [other options]
set -eu

output=
input=
for argument in "$@"; do
    case $argument in
    --version)
        echo 'wasm-opt version 0 (copies only)'
        exit 0
        ;;
    --output=*) output=${argument#--output=} ;;
    -*) ;;
    *) input=$argument ;;
    esac
done
cp "$input" "$output"
