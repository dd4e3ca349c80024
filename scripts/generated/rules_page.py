# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""docs/rules.md: what is asked, and every rule that can speak."""

from collections.abc import Iterator

from osaid_action.definition.freedoms import NEEDS, NEEDS_SOURCE
from osaid_action.definition.requirements import REQUIREMENTS
from osaid_action.definition.rules.examples import example
from osaid_action.definition.rules.registry import RULES
from osaid_action.findings import Clause, Rule
from osaid_action.model import FREEDOMS
from osaid_action.report.rule_pages import sentence
from osaid_action.report.word_pages import example_titles

PAGE = "docs/rules.md"


def build() -> dict[str, bytes]:
    """The page, by its path."""
    return {PAGE: ("\n".join([*_head(), *_requirements(), *_rules()]).rstrip() + "\n").encode()}


def _head() -> Iterator[str]:
    yield "<!--"
    yield "SPDX-FileCopyrightText: 2026 The osaid-action authors"
    yield "SPDX-License-Identifier" + ": Apache-2.0"  # in two, for tools that read such lines
    yield "Written by scripts/generate.py; edit osaid_action/definition/ instead."
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
        row = (f"`{requirement.id}`", *cells, _linked(requirement.clause), terms)
        yield f"| {' | '.join(row)} |"
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
    yield f"**What to do:** {sentence(rule.remedy)}"
    yield ""
    for cause, remedy in rule.remedies:
        yield f"* {cause}: {remedy}"
    if rule.remedies:
        yield ""
    shown = example(rule)
    short, fine = (title.capitalize() for title in example_titles(rule))
    yield from _yaml(short, shown.wrong)
    yield from _yaml(fine, shown.right)
    if rule.clause.text:
        yield f"*{_linked(rule.clause)}*"
        yield ""


def _yaml(title: str, text: str) -> Iterator[str]:
    yield f"{title}:"
    yield ""
    yield f"```yaml\n{text}```"
    yield ""


def _linked(clause: Clause) -> str:
    return f"[{clause.text}]({clause.url})" if clause.url else clause.text
