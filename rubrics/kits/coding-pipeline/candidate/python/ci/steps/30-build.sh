#!/bin/sh
# One file that runs anywhere where there is a Python; building is slow in real life, so it is kept in the cache.
set -eu
key=$(cat VERSION)
if [ ! -f "$CACHE/$key/shop.pyz" ]; then
    mkdir -p build "$CACHE/$key"
    cp -r shop build/
    printf 'import runpy\nrunpy.run_module("shop", run_name="__main__")\n' > build/__main__.py
    python3 -m zipapp build -p '/usr/bin/env python3' -o "$CACHE/$key/shop.pyz"
fi
cp "$CACHE/$key/shop.pyz" "$OUT/shop.pyz"
