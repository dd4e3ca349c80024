# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What each model that a system is built on lends it, one by one, for a report to tell."""

from collections.abc import Sequence

from osaid_action.assessment.lineage import ResolvedParent, inherited_from
from osaid_action.assessment.outcomes import REQUIREMENT
from osaid_action.definition.relations import TEACHER
from osaid_action.evidence.observation import Evidence
from osaid_action.findings import Diagnostic, Loan, Report
from osaid_action.model import FREEDOMS, Declaration, json_pointer


def loans(
    report: Report,
    parents: Sequence[ResolvedParent],
    declaration: Declaration,
    evidence: Evidence,
) -> tuple[Loan, ...]:
    """The models in ``built_on`` of a declaration whose ``report`` is made, in their order."""
    ids = {(f.rule.id, f.pointer, f.message): f.id for f in report.findings}

    def of(diagnostic: Diagnostic) -> str:
        pointer = json_pointer(diagnostic.path)
        return ids.get((diagnostic.rule.id, pointer, diagnostic.message), "")

    told = []
    for parent in parents:
        verdict = parent.report.verdict if parent.report else None
        if parent.model.relation == TEACHER:
            told.append(Loan(parent.model, None, verdict, ()))
            continue
        lent = inherited_from(parent, declaration, evidence)
        every = (why for about in (*FREEDOMS, REQUIREMENT) for why in lent.reasons.get(about, ()))
        reasons = tuple(dict.fromkeys(filter(None, map(of, every))))
        lends = {freedom: lent.outcomes[freedom] for freedom in FREEDOMS}
        told.append(Loan(parent.model, lends, verdict, reasons))
    return tuple(told)
