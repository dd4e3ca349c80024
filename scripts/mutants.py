# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Are the tests of a module its own? Draw faults of one line, and run that module's tests alone.

    python scripts/mutants.py                     sixty faults over all modules
    python scripts/mutants.py --seed 7 --count 20 osaid_action/licenses

The tests of ``osaid_action/a/b.py`` are ``tests/a/test_b.py`` and ``tests/a/test_b_*.py``, those
without tools. A fault that they do not see is printed with its line. The same seed draws the same
faults of the same code. The tree is copied first; nothing here is changed.
"""

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
LIMIT = 300
"""Seconds for the tests of one module; a fault that makes them hang is seen."""

_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "!=", ast.NotEq: "==", ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
}  # fmt: skip


class Mutant(NamedTuple):
    """A fault: bytes ``start`` to ``end`` of a module become ``text``."""

    path: str
    line: int
    start: int
    end: int
    text: str


def mutants(path: str, source: bytes) -> list[Mutant]:
    """All faults of one line that can be made of a module."""
    lines = [0]
    for line in source.splitlines(keepends=True):
        lines.append(lines[-1] + len(line))

    def place(node: ast.expr | ast.stmt) -> tuple[int, int]:
        ends = node.end_lineno or node.lineno, node.end_col_offset or node.col_offset
        return lines[node.lineno - 1] + node.col_offset, lines[ends[0] - 1] + ends[1]

    found = []
    for node in ast.walk(ast.parse(source)):
        for at, text in changes(node):
            start, end = place(at)
            if at.lineno == at.end_lineno and source[start:end] != text.encode():
                found.append(Mutant(path, at.lineno, start, end, text))
    return found


def changes(node: ast.AST) -> Iterator[tuple[ast.expr | ast.stmt, str]]:
    """What of ``node`` to put another text in place of, and which."""
    if isinstance(node, ast.expr):
        yield from ((node, text) for text in _other_values(node))
    elif isinstance(node, ast.Continue | ast.Break) or (
        isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)
    ):
        yield node, "pass"
    elif isinstance(node, ast.Return) and node.value is not None:
        yield node, "return None"


def _other_values(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        left, right = ast.unparse(node.left), ast.unparse(node.comparators[0])
        yield f"({left} {_COMPARISONS[type(node.ops[0])]} {right})"
    elif isinstance(node, ast.BoolOp):
        word = " or " if isinstance(node.op, ast.And) else " and "
        yield f"({word.join(f'({ast.unparse(one)})' for one in node.values)})"
        yield f"({ast.unparse(node.values[0])})"
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"bool({ast.unparse(node.operand)})"
    elif isinstance(node, ast.IfExp):
        yield f"({ast.unparse(node.orelse)})"
        yield f"({ast.unparse(node.body)})"
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        sign = "-" if isinstance(node.op, ast.Add) else "+"
        yield f"({ast.unparse(node.left)} {sign} {ast.unparse(node.right)})"
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        yield repr(node.value + 1 if type(node.value) is int else not node.value)


def drawn(folders: list[str], count: int, seed: int) -> list[Mutant]:
    """``count`` faults, each module with as many chances as it has."""
    every = []
    for folder in folders:
        paths = [ROOT / folder] if folder.endswith(".py") else sorted((ROOT / folder).rglob("*.py"))
        for path in paths:
            name = path.relative_to(ROOT).as_posix()
            if "/license_text/" not in name:
                every += mutants(name, path.read_bytes())
    chance = random.Random(seed)  # noqa: S311 - no secret
    return sorted(chance.sample(every, min(count, len(every))))


def tests_of(path: str) -> list[str]:
    """The test files of a module, by their names."""
    folder = ROOT / "tests" / Path(path).parent.relative_to("osaid_action")
    stem = Path(path).stem
    found = [*folder.glob(f"test_{stem}.py"), *folder.glob(f"test_{stem}_*.py")]
    return sorted(one.relative_to(ROOT).as_posix() for one in found)


def is_seen(mutant: Mutant, tests: list[str], top: Path) -> bool:
    """Whether the tests fail with the fault in the copy of the tree at ``top``."""
    target = top / mutant.path
    whole = target.read_bytes()
    target.write_bytes(whole[: mutant.start] + mutant.text.encode() + whole[mutant.end :])
    command = [sys.executable, "-m", "pytest", "--quiet", "--exitfirst", "-p", "no:cacheprovider"]
    environ = os.environ | {"PYTHONPATH": str(top), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(
            [*command, *tests],
            cwd=top,
            env=environ,
            capture_output=True,
            timeout=LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return True
    finally:
        target.write_bytes(whole)
    return done.returncode != 0


def told(mutant: Mutant) -> str:
    """A fault in a line: where it is, what is there, and what it becomes."""
    line = (ROOT / mutant.path).read_text(encoding="utf-8").splitlines()[mutant.line - 1]
    return f"{mutant.path}:{mutant.line}: {line.strip()} → {mutant.text}"


def main(arguments: list[str]) -> int:
    """Draw, run and tell; returns 0 when at least nine of ten faults are seen."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("modules", nargs="*", default=["osaid_action"])
    options = parser.parse_args(arguments)
    chosen = drawn(options.modules, options.count, options.seed)
    seen = 0
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder) / "tree"
        shutil.copytree(ROOT, top, ignore=shutil.ignore_patterns(".git", "__pycache__", ".*_cache"))
        for mutant in chosen:
            tests = tests_of(mutant.path)
            killed = bool(tests) and is_seen(mutant, tests, top)
            seen += killed
            if not killed:
                why = "" if tests else " (no test file of that name)"
                print(f"{told(mutant)}{why}", flush=True)
    print(f"{seen} of {len(chosen)} seen by the tests of their module alone")
    return int(seen * 10 < len(chosen) * 9)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
