#!/bin/sh
go test ./... 2>&1 | tee "$OUT/tests.log"
