# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is told where the budget of a declaration did not reach."""

from collections.abc import Sequence

from osaid_action.definition.rules.evidence import NOT_LOOKED_AT, PATH_UNKNOWN
from osaid_action.evidence.budget import HASHED, UNREADABLE, Budget, Limit, Refused
from osaid_action.evidence.observation import DECLARED, Observation
from osaid_action.findings import Diagnostic
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import FREE_BY_ASSERTION, undecided
from osaid_action.model import Path
from osaid_action.text import cut


def not_looked_at(
    budget: Budget, refused: Sequence[Refused], declared: str, path: Path, *, asserted: bool = False
) -> Observation:
    """That something was not looked at: what is declared stands, and its terms are open.

    A hash says which file is meant and nothing of terms: those stay.
    """
    told = [_told(budget, limit, path) for limit in dict.fromkeys(one.limit for one in refused)]
    is_open = any(one.limit.past != HASHED.past for one in refused)
    stated = terms(declared) if declared else FREE_BY_ASSERTION if asserted else None
    left = undecided(stated, told[0].message) if stated and is_open else None
    return Observation(DECLARED, diagnostics=tuple(told), terms=left)


def _told(budget: Budget, limit: Limit, path: Path) -> Diagnostic:
    """The same words for all that is past one limit: one cause is told once."""
    if limit is UNREADABLE:
        return PATH_UNKNOWN.at(path, f"{cut(budget.first(limit))} cannot be read here")
    message = (
        f"{cut(budget.first(limit))} is not looked at, nor is what comes after it: {limit.told}"
    )
    return NOT_LOOKED_AT.at(path, message, NOT_LOOKED_AT.remedy_for(limit.past))
