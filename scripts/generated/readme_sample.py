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
_SHOWN = "[license-restricts-use"


def build() -> dict[str, bytes]:
    """The whole README with its sample as it is now, by its path."""
    old = (TOP / PAGE).read_text(encoding="utf-8")
    return {PAGE: _SAMPLE.sub(lambda one: one[1] + sample(one["folder"]) + one[3], old).encode()}


def sample(folder: str) -> str:
    """The report on the declaration in ``folder`` as a terminal has it, without most findings."""
    path = f"{folder}/OPEN_AI_SYSTEM.yaml"
    file = DeclarationFile(DiskTree(str(TOP)), path, folder)
    report = check((TOP / path).read_bytes(), path, file)
    whole = "".join(render([report], Style(width=WIDTH)))
    head, *findings = whole.rpartition("\n\n")[0].split(f"\n{path}:")
    (shown,) = (one for one in findings if _SHOWN in one)
    return f"{head.rstrip()}\n…\n{path}:{shown}\n…\n\n{whole.rpartition(chr(10) * 2)[2]}"
