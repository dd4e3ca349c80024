# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""README.md: the report on an example that it shows."""

import re
from pathlib import Path

from osaid_action.check import check
from osaid_action.report.text import WIDTH, Style, render
from osaid_action.repository.tree import DeclarationFile
from osaid_action.repository.working_tree import DiskTree

TOP = Path(__file__).parents[2]
PAGE = "README.md"
_SAMPLE = re.compile(
    r"(<!-- sample: (?P<folder>\S+) -->\n```text\n).*?(```\n<!-- end of sample -->)", re.DOTALL
)
_SHOWN = ("license-restricts-use",)


def build() -> dict[str, bytes]:
    """The whole README with its sample as it is now, by its path."""
    old = (TOP / PAGE).read_text(encoding="utf-8")
    return {PAGE: _SAMPLE.sub(lambda one: one[1] + sample(one["folder"]) + one[3], old).encode()}


def sample(folder: str) -> str:
    """The report on the declaration in ``folder``, with a few of its findings."""
    path = f"{folder}/OPEN_AI_SYSTEM.yaml"
    file = DeclarationFile(DiskTree(str(TOP)), path, folder)
    report = check((TOP / path).read_bytes(), path, file)
    few = tuple(f for f in report.findings if f.rule.id in _SHOWN or f.severity == "note")
    text = "".join(render([report._replace(findings=few)], Style(width=WIDTH)))
    whole = "".join(render([report], Style(width=WIDTH)))
    head = whole.partition(f"\n{path}:")[0].rstrip("\n")
    shown = text.partition(f"{path}:")[2].rpartition("\n\n")[0]
    foot = whole.rpartition("\n\n")[2]  # what is said of the whole report, and not of the few
    return f"{head}\n\n{path}:{shown}\n…\n\n{foot}"
