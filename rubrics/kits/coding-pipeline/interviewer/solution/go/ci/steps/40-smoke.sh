#!/bin/sh
# What was built starts, in a folder in which there is nothing else.
set -eu
cd "$HOME"
"$OUT/shop" 100 DE
