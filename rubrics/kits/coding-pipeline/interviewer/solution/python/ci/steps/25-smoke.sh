#!/bin/sh
# Moved to 40-smoke.sh: it looks at what was built, and so comes after it. (In the repository this file is deleted.)
