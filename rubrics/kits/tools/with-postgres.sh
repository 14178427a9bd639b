#!/usr/bin/env bash
# Runs a command with a PostgreSQL server of its own on a free loopback port, and stops and deletes that server afterwards.
#   rubrics/kits/tools/with-postgres.sh COMMAND [ARGUMENT ...]
# The command finds it by PGHOST, PGPORT, PGUSER and PGDATABASE. Needs Debian's package postgresql. As root, the server runs as
# the user postgres, because it refuses to run as root.
set -euo pipefail

bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)
[ -n "$bin" ] || { echo "PostgreSQL is not installed: apt-get install postgresql" >&2; exit 2; }
as=(); [ "$(id -u)" -ne 0 ] || as=(runuser -u postgres --)

folder=$(mktemp -d)
[ ${#as[@]} -eq 0 ] || chown postgres "$folder"
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
stop() {
    (cd / && "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1) || true
    rm -rf "$folder"
}
trap stop EXIT

(
    cd /
    "${as[@]}" "$bin/initdb" -D "$folder/data" -U kit -A trust --no-sync -E UTF8 --locale=C >/dev/null
    "${as[@]}" "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" start \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_wal_size=96MB -c min_wal_size=32MB -c fsync=off ${KIT_POSTGRES:-}" >/dev/null
)
export PGHOST=127.0.0.1 PGPORT=$port PGUSER=kit PGDATABASE=postgres KIT_POSTGRES_LOG=$folder/log
"$@"
