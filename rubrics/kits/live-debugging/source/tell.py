"""Turns the raw files of run.py into what is shown, without changing a value: tables, waterfalls of traces, excerpts of the log."""

import json
import sys
from pathlib import Path

RAW, KIT = Path(sys.argv[1]), Path(sys.argv[2])


def lines(name):
    path = RAW / name
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def table(heads, rows):
    cells = [heads] + [["-" if cell is None else str(cell) for cell in row] for row in rows]
    widths = [max(len(row[index]) for row in cells) for index in range(len(heads))]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths)) for row in cells) + "\n"


def write(path, *parts):
    (KIT / path).parent.mkdir(parents=True, exist_ok=True)
    (KIT / path).write_text("\n".join(part.rstrip("\n") + "\n" for part in parts), encoding="utf-8")


def phases(*names):
    return [(name, line) for name in names for line in lines(f"{name}.metrics")]


def releases(*names):
    text = []
    for name in names:
        first = lines(f"{name}.log")[0]
        text.append(f"{first['at'][11:19]} UTC: release {first['release']} started, pool {first['pool']}")
    return "\n".join(text)


def routes(*names):
    rows = [[line["at"], *line["/checkout"], *line["/products"], *line["/health"]] for _, line in phases(*names)]
    heads = ["UTC"] + [f"{route} {what}" for route in ("checkout", "products", "health") for what in ("rps", "p50", "p95", "p99")]
    return table(heads, rows)


def pools(*names):
    rows = [[line["at"], *line["pool"], *line["statements"], *line["mail"], line["cpu_percent"]] for _, line in phases(*names)]
    heads = ["UTC", "pool size", "in use", "waiting", "wait p50", "wait p95", "sql/s", "sql p50", "sql p95", "mails/s", "mail p50", "mail p95", "cpu %"]
    return table(heads, rows)


def part(heads, columns, *names):
    return table(["UTC"] + heads, [[line["at"]] + [get(line) for get in columns] for _, line in phases(*names)])


def waterfall(trace):
    scale = max(trace["ms"], 1) / 50
    text = [f"{trace['route']}   {trace['ms']} ms"]
    for name, began, took in trace["spans"]:
        bar = " " * int(began / scale) + "#" * max(1, round(took / scale))
        text.append(f"  |{bar[:52]:<52}| {began:>7} +{took:>7} ms  {name}")
    return "\n".join(text) + "\n"


def traces(name, share, count):
    """Traces around a share of the slowest: those at the 50th or 95th percentile, not picked by hand."""
    found = sorted(lines(f"{name}.traces"), key=lambda trace: trace["ms"])
    at = min(len(found) - count, int(share * len(found)))
    return "\n".join(waterfall(trace) for trace in found[at:at + count])


def activity(name):
    text = []
    for taken in lines(f"{name}.activity"):
        rows = [[state, kind, query.replace("\n", " "), count, oldest] for state, kind, query, count, oldest in taken["rows"]]
        text.append(f"{taken['at']} UTC\n" + table(["state", "waits for", "last statement begins", "sessions", "oldest transaction ms"], rows))
    return "\n".join(text)


def log(name, count):
    return "\n".join(json.dumps(line) for line in lines(f"{name}.log")[:count]) + "\n"


def main():
    both = "1-before", "2-incident"
    last = [line for _, line in phases("2-incident")][-6:]
    tails = sorted(line["/checkout"][2] for line in last)
    write("candidate/alert.md",
          "# Alert", f"`/checkout` of the shop: in the last minute (to {last[-1]['at']} UTC) the 95th percentile, taken every ten seconds,"
          f" was {tails[0]} to {tails[-1]} ms, typically **{tails[3]} ms**. The limit is 300 ms. Requests succeed. Customers write that"
          " ordering is slow.",
          "The shop's service runs in one process, with PostgreSQL and a mail service beside it. You may ask for any metric, log,"
          " trace or piece of code; say what you want to know and why.")
    write("clues/1-routes.txt", "Requests per second and latency in ms, by route, every 10 seconds", routes(*both))
    write("clues/2-host.txt", "Processor of the service in per cent of one core, every 10 seconds",
          part(["cpu %"], [lambda line: line["cpu_percent"]], *both))
    write("clues/3-log.txt", "The service's log: the last lines of the release before, and the first after",
          releases(*both), "\n".join(log("1-before", 400).splitlines()[-6:]), log("2-incident", 22))
    write("clues/4-database.txt", "Statements per second and their time in ms, every 10 seconds",
          part(["sql/s", "sql p50", "sql p95"], [lambda line, i=i: line["statements"][i] for i in range(3)], *both),
          "Sessions of the database before, from pg_stat_activity", activity("1-before"),
          "Sessions during the incident", activity("2-incident"))
    write("clues/5-pool.txt", "The service's pool of connections: size, in use and waiting at the moment of measuring; wait in ms",
          part(["size", "in use", "waiting", "wait p50", "wait p95"], [lambda line, i=i: line["pool"][i] for i in range(5)], *both))
    write("clues/6-traces.txt", "Two traces at the middle of the release before (start + length)", traces("1-before", 0.5, 2),
          "Two at the middle of the incident", traces("2-incident", 0.5, 2), "Two at its 95th percentile", traces("2-incident", 0.95, 2))
    write("clues/7-change.diff", (Path(__file__).parent / "change.diff").read_text(encoding="utf-8"))
    for number, name, title in ((8, "3-pool-doubled", "The pool doubled to 20; mail service as before"),
                                (9, "4-pool-doubled-mail-slower", "The pool at 20; then the mail service slowed down"),
                                (10, "5-mended", "Release 43 (the mail is noted in an outbox table in the same transaction and sent by"
                                 " another process); pool back to 10, mail service still slow")):
        write(f"clues/{number}-{name.split('-', 1)[1]}.txt", title, releases(name), routes(name), pools(name),
              "Sessions of the database", activity(name))
    write("interviewer/whole-run.txt", "Everything that was measured, in one piece (ms; every 10 seconds)",
          *[text for name in ("1-before", "2-incident", "3-pool-doubled", "4-pool-doubled-mail-slower", "5-mended")
            for text in (name, releases(name), routes(name), pools(name))])


main()
