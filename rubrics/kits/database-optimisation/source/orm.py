"""Runs the page and tells the statements that SQLAlchemy handed to the driver, with their parameters and times."""

import sys
import time
from pathlib import Path

import sqlalchemy
from sqlalchemy import create_engine, event
from sqlalchemy.orm import Session

KIT = Path(sys.argv[1])
sys.path[:0] = [str(KIT / "candidate"), str(KIT / "interviewer")]
sys.dont_write_bytecode = True
import latest_orders  # noqa: E402
import latest_orders_mended  # noqa: E402

PAGES = {"before": latest_orders.latest, "after": latest_orders_mended.latest}


def sent(engine, page, count):
    """The answer, the statements sent and the seconds taken; the session is new, so nothing is remembered."""
    found = []
    began_at = {}

    @event.listens_for(engine, "before_cursor_execute")
    def begin(connection, cursor, statement, parameters, context, many):
        began_at["now"] = time.perf_counter()

    @event.listens_for(engine, "after_cursor_execute")
    def end(connection, cursor, statement, parameters, context, many):
        found.append((time.perf_counter() - began_at["now"], " ".join(statement.split()), parameters))

    with Session(engine) as session:
        began = time.perf_counter()
        answer = page(session, count)
        took = time.perf_counter() - began
    event.remove(engine, "before_cursor_execute", begin)
    event.remove(engine, "after_cursor_execute", end)
    return answer, found, took


def main(which):
    engine = create_engine("postgresql+psycopg2://")
    if which == "compare":
        before, after = (sent(engine, page, 500)[0] for page in PAGES.values())
        print(f"{len(before)} orders each; only before: {[o for o in before if o not in after]};"
              f" only after: {[o for o in after if o not in before]}; same order: {before == after}")
        return
    print(f"-- SQLAlchemy {sqlalchemy.__version__}, psycopg2; the database on the same machine")
    for count in (50, 500):
        sent(engine, PAGES[which], count)
        _, found, took = sent(engine, PAGES[which], count)
        shapes = {}
        for seconds, statement, _ in found:
            times, total = shapes.get(statement, (0, 0))
            shapes[statement] = (times + 1, total + seconds)
        print(f"\n-- A page of {count} orders: {len(found)} statements, {1000 * took:.0f} ms in all")
        for statement, (times, total) in shapes.items():
            text = statement if len(statement) < 900 else statement[:700] + " ..."
            print(f"{times:>4} x {1000 * total / times:.2f} ms  {text}")
    print("\n-- The first statements of the page of 50, as they were sent")
    for seconds, statement, parameters in sent(engine, PAGES[which], 50)[1][:9]:
        shown = str(parameters)
        print(f"{1000 * seconds:.2f} ms  {statement[:700]}  {shown if len(shown) < 300 else shown[:300] + ' ...'}")


main(sys.argv[2])
