# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Models whose output was training data: what they wrote is listed, and they lend nothing."""

from collections.abc import Iterator

from osaid_action.assessment.third_party import folded
from osaid_action.definition.relations import TEACHER
from osaid_action.definition.rules.components import TEACHER_TERMS, TEACHER_UNLISTED
from osaid_action.findings import Diagnostic
from osaid_action.licenses.evaluate import terms
from osaid_action.model import Declaration
from osaid_action.text import shorten

OUTPUTS = "outputs"
"""The kind of clause that speaks of what a model writes."""


def unlisted(declaration: Declaration) -> Iterator[Diagnostic]:
    """For each teacher of whose writing no data set is listed: why study and modify are open."""
    written = {folded(source.generated_by) for source in declaration.source_list}
    for parent in declaration.built_on:
        if parent.relation == TEACHER and folded(parent.name) not in written:
            message = f"{shorten(parent.name)} is a teacher, and no data set is `generated_by` it"
            remedy = f"add `generated_by: {shorten(parent.name)}` to the data set that it wrote"
            yield TEACHER_UNLISTED.at(parent.path, message, remedy)


def remarks(declaration: Declaration) -> Iterator[Diagnostic]:
    """That the terms of a teacher speak of training on its output; it costs nothing."""
    for parent in declaration.built_on:
        if parent.relation != TEACHER or not parent.license:
            continue
        clauses = [one for one in terms(parent.license).clauses if one.kind == OUTPUTS]
        if clauses:
            message = f"{shorten(parent.name)}, a teacher: {clauses[0].text}"
            yield TEACHER_TERMS.at((*parent.path, "license"), message)
