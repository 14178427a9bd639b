"""Lint of one file: `python3 ci/lint.py FILE`; tells what is to mend and ends with 1 if there is something."""

import ast
import sys
from pathlib import Path

LONGEST = 130


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


def main(path):
    found = list(faults(path))
    for number, text in found:
        print(f"{path}:{number}: {text}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
