# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""For a rule, YAML that is wrong and the same YAML mended, to read and to copy.

They are lines of the files in ``tests/declarations/examples``, which the tests check: the wrong
one calls for its rule, the right one does not. ``scripts/generate.py`` brings them here.
"""

import json
import os
from functools import cache
from typing import NamedTuple

from osaid_action.findings import Rule

_FILE = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "rule_examples.json")


class Example(NamedTuple):
    """What calls for a rule, and what does not; both are YAML below the head of a declaration."""

    wrong: str
    right: str


def example(rule: Rule) -> Example:
    """The example of a rule; every rule has one."""
    return Example(**_examples()[rule.id])


@cache
def _examples() -> dict[str, dict[str, str]]:
    with open(_FILE, encoding="utf-8") as file:
        found: dict[str, dict[str, str]] = json.load(file)
    return found
