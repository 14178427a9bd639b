#!/usr/bin/env python3
"""Lint and tests in one go: `python3 check.py`; with `--watch` again after every change. Nothing needs to be installed."""

import ast
import os
import subprocess
import sys
import time
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


def tests():
    words = [sys.executable, "-B", "-m", "unittest", "discover", "-s", "tests", "-t", "."]
    return subprocess.run(words, cwd=HERE, check=False).returncode == 0


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
    if "--watch" in sys.argv:
        watch()
    sys.exit(0 if check() else 1)
