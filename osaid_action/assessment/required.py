# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What was required of a declaration and is not met, with the reason beside it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from osaid_action.definition.freedoms import OSAID
from osaid_action.definition.rules.terms import FREEDOM_REQUIRED, OSAID_REQUIRED
from osaid_action.findings import Diagnostic, Finding, Freedom
from osaid_action.model import FREEDOMS, Outcome
from osaid_action.text import plural, shorten


def unmet_requirements(
    required: Sequence[str],
    freedoms: Mapping[str, Freedom],
    verdict: Outcome,
    findings: Callable[[Iterable[str]], Sequence[Finding]],
) -> Iterator[Diagnostic]:
    """An error for each of ``required`` that is not met; a hook's log may show nothing else.

    ``findings`` gives the findings of some ids, the worst first.
    """
    for freedom in required:
        rule, what, outcome = FREEDOM_REQUIRED, f"the freedom to {freedom} is", verdict
        reasons = [one for name in FREEDOMS for one in freedoms[name].reasons]
        if freedom == OSAID:
            rule, what = OSAID_REQUIRED, "that OSAID 1.0 is met is"
        else:
            outcome, reasons = freedoms[freedom].outcome, [*freedoms[freedom].reasons]
        if outcome is not Outcome.MET:
            state = "not met" if outcome is Outcome.UNMET else "not decided"
            because = list(findings(reasons))
            remedy = because[0].remedy if because else rule.remedy
            message = f"{what} required, and is {state}{_told(because)}"
            yield rule.at(("system",), message, remedy)


def _told(because: Sequence[Finding]) -> str:
    if not because:
        return ""
    more = f"; and {plural(len(because) - 1, 'reason')} more" if because[1:] else ""
    return f": {shorten(because[0].message)}{more}"
