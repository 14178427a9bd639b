#!/bin/sh
python3 -m unittest discover -s tests -t . 2>&1 | tee "$OUT/tests.log"
