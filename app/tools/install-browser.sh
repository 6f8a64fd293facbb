#!/bin/sh
# Makes sure that `chromium` and `chromedriver` can be run; installs Debian's packages if not.
# Asks nothing: without the rights to install, says what to do and fails.
set -eu

packages='chromium chromium-driver chromium-sandbox fonts-liberation'

if command -v chromium >/dev/null && command -v chromedriver >/dev/null; then
    exit 0
fi

explain() {
    echo "The browser scenarios need chromium and chromedriver: $1." >&2
    echo "Install them by hand, then start again: sudo apt-get install $packages" >&2
    exit 1
}

command -v apt-get >/dev/null || explain 'this system has no apt-get'
if [ "$(id -u)" -eq 0 ]; then
    as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
    as_root='sudo -n'
else
    explain 'installing them takes rights that you do not have without a password'
fi

echo "Installing Debian's packages, system-wide: $packages"
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # words on purpose
$as_root apt-get update -qq </dev/null || explain 'apt-get update failed'
# shellcheck disable=SC2086
$as_root apt-get install -y -qq --no-install-recommends $packages </dev/null ||
    explain 'apt-get install failed'
command -v chromedriver >/dev/null || explain 'the packages brought no chromedriver'
