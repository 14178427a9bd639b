#!/usr/bin/env python3
"""Lint and tests in one go: `python3 check.py`; with `--watch` again after every change. Nothing needs to be installed.

It says in words what works and what is missing. For whole tracebacks: `python3 -m unittest discover -s tests -t .`
"""

import ast
import os
import re
import subprocess
import sys
import threading
import time
import traceback
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
LONGEST = 130


def files():
    return sorted(path for path in HERE.rglob("*.py") if "__pycache__" not in path.parts)


def faults(path):
    """Lines that are too long or end in blanks, unused imports, bare excepts, mutable defaults."""
    text = path.read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > LONGEST:
            yield number, f"longer than {LONGEST} characters"
        if line != line.rstrip():
            yield number, "blanks at the end of the line"
    tree = ast.parse(text, str(path))
    imported, used = {}, {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for name in node.names:
                imported[(name.asname or name.name).split(".")[0]] = node.lineno
        elif isinstance(node, ast.ExceptHandler) and node.type is None:
            yield node.lineno, "bare except: name what is expected"
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            if any(isinstance(default, (ast.List, ast.Dict, ast.Set)) for default in node.args.defaults):
                yield node.lineno, "a mutable default is shared by all calls"
    for name, number in imported.items():
        if name not in used:
            yield number, f"{name} is imported and not used"


def lint():
    found = 0
    for path in files():
        try:
            for number, text in faults(path):
                found += 1
                print(f"{path.relative_to(HERE)}:{number}: {text}")
        except SyntaxError as error:
            found += 1
            print(f"{path.relative_to(HERE)}:{error.lineno}: {error.msg}")
    print("lint: " + (f"{found} to mend" if found else "nothing to mend"), flush=True)
    return found == 0


class Told(unittest.TestResult):
    """Says of each test in words whether it works, and where not why."""

    def __init__(self):
        super().__init__()
        self.works = 0
        self.why = None
        threading.excepthook = lambda said: self.note((said.exc_type, said.exc_value, said.exc_traceback))

    def startTest(self, test):
        super().startTest(test)
        self.why = None

    def note(self, error):
        """The first reason counts: what follows is mostly a consequence."""
        if self.why is None:
            self.why = reason(*error)

    def addError(self, test, err):
        super().addError(test, err)
        self.note(err)

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.note(err)

    def addSubTest(self, test, subtest, err):
        super().addSubTest(test, subtest, err)
        if err:
            self.note(err)

    def stopTest(self, test):
        super().stopTest(test)
        words = re.sub("^test ", "", test.id().rsplit(".", 1)[-1].replace("_", " "))
        self.works += self.why is None
        print(f"works    {words}" if self.why is None else f"missing  {words}\n         {self.why}", flush=True)


def reason(kind, error, trace):
    """One line: what was otherwise, and the line of the test, or of the program, at which it was."""
    last = str(error).strip().splitlines() or ["not written yet"]
    plain = issubclass(kind, (AssertionError, NotImplementedError))
    text = last[0] if plain else f"{kind.__name__}: {last[-1]}"
    frames = [frame for frame in traceback.extract_tb(trace) if HERE in Path(frame.filename).resolve().parents]
    places = [frame for frame in frames if Path(frame.filename).name.startswith("test_") or not plain]
    return text + (f" ({Path(places[-1].filename).name}:{places[-1].lineno})" if places else "")


def told():
    """Runs the tests in this process."""
    result = Told()
    unittest.defaultTestLoader.discover("tests", top_level_dir=".").run(result)
    print(f"works: {result.works} of {result.testsRun}")
    return result.wasSuccessful()


def tests():
    """Runs them in a process of their own, so that every change is read."""
    return subprocess.run([sys.executable, "-B", "check.py", "--tests"], cwd=HERE, check=False).returncode == 0


def check():
    results = [lint(), tests()]
    return all(results)


def watch():
    last = None
    while True:
        now = [(path, path.stat().st_mtime_ns) for path in files()]
        if now != last:
            last = now
            os.system("clear")
            check()
        time.sleep(0.5)


if __name__ == "__main__":
    if "--tests" in sys.argv:
        sys.exit(0 if told() else 1)
    if "--watch" in sys.argv:
        watch()
    sys.exit(0 if check() else 1)
