#!/bin/sh
# Publishes the program and its checksum, and adds the version to the list from which others install.
set -eu
version=$(cat VERSION)
(cd "$OUT" && sha256sum shop > shop.sha256)
cat "$REGISTRY/versions.txt" > "$OUT/versions.txt" 2>/dev/null || true
echo "$version" >> "$OUT/versions.txt"
sh ci/registry-put "$OUT/versions.txt" versions.txt
sh ci/registry-put "$OUT/shop" "shop-$version"
sh ci/registry-put "$OUT/shop.sha256" "shop-$version.sha256"
