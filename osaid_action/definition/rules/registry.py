# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""All rules by their ids, in the order in which they are listed."""

from collections.abc import Iterator

from osaid_action.definition.rules import components, evidence, form, terms
from osaid_action.findings import Rule


def _rules() -> Iterator[Rule]:
    for module in (components, terms, form, evidence):
        for value in vars(module).values():
            if isinstance(value, Rule):
                yield value
            elif isinstance(value, dict):
                yield from (one for one in value.values() if isinstance(one, Rule))


RULES = {rule.id: rule for rule in _rules()}
