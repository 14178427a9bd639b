#!/usr/bin/env bash
# What the proof of this kit runs: the incident again, five times shorter and with 450 customers instead of 416 (a shorter run
# gives the queue less time to grow), and whether it went as the clues say. Whatever else the machine does at the moment distorts
# a run, so one that did not hold is run once more.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# Each run begins with an empty database, so it may only be the throw-away server that with-postgres.sh starts.
[ -n "${KIT_POSTGRES_LOG:-}" ] || { echo "run it by ../../tools/with-postgres.sh: it empties the database" >&2; exit 1; }
raw=$(mktemp -d)
trap 'rm -rf "$raw"' EXIT
once() {
    rm -f "$raw"/*
    psql -qc 'DROP SCHEMA public CASCADE; CREATE SCHEMA public' 2>/dev/null
    /usr/bin/python3 "$here/run.py" "$raw" 5 && /usr/bin/python3 "$here/prove.py" "$raw"
}
once || { echo "once more:"; once; }
