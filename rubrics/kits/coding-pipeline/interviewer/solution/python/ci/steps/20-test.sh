#!/bin/sh
# The end of a pipe is the end of its last command: so the tests write to the file, which is shown afterwards.
python3 -m unittest discover -s tests -t . > "$OUT/tests.log" 2>&1
ended=$?
cat "$OUT/tests.log"
exit $ended
