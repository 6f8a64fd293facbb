#!/bin/sh
# Makes sure that `chromium`, `chromedriver` and what reads its prints can be run; installs Debian's packages if not.
exec "$(dirname "$0")/install-packages.sh" \
    'The browser scenarios need chromium, chromedriver and poppler-utils' \
    'chromium chromium-driver chromium-sandbox fonts-liberation poppler-utils' \
    chromium chromedriver pdftotext pdftoppm pdftocairo pdfimages pdfinfo
