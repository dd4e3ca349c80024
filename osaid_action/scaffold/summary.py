# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""How much of what OSAID asks for is filled in, and what is left to whoever knows the system."""

from osaid_action.definition.requirements import REQUIREMENTS
from osaid_action.scaffold.survey import Survey, claims, weights_place
from osaid_action.text import join_words


def summary(found: Survey) -> str:
    """``9 of 13 filled in; these need you: …``."""
    missing = [one.short for one in REQUIREMENTS if not _is_found(found, one.id)]
    number = len(REQUIREMENTS)
    told = f"{number - len(missing)} of {number} filled in"
    return f"{told}; these need you: {join_words(missing)}" if missing else told


def _is_found(found: Survey, requirement: str) -> bool:
    if requirement == "parameters.weights":
        return any(one.is_claim for one in weights_place(found))
    return bool(claims(found, requirement))
