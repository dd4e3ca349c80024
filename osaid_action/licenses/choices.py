# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A choice of licenses: its whole alternatives, and the one that a licensee would take."""

from collections.abc import Callable
from functools import reduce
from typing import NamedTuple

from osaid_action.licenses.grant import Grant, Grants, License, join
from osaid_action.licenses.spdx_expression import Node
from osaid_action.model import FREEDOMS, Outcome

_RANKS = (Outcome.UNMET, Outcome.UNDECIDED, Outcome.MET)
_RESTRICTED, _OPEN, _GRANTED = range(3)

_Standing = tuple[int, ...]
"""The ranks of what binds together: the four freedoms in order, then the OSI's approval."""
_BEST = (_GRANTED,) * (len(FREEDOMS) + 1)

_Alternatives = dict[_Standing, tuple[License, ...]]
"""The licenses that bind together, the first of each standing: there are few standings."""


class Taken(NamedTuple):
    """The alternative of an expression that a licensee would take."""

    licenses: tuple[License, ...]
    """Those that bind together."""
    grants: Grants
    osi: Outcome
    settled: bool
    """It grants everything and the OSI approved it: no other alternative matters."""


def take(node: Node, license_of: Callable[[str], License]) -> Taken:
    """Take one alternative, whole: the one that grants most freedoms.

    A licensee takes one license and not the best lines of each. Among equals it is the one that
    the OSI approved, then the one that grants use, then modify, then share. What it restricts is
    left open where another alternative is not known that may yet be the one to take.
    """
    alternatives = _alternatives(node, license_of)
    standing = max(alternatives, key=_openness)
    licenses = alternatives[standing]
    grants = join([license_.grants for license_ in licenses])
    rivals = [other for other in alternatives if _openness(_hoped(other)) > _openness(standing)]
    for place, freedom in enumerate(FREEDOMS):
        unknown = any(other[place] == _OPEN for other in rivals)
        if standing[place] == _RESTRICTED and unknown:
            grants[freedom] = Grant(Outcome.UNDECIDED, "another choice of it is not known")
    approval = _RANKS[max(other[-1] for other in alternatives)]
    return Taken(licenses, grants, approval, standing == _BEST)


def _alternatives(node: Node, license_of: Callable[[str], License]) -> _Alternatives:
    if not node.operator:
        license_ = license_of(node.word)
        return {_standing(license_): (license_,)}
    parts = [_alternatives(part, license_of) for part in node.parts]
    return reduce(_both if node.operator == "AND" else _either, parts)


def _standing(license_: License) -> _Standing:
    outcomes = [*(license_.grants[freedom].outcome for freedom in FREEDOMS), license_.osi]
    return tuple(map(_RANKS.index, outcomes))


def _both(left: _Alternatives, right: _Alternatives) -> _Alternatives:
    """Bind each alternative of one part to each of the other: the worse of both."""
    joined: _Alternatives = {}
    for one, ours in left.items():
        for other, theirs in right.items():
            worse = tuple(map(min, one, other))
            if worse not in joined:
                joined[worse] = ours + theirs
    return joined


def _either(left: _Alternatives, right: _Alternatives) -> _Alternatives:
    return {**right, **left}


def _hoped(standing: _Standing) -> _Standing:
    """Take what is not known of an alternative for granted."""
    return tuple(_GRANTED if rank == _OPEN else rank for rank in standing)


def _openness(standing: _Standing) -> tuple[int, ...]:
    use, study, modify, share, approval = standing
    granted = standing[: len(FREEDOMS)].count(_GRANTED)
    return (granted, approval // _GRANTED, use, modify, share, study, approval)
