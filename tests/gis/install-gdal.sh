#!/bin/sh
# Makes sure that `ogrinfo` and `ogr2ogr` can be run; installs Debian's package if not.
exec "$(dirname "$0")/../../app/tools/install-packages.sh" \
    'Opening the layers needs GDAL' 'gdal-bin' ogrinfo ogr2ogr
