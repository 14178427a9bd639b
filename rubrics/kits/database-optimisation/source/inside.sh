#!/usr/bin/env bash
# Called by make.sh with a server at hand.
set -euo pipefail
kit=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
sql() { psql -X -q -v ON_ERROR_STOP=1 "$@"; }

# Each query of queries.sql three times: the first reads from disk or the system's cache, the others show the work alone.
plans() {
    psql -X -At -c "SELECT '-- ' || version()"
    psql -X -At -c "SELECT '-- shared_buffers ' || current_setting('shared_buffers') || ', no parallel workers, no JIT'"
    grep -v '^$' "$kit/candidate/queries.sql" | while IFS= read -r line; do
        case $line in
        --*) printf '\n%s\n' "$line" ;;
        *)
            printf '%s\n' "$line"
            for run in 1 2 3; do
                printf '\n-- run %s\n' "$run"
                sql -At -c "EXPLAIN (ANALYZE, BUFFERS) $line"
            done
            ;;
        esac
    done
}

sql -f "$kit/candidate/schema.sql"
sql -f "$kit/candidate/generate.sql" >/dev/null
plans >"$kit/candidate/plans.txt"
/usr/bin/python3 "$kit/source/orm.py" "$kit" before >"$kit/candidate/statements.txt"
sql -f "$kit/interviewer/fix.sql"
plans >"$kit/clues/plans-after.txt"
/usr/bin/python3 "$kit/source/orm.py" "$kit" after >"$kit/clues/statements-after.txt"
{
    echo "-- Size of each index"
    psql -X -At -F '  ' -c "SELECT indexrelname, pg_size_pretty(pg_relation_size(indexrelid)) FROM pg_stat_user_indexes ORDER BY 1"
    echo
    echo "-- Same answers before and after? Rows that only one of the two forms of the page gives:"
    /usr/bin/python3 "$kit/source/orm.py" "$kit" compare
} >"$kit/clues/cost-and-check.txt"
