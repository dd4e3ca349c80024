# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The pages of `osaid explain` on words (labels, classes, relations, concepts) and on keys."""

from collections.abc import Iterator, Sequence
from typing import Any

from osaid_action.definition.freedoms import LABELS
from osaid_action.definition.rules.examples import Example, example
from osaid_action.definition.rules.registry import RULES
from osaid_action.definition.words import KINDS as WORD_KINDS
from osaid_action.definition.words import Word
from osaid_action.findings import ERROR, Rule
from osaid_action.licenses.clauses import GRANTS, KINDS, LEAVES_OPEN, RESTRICTS
from osaid_action.report.text import WIDTH
from osaid_action.text import indented, join_words, plural, wrapped
from osaid_action.validation.schema_keys import Key

_WRONG, _SHORT, _FINE = "this is wrong", "this falls short", "this is fine"
_TITLES = {"label": ("such as this falls short", "and this is asked")}
_EFFECTS = {
    RESTRICTS: "It restricts each freedom that it touches.",
    LEAVES_OPEN: "Where it alone stands in the way, it does not settle whether use is free.",
    GRANTS: "Any open license may ask that: no freedom is taken away.",
}


def words_page(found: Sequence[Word]) -> str:
    """What a word means; more than one when it is a word in two places."""
    return "\n\n".join("\n".join(_word(word)).rstrip() for word in found)


def _word(word: Word) -> Iterator[str]:
    yield word.id
    yield WORD_KINDS[word.kind]
    yield ""
    yield from wrapped(word.text, WIDTH)
    yield ""
    if word.kind == "label":
        yield from _ladder(word.id)
    if shown := _example(word):
        titles = example_titles(RULES[word.rule]) if word.rule else ()
        yield from example_blocks(shown, *_TITLES.get(word.kind, titles))
    if word.rule:
        yield f"more: osaid explain {word.rule}"
    if word.url:
        yield word.url


def _ladder(label: str) -> Iterator[str]:
    yield "the ladder, highest rung first:"
    yield from (f"  {'→' if one == label else ' '} {one}" for one in reversed(LABELS))
    yield ""


def _example(word: Word) -> Example | None:
    """The YAML of a word: its own, or that of the rule to read beside it."""
    if word.right:
        return Example(word.wrong, word.right)
    return example(RULES[word.rule]) if word.rule else None


def words_data(found: Sequence[Word]) -> list[dict[str, Any]]:
    """The same as data."""
    return [word._asdict() | {"also": list(word.also)} for word in found]


def example_titles(rule: Rule) -> tuple[str, str]:
    """What stands above the two halves of an example: a valid file is never called wrong."""
    return (_WRONG if rule.severity == ERROR else _SHORT), _FINE


def example_blocks(shown: Example, wrong: str = _SHORT, right: str = _FINE) -> Iterator[str]:
    """An example: the YAML that calls for a rule, and the same mended."""
    yield from yaml_block(wrong, shown.wrong)
    yield from yaml_block(right, shown.right)


def yaml_block(title: str, text: str) -> Iterator[str]:
    """YAML under a title, as the pages of `osaid explain` show it."""
    yield f"{title}:"
    yield ""
    yield from (f"  {line}".rstrip() for line in text.splitlines())
    yield ""


def kind_page(kind: str) -> str:
    """What a kind of clause is: reports name it in brackets behind a license."""
    meaning, effect = KINDS[kind].meaning, _EFFECTS[KINDS[kind].effect]
    told = wrapped(f"{meaning[0].upper()}{meaning[1:]}. {effect}", WIDTH)
    return "\n".join([kind, "a kind of clause in a license", "", *told])


# ------------------------------------------------------------------ keys


def keys_page(found: Sequence[Key]) -> str:
    """What a key of the file is for, once for each meaning that it has."""
    return "\n\n".join("\n".join(_key(group)).rstrip() for group in _by_meaning(found))


def _by_meaning(found: Sequence[Key]) -> list[list[Key]]:
    groups: dict[tuple[str, tuple[str, ...]], list[Key]] = {}
    for key in found:
        groups.setdefault((key.description, key.values), []).append(key)
    return list(groups.values())


def _key(group: Sequence[Key]) -> Iterator[str]:
    key, *others = group
    yield key.place
    more = f", and in {plural(len(others), 'more place')}" if others else ""
    yield f"a key of the file{', required there' if key.required else ''}{more}"
    yield ""
    yield from wrapped(key.description, WIDTH)
    yield ""
    if key.values:
        yield from indented(join_words(key.values, "or"), "it can be: ", WIDTH)
        yield ""
    if key.examples:
        yield from yaml_block("for example", f"{key.name}: {key.examples[0]}")


def keys_data(found: Sequence[Key]) -> list[dict[str, Any]]:
    """The same as data."""
    return [
        group[0]._asdict() | {"places": [key.place for key in group]}
        for group in _by_meaning(found)
    ]
