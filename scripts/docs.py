# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Write docs/rules.md from the code; with --check, say whether it is current instead."""

import os
import sys
from collections.abc import Iterator

from osaid_action.definition.freedoms import NEEDS, NEEDS_SOURCE
from osaid_action.definition.requirements import REQUIREMENTS
from osaid_action.definition.rules import RULES, Rule
from osaid_action.model import FREEDOMS

PAGE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "docs", "rules.md")


def rules_page() -> str:
    """The text of docs/rules.md."""
    return "\n".join([*_head(), *_requirements(), *_rules()]).rstrip() + "\n"


def _head() -> Iterator[str]:
    yield "<!--"
    yield "SPDX-FileCopyrightText: 2026 The osaid-action authors"
    yield "SPDX-License-Identifier" + ": Apache-2.0"  # in two, for tools that read such lines
    yield "Written by scripts/docs.py; edit osaid_action/definition/ instead."
    yield "-->"
    yield ""
    yield "# What is asked, and every rule that can speak"
    yield ""
    yield "`osaid explain` tells the same about one of them."
    yield ""


def _requirements() -> Iterator[str]:
    yield "## Which freedom needs what"
    yield ""
    yield NEEDS_SOURCE
    yield ""
    yield f"| component | {' | '.join(FREEDOMS)} | what OSAID 1.0 asks | terms |"
    yield f"|---|{'---|' * len(FREEDOMS)}---|---|"
    for requirement in REQUIREMENTS:
        cells = ["needs" if f in NEEDS[requirement.id] else "" for f in FREEDOMS]
        terms = {"osi-approved": "OSI-approved", "own": "its own"}.get(
            requirement.terms, requirement.terms
        )
        yield f"| `{requirement.id}` | {' | '.join(cells)} | {requirement.clause} | {terms} |"
    yield ""


def _rules() -> Iterator[str]:
    for severity, meaning in (
        ("error", "exit code 1"),
        ("warning", "something is unmet, or ought to be mended"),
        ("note", "something undecided, or a remark"),
    ):
        yield f"## {severity.capitalize()}s: {meaning}"
        yield ""
        for rule in RULES.values():
            if rule.severity == severity:
                yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.id}"
    yield ""
    yield f"{rule.title}. {rule.why}"
    yield ""
    yield f"**What to do:** {rule.remedy}"
    yield ""
    if rule.clause:
        yield f"*{rule.clause}*"
        yield ""


def main() -> int:
    """Write the page, or compare it; returns the exit code."""
    page = rules_page()
    if "--check" in sys.argv:
        with open(PAGE, encoding="utf-8") as file:
            current = file.read() == page
        if not current:
            print("docs/rules.md is out of date: run python scripts/docs.py")
        return 0 if current else 1
    with open(PAGE, "w", encoding="utf-8", newline="\n") as file:
        file.write(page)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
