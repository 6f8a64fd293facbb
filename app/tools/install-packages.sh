#!/bin/sh
# Makes sure that commands can be run; installs Debian's packages if not.
# Asks nothing: without the rights to install, says what to do and fails.
#
# usage: install-packages.sh 'Opening the layers needs GDAL' 'gdal-bin' ogrinfo ogr2ogr
set -eu

need=$1
packages=$2
shift 2

missing() {
    for command in "$@"; do
        command -v "$command" >/dev/null || return 0
    done
    return 1
}

explain() {
    echo "$need: $1." >&2
    echo "Install it by hand, then start again: sudo apt-get install $packages" >&2
    exit 1
}

missing "$@" || exit 0
command -v apt-get >/dev/null || explain 'this system has no apt-get'
if [ "$(id -u)" -eq 0 ]; then
    as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root='sudo -n'
else
    explain 'installing takes rights that you do not have without a password'
fi

echo "Installing Debian's packages, system-wide: $packages"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq </dev/null || explain 'apt-get update failed'
# shellcheck disable=SC2086 # words on purpose
$as_root apt-get install -y -qq --no-install-recommends $packages </dev/null ||
    explain 'apt-get install failed'
if missing "$@"; then
    explain "the packages did not bring all of: $*"
fi
