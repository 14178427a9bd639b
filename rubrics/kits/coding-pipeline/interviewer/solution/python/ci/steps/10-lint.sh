#!/bin/sh
# Every file is looked at; one that has something to mend makes the step fail.
failed=0
for file in $(find shop tests -name '*.py' | sort); do
    python3 ci/lint.py "$file" || failed=1
done
exit $failed
