#!/usr/bin/env bash
# Called with a server at hand, in a folder that holds candidate/, interviewer/ and source/ of this kit: shows that the plans have the nodes
# that the kit speaks of, and that the queries give the same rows before and after the fix. `orm`: the same for the page.
set -euo pipefail
sql() { psql -X -q -At -v ON_ERROR_STOP=1 "$@"; }
queries() { grep -v -e '^$' -e '^--' queries.sql; }
rows() { queries | while IFS= read -r query; do sql -c "$query"; done | md5sum; }
nodes() { queries | while IFS= read -r query; do sql -c "EXPLAIN (ANALYZE, BUFFERS) $query"; done | grep -oE '(Seq|Index) Scan( Backward)?( using [a-z_]+)? on [a-z]+|Index Scan on orders_shop[a-z_]*'; }

sql -f schema.sql
sql -f generate.sql >/dev/null
if [ "${1:-}" = orm ]; then
    mkdir -p kit/candidate kit/interviewer
    cp latest_orders.py kit/candidate/ && cp latest_orders_mended.py kit/interviewer/
    for which in before after compare; do /usr/bin/python3 orm.py kit $which | sed "s/^/$which: /" | grep -E 'A page|same order'; done
    exit
fi
export PGOPTIONS="-c max_parallel_workers_per_gather=0 -c jit=off"
nodes | sed 's/^/before: /'
before=$(rows)
sql -f fix.sql
nodes | sed 's/^/after: /'
[ "$before" = "$(rows)" ] && echo "same rows before and after"
