# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""License expressions as SPDX writes them: text to tree."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from osaid_action.licenses.catalogue import exception, exceptions, find
from osaid_action.licenses.suggestions import meant, suggest

MOST_CHARACTERS = 2000
_FEWEST_OF_A_LIST = 2
MOST_LEVELS = 32

# patterns are compiled when they are needed: a known id needs none
_PIECE = r"[()]|[^\s()]+"
_ID = r"(?ai)(DocumentRef-[a-z\d.-]+:)?LicenseRef-[a-z\d.-]+|(?!LicenseRef-)[a-z\d][a-z\d.-]*\+?"


class ExpressionError(ValueError):
    """A string that is no license expression: why, where, and what was probably meant."""

    def __init__(self, message: str, suggestion: str | None = None, position: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.suggestion = suggestion
        self.position = position


class Node(NamedTuple):
    """An operator over parts, or a leaf: one id as written, with its exception."""

    operator: str = ""
    parts: tuple["Node", ...] = ()
    word: str = ""
    exception: str = ""


class _Token(NamedTuple):
    kind: str
    word: str
    position: int


_MAY_FOLLOW = {
    "start": ({"id", "("}, "a license"),
    "(": ({"id", "("}, "a license"),
    "operator": ({"id", "("}, "a license"),
    "id": ({"operator", "with", ")", "end"}, "AND, OR or WITH"),
    ")": ({"operator", ")", "end"}, "AND or OR"),
    "with": ({"exception"}, "an exception"),
    "exception": ({"operator", ")", "end"}, "AND or OR"),
}


def parse(text: str) -> Node:
    """Read an expression; operators may be in lower case. Raises ``ExpressionError``."""
    if len(text) > MOST_CHARACTERS:
        raise ExpressionError(f"the license expression is longer than {MOST_CHARACTERS} characters")
    tokens = list(_tokens(text))
    _check_order(tokens, text)
    _check_levels(tokens)
    for token in tokens:
        _check_word(token, text)
    return _tree(text)


def _tokens(text: str) -> Iterator[_Token]:
    """Cut a text into tokens; what stands after WITH is an exception."""
    last = "start"
    for match in re.finditer(_PIECE, text):
        last = _kind(match[0], last)
        yield _Token(last, match[0], match.start())
    yield _Token("end", "", len(text.rstrip()))


def _kind(word: str, last: str) -> str:
    if word in "()":
        return word
    fixed = {"and": "operator", "or": "operator", "with": "with"}
    return fixed.get(word.lower(), "exception" if last == "with" else "id")


def _check_order(tokens: list[_Token], text: str) -> None:
    """Refuse a token that cannot stand after the one before it."""
    last = "start"
    for token in tokens:
        allowed, wanted = _MAY_FOLLOW[last]
        if token.kind not in allowed:
            found = f"{token.word!r} stands" if token.word else "the expression ends"
            message = f"{found} where {wanted} should"
            raise ExpressionError(message, meant(text) or _listed(text), token.position)
        last = token.kind


def _check_levels(tokens: list[_Token]) -> None:
    """Refuse parentheses that do not match or lie too deep."""
    opened: list[int] = []
    for token in tokens:
        if token.kind == "(":
            opened.append(token.position)
        if token.kind == ")" and not opened:
            raise ExpressionError(
                "a parenthesis is closed that was not opened", None, token.position
            )
        if token.kind == ")":
            opened.pop()
        if len(opened) > MOST_LEVELS:
            message = f"parentheses lie more than {MOST_LEVELS} levels deep"
            raise ExpressionError(message, None, token.position)
    if opened:
        raise ExpressionError("a parenthesis is never closed", None, opened[-1])


def _check_word(token: _Token, text: str) -> None:
    """Refuse what is no id, an exception out of its place, and one that SPDX does not list."""
    if token.kind == "exception" and not exception(token.word):
        message = f"{token.word!r} is not an exception in SPDX's list"
        raise ExpressionError(message, _nearest_exception(token.word), token.position)
    if token.kind == "id" and exception(token.word):
        message = f"{token.word!r} is an exception, which belongs after a license and WITH"
        raise ExpressionError(message, None, token.position)
    if token.kind == "id" and not (find(token.word) or is_license_id(token.word)):
        message = f"{token.word!r} is not a license id"
        raise ExpressionError(message, _meant_by(token.word, text), token.position)


def is_license_id(word: str) -> bool:
    """Say whether a word has the form of a license id, known or not, and is no exception's."""
    return re.fullmatch(_ID, word) is not None and exception(word) is None


def _meant_by(word: str, text: str) -> str | None:
    """Guess what stands behind no id: ``MIT/Apache-2.0`` is how Cargo once wrote a choice."""
    if word.startswith(("https://", "http://")):  # a page on a license ends in its id
        return meant(re.sub(r"(\.\w{2,4}|/)$", "", word).rpartition("/")[2])
    choices = [find(part) for part in word.split("/")]
    if len(choices) > 1 and all(choices):
        return " OR ".join(choice.id for choice in choices if choice)
    return meant(text) or next(iter(suggest(word, 1)), None)


def _listed(text: str) -> str | None:
    """What a list of ids with commas may mean as an expression: either of two."""
    found = [find(part.strip()) for part in re.split(r"[,;&+]", text)]
    if len(found) < _FEWEST_OF_A_LIST or not all(found):
        return None
    ids = [one.id for one in found if one]
    return f"{' AND '.join(ids)}` (all apply), or `{' OR '.join(ids)}"


def _nearest_exception(word: str) -> str | None:
    from difflib import get_close_matches  # noqa: PLC0415  # needed for misspelled ids only

    by_key = {id_.lower(): id_ for id_ in exceptions()}
    match = get_close_matches(word.lower()[:80], by_key, n=1, cutoff=0.8)
    return by_key[match[0]] if match else None


def _tree(text: str) -> Node:
    """Let license-expression see to precedence; which ids there are is ours to say, not its own."""
    # Imported here because it is slow and one known id needs no parser; it has no types.
    from license_expression import Licensing  # type: ignore[import-untyped] # noqa: PLC0415

    return _node(Licensing().parse(text, simple=True))


def _node(parsed: Any) -> Node:  # license-expression has no types
    if hasattr(parsed, "exception_symbol"):
        return Node(word=parsed.license_symbol.key, exception=parsed.exception_symbol.key)
    if hasattr(parsed, "key"):
        return Node(word=parsed.key)
    return Node(parsed.operator.strip(), tuple(_node(part) for part in parsed.args))
