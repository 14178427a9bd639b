#!/bin/sh
for file in $(find shop tests -name '*.py' | sort); do
    python3 ci/lint.py "$file"
done
