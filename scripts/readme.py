# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Write the sample report in README.md from the example; with --check, compare it instead."""

import os
import re
import sys

from osaid_action.check import check
from osaid_action.report.text import WIDTH, Style, render
from osaid_action.repository.tree import DeclarationFile
from osaid_action.repository.working_tree import DiskTree

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAGE = os.path.join(TOP, "README.md")
_SAMPLE = re.compile(
    r"(<!-- sample: (?P<folder>\S+) -->\n```text\n).*?(```\n<!-- end of sample -->)", re.DOTALL
)
_SHOWN = ("data-provenance-missing", "license-restricts-use", "access-approval")


def sample(folder: str) -> str:
    """The report on the declaration in ``folder``, with a few of its findings."""
    path = f"{folder}/OPEN_AI_SYSTEM.yaml"
    with open(os.path.join(TOP, path), "rb") as file:
        report = check(file.read(), path, DeclarationFile(DiskTree(TOP), path, folder))
    few = tuple(f for f in report.findings if f.rule in _SHOWN or f.severity == "note")
    text = "".join(render([report._replace(findings=few)], Style(width=WIDTH)))
    whole = "".join(render([report], Style(width=WIDTH)))
    head = whole.partition(f"\n{path}:")[0].rstrip("\n")
    return f"{head}\n\n{path}:{text.partition(f'{path}:')[2]}".replace(
        "\n\n0 of", "\n  …\n\n0 of", 1
    )


def main() -> int:
    """Write the sample, or compare it; returns the exit code."""
    with open(PAGE, encoding="utf-8") as file:
        old = file.read()
    new = _SAMPLE.sub(lambda found: found[1] + sample(found["folder"]) + found[3], old)
    if "--check" in sys.argv:
        if old != new:
            print("the sample in README.md is out of date: run python scripts/readme.py")
        return int(old != new)
    with open(PAGE, "w", encoding="utf-8", newline="\n") as file:
        file.write(new)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
