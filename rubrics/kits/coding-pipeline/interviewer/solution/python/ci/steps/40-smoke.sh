#!/bin/sh
# What was built starts, in a folder in which there is nothing else, and prints what it should.
set -eu
cd "$HOME"
"$OUT/shop.pyz" 100 DE
