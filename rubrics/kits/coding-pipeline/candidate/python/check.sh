#!/bin/sh
# Instant feedback: ./check.sh runs the pipeline on copies of this folder, as it is and with something broken; --watch does it again after
# every change. A pipeline that is green when it should be red is broken too. At the end it counts what works.
cd "$(dirname "$0")" || exit 1
here=$PWD
failed=0
works=0

# ok NAME, missing NAME: says it and counts it.
ok() { works=$((works + 1)); echo "ok      $1"; }
missing() { failed=$((failed + 1)); echo "FAILED  $1"; }

# run NAME WANTED [COMMAND]: a copy, the command in it, the pipeline; WANTED is GREEN or RED.
run() {
    rm -rf "$work/copy" "$work/out"
    mkdir "$work/copy" && cp -r . "$work/copy/"
    [ -z "${3:-}" ] || (cd "$work/copy" && sh -c "$3")
    sh "$work/copy/ci/pipeline.sh" "$work/out" "$work/cache" "$work/registry" > "$work/log" 2>&1
    found=$(tail -1 "$work/log" | cut -d: -f1)
    if [ "$found" = "$2" ]; then
        ok "$1"
    else
        missing "$1: wanted $2, found"
        tail -${LINES_SHOWN:-12} "$work/log" | sed 's/^/        /'
    fi
}

check() {
    failed=0 works=0
    work=$(mktemp -d)
    run "the pipeline is green" GREEN
    if [ -x "$work/out/shop.pyz" ] && (cd / && "$work/out/shop.pyz" 19.99 DE > "$work/printed" 2>&1) && grep -q "23.79" "$work/printed"; then
        ok "what was built runs in another folder"
    else
        missing "what was built runs in another folder"
        tail -3 "$work/printed" 2>/dev/null | sed 's/^/        /'
    fi
    run "a broken unit test makes it red" RED 'printf "\nclass Broken(unittest.TestCase):\n    def test_broken(self):\n        self.fail()\n" >> tests/test_price.py'
    for more in ./check-*.sh; do
        [ ! -e "$more" ] || . "$more"
    done
    rm -rf "$work"
    echo "works: $works of $((works + failed))"
    [ "$failed" = 0 ]
}

if [ "${1:-}" != "--watch" ]; then
    check
    exit
fi
last=
while true; do
    now=$(find . -type f -exec cksum {} + | sort)
    if [ "$now" != "$last" ]; then
        last=$now
        clear
        check
    fi
    sleep 1
done
