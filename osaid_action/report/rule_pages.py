# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The pages of `osaid explain` and `osaid rules`: what a rule, a freedom or a word is."""

import difflib
import json
from collections.abc import Iterator
from typing import Any

from osaid_action.definition.freedoms import FREEDOM_WORDS, NEEDS, NEEDS_SOURCE
from osaid_action.definition.requirements import BY_ID, Requirement
from osaid_action.definition.rules.examples import example
from osaid_action.definition.rules.registry import RULES
from osaid_action.definition.words import folded, named, words
from osaid_action.findings import Rule
from osaid_action.licenses.catalogue import PREFIX, all_licenses
from osaid_action.licenses.clauses import KINDS
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.spdx_expression import ExpressionError
from osaid_action.licenses.suggestions import suggest, versions
from osaid_action.report import license_pages
from osaid_action.report.text import WIDTH
from osaid_action.report.word_pages import (
    example_blocks,
    example_titles,
    keys_data,
    keys_page,
    kind_page,
    words_data,
    words_page,
)
from osaid_action.text import indented, join_words, wrapped
from osaid_action.validation.schema_keys import Key, keys

_MOST_NEAR = 7  # versions of a license, one of which was meant
_SURE = 0.8  # so alike that nothing else was meant
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
_BY_LAST_STEP = {one.id.rpartition(".")[2]: one for one in BY_ID.values() if one.group == "code"}
"""Requirements by their key alone, where it is no word with another meaning."""
_BY_NAME = {folded(name): one for one in BY_ID.values() for name in (one.short, one.name)}
"""Requirements as reports call them."""


def explain(what: str, *, as_json: bool = False) -> str | None:
    """The page on a rule, requirement, freedom, word, key or license; None when it is none."""
    word = what.strip()
    for page in (_of_definition, _of_words, _of_license, _of_keys):
        if found := page(word, as_json=as_json):
            return found
    return None


def _of_definition(word: str, *, as_json: bool) -> str | None:
    if rule := RULES.get(word.lower()):
        return _json(_rule_data(rule)) if as_json else _rule(rule)
    if requirement := BY_ID.get(word.lower()) or _BY_LAST_STEP.get(word.lower()):
        return _json(_requirement_data(requirement)) if as_json else _requirement(requirement)
    if word.lower() in FREEDOM_WORDS:
        return _json(_freedom_data(word.lower())) if as_json else _freedom(word.lower())
    return None


def _of_words(word: str, *, as_json: bool) -> str | None:
    """A word of ours, with the key of the file of that name; or a part, or a kind of clause."""
    found, same = named(word), _keys(word)
    if found and as_json:
        return _json([*words_data(found), *keys_data(same)])
    if found:
        return "\n\n".join([words_page(found), *([keys_page(same)] if same else [])])
    if requirement := _BY_NAME.get(folded(word)):
        return _json(_requirement_data(requirement)) if as_json else _requirement(requirement)
    if word.lower() in KINDS:
        kind = word.lower()
        return _json({"id": kind, "text": KINDS[kind].meaning}) if as_json else kind_page(kind)
    return None


def _of_license(word: str, *, as_json: bool) -> str | None:
    try:
        found = terms(word)
    except ExpressionError:
        return None
    if all(license_.source == "unknown" and not license_.name for license_ in found.licenses):
        return None
    return _json(license_pages.explain_data(word)) if as_json else license_pages.explain(word)


def _of_keys(word: str, *, as_json: bool) -> str | None:
    found = _keys(word)
    if not found:
        return None
    return _json(keys_data(found)) if as_json else keys_page(found)


def _keys(word: str) -> list[Key]:
    place = word.lower()
    return [key for key in keys() if place == key.place or folded(place) == folded(key.name)]


def unknown(what: str) -> str:
    """What to say of a word that is nothing we know, with the nearest ones."""
    word = what.strip()[:80]
    near = [one.removeprefix(PREFIX) for one in _near(word)]
    meant = (
        f"; did you mean {join_words(list(dict.fromkeys(near))[:_MOST_NEAR], 'or')}?"
        if near
        else ""
    )
    return (
        f"{word!r} is no rule, license, label, key or other word known here{meant} "
        "(`osaid rules` and `osaid licenses WORD` list what there is)"
    )


def _near(word: str) -> list[str]:
    """The names that a word may stand for: licenses of that name first, then what is alike."""
    names = {folded(name): name for name in [*_all_names()]}
    found = difflib.get_close_matches(folded(word), names, n=3, cutoff=0.6)
    sure = [
        one for one in found if difflib.SequenceMatcher(None, folded(word), one).ratio() > _SURE
    ]
    licenses = suggest(word) or versions(word)
    if licenses:
        return [*(names[one] for one in sure), *licenses]
    begun = [name for one, name in names.items() if one.startswith(f"{folded(word)} ")]
    begun += [
        one.id
        for one in all_licenses()
        if one.source == "catalogue" and _called(one.id).startswith(folded(word))
    ]
    return [names[one] for one in sure] or begun or [names[one] for one in found]


def _called(id_: str) -> str:
    return folded(id_.removeprefix(PREFIX))


def _all_names() -> Iterator[str]:
    """Every name that `osaid explain` knows, licenses aside."""
    yield from (*RULES, *BY_ID, *FREEDOM_WORDS, *KINDS)
    yield from (one.short for one in BY_ID.values())
    yield from (key.name for key in keys())
    yield from (name for word in words() for name in (*word.also, word.id))


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
        told = cause if cause.startswith("when ") else f"({cause})"
        lines += _section(f"what to do {told}", sentence(remedy))
    lines += example_blocks(example(rule), *example_titles(rule))
    if rule.clause.text:
        lines += _section("where it comes from", rule.clause.text)
        lines += [f"  {rule.clause.url}", ""] if rule.clause.url else []
    return "\n".join(lines).rstrip()


def sentence(clause: str) -> str:
    """A remedy, which is a clause, as a sentence."""
    whole = clause if clause.endswith(".") else f"{clause}."
    return whole[0].upper() + whole[1:]


def _requirement(requirement: Requirement) -> str:
    freedoms = NEEDS.get(requirement.id, ())
    lines = [requirement.id, *wrapped(requirement.name, WIDTH), ""]
    lines += _section("the clause", requirement.clause.text)
    lines += _section("its terms", _TERMS[requirement.terms])
    if freedoms:
        lines += _section("needed to", f"{', '.join(freedoms)}. {NEEDS_SOURCE}")
    lines += _section("what to do", sentence(requirement.remedy))
    missing = RULES[requirement.missing]
    lines += example_blocks(example(missing), *example_titles(missing))
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
    return {
        "id": rule.id,
        "severity": rule.severity,
        "title": rule.title,
        "why": rule.why,
        "remedy": sentence(rule.remedy),
        "remedies": [{"cause": cause, "remedy": remedy} for cause, remedy in rule.remedies],
        "clause": rule.clause.text,
        "url": rule.clause.url,
        "example": example(rule)._asdict(),
    }


def _requirement_data(requirement: Requirement) -> dict[str, Any]:
    clause = {"clause": requirement.clause.text, "url": requirement.clause.url}
    return {**requirement._asdict(), **clause, "needed_to": list(NEEDS.get(requirement.id, ()))}


def _freedom_data(freedom: str) -> dict[str, Any]:
    needs = [identity for identity, freedoms in NEEDS.items() if freedom in freedoms]
    return {"id": freedom, "words": FREEDOM_WORDS[freedom], "needs": needs, "source": NEEDS_SOURCE}


def _json(data: object) -> str:
    return json.dumps(data, indent=2)
