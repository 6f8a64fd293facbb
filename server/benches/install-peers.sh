#!/bin/sh
# Makes sure that the servers to compare with, and the load, can be run: Debian's packages, and
# static-web-server in the folder given, which is compiled there (about five minutes).
# Asks nothing: without the rights to install, says what to do and fails.
set -eu

tools=$1
version=2.44.1
packages='nginx libnginx-mod-http-brotli-static lighttpd wrk nghttp2-client util-linux'

explain() {
    echo "The comparison needs nginx, lighttpd, wrk and h2load: $1." >&2
    echo "Install them by hand, then start again: sudo apt-get install $packages" >&2
    exit 1
}

is_there() {
    command -v nginx && command -v lighttpd && command -v wrk && command -v h2load
}

if ! is_there >/dev/null; then
    command -v apt-get >/dev/null || explain 'this system has no apt-get'
    [ "$(id -u)" -eq 0 ] || explain 'installing them takes rights that you do not have'
    echo "Installing Debian's packages, system-wide: $packages"
    export DEBIAN_FRONTEND=noninteractive
    # Debian starts a server when it is installed; these are only wanted when asked for.
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
        trap 'rm -f "$policy"' EXIT
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod +x "$policy"
    fi
    apt-get update -qq </dev/null || explain 'apt-get update failed'
    # shellcheck disable=SC2086 # words on purpose
    apt-get install -y -qq --no-install-recommends $packages </dev/null ||
        explain 'apt-get install failed'
fi

if [ ! -x "$tools/bin/static-web-server" ]; then
    echo "Compiling static-web-server $version in $tools"
    cargo install --locked --root "$tools" --no-default-features --features compression \
        "static-web-server@$version"
fi
