# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a report tells of a requirement besides its outcome: places, licenses, clauses, origins."""

from collections.abc import Sequence

from osaid_action.assessment.effective_terms import effective_terms
from osaid_action.definition.requirements import LINEAGE
from osaid_action.evidence.observation import Evidence
from osaid_action.findings import LicenseClause, RequirementResult
from osaid_action.licenses.grant import FREE_BY_ASSERTION, Terms, display_name
from osaid_action.model import Declaration, ParentModel, Part, Source

_ACCESS = ("open", "gated", "approval", "api")  # the least open last


def with_details(
    result: RequirementResult, declaration: Declaration, evidence: Evidence
) -> RequirementResult:
    """A requirement with what is declared of it, and with what its licenses amount to."""
    entries = _entries(result.id, declaration)
    licensed = [one for one in entries if not isinstance(one, Source | ParentModel) or one.license]
    found = [effective_terms(one, declaration, evidence) for one in licensed]
    origins = [one.source for one in entries if one.source]
    if result.id in declaration.components and (own := declaration.components[result.id].source):
        origins.append(own)
    return result._replace(
        licenses=tuple(dict.fromkeys(map(_license_name, found))),
        locations=tuple(dict.fromkeys(one.location for one in entries if one.location)),
        clauses=tuple(dict.fromkeys(clause for one in found for clause in _clauses(one))),
        access=max((one.access for one in entries), key=_ACCESS.index, default=None),
        sources=tuple(dict.fromkeys(origins)),
    )


def _entries(identity: str, declaration: Declaration) -> Sequence[Part | Source | ParentModel]:
    if identity == LINEAGE.id:
        return declaration.built_on
    if identity == declaration.sources.id:
        return declaration.source_list
    return declaration.components[identity].parts


def _license_name(found: Terms) -> str:
    return "asserted-free" if found is FREE_BY_ASSERTION else display_name(found) or "NONE"


def _clauses(found: Terms) -> list[LicenseClause]:
    name = _license_name(found)
    return [LicenseClause(name, *clause) for clause in found.clauses]
