#!/bin/sh
# Makes sure that `ogrinfo` and `ogr2ogr` can be run; installs Debian's package if not.
# Asks nothing: without the rights to install, says what to do and fails.
set -eu

if command -v ogrinfo >/dev/null && command -v ogr2ogr >/dev/null; then
    exit 0
fi

explain() {
    echo "Opening the layers needs GDAL: $1." >&2
    echo 'Install it by hand, then start again: sudo apt-get install gdal-bin' >&2
    exit 1
}

command -v apt-get >/dev/null || explain 'this system has no apt-get'
if [ "$(id -u)" -eq 0 ]; then
    as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root='sudo -n'
else
    explain 'installing it takes rights that you do not have without a password'
fi

echo "Installing Debian's package, system-wide: gdal-bin"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq </dev/null || explain 'apt-get update failed'
$as_root apt-get install -y -qq --no-install-recommends gdal-bin </dev/null ||
    explain 'apt-get install failed'
command -v ogr2ogr >/dev/null || explain 'the package brought no ogr2ogr'
