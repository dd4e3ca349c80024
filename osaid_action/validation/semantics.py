# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What keeps a document from being a declaration, beyond its schema: limits, licenses, paths."""

import re
from collections.abc import Iterator
from itertools import islice

from osaid_action.definition.rules.form import LICENSE_NOT_AN_EXPRESSION, TOO_LARGE, UNKNOWN_KEY
from osaid_action.findings import Diagnostic
from osaid_action.licenses import catalogue
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import Terms
from osaid_action.licenses.spdx_expression import ExpressionError
from osaid_action.licenses.suggestions import another_spelling
from osaid_action.model import Path, is_url
from osaid_action.repository.tree import DeclarationFile, resolve
from osaid_action.text import join_words, shorten
from osaid_action.validation.document import Document
from osaid_action.validation.loader import DESCRIPTION
from osaid_action.validation.placeholders import is_placeholder
from osaid_action.validation.schema_errors import (
    MAX_DIAGNOSTICS,
    diagnostics,
    first_few,
    white_space,
)

_MAX_SOURCES = 12_000
_MAX_PARTS = 2000  # parts of components, settings and models together
_DEEPEST_LIST = 5
_MAX_LICENSES = 100  # different ones in a declaration; looking up an unknown one takes long


def diagnose(
    document: Document, file: DeclarationFile | None, *, look_for_paths: bool
) -> tuple[Diagnostic, ...]:
    """Everything that keeps a document from being a declaration, in the order of the file."""
    if too_many := _too_many(document):
        return too_many
    found = [*diagnostics(document), *islice(_bad_licenses(document), MAX_DIAGNOSTICS + 1)]
    if look_for_paths:
        found += islice(_white_space(document, file), MAX_DIAGNOSTICS + 1)
    torn = {one.path for one in found if one.rule is UNKNOWN_KEY and not one.key}
    found = [one for one in found if one.rule is UNKNOWN_KEY or one.path not in torn]
    found.sort(key=lambda diagnostic: document.place(diagnostic.path, key=diagnostic.key))
    return first_few(dict.fromkeys(found))


def _too_many(document: Document) -> tuple[Diagnostic, ...]:
    """A declaration of more entries than anybody writes, and a check of a second can judge."""
    data = document.data.get("data") if isinstance(document.data, dict) else None
    sources = data.get("sources") if isinstance(data, dict) else None
    number = len(sources) if isinstance(sources, list) else 0
    if number <= _MAX_SOURCES and _entries(document.data) - number <= _MAX_PARTS:
        return ()
    message = f"more than {_MAX_SOURCES:,} data sets, or {_MAX_PARTS:,} parts and models"
    return (TOO_LARGE.at((), message, "declare what belongs together as one"),)


def _entries(value: object, depth: int = 0) -> int:
    """How many entries the lists of a declaration have together, extensions left out."""
    if isinstance(value, list):
        below = (one for one in value[: _MAX_PARTS + 1] if isinstance(one, dict))
        return len(value) + sum(_entries(one, depth + 1) for one in below)
    if not isinstance(value, dict) or depth > _DEEPEST_LIST:
        return 0
    inside = (inner for key, inner in value.items() if not key.startswith("x-"))
    return sum(_entries(inner, depth + 1) for inner in inside)


def _walk(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text of a declaration that is filled in, with its place; extensions left out."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if not key.startswith("x-"):
                yield from _walk(inner, (*path, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _walk(inner, (*path, number))
    elif path and isinstance(value, str) and not is_placeholder(value):
        yield path, value


def _bad_licenses(document: Document) -> Iterator[Diagnostic]:
    """Licenses that are no expression, with the id that was probably meant."""
    checked: set[str] = set()
    for path, text in _walk(document.data):
        if text in checked or not _is_license(path):
            continue
        if len(checked) >= _MAX_LICENSES:
            message = f"more than {_MAX_LICENSES} different licenses are named"
            yield TOO_LARGE.at(path, message, "name each license by one spelling")
            return
        try:
            found = terms(text)
        except ExpressionError as error:
            remedy = (
                f'use an SPDX id, such as `{path[-1]}: "Apache-2.0"`; `osaid licenses` lists all'
            )
            if error.suggestion:
                remedy = f"did you mean `{error.suggestion}`?"
            message = f"`{shorten(text)}` is no license expression: {error}"
            yield LICENSE_NOT_AN_EXPRESSION.at(path, message, remedy)
        else:
            checked.add(text)
            yield from _spelled_otherwise(path, found)


def _spelled_otherwise(path: Path, found: Terms) -> Iterator[Diagnostic]:
    """Ids that are none, but words for a license that is known: ``apache``, ``mit-license``."""
    for one in found.licenses:
        is_own = catalogue.PREFIX in one.id  # a name that its owner gave
        is_new = one.source == "unknown" and not is_own and catalogue.find(one.id) is None
        if is_new and (near := another_spelling(one.id)):
            message = f"`{shorten(one.id)}` is no id of a license"
            more = f" (or {join_words(near[1:], 'or')})" if near[1:] else ""
            remedy = f"did you mean `{near[0]}`{more}?"
            yield LICENSE_NOT_AN_EXPRESSION.at(path, message, remedy)


def _is_license(path: Path) -> bool:
    """Whether the value at ``path`` names a license."""
    return path[-1] == "license" or (path[0] == "licenses" and len(path) > 1)


def _white_space(document: Document, file: DeclarationFile | None) -> Iterator[Diagnostic]:
    """Strings with white space that are no path here: meant as text, in all likelihood.

    `{location: …}` leaves no doubt that a path is meant; of addresses the schema speaks.
    """
    for path, text in _walk(document.data):
        has_white_space = any(character.isspace() for character in text)
        if not has_white_space or not _is_component(path) or is_url(text.strip()):
            continue
        location = text.partition("#")[0]
        if not (_is_there(location, file) if file else _is_written_so(location)):
            yield white_space(path, text)


def _is_there(location: str, file: DeclarationFile) -> bool:
    return resolve(file.tree, file.root, location).kind not in ("missing", "outside")


def _is_written_so(location: str) -> bool:
    """Whether words look like a path, where nothing is looked at: ``my data/card.md``."""
    return "/" in location or bool(re.fullmatch(r"[^.]+\.\w{1,8}", location))


def _is_component(path: Path) -> bool:
    """Whether the value at ``path`` is a component that is written as a string alone."""
    steps = path[:-1] if isinstance(path[-1], int) else path
    if steps[-1:] == ("settings",):
        return path[0] == "code"
    if steps[:-1] == ("data", "description"):
        return steps[-1] in DESCRIPTION
    return steps[:-1] in (("code",), ("parameters",), ("documents",))
