# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is declared to bind beyond a license, such as a use policy, and what it takes away."""

from collections.abc import Iterator

from osaid_action.assessment.third_party import is_sourced, is_third_party
from osaid_action.definition.rules.terms import (
    FURTHER_TERMS_NOT_BINDING,
    FURTHER_TERMS_RESTRICT,
    FURTHER_TERMS_UNKNOWN,
)
from osaid_action.findings import Diagnostic
from osaid_action.model import (
    FREEDOMS,
    Declaration,
    FurtherTerms,
    Outcome,
    ParentModel,
    Part,
    Source,
)
from osaid_action.text import join_words, shorten


def further_taken(
    entry: Part | Source | ParentModel, name: str, declaration: Declaration
) -> Iterator[tuple[tuple[str, ...], Outcome, Diagnostic]]:
    """What further terms of an entry take away or leave open: freedoms, outcome, why.

    What they restrict is taken away whatever else is said of them; without a word on that, all
    four freedoms are open, unless they are said to bind nobody.
    """
    for terms in entry.further_terms:
        said = f"{shorten(terms.location)}, beside the license of {name}"
        if terms.restricts:
            message = f"{said}, restricts {join_words(terms.restricts)}"
            yield terms.restricts, Outcome.UNMET, FURTHER_TERMS_RESTRICT.at(terms.path, message)
        elif not _binds_nobody(terms, entry, declaration):
            message = f"{said}: what it does is not said"
            if terms.binding is False:
                message = f"{said}, binds nobody by a third party's word, without a `source`"
            yield FREEDOMS, Outcome.UNDECIDED, FURTHER_TERMS_UNKNOWN.at(terms.path, message)


def further_remarks(
    entry: Part | Source | ParentModel, name: str, declaration: Declaration
) -> Iterator[Diagnostic]:
    """What is said of further terms that cost nothing."""
    for terms in entry.further_terms:
        if not terms.restricts and _binds_nobody(terms, entry, declaration):
            message = (
                f"{shorten(terms.location)}, beside the license of {name}, is said to bind nobody"
            )
            yield FURTHER_TERMS_NOT_BINDING.at(terms.path, message)


def _binds_nobody(
    terms: FurtherTerms, entry: Part | Source | ParentModel, declaration: Declaration
) -> bool:
    return terms.binding is False and (is_sourced(entry.source) or not is_third_party(declaration))
