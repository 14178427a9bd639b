#!/usr/bin/env bash
# Makes the materials of this kit from a real run: a PostgreSQL server, a service with a pool of ten connections, a mail service
# and 416 customers, all on this machine, for six minutes. Needs Debian's packages postgresql and python3-psycopg2.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
raw=$(mktemp -d)
trap 'rm -rf "$raw"' EXIT
"$here/../../tools/with-postgres.sh" /usr/bin/python3 "$here/run.py" "$raw"
/usr/bin/python3 "$here/tell.py" "$raw" "$here/.."
