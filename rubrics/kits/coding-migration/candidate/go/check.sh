#!/bin/sh
# Format, vet and tests in one go: ./check.sh; with --watch again after every change. Nothing needs to be installed but Go.
# It says in words what works and what is missing. For everything that the tests say: go test ./...
cd "$(dirname "$0")" || exit 1

check() {
    wrong=$(gofmt -l .)
    [ -z "$wrong" ] || { echo "gofmt -w would change:"; echo "$wrong"; }
    go vet ./... && vetted=yes || vetted=
    said=$(mktemp)
    go test -v ./... > "$said" 2>&1 && passed=yes || passed=
    told < "$said"
    rm -f "$said"
    [ -n "$passed" ] && [ -n "$vetted" ] && [ -z "$wrong" ]
}

# told: what the tests said, in words: each test with whether it works, and where not the first reason.
told() {
    awk '
    function words(name,  out, at, letter) {
        sub(/^Test/, "", name)
        for (at = 1; at <= length(name); at++) {
            letter = substr(name, at, 1)
            out = out (at > 1 && letter ~ /[A-Z]/ ? " " : "") tolower(letter)
        }
        return out
    }
    /^=== RUN/ { why = ""; next }
    /^--- PASS/ { works++; all++; print "works    " words($3); next }
    /^--- FAIL/ { all++; print "missing  " words($3); print "        " (why ? why : " it ended without a reason"); next }
    /^===|^PASS$|^FAIL|^ok |^\?|^exit status/ { next }
    /^    [^ ]*_test.go:[0-9]+:/ { if (!why) { why = $0; sub(/^   /, "", why) } next }
    { print }
    END { print "works: " works + 0 " of " all + 0 }'
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
