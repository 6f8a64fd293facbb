#!/usr/bin/env bash
# Opens every layer of the open data with GDAL, as QGIS does, and writes it as Shapefile and as
# GeoPackage: the same number of features, no attribute left out.
#
# usage: convert.sh data/export
set -euo pipefail

command -v ogr2ogr >/dev/null || {
    echo 'GDAL is needed: sudo apt-get install gdal-bin' >&2
    exit 1
}

folder=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

features() { ogrinfo -ro -so -al "$1" | sed -n 's/^Feature Count: //p'; }
fields() { ogrinfo -ro -so -al "$1" | grep -cE '^[A-Za-z_0-9]+: (String|Integer|Integer64|Real)' || true; }

count=0
while IFS= read -r layer; do
    name=$(basename "$layer")
    expected=$(features "$layer")
    columns=$(fields "$layer")
    if [ "${expected:-0}" -eq 0 ] || [ "$columns" -eq 0 ]; then
        echo "$name: GDAL finds no features or no attributes" >&2
        exit 1
    fi
    if ogrinfo -ro -so -al "$layer" | grep -E '^[A-Za-z_0-9]+: [A-Za-z0-9]*List'; then
        echo "$name: an attribute is a list, which a Shapefile cannot hold" >&2
        exit 1
    fi
    for form in shp gpkg; do
        case $form in
            shp) driver='ESRI Shapefile' ;;
            gpkg) driver=GPKG ;;
        esac
        # A Shapefile cuts names at 10 letters and texts at 254, and says so of each.
        ogr2ogr -q -f "$driver" -nlt PROMOTE_TO_MULTI -lco ENCODING=UTF-8 \
            "$scratch/$name.$form" "$layer" 2>"$scratch/log" || { cat "$scratch/log" >&2; exit 1; }
        found=$(features "$scratch/$name.$form")
        kept=$(fields "$scratch/$name.$form")
        if [ "$found" != "$expected" ] || [ "$kept" -lt "$columns" ]; then
            echo "$name: $found features and $kept attributes as $form, of $expected and $columns" >&2
            exit 1
        fi
    done
    count=$((count + 1))
done < <(find "$folder" -name '*.geojson' -o -name '*.topojson' | sort)
echo "$count layers of $folder open in GDAL and convert to Shapefile and GeoPackage."
