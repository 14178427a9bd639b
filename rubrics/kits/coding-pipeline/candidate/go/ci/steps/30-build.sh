#!/bin/sh
# One program; building is slow in real life, so it is kept in the cache.
set -eu
key=$(cat VERSION)
if [ ! -f "$CACHE/$key/shop" ]; then
    mkdir -p "$CACHE/$key"
    go build -o "$CACHE/$key/shop" .
fi
cp "$CACHE/$key/shop" "$OUT/shop"
