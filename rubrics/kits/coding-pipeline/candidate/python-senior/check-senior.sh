# Read by check.sh: the second part, publishing. Each begins with an empty registry.
fresh() { rm -rf "$work/registry" "$work/cache"; }
holds() { if sh -c "cd '$work/registry' 2>/dev/null && $2"; then ok "$1"; else missing "$1; in the registry stand:"; ls "$work/registry" 2>/dev/null | sed 's/^/        /'; fi; }

fresh
run "publishing works" GREEN
holds "the version is listed once, its checksum fits" 'test "$(cat versions.txt)" = 1.4.0 && test "$(cut -d" " -f1 shop.pyz-1.4.0.sha256)" = "$(sha256sum < shop.pyz-1.4.0 | cut -d" " -f1)"'
run "the same again is green" GREEN
holds "and changes nothing: listed once" 'test "$(cat versions.txt)" = 1.4.0'
cksum "$work"/registry/* > "$work/before"
run "the same version with other content is red" RED 'sed -i '"'"'s/"DE": 19/"DE": 18/'"'"' shop/rates.json && sed -i '"'"'s/119.00/118.00/; s/23.79/23.59/'"'"' tests/test_price.py'
cksum "$work"/registry/* > "$work/after"
holds "and changes nothing: every file is as it was" "cmp -s ../before ../after"
for n in 0 1 2; do
    fresh
    export REGISTRY_FAIL_AFTER=$n
    run "a registry that fails after $n files is red" RED
    unset REGISTRY_FAIL_AFTER
    holds "and no version is listed that is not whole" 'touch versions.txt; ! grep -q . versions.txt || { test -s shop.pyz-1.4.0 && test -s shop.pyz-1.4.0.sha256; }'
    run "run again it is green" GREEN
    holds "and whole" 'test "$(cat versions.txt)" = 1.4.0 && test -s shop.pyz-1.4.0 && test -s shop.pyz-1.4.0.sha256'
done
