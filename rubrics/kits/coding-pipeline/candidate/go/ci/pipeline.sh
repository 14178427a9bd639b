#!/bin/sh
# What the build service does, on your machine: ci/pipeline.sh OUT CACHE REGISTRY. It stands for the service and is not yours to change.
# A clean copy of what is checked in (see .ignore), a nearly empty environment, and the steps of ci/steps/ in the order of their names.
# The first step that does not end with 0 ends the pipeline. CACHE is kept from run to run; OUT is not.
set -eu
repository=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1" "$2" "$3"
OUT=$(cd "$1" && pwd) CACHE=$(cd "$2" && pwd) REGISTRY=$(cd "$3" && pwd)
clean=$(mktemp -d)
trap 'rm -rf "$clean"' EXIT
mkdir "$clean/checkout" "$clean/home"
(cd "$repository" && tar -cf - -X .ignore .) | (cd "$clean/checkout" && tar -xf -)
cd "$clean/checkout"
for step in ci/steps/*.sh; do
    echo "== $step"
    env -i PATH="$PATH" HOME="$clean/home" TZ=UTC LANG=C OUT="$OUT" CACHE="$CACHE" REGISTRY="$REGISTRY" \
        REGISTRY_FAIL_AFTER="${REGISTRY_FAIL_AFTER:-}" GOFLAGS=-mod=mod GOCACHE="${GOCACHE:-$CACHE/go}" GOTOOLCHAIN=local \
        sh "$step" || { echo "RED: $step"; exit 1; }
done
echo GREEN
