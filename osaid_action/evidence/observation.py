# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What was seen of one entry of a declaration, and how several looks at it become one."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from osaid_action.findings import Diagnostic
from osaid_action.licenses.grant import Terms
from osaid_action.model import Outcome, Path


class EvidenceStatus(Enum):
    """How well something is known, from the best to the worst."""

    VERIFIED = "verified"  # it was compared, and agrees
    FOUND = "found"  # it is there
    DECLARED = "declared"  # nothing could be looked at
    CONTRADICTED = "contradicted"  # what is there says otherwise


VERIFIED, FOUND, DECLARED, CONTRADICTED = EvidenceStatus
_OUTCOMES = [Outcome.UNMET, Outcome.UNDECIDED, Outcome.MET]
_RANKS = {status: rank for rank, status in enumerate(EvidenceStatus)}


class HeldBy(NamedTuple):
    """The copyright lines of a license file, and where the declaration names the license."""

    lines: str
    path: Path


class Observation(NamedTuple):
    """What was seen of one entry of a declaration."""

    status: EvidenceStatus = DECLARED
    notes: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    terms: Terms | None = None  # when a text contradicts the license: what it amounts to
    exists: bool = True  # False: it is declared at a path that is not there
    is_known: bool = True  # False: whether it is there cannot be told
    content: bytes = b""  # of a file that describes the data, from its beginning
    held_by: tuple[HeldBy, ...] = ()


Evidence = dict[Path, Observation]
"""By the path of the entry; what is missing was not looked at."""


def merge(observations: Iterable[Observation]) -> Observation:
    """Several looks at one entry as one: what is there and agrees in one thing is verified."""
    every = tuple(observations)
    found = of_all(every)
    agrees = found.status is FOUND and any(one.status is VERIFIED for one in every)
    return found._replace(status=VERIFIED) if agrees else found


def of_all(observations: Iterable[Observation]) -> Observation:
    """What was seen of several entries: the worst status, and all that they tell, once each."""
    every = tuple(observations)
    return Observation(
        max((one.status for one in every), key=_RANKS.__getitem__, default=DECLARED),
        tuple(dict.fromkeys(note for one in every for note in one.notes)),
        tuple(dict.fromkeys(diagnostic for one in every for diagnostic in one.diagnostics)),
        min((one.terms for one in every if one.terms), key=_granted, default=None),
        all(one.exists for one in every),
        all(one.is_known for one in every),
        next((one.content for one in every if one.content), b""),
        tuple(dict.fromkeys(held for one in every for held in one.held_by)),
    )


def _granted(found: Terms) -> int:
    """How much terms grant: of several the least counts."""
    return _OUTCOMES.index(found.granting)


def best(observations: Iterable[Observation]) -> Observation:
    """Of several observations, of which one is enough, the one that shows most."""
    return min(observations, key=lambda one: _RANKS[one.status])
