#!/bin/sh
# Makes sure that Firefox, WebKitGTK's driver and a display without a screen can be run; installs
# Debian's packages if not.
exec "$(dirname "$0")/../../app/tools/install-packages.sh" \
    'The smoke scenarios in other engines need Firefox, WebKitGTK and Xvfb' \
    'firefox-esr webkit2gtk-driver xvfb xauth' \
    firefox-esr WebKitWebDriver xvfb-run
