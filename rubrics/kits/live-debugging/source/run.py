"""One real run of the incident; called by make.sh and prove.sh with a PostgreSQL server at hand: `run.py FOLDER [SPEED]`.

Writes raw files to the folder. A speed of 5 makes each phase, and the time between two lines of metrics, five times shorter.
"""

import http.client
import json
import socket
import subprocess
import sys
import time
from pathlib import Path

import psycopg2

HERE, FOLDER = Path(__file__).parent, Path(sys.argv[1])
SPEED = float(sys.argv[2]) if len(sys.argv) > 2 else 1
INTERVAL = 10 / SPEED
# A shorter run gives the queue less time to grow: some more customers make up for it.
CUSTOMERS = 416 if SPEED == 1 else 450
# name, release, pool, delay of the mail service, seconds
PHASES = [
    ("1-before", "41", 10, 0.14, 60),
    ("2-incident", "42", 10, 0.14, 120),
    ("3-pool-doubled", "42", 20, 0.14, 60),
    ("4-pool-doubled-mail-slower", "42", 20, 0.32, 60),
    ("5-mended", "43", 10, 0.32, 60),
]
ACTIVITY = """
SELECT state, coalesce(wait_event_type, '-'), left(query, 22), count(*),
       round(1000 * max(extract(epoch FROM now() - xact_start)))::int
FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'
GROUP BY 1, 2, 3 ORDER BY 4 DESC
"""


def free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def post(port, path):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("POST", path)
    connection.getresponse().read()


def sample(database, name):
    """What the database's own list of sessions shows, at three moments."""
    with database.cursor() as cursor, open(FOLDER / f"{name}.activity", "a", encoding="utf-8") as file:
        cursor.execute(ACTIVITY)
        file.write(json.dumps({"at": time.strftime("%H:%M:%S", time.gmtime()), "rows": cursor.fetchall()}) + "\n")


def main():
    database = psycopg2.connect("")
    database.autocommit = True
    database.cursor().execute((HERE / "schema.sql").read_text(encoding="utf-8"))
    ports = free_port(), free_port()
    start = lambda name, *words: subprocess.Popen([sys.executable, HERE / name, *map(str, words)])
    running = [start("mail.py", ports[1]), start("server.py", ports[0], ports[1], FOLDER, INTERVAL)]
    time.sleep(2)
    try:
        for number, (name, release, pool, delay, seconds) in enumerate(PHASES):
            post(ports[1], f"/delay/{delay}")
            post(ports[0], f"/phase/{name}?release={release}&pool={pool}")
            if number == 0:
                running.append(start("load.py", ports[0], CUSTOMERS))
            for _ in range(3):
                time.sleep(seconds / SPEED / 3)
                sample(database, name)
    finally:
        for one in running:
            one.terminate()
        for one in running:
            one.wait(timeout=30)


main()
