# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""osaid_action/definition/data/rule_examples.json: YAML that is wrong, and the same mended."""

import json
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "tests" / "declarations" / "examples"
FILE = "osaid_action/definition/data/rule_examples.json"
BEGIN = "# ---\n"
"""Above this line stands what every declaration has to have, which the example leaves out."""


def build() -> dict[str, bytes]:
    """The examples by their rule, by the path of their file."""
    found = {
        rule.name: {kind: shown(rule / kind) for kind in ("wrong", "right")}
        for rule in sorted(FOLDER.iterdir())
        if rule.is_dir()
    }
    return {FILE: (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()}


def shown(folder: Path) -> str:
    """The lines of the declaration in ``folder`` that are the example."""
    text = (folder / "OPEN_AI_SYSTEM.yaml").read_text(encoding="utf-8")
    head, begins, rest = text.partition(BEGIN)
    return rest if begins else head
