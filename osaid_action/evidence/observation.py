# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What was seen of one entry of a declaration, and how several looks at it become one."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from osaid_action.licenses.grant import Terms
from osaid_action.model import Diagnostic, Path


class EvidenceStatus(Enum):
    """How well something is known, from the best to the worst."""

    VERIFIED = "verified"  # it was compared, and agrees
    FOUND = "found"  # it is there; reports call that verified still
    DECLARED = "declared"  # nothing could be looked at
    CONTRADICTED = "contradicted"  # what is there says otherwise


VERIFIED, FOUND, DECLARED, CONTRADICTED = EvidenceStatus
_RANKS = {status: rank for rank, status in enumerate(EvidenceStatus)}


class Observation(NamedTuple):
    """What was seen of one entry of a declaration."""

    status: EvidenceStatus = DECLARED
    notes: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    terms: Terms | None = None  # when a text contradicts the license: what it amounts to
    exists: bool = True  # False: it is declared at a path that is not there
    is_known: bool = True  # False: whether it is there cannot be told
    content: bytes = b""  # of a file that describes the data, from its beginning


Evidence = dict[Path, Observation]
"""By the path of the entry; what is missing was not looked at."""


def merge(observations: Iterable[Observation]) -> Observation:
    """Several observations as one: the worst status, and all that they tell, each thing once."""
    every = tuple(observations)
    return Observation(
        max((one.status for one in every), key=_RANKS.__getitem__, default=DECLARED),
        tuple(dict.fromkeys(note for one in every for note in one.notes)),
        tuple(dict.fromkeys(diagnostic for one in every for diagnostic in one.diagnostics)),
        next((one.terms for one in every if one.terms), None),
        all(one.exists for one in every),
        all(one.is_known for one in every),
        next((one.content for one in every if one.content), b""),
    )


def best(observations: Iterable[Observation]) -> Observation:
    """Of several observations, of which one is enough, the one that shows most."""
    return min(observations, key=lambda one: _RANKS[one.status])
