#!/bin/sh
# gofmt -l tells and ends with 0 all the same: what it tells decides.
set -eu
wrong=$(gofmt -l .)
[ -z "$wrong" ] || { echo "gofmt -w would change: $wrong"; exit 1; }
go vet ./...
