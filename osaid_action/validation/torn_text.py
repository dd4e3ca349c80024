# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Text that YAML tears in braces, as it is not in quotes: at a comma, at a colon, at a bracket.

``{text: Posts, scraped in May}`` is two keys to YAML, and ``{name: Heron: a model}`` is none of it.
"""

import json
import re
from typing import Any

from osaid_action.definition.rules.form import UNKNOWN_KEY
from osaid_action.findings import Diagnostic
from osaid_action.licenses.suggestions import meant
from osaid_action.model import Path
from osaid_action.text import cut
from osaid_action.validation.document import Document, Mark
from osaid_action.validation.schema import resolved
from osaid_action.validation.schema_keys import keys
from osaid_action.validation.schema_words import one_level_up, quoted

_LONGEST = 400  # of a text that is shown mended
_MOST_PIECES = 60  # of a text, behind an unknown key
_QUOTES = "\"'"
_OPENS = {"}": "{", "]": "["}


def in_quotes(key: str, text: str) -> str:
    """A key with its text, as it is to be written."""
    return f"put the text in quotes: `{key}: {json.dumps(cut(text, _LONGEST), ensure_ascii=False)}`"


# ------------------------------------------------------------------ torn into keys


def torn_text(
    key: str, path: Path, value: dict[str, Any], part: Any, document: Document
) -> Diagnostic | None:
    """The text that an unknown ``key`` of a mapping in braces is a piece of; None when of none.

    ``part`` is the schema of the mapping, which is at ``path``.
    """
    mark, names = document.mark_of(path), list(value)
    known = part.get("properties", {})
    opening = begin = names.index(key)
    while opening >= 0 and not _stands(names[opening], value, known):
        opening -= 1
    last = min(begin + _MOST_PIECES, len(names))
    end = next((at for at in range(begin, last) if _stands(names[at], value, known)), last)
    pieces = names[opening + 1 : end]
    if not mark.flow or opening < 0 or not any(_is_torn(one, value, mark) for one in pieces):
        return None
    name = names[opening]
    its_part = resolved(known[name])
    if isinstance(value[name], dict | list) or "enum" in its_part:
        return None
    return _diagnostic((*path, name), _joined(name, pieces, value, mark), pieces, its_part)


def _stands(name: str, value: dict[str, Any], known: dict[str, Any]) -> bool:
    """Whether a key is one of its mapping, with something behind it."""
    return name in known and value[name] is not None


def _is_torn(name: str, value: dict[str, Any], mark: Mark) -> bool:
    """Whether a key is none: words without a colon, or more words than one."""
    return (value[name] is None and not _inside(mark, name).raw) or " " in name


def _inside(mark: Mark, name: str) -> Mark:
    found: Mark = mark.inside[name]  # type: ignore[index, call-overload]
    return found


def _diagnostic(path: Path, text: str, pieces: list[str], part: dict[str, Any]) -> Diagnostic:
    key = str(path[-1])
    message = f"`{key}` ends at a comma, and {quoted(pieces[0])} reads as a key of its own"
    remedy = in_quotes(key, text)
    if "pattern" in part:
        remedy = one_level_up([text[: -len(", ".join(["", *pieces]))], *pieces], path)
    elif key == "license" and (id_ := meant(text)):
        remedy = f"write `license: {id_}`"
    return UNKNOWN_KEY.at(path, message, remedy)


def _joined(key: str, pieces: list[str], value: dict[str, Any], mark: Mark) -> str:
    """The text as it was before YAML tore it: ``1,200 leaves`` has no space behind its comma."""
    first = _inside(mark, key)
    text = first.raw or str(value[key])
    line, end = first.line, first.column + len(text)
    for name in pieces:
        at, column = (mark.keys or {})[name]
        text += "," if (at, column) == (line, end + 1) else ", "
        words = name if value[name] is None else f"{name}: {_inside(mark, name).raw or value[name]}"
        text += words
        line, end = at, column + len(words)
    return text


# ------------------------------------------------------------------ torn beyond reading


def torn_beyond_reading(line: str, column: int, opened: int) -> tuple[str, str] | None:
    """Message and remedy where a parser stops inside of a text; None where it is none.

    ``column`` (from 0) is where it stops, at the end of the line when that is further below;
    ``opened`` is where the mapping begins. Both are in ``line``.
    """
    comment = re.compile(r"\s#").search(line, opened) if column >= len(line) else None
    column = comment.start() if comment else column
    names = {key.name for key in keys()}
    begins = [
        found
        for found in re.finditer(r"([a-z_0-9]{1,40}):[ \t]+", line[: column + 1])
        if found.start() >= opened and found[1] in names
    ]
    why = _why(line, column, begins[-1].end()) if begins else ""
    if not why:
        return None
    key = begins[-1][1]
    text = _to_its_end(line, begins[-1].end(), is_flow=line[opened : opened + 1] == "{")
    return f"{why} the text of `{key}`", in_quotes(key, _unquoted(text))


def _why(line: str, column: int, start: int) -> str:
    """What in a text ends it for YAML, up to the words that say of which text."""
    stops, before = line[column : column + 1], line[start:column].rstrip()
    if not before:
        return ""
    if before[-1] in _QUOTES and (not stops or stops not in ":,]}"):
        return "a quote ends before the end of"
    if stops == ":":
        return "there is a ': ' in"
    if stops and stops in "[{":
        return "there is a [ or { in"
    if line[column + 1 : column + 2] == "#":
        return "a # begins a comment in"
    return ""


def _to_its_end(line: str, start: int, *, is_flow: bool) -> str:
    """The text from its start to the next key, or to the brace that closes."""
    if not is_flow:
        return line[start:].strip()
    names = "|".join(sorted({key.name for key in keys()}))
    after = re.search(rf",\s*(?:{names}):\s", line[start:])
    return _without_ends(line[start : start + after.start()] if after else line[start:])


def _without_ends(text: str) -> str:
    """A text without the braces that close what was opened before it."""
    text = text.strip()
    while text[-1:] and text[-1] in "}]" and text.count(text[-1]) > text.count(_OPENS[text[-1]]):
        text = text[:-1].rstrip()
    return text


def _unquoted(text: str) -> str:
    """A text without the quotes around it, if it has some on both sides."""
    has_both = len(text) > 1 and text[0] == text[-1] and text[0] in _QUOTES
    return text[1:-1] if has_both else text
