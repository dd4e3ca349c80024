# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The pages of `osaid explain` and `osaid rules`: what a rule, a requirement or a freedom is."""

import difflib
import json
from typing import Any

from osaid_action.definition.freedoms import FREEDOM_WORDS, NEEDS, NEEDS_SOURCE
from osaid_action.definition.requirements import BY_ID, Requirement
from osaid_action.definition.rules.examples import example
from osaid_action.definition.rules.registry import RULES
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.spdx_expression import ExpressionError
from osaid_action.licenses.suggestions import suggest
from osaid_action.model import Rule
from osaid_action.report import license_pages
from osaid_action.report.text import WIDTH
from osaid_action.text import indented, join_words, wrapped

_SEVERITIES = {
    "error": "error: exit code 1",
    "warning": "warning: something is unmet, or ought to be mended",
    "note": "note: something undecided, or a remark",
}
_TERMS = {
    "granting": "terms that grant all four freedoms",
    "osi-approved": "an OSI-approved license",
    "own": "its own, told above",
}


def explain(what: str, *, as_json: bool = False) -> str | None:
    """The page on a rule, requirement, freedom or license; None when it is none of them."""
    word = what.strip()
    if rule := RULES.get(word.lower()):
        return _json(_rule_data(rule)) if as_json else _rule(rule)
    if requirement := BY_ID.get(word.lower()):
        return _json(_requirement_data(requirement)) if as_json else _requirement(requirement)
    if word.lower() in FREEDOM_WORDS:
        return _json(_freedom_data(word.lower())) if as_json else _freedom(word.lower())
    return _license(word, as_json=as_json)


def _license(word: str, *, as_json: bool) -> str | None:
    try:
        found = terms(word)
    except ExpressionError:
        return None
    if all(license_.source == "unknown" and not license_.name for license_ in found.licenses):
        return None
    return _json(license_pages.explain_data(word)) if as_json else license_pages.explain(word)


def unknown(what: str) -> str:
    """What to say of a word that is nothing we know, with the nearest ones."""
    word = what.strip()[:80]
    rules = difflib.get_close_matches(word.lower(), [*RULES, *BY_ID], n=2, cutoff=0.6)
    near = [*rules, *suggest(word)][:4]
    meant = f"; did you mean {join_words(near, 'or')}?" if near else ""
    return (
        f"{word!r} is no rule, requirement or license known here{meant} "
        "(`osaid rules` and `osaid licenses` list them)"
    )


def rules(*, as_json: bool = False) -> str:
    """The list of all rules."""
    if as_json:
        return _json([_rule_data(rule) for rule in RULES.values()])
    width = max(map(len, RULES))
    return "\n".join(
        f"{rule.id:<{width}}  {rule.severity:<7}  {rule.title}" for rule in RULES.values()
    )


# ------------------------------------------------------------------ pages


def _rule(rule: Rule) -> str:
    lines = [rule.id, *wrapped(rule.title, WIDTH), "", _SEVERITIES[rule.severity], ""]
    lines += _section("why", rule.why)
    lines += _section("what to do", sentence(rule.remedy))
    for cause, remedy in rule.remedies:
        lines += _section(f"what to do {cause}", sentence(remedy))
    if shown := example(rule):
        lines += _yaml("this is wrong", shown.wrong)
        lines += _yaml("this is right", shown.right)
    if rule.clause.text:
        lines += _section("where it comes from", rule.clause.text)
        lines += [f"  {rule.clause.url}", ""] if rule.clause.url else []
    return "\n".join(lines).rstrip()


def sentence(clause: str) -> str:
    """A remedy, which is a clause, as a sentence."""
    whole = clause if clause.endswith(".") else f"{clause}."
    return whole[0].upper() + whole[1:]


def _yaml(title: str, text: str) -> list[str]:
    return [f"{title}:", "", *(f"  {line}".rstrip() for line in text.splitlines()), ""]


def _requirement(requirement: Requirement) -> str:
    freedoms = NEEDS.get(requirement.id, ())
    lines = [requirement.id, *wrapped(requirement.name, WIDTH), ""]
    lines += _section("the clause", requirement.clause.text)
    lines += _section("its terms", _TERMS[requirement.terms])
    if freedoms:
        lines += _section("needed to", f"{', '.join(freedoms)}. {NEEDS_SOURCE}")
    lines += _section("what to do", requirement.remedy)
    return "\n".join(lines).rstrip()


def _freedom(freedom: str) -> str:
    lines = [freedom, f"OSAID 1.0: {FREEDOM_WORDS[freedom]}", "", "It needs:"]
    lines += [f"  {BY_ID[i].name} ({i})" for i, freedoms in NEEDS.items() if freedom in freedoms]
    lines += ["", *wrapped(NEEDS_SOURCE, WIDTH)]
    return "\n".join(lines)


def _section(title: str, text: str) -> list[str]:
    return [f"{title}:", *indented(text, "  ", WIDTH), ""]


# ------------------------------------------------------------------ data


def _rule_data(rule: Rule) -> dict[str, Any]:
    shown = example(rule)
    return {
        "id": rule.id,
        "severity": rule.severity,
        "title": rule.title,
        "why": rule.why,
        "remedy": sentence(rule.remedy),
        "remedies": [{"cause": cause, "remedy": remedy} for cause, remedy in rule.remedies],
        "clause": rule.clause.text,
        "url": rule.clause.url,
        "example": shown._asdict() if shown else None,
    }


def _requirement_data(requirement: Requirement) -> dict[str, Any]:
    clause = {"clause": requirement.clause.text, "url": requirement.clause.url}
    return {**requirement._asdict(), **clause, "needed_to": list(NEEDS.get(requirement.id, ()))}


def _freedom_data(freedom: str) -> dict[str, Any]:
    needs = [identity for identity, freedoms in NEEDS.items() if freedom in freedoms]
    return {"id": freedom, "words": FREEDOM_WORDS[freedom], "needs": needs, "source": NEEDS_SOURCE}


def _json(data: object) -> str:
    return json.dumps(data, indent=2)
