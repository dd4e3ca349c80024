# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""osaid_action/definition/data/rule_examples.json: YAML that is wrong, and the same mended."""

import difflib
import json
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "tests" / "declarations" / "examples"
FILE = "osaid_action/definition/data/rule_examples.json"
DECLARATION = "OPEN_AI_SYSTEM.yaml"
BEGIN = "# ---\n"
"""Above this line stands what every declaration has to have, which the example leaves out."""
_MOST_LINES, _FIRST = 20, 8
_MOST_OF_A_FILE = 6


def build() -> dict[str, bytes]:
    """The examples by their rule, by the path of their file."""
    rules = sorted(folder for folder in FOLDER.iterdir() if folder.is_dir())
    found = {
        rule.name: {
            "wrong": shown(rule / "wrong", rule / "right") + after(rule, "wrong"),
            "right": shown(rule / "right", rule / "wrong") + after(rule, "right"),
        }
        for rule in rules
    }
    return {FILE: (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()}


def after(rule: Path, half: str) -> str:
    """What is done in the folder of a half, where that is what sets it apart."""
    path = rule / "steps.json"
    steps = json.loads(path.read_text(encoding="utf-8"))[half] if path.exists() else []
    return "".join(f"# $ {step}\n" for step in steps)


def shown(folder: Path, other: Path) -> str:
    """What is to be seen of one half: its YAML, and of the files beside it what sets it apart."""
    head, begins, rest = text_of(folder / DECLARATION).partition(BEGIN)
    return "".join([shortened(rest if begins else head), *beside(folder, other)])


def shortened(text: str) -> str:
    """A long text by its first lines, with the number of the others."""
    lines = text.splitlines(keepends=True)
    if len(lines) <= _MOST_LINES:
        return text
    return "".join(lines[:_FIRST]) + f"# … and {len(lines) - _FIRST} lines more\n"


def beside(folder: Path, other: Path) -> Iterator[str]:
    """The files beside a declaration that the other half lacks or has otherwise."""
    inside = (path for path in folder.rglob("*") if path.is_file() and path.name != DECLARATION)
    for path in sorted(inside):
        name, theirs = path.relative_to(folder).as_posix(), other / path.relative_to(folder)
        if b"\0" in path.read_bytes():
            yield f"# {name}: {path.stat().st_size} bytes that are no text\n"
            continue
        before = text_of(theirs).splitlines() if theirs.exists() else []
        if lines := list(apart(before, text_of(path).splitlines())):
            more = ["…"] if len(lines) > _MOST_OF_A_FILE else []
            told = "".join(f"#   {line}".rstrip() + "\n" for line in lines[:_MOST_OF_A_FILE] + more)
            yield f"# {name}:\n{told}"


def apart(before: list[str], after: list[str]) -> Iterator[str]:
    """The lines of ``after`` that ``before`` has not."""
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, _, _, start, end in matcher.get_opcodes():
        if tag in ("replace", "insert"):
            yield from after[start:end]


def text_of(path: Path) -> str:
    """The text of a file; a byte or a character that cannot be shown is written as its number."""
    text = path.read_bytes().decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() or c in "\n\t" else f"\\x{ord(c):02x}" for c in text)
