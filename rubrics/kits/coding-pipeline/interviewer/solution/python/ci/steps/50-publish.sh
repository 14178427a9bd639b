#!/bin/sh
# Publishes the program and its checksum, and then, last, adds the version to the list from which others install: a version in the list is
# whole. The same version with the same content again changes nothing; with other content it is refused.
set -eu
version=$(cat VERSION)
(cd "$OUT" && sha256sum shop.pyz > shop.pyz.sha256)
touch "$REGISTRY/versions.txt"
if grep -qxF "$version" "$REGISTRY/versions.txt"; then
    if cmp -s "$OUT/shop.pyz.sha256" "$REGISTRY/shop.pyz-$version.sha256"; then
        echo "$version is published already, with the same content"
        exit 0
    fi
    echo "$version is published with other content: raise VERSION" >&2
    exit 1
fi
sh ci/registry-put "$OUT/shop.pyz" "shop.pyz-$version"
sh ci/registry-put "$OUT/shop.pyz.sha256" "shop.pyz-$version.sha256"
{ cat "$REGISTRY/versions.txt"; echo "$version"; } > "$OUT/versions.txt"
sh ci/registry-put "$OUT/versions.txt" versions.txt
