# Read by check.sh when it is copied beside it; for the markers. What fails here is a question for the conversation, not a verdict.
run "hidden: something to lint makes it red" RED 'printf "package price\n\nvar  X = 1\n" > price/aaa.go'
run "hidden: the given tests are all there and pass" GREEN 'grep -q TestHalfACentIsRoundedUp price/price_test.go && grep -q 62 price/price_test.go && grep -q 2379 price/price_test.go || echo '"'"'exit 1'"'"' > ci/steps/00-tests-gone.sh'
rm -rf "$work/registry" "$work/cache"
run "hidden: first build" GREEN
rm -rf "$work/registry"
run "hidden: a change without a new version" GREEN 'sed -i '"'"'s/"DE": 19/"DE": 18/'"'"' price/rates.json && sed -i '"'"'s/11900/11800/; s/2379/2359/'"'"' price/price_test.go'
if "$work/out/shop" 100 DE | grep -q 119.00; then missing "hidden: the old program was built: the cache does not look at the sources"; else ok "hidden: the change is in what was built"; fi
run "hidden: a program that does not start makes it red" RED 'printf "package main\n\nimport \"os\"\n\nfunc main() { os.Exit(1) }\n" > main.go'
