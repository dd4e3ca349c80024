# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The values of this room, and the algebra that joins the grants of several licenses."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from osaid_action.licenses.clauses import LEAVES_OPEN, Clause, effect, told, touching
from osaid_action.model import FREEDOMS, Outcome, worst
from osaid_action.text import shorten


class Grant(NamedTuple):
    """What a license says to one freedom."""

    outcome: Outcome
    """Met grants, unmet restricts, undecided is silent or unknown."""
    clause: str = ""
    """The clauses that decide, in one line without its period; empty: nothing to say."""


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
    clauses: tuple[Clause, ...] = ()
    withholds_patents: bool = False
    """Whether its own text says that it grants no patent rights; of silence nothing is said."""


_SHARE_ALIKE = re.compile(
    r"CC-BY-(NC-)?SA(-|$)|[AL]?GPL-|GFDL-|ODbL-|CDLA-Sharing-|OSL-|EUPL-|LicenseRef-(l?gpl|gfdl)$"
)


def is_share_alike(license_: License) -> bool:
    """Say whether, by its family, what is made of a work under it has to be under it again."""
    return _SHARE_ALIKE.match(license_.id) is not None


def unlisted(
    id_: str, clauses: Sequence[Clause], osi: Outcome, note: str, name: str = ""
) -> License:
    """Make a license of which we know no more than what it is called."""
    grants = granted(clauses) if clauses else same(Outcome.UNDECIDED)
    return License(
        id_, name, "", "", grants, osi, "unknown", None, "", "", "", note, (), tuple(clauses)
    )


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
    clauses: tuple[Clause, ...] = ()
    """What binds whoever takes it, of a choice the alternative that was chosen."""


def display_name(found: Terms) -> str:
    """A license expression as people know it: ids of our catalogue without SPDX's prefix."""
    text = found.expression
    for license_ in found.licenses:
        if license_.kind == "label" and license_.aliases:
            text = text.replace(license_.id, license_.aliases[0])
        elif license_.source != "unknown":
            text = text.replace(license_.id, license_.id.removeprefix("LicenseRef-"))
    return shorten(text)


def same(outcome: Outcome, clause: str = "") -> Grants:
    """Give one answer to all four freedoms."""
    return dict.fromkeys(FREEDOMS, Grant(outcome, clause))


def granted(clauses: Sequence[Clause]) -> Grants:
    """Say what clauses leave of each freedom: the worst effect of those that touch it."""
    return {freedom: _granted(touching(clauses, freedom)) for freedom in FREEDOMS}


def _granted(clauses: Sequence[Clause]) -> Grant:
    outcome = worst(map(effect, clauses))
    return Grant(outcome, told([clause for clause in clauses if effect(clause) is outcome]))


def join(several: Sequence[Grants]) -> Grants:
    """Join grants that all bind: the worse of each freedom, with the clause that decides it."""
    joined = {}
    for freedom in FREEDOMS:
        candidates = [grants[freedom] for grants in several]
        outcome = worst(grant.outcome for grant in candidates)
        clauses = (grant.clause for grant in candidates if grant.outcome is outcome)
        joined[freedom] = Grant(outcome, next(filter(None, clauses), ""))
    return joined


def granting(grants: Grants) -> Outcome:
    """Say whether all four freedoms are granted."""
    return worst(grant.outcome for grant in grants.values())


def goes_beyond_a_notice(terms: Terms, freedom: str) -> bool:
    """Say whether a duty to display or to name is all that leaves a freedom open."""
    left_open = [one for one in terms.licenses if _is_open(one.grants[freedom])]
    duties = all(_has_duty(license_, freedom) for license_ in left_open)
    return _is_open(terms.grants[freedom]) and bool(left_open) and duties


def _is_open(grant: Grant) -> bool:
    return grant.outcome is Outcome.UNDECIDED


def _has_duty(license_: License, freedom: str) -> bool:
    beyond = any(effect(clause) is LEAVES_OPEN for clause in touching(license_.clauses, freedom))
    return beyond and license_.certainty != "low"


_RESERVED = Clause(
    "no-license",
    ("use", "modify", "share"),
    "",
    "no license is named, so copyright law reserves this right",
)

NO_LICENSE = Terms("", granted([_RESERVED]), Outcome.UNMET, Outcome.UNMET, (), (), (_RESERVED,))
"""What nobody licensed may be read where it is published, and no more."""

FREE_BY_ASSERTION = Terms("", same(Outcome.MET), Outcome.MET, Outcome.UNMET, (), ())
"""Parameters that their licensor explicitly states to be free to all, as OSAID 1.0 allows."""

DOUBTED_ASSERTION = Terms("", same(Outcome.UNDECIDED), Outcome.UNDECIDED, Outcome.UNMET, (), ())
"""Parameters of which it is said that they are, in words that leave it open."""


def undecided(terms: Terms, why: str) -> Terms:
    """The same terms with open what they grant beyond what nobody has to grant."""
    grants = {
        freedom: Grant(Outcome.UNDECIDED, why)
        if grant.outcome is Outcome.MET and NO_LICENSE.grants[freedom].outcome is not Outcome.MET
        else grant
        for freedom, grant in terms.grants.items()
    }
    osi = Outcome.UNDECIDED if terms.osi is Outcome.MET else terms.osi
    return terms._replace(grants=grants, granting=granting(grants), osi=osi)


def named(found: Terms) -> Terms | None:
    """Terms, if they are any: a name that nobody knows says no more than none."""
    return None if found.grants == NO_LICENSE.grants else found
