#!/bin/sh
# Format, vet and tests in one go: ./check.sh; with --watch again after every change. Nothing needs to be installed but Go.
cd "$(dirname "$0")" || exit 1

check() {
    wrong=$(gofmt -l .)
    [ -z "$wrong" ] || { echo "gofmt -w would change:"; echo "$wrong"; }
    go vet ./... && vetted=yes || vetted=
    go test ./... && [ -n "$vetted" ] && [ -z "$wrong" ]
}

if [ "$1" != "--watch" ]; then
    check
    exit
fi
last=
while true; do
    now=$(find . -name '*.go' -exec ls -l --full-time {} + 2>/dev/null || find . -name '*.go' -exec ls -lT {} +)
    if [ "$now" != "$last" ]; then
        last=$now
        clear
        check
    fi
    sleep 1
done
