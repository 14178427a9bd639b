#!/bin/sh
# One file that runs anywhere where there is a Python. The cache's key is what goes in, not what it is called. The times inside the archive
# are fixed, so that the same sources give the same bytes.
set -eu
key=$(find shop ci/steps/30-build.sh -type f | sort | xargs cksum | cksum | tr ' ' -)
if [ ! -f "$CACHE/$key/shop.pyz" ]; then
    rm -rf build
    mkdir -p build "$CACHE/$key"
    cp -r shop build/
    find build -name __pycache__ -prune -exec rm -rf {} +
    printf 'import runpy\nrunpy.run_module("shop", run_name="__main__")\n' > build/__main__.py
    find build -exec touch -t 200001010000 {} +
    python3 -m zipapp build -p '/usr/bin/env python3' -o "$CACHE/$key/part"
    mv "$CACHE/$key/part" "$CACHE/$key/shop.pyz"
fi
cp "$CACHE/$key/shop.pyz" "$OUT/shop.pyz"
