# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Clauses of licenses: their kinds, and what each kind does to the freedoms it touches."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from osaid_action.model import Outcome
from osaid_action.text import plural

_MOST_TEXTS = 3


class Clause(NamedTuple):
    """What one place of a license says, in our words."""

    kind: str
    """A key of ``KINDS``."""
    freedoms: tuple[str, ...]
    """The freedoms that it touches."""
    section: str
    """Where in the text it stands; empty when the text was not seen or has no such place."""
    text: str
    """One plain sentence that starts small, without its period."""


class Kind(NamedTuple):
    """One kind of clause."""

    effect: Outcome
    """What it makes of a freedom it touches: unmet restricts, undecided leaves open, met grants."""
    meaning: str


RESTRICTS, LEAVES_OPEN, GRANTS = Outcome.UNMET, Outcome.UNDECIDED, Outcome.MET

KINDS = {
    "field-of-use": Kind(RESTRICTS, "some fields or purposes are shut out"),
    "use-policy": Kind(RESTRICTS, "a list or a policy of banned uses is part of the terms"),
    "noncommercial": Kind(RESTRICTS, "commercial ends are shut out"),
    "research-only": Kind(RESTRICTS, "only research, study or evaluation is allowed"),
    "non-production": Kind(RESTRICTS, "production use is shut out"),
    "user-threshold": Kind(RESTRICTS, "too many users or too much revenue shuts out"),
    "competition": Kind(RESTRICTS, "competing with the licensor is shut out"),
    "hosting": Kind(RESTRICTS, "offering it to others as a service is limited"),
    "no-sale": Kind(RESTRICTS, "selling it is shut out"),
    "separate-license": Kind(RESTRICTS, "some uses need another license, which may be refused"),
    "registration": Kind(RESTRICTS, "some uses need a registration or an application first"),
    "territory": Kind(RESTRICTS, "people or companies of some places are shut out"),
    "outputs": Kind(RESTRICTS, "the model or its outputs may not serve some ends"),
    "reverse-engineering": Kind(RESTRICTS, "taking it apart to see how it works is forbidden"),
    "confidentiality": Kind(RESTRICTS, "findings about it may not be told"),
    "no-derivatives": Kind(RESTRICTS, "changed versions may not be made or not be shared"),
    "no-distribution": Kind(RESTRICTS, "copies may not be passed on"),
    "share-limits": Kind(RESTRICTS, "copies or changed versions carry its limits"),
    "safety": Kind(RESTRICTS, "safety measures must be kept, added or reviewed"),
    "reporting": Kind(RESTRICTS, "what is done with it must be reported to the licensor"),
    "changing-terms": Kind(RESTRICTS, "the licensor may change the terms for what one has already"),
    "remote-restriction": Kind(RESTRICTS, "the licensor may restrict use, remotely or otherwise"),
    "revocable": Kind(RESTRICTS, "the licensor may take the grant back"),
    "no-license": Kind(RESTRICTS, "no rights are granted, so the law reserves them"),
    "listed-nonfree": Kind(RESTRICTS, "a list that we follow calls it non-free; not read by us"),
    "naming": Kind(LEAVES_OPEN, "what is made with it must bear a given name"),
    "display": Kind(LEAVES_OPEN, "products must show a name or a brand, beyond a notice"),
    "notice": Kind(GRANTS, "notices, the text or the source's name go along; changes are marked"),
    "copyleft": Kind(GRANTS, "changed versions or copies stay under the same license"),
    "lawful-use": Kind(GRANTS, "the law that applies must be kept"),
    "litigation": Kind(GRANTS, "the rights of whoever sues over the work end"),
}
"""Every kind there is; the schema of the catalogue lists the same."""


def touching(clauses: Iterable[Clause], freedom: str) -> list[Clause]:
    """Pick the clauses that touch a freedom."""
    return [clause for clause in clauses if freedom in clause.freedoms]


def effect(clause: Clause) -> Outcome:
    """Say what a clause makes of the freedoms it touches."""
    return KINDS[clause.kind].effect


def one_of_each(clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """Leave out clauses whose kind and freedoms an earlier one has."""
    first: dict[tuple[str, tuple[str, ...]], Clause] = {}
    for clause in clauses:
        first.setdefault((clause.kind, clause.freedoms), clause)
    return tuple(first.values())


def told(clauses: Sequence[Clause]) -> str:
    """Tell clauses in one line: three, those of fewest freedoms first, and how many more."""
    ordered = sorted(clauses, key=lambda clause: len(clause.freedoms))
    texts = [clause.text for clause in ordered[:_MOST_TEXTS]]
    more = len(clauses) - len(texts)
    texts += [f"and {plural(more, 'more clause')}"] if more > 0 else []
    return "; ".join(texts)
