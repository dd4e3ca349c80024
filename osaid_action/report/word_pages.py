# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The pages of `osaid explain` on words (labels, classes, relations, concepts) and on keys."""

from collections.abc import Iterator, Sequence
from typing import Any

from osaid_action.definition.freedoms import LABELS
from osaid_action.definition.rules.examples import Example, example
from osaid_action.definition.rules.registry import RULES
from osaid_action.definition.words import KINDS, Word
from osaid_action.report.text import WIDTH
from osaid_action.text import indented, join_words, plural, wrapped
from osaid_action.validation.schema_keys import Key

_TITLES = {"label": ("such as this falls short", "and this is asked")}


def words_page(found: Sequence[Word]) -> str:
    """What a word means; more than one when it is a word in two places."""
    return "\n\n".join("\n".join(_word(word)).rstrip() for word in found)


def _word(word: Word) -> Iterator[str]:
    yield word.id
    yield KINDS[word.kind]
    yield ""
    yield from wrapped(word.text, WIDTH)
    yield ""
    if word.kind == "label":
        yield from _ladder(word.id)
    if shown := _example(word):
        yield from example_blocks(shown, *_TITLES.get(word.kind, ()))
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


def example_blocks(
    shown: Example, wrong: str = "this is wrong", right: str = "this is right"
) -> Iterator[str]:
    """An example: the YAML that is wrong, and the same mended."""
    yield from yaml_block(wrong, shown.wrong)
    yield from yaml_block(right, shown.right)


def yaml_block(title: str, text: str) -> Iterator[str]:
    """YAML under a title, as the pages of `osaid explain` show it."""
    yield f"{title}:"
    yield ""
    yield from (f"  {line}".rstrip() for line in text.splitlines())
    yield ""


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
