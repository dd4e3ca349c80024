# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""docs/badge-*.svg: badges of examples, for the README to show."""

from pathlib import Path

from osaid_action.check import check
from osaid_action.report.badge import render
from osaid_action.repository.tree import DeclarationFile
from osaid_action.repository.working_tree import DiskTree

TOP = Path(__file__).parents[2]
SHOWN = {"met": "in-repository", "not-met": "llama-2", "part": "olmo-2"}


def build() -> dict[str, bytes]:
    """The pictures, by their path."""
    return {f"docs/badge-{name}.svg": badge(folder).encode() for name, folder in SHOWN.items()}


def badge(folder: str) -> str:
    """The badge of an example."""
    path = f"examples/{folder}/OPEN_AI_SYSTEM.yaml"
    file = DeclarationFile(DiskTree(str(TOP)), path, f"examples/{folder}")
    return render(check((TOP / path).read_bytes(), path, file)).rstrip("\n") + "\n"
