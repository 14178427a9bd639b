#!/bin/sh
# The end of a pipe is the end of its last command: so the tests write to the file, which is shown afterwards.
go test ./... > "$OUT/tests.log" 2>&1
ended=$?
cat "$OUT/tests.log"
exit $ended
