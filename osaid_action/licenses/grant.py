# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The values of this room, and the algebra that joins the grants of several licenses."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from osaid_action.model import FREEDOMS, Outcome, worst


class Grant(NamedTuple):
    """What a license says to one freedom."""

    outcome: Outcome
    """Met grants, unmet restricts, undecided is silent or unknown."""
    clause: str = ""
    """The clause or condition in one plain sentence without its period; empty: nothing to say."""


Grants = dict[str, Grant]
"""A grant for each of the four freedoms, in the definition's order."""


class License(NamedTuple):
    """One license, or one label that stands for several, with what is known of it."""

    id: str
    """An SPDX id or ``LicenseRef-…``."""
    name: str
    steward: str
    kind: str
    """What it is written for: model, code, data, …; empty when unknown."""
    grants: Grants
    osi: Outcome
    """Met on the OSI's list, unmet known and not on it, undecided for an unknown id."""
    source: str
    """Where the grants come from: ``catalogue``, ``osi``, ``blue-oak``, … or ``unknown``."""
    fsf: bool | None
    """The Free Software Foundation's word on it, where it has one."""
    certainty: str
    checked: str
    url: str
    note: str
    aliases: tuple[str, ...]


def unlisted(id_: str, grants: Grants, osi: Outcome, note: str, name: str = "") -> License:
    """Make a license of which we know no more than what it is called."""
    return License(id_, name, "", "", grants, osi, "unknown", None, "", "", "", note, ())


class Terms(NamedTuple):
    """What a whole license expression amounts to."""

    expression: str
    """In canonical spelling."""
    grants: Grants
    granting: Outcome
    """The worst of the four grants."""
    osi: Outcome
    remarks: tuple[str, ...]
    licenses: tuple[License, ...]
    """The leaves, in order of appearance."""


def same(outcome: Outcome, clause: str = "") -> Grants:
    """Give one answer to all four freedoms."""
    return dict.fromkeys(FREEDOMS, Grant(outcome, clause))


def restricting(clause: str) -> Grants:
    """Restrict use, modification and sharing; what is published can still be read."""
    return {**same(Outcome.UNMET, clause), "study": Grant(Outcome.MET)}


def join(choose: Callable[[Iterable[Outcome]], Outcome], several: Sequence[Grants]) -> Grants:
    """Join grants freedom by freedom with ``worst`` or ``best``; the clause is the deciding one."""
    joined = {}
    for freedom in FREEDOMS:
        candidates = [grants[freedom] for grants in several]
        outcome = choose([grant.outcome for grant in candidates])
        clauses = (grant.clause for grant in candidates if grant.outcome is outcome)
        joined[freedom] = Grant(outcome, next(filter(None, clauses), ""))
    return joined


def granting(grants: Grants) -> Outcome:
    """Say whether all four freedoms are granted."""
    return worst(grant.outcome for grant in grants.values())


NO_LICENSE = Terms(
    "",
    restricting("no license is given, so copyright law reserves this right"),
    Outcome.UNMET,
    Outcome.UNMET,
    (),
    (),
)
"""What nobody licensed may be read where it is published, and no more."""

ASSERTED_FREE = Terms("", same(Outcome.MET), Outcome.MET, Outcome.UNMET, (), ())
"""Parameters that their licensor explicitly states to be free to all, as OSAID 1.0 allows."""
