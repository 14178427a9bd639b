#!/usr/bin/env python3
"""Runs the proofs of the kits: `python3 rubrics/kits/prove.py [KIT ...]`; Python 3.11 or later.

Each proof of a kit.toml copies its layers one over another into an empty folder, runs its command there, and compares how it
ended and what it printed; the variable KITS holds this folder. A proof whose program is not installed is told and counted apart, never as passed.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

KITS = Path(__file__).resolve().parent
SECONDS = 900  # a busy machine takes minutes to fill a database


def overlay(kit, layers, into):
    for layer in layers:
        shutil.copytree(kit / layer, into, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))


def absent(need):
    """Whether a program is not installed, or (written `python3:module`) a module of Debian's Python is not."""
    program, _, module = need.partition(":")
    if not module:
        return shutil.which(program) is None
    words = ["/usr/bin/python3", "-c", f"import {module}"]
    return not Path(words[0]).exists() or subprocess.run(words, capture_output=True, check=False).returncode != 0


def run(kit, proof):
    """None where the proof holds, else what was otherwise."""
    with tempfile.TemporaryDirectory() as folder:
        overlay(kit, proof["layers"], folder)
        ended = subprocess.run(
            proof["command"], cwd=folder, env={**os.environ, "KITS": str(KITS)}, capture_output=True, text=True,
            timeout=SECONDS, check=False,
        )
    printed = ended.stdout + ended.stderr
    if (ended.returncode == 0) != (proof["expect"] == "pass"):
        return f"ended with {ended.returncode}, expected to {proof['expect']}\n{printed[-2000:]}"
    missing = [text for text in proof.get("output", []) if text not in printed]
    return f"did not print {missing}\n{printed[-2000:]}" if missing else None


def main(names):
    failed = skipped = held = 0
    for file in sorted(KITS.glob("*/kit.toml")):
        if names and file.parent.name not in names:
            continue
        for proof in tomllib.loads(file.read_text(encoding="utf-8")).get("proofs", []):
            title = f"{file.parent.name}: {proof['title']}"
            missing = [need for need in ["sh", *proof["needs"]] if absent(need)]
            if missing:
                skipped += 1
                print(f"NOT RUN  {title} (needs {', '.join(missing)})")
                continue
            wrong = run(file.parent, proof)
            failed, held = failed + (wrong is not None), held + (wrong is None)
            print(f"{'holds  ' if wrong is None else 'FAILS  '}  {title}" + (f"\n{wrong}" if wrong else ""), flush=True)
    print(f"{held} held, {failed} failed, {skipped} not run")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
