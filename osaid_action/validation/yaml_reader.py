# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Bytes → Document: YAML read with libyaml's speed and none of its surprises.

Everything is refused that makes two YAML readers disagree or lets a small file grow large:
anchors, aliases, merge keys, tags, repeated or non-string keys, a second document. The document is
built from libyaml's events with a stack of our own, so that no input can exhaust the interpreter's.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any, NoReturn

import yaml  # noqa: TID251 - its one door

from osaid_action.definition.rules.form import (
    ALIAS,
    ANCHOR,
    CONTROL_CHARACTER,
    EMPTY,
    KEY_NOT_TEXT,
    MERGE_KEY,
    NOT_YAML,
    REPEATED_KEY,
    SECOND_DOCUMENT,
    TAB,
    TAG,
    TOO_DEEP,
    TOO_LARGE,
)
from osaid_action.findings import Rule
from osaid_action.text import cut, shorten
from osaid_action.validation.characters import decoded, forbidden
from osaid_action.validation.document import Document, Mark, refuse
from osaid_action.validation.scalars import value_of
from osaid_action.validation.yaml_errors import explained, told_of

MAX_DEPTH = 64
MAX_NODES = 200_000

_TOO_NESTED = "exceeded maximum nesting"  # libyaml's own words
_TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels"
_FLATTER = "a declaration needs a few levels and a few hundred values"
_IN_A_TEXT = "if it is a part of a text, put the whole text in quotes"
_WRITE_OUT = "write the value out where it is needed"

_NAMED, _QUOTED = 40, 200  # characters of a name of the author's, of what the parser says


def read(data: bytes) -> Document:
    """Read the bytes of one declaration.

    Raises `Unreadable` for whatever is not one plain YAML mapping tree within the limits.
    """
    text = decoded(data)
    try:
        return _document(_events(text))
    except yaml.MarkedYAMLError as error:
        _refuse_syntax(error, text)
    except yaml.YAMLError as error:
        said = shorten(str(error), _QUOTED)
        refuse(NOT_YAML, f"this is not YAML: {said}", "write plain text", 1, 1)


# ------------------------------------------------------------------ the parser


def _events(text: str) -> Iterator[Any]:
    """The parser's events; where it has a limit of its own, those before, so that ours speak."""
    told = 0
    try:
        for event in _parsed(text):
            told += 1
            yield event
    except yaml.MarkedYAMLError as error:
        # libyaml 0.2.6 refuses a thousand levels, and looks so far ahead (1024 characters for the
        # end of a key) that it sees them before it tells of the first; commas nest nothing
        if _TOO_NESTED not in str(error.problem) or error.problem_mark is None:
            raise
        shallow = text[: error.problem_mark.index] + "," * 1024
        yield from islice(_parsed(shallow), told, None)


def _parsed(text: str) -> Iterator[Any]:
    try:
        from yaml._yaml import CParser as Parser  # noqa: PLC0415, TID251 - absent without libyaml
    except ImportError:  # a PyYAML built without libyaml: the same events, slowly
        parser: Any = yaml.SafeLoader(text)
    else:
        parser = Parser(text)
    try:
        while (event := parser.get_event()) is not None:
            yield event
    except (ValueError, OverflowError) as error:  # of SafeLoader: no such character or version
        mark = parser.get_mark()
        raise yaml.MarkedYAMLError(problem=str(error), problem_mark=mark) from error


# ------------------------------------------------------------------ events


def _document(events: Iterator[Any]) -> Document:
    builder = _Builder()
    for event in events:
        builder.take(event)
    if not builder.values or builder.values[0] is None:
        message = "the file is empty: there is no declaration in it"
        refuse(EMPTY, message, 'begin with `open_ai_system: "1.0"` and `system:`', 1, 1)
    return Document(builder.values[0], builder.marks[0])


class _Builder:
    """Builds values and marks from events, with a stack of its own."""

    def __init__(self) -> None:
        self.values: Any = []  # of the innermost collection
        self.marks: Any = []
        self.keys: dict[str, tuple[int, int]] | None = None  # of it, when it is a mapping
        self.key: str | None = None  # that waits for its value
        self.stack: list[tuple[Any, Any, dict[str, tuple[int, int]] | None, str | None]] = []
        self.nodes = 0
        self.documents = 0

    def take(self, event: Any) -> None:
        """Take one event in."""
        kind = type(event)
        if kind is yaml.ScalarEvent:
            self.count(event)
            if self.keys is not None and self.key is None:
                self.key = _key(event, self.keys)
            else:
                self.add(*_scalar(event))
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self.count(event)
            self.open(event, {} if kind is yaml.MappingStartEvent else None)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self.values, self.marks, self.keys, self.key = self.stack.pop()
        else:
            self.documents += kind is yaml.DocumentStartEvent
            _check_other(event, self.documents)

    def count(self, event: Any) -> None:
        """Count a node and refuse one too many."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            _refuse_event(event, TOO_LARGE, f"more than {MAX_NODES:,} values", _FLATTER)

    def add(self, value: Any, mark: Mark) -> None:
        """Put a value where it belongs."""
        if self.keys is None:
            self.values.append(value)
            self.marks.append(mark)
        else:
            self.values[self.key] = value
            self.marks[self.key] = mark
            self.key = None

    def open(self, event: Any, keys: dict[str, tuple[int, int]] | None) -> None:
        """Begin a collection: a mapping when there are ``keys``."""
        if self.keys is not None and self.key is None:
            _refuse_event(event, KEY_NOT_TEXT, "a key must be text, not a list or a mapping")
        _check_node(event)
        if len(self.stack) >= MAX_DEPTH:
            _refuse_event(event, TOO_DEEP, _TOO_DEEP, _FLATTER)
        place = event.start_mark
        values: Any = [] if keys is None else {}
        marks: Any = [] if keys is None else {}
        at = place.line + 1, place.column + 1
        self.add(values, Mark(*at, keys=keys, inside=marks, flow=bool(event.flow_style)))
        self.stack.append((self.values, self.marks, self.keys, self.key))
        self.values, self.marks, self.keys, self.key = values, marks, keys, None


def _check_other(event: Any, documents: int) -> None:
    """Stream and document marks pass, once; an alias does not."""
    if type(event) is yaml.AliasEvent:
        message = f"aliases (*{cut(str(event.anchor), _NAMED)}) are not allowed"
        _refuse_event(event, ALIAS, message, _WRITE_OUT)
    if documents > 1:
        message = "a second document begins here"
        _refuse_event(event, SECOND_DOCUMENT, message, "keep one document a file")
    if type(event) is yaml.DocumentStartEvent and event.tags:
        _refuse_event(event, TAG, "tags (%TAG) are not allowed", "remove the directive")


def _refuse_event(
    event: Any, rule: Rule, message: str, remedy: str = "write it out as text"
) -> NoReturn:
    mark = event.start_mark
    refuse(rule, message, remedy, mark.line + 1, mark.column + 1)


def _check_node(event: Any) -> None:
    if event.anchor is not None:
        message = f"anchors (&{cut(event.anchor, _NAMED)}) are not allowed"
        _refuse_event(event, ANCHOR, message, _WRITE_OUT)
    if event.tag is not None:
        message = f"tags ({cut(event.tag, _NAMED)}) are not allowed"
        remedy = "remove the tag; put text that looks special in quotes"
        _refuse_event(event, TAG, message, remedy)


def _key(event: Any, keys: dict[str, tuple[int, int]]) -> str:
    value = _value(event)
    if not isinstance(value, str):
        message = f"the key {cut(event.value, _NAMED)} is not text"
        _refuse_event(event, KEY_NOT_TEXT, message, f"quote it; {_IN_A_TEXT}")
    if value == "<<" and event.implicit[0]:
        _refuse_event(event, MERGE_KEY, "merge keys (<<) are not allowed", _WRITE_OUT)
    mark = event.start_mark
    if value in keys:
        message = f"the key {cut(value, _NAMED)!r} stands twice; first in line {keys[value][0]}"
        _refuse_event(event, REPEATED_KEY, message, f"keep one of the two; {_IN_A_TEXT}")
    keys[value] = mark.line + 1, mark.column + 1
    return value


def _scalar(event: Any) -> tuple[Any, Mark]:
    value, mark = _value(event), event.start_mark
    raw = "" if isinstance(value, str) else event.value
    return value, Mark(mark.line + 1, mark.column + 1, raw)


def _value(event: Any) -> Any:
    if event.anchor is not None or event.tag is not None:
        _check_node(event)
    text: str = event.value
    if wrong := forbidden(text):
        if wrong >= "\ud800":  # libyaml refuses the escape by itself
            _refuse_event(event, NOT_YAML, *explained(None, "invalid Unicode character escape"))
        message = f"the text holds the control character U+{ord(wrong):04X}"
        _refuse_event(event, CONTROL_CHARACTER, message, "remove the escape")
    try:
        return value_of(text) if event.implicit[0] else text
    except OverflowError as error:
        _refuse_event(event, TOO_LARGE, str(error), "put it in quotes if it is text")


# ------------------------------------------------------------------ errors of the parser


def _refuse_syntax(error: yaml.MarkedYAMLError, text: str) -> NoReturn:
    message, remedy, line, column = told_of(error, text)
    if _character_at(text, line, column) == "\t":
        refuse(TAB, "a tab stands where only spaces may", "indent with spaces", line, column)
    refuse(NOT_YAML, message, remedy, line, column)


def _character_at(text: str, line: int, column: int) -> str:
    lines = text.splitlines()[line - 1 : line]
    return lines[0][column - 1 : column] if lines else ""


def scalar_spans(text: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Where each scalar of a YAML text begins and ends: its line (from 1) and column (from 0)."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = (one for one in yaml.scan(text, Loader=loader) if isinstance(one, yaml.ScalarToken))
    return [(_place(one.start_mark), _place(one.end_mark)) for one in found]


def _place(mark: Any) -> tuple[int, int]:
    return mark.line + 1, mark.column


def yaml_trouble(data: bytes) -> str | None:
    """Why ``data`` is no YAML at all, None when it is; for files that are no declarations.

    Tags, anchors and further documents are fine here: nothing is built from the events.
    """
    try:
        text = data.decode("utf-8-sig")
        return _too_deep(_events(text))
    except UnicodeDecodeError:
        return "not UTF-8"
    except yaml.MarkedYAMLError as error:
        message, _, line, _ = told_of(error, text)
        return f"{message} (line {line})"
    except yaml.YAMLError as error:
        return shorten(str(error), _QUOTED)


def _too_deep(events: Iterator[Any]) -> str | None:
    depth = 0
    for event in events:
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            return _TOO_DEEP
    return None
