#!/usr/bin/env bash
# Makes the plans and the statements of this kit on a real PostgreSQL. Needs Debian's packages postgresql, python3-sqlalchemy
# and python3-psycopg2; takes about a minute. Nothing is written but the text files named in kit.toml.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export KIT_POSTGRES="-c max_parallel_workers_per_gather=0 -c log_statement=all -c jit=off"
exec "$here/../../tools/with-postgres.sh" "$here/inside.sh"
