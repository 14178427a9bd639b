# Read by check.sh when it is copied beside it; for the markers. What fails here is a question for the conversation, not a verdict.
run "hidden: something to lint makes it red" RED 'printf "import os\n" > shop/aaa.py'
run "hidden: the given tests are all there and pass" GREEN 'grep -q test_half_a_cent_is_rounded_up tests/test_price.py && grep -q 0.62 tests/test_price.py && grep -q 23.79 tests/test_price.py || echo '"'"'exit 1'"'"' > ci/steps/00-tests-gone.sh'
rm -rf "$work/registry" "$work/cache"
run "hidden: first build" GREEN
rm -rf "$work/registry"
run "hidden: a change without a new version" GREEN 'sed -i '"'"'s/"DE": 19/"DE": 18/'"'"' shop/rates.json && sed -i '"'"'s/119.00/118.00/; s/23.79/23.59/'"'"' tests/test_price.py'
if "$work/out/shop.pyz" 100 DE | grep -q 119.00; then missing "hidden: the old program was built: the cache does not look at the sources"; else ok "hidden: the change is in what was built"; fi
run "hidden: a program that does not start makes it red" RED 'printf "import nothing_of_this_name\n" > shop/__main__.py && rm -f ci/lint.py && printf "" > ci/lint.py'
