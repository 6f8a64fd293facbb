#!/bin/sh
# Makes sure that `chromium` and `chromedriver` can be run; installs Debian's packages if not.
exec "$(dirname "$0")/install-packages.sh" \
    'The browser scenarios need chromium and chromedriver' \
    'chromium chromium-driver chromium-sandbox fonts-liberation' \
    chromium chromedriver
