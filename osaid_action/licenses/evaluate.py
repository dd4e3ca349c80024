# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a license expression amounts to, freedom by freedom."""

from collections.abc import Callable, Collection, Iterator
from functools import lru_cache

from osaid_action.licenses.catalogue import PREFIX, exception, find, stands_for
from osaid_action.licenses.choices import take
from osaid_action.licenses.grant import NO_LICENSE, License, Terms, granting, unlisted
from osaid_action.licenses.spdx_expression import (
    MOST_CHARACTERS,
    ExpressionError,
    Node,
    is_license_id,
    parse,
)
from osaid_action.licenses.suggestions import suggest, versions
from osaid_action.model import FREEDOMS, Outcome
from osaid_action.text import join_words

__all__ = ["ExpressionError", "evaluate", "terms", "tree"]


@lru_cache(maxsize=512)
def terms(expression: str, *, text_shown: bool = False) -> Terms:
    """Say what a license expression, or one id or alias, grants.

    ``text_shown`` says that a file shows the text of a ``LicenseRef-`` that we do not know: what it
    grants is then unknown; otherwise an invented name is worth no more than no license.
    Raises ``ExpressionError`` for a string that is neither.
    """
    return evaluate(tree(expression), text_shown=text_shown)


def tree(expression: str) -> Node:
    """Read an expression; one id or alias needs no parser. Raises ``ExpressionError``."""
    word = expression.strip()
    alone = len(word) <= MOST_CHARACTERS and (find(word) or is_license_id(word))
    return Node(word=word) if alone else parse(expression)


def evaluate(node: Node, *, text_shown: bool = False) -> Terms:
    """Say what a tree or a part of it grants: AND the worse of both, OR one whole alternative."""

    def license_of(word: str) -> License:
        return _license(word, text_shown=text_shown)

    taken = take(node, license_of)
    leaves = tuple(_leaves(node, license_of))
    remarked = taken.licenses if taken.settled else leaves
    return Terms(
        _spelled(node, license_of),
        taken.grants,
        granting(taken.grants),
        taken.osi,
        tuple(dict.fromkeys(remark for leaf in remarked for remark in _remarks(leaf))),
        leaves,
        tuple(dict.fromkeys(clause for leaf in taken.licenses for clause in leaf.clauses)),
    )


def at_hand(expression: str, ids: Collection[str]) -> Terms | None:
    """What is left of an expression that has the licenses ``ids`` alone; None for nothing."""
    left = _left(tree(expression), ids)
    return evaluate(left, text_shown=True) if left else None


def withholds(other: Terms, declared: Terms) -> bool:
    """Whether terms do not grant a freedom that the declared ones grant."""
    met = Outcome.MET
    return any(
        declared.grants[freedom].outcome is met and other.grants[freedom].outcome is not met
        for freedom in FREEDOMS
    )


def _left(node: Node, ids: Collection[str]) -> Node | None:
    """A tree without the alternatives that have another license."""
    if not node.operator:
        return node if _license(node.word, text_shown=True).id in ids else None
    parts = [_left(part, ids) for part in node.parts]
    left = tuple(part for part in parts if part)
    if not left or (node.operator == "AND" and len(left) < len(parts)):
        return None
    return left[0] if len(left) == 1 else node._replace(parts=left)


def _leaves(node: Node, license_of: Callable[[str], License]) -> Iterator[License]:
    if not node.operator:
        yield license_of(node.word)
    for part in node.parts:
        yield from _leaves(part, license_of)


def _spelled(node: Node, license_of: Callable[[str], License]) -> str:
    """Spell a tree with parentheses wherever two operators meet."""
    if not node.operator:
        later = "+" if _or_later(node.word) else ""
        extra = f" WITH {exception(node.exception)}" if node.exception else ""
        return f"{license_of(node.word).id}{later}{extra}"
    parts = []
    for part in node.parts:
        spelled = _spelled(part, license_of)
        parts.append(f"({spelled})" if part.operator not in {"", node.operator} else spelled)
    return f" {node.operator} ".join(parts)


def _license(word: str, *, text_shown: bool) -> License:
    """Find the license of one id; an exception only adds permissions, so it counts as its base."""
    return find(word) or _or_later(word) or _unknown(word, text_shown=text_shown)


def _or_later(word: str) -> License | None:
    """Find the license of ``id+``: this version or any later one, of which we know this one."""
    license_ = None if find(word) or not word.endswith("+") else find(word[:-1])
    return license_ if license_ and not license_.id.startswith(PREFIX) else None


def _unknown(word: str, *, text_shown: bool) -> License:
    """Make a license of a name that we do not know."""
    start = word.lower().find(PREFIX.lower())
    if start < 0:
        return unlisted(word, (), Outcome.UNDECIDED, _did_you_mean(word))
    id_ = word[:start] + PREFIX + word[start + len(PREFIX) :]
    if text_shown:
        note = f"{id_} is not in the catalogue: a person has to read what its text grants"
        return unlisted(id_, (), Outcome.UNDECIDED, note)
    note = f"{id_} is not in the catalogue and no license_file shows its text: it is as no license"
    return unlisted(id_, NO_LICENSE.clauses, NO_LICENSE.osi, note)


def _did_you_mean(word: str) -> str:
    near = suggest(word)
    if not near and (every := versions(word)):
        names = [id_.removeprefix("LicenseRef-") for id_ in every]
        return f"{word} names no version: it can be {join_words(names, 'or')}"
    known = f"; did you mean {join_words(near, 'or')}?" if near else ""
    return f"{word} is not a known license id{known}"


def _remarks(license_: License) -> Iterator[str]:
    """Say what a reader of the outcome should know besides."""
    id_, members = license_.id, stands_for(license_.id)
    if len(members) > 1:
        yield f"{id_} names no one text and is taken as the worst of {', '.join(members)}"
    elif license_.kind == "label" or license_.source == "unknown":
        yield license_.note.rstrip(".")
    if license_.source == "blue-oak":
        yield f"{id_} is held to grant all four freedoms on the Blue Oak Council's word alone"
    if license_.certainty == "low":
        kinds = ", ".join(clause.kind for clause in license_.clauses)
        reported = f" (reported: {kinds})" if kinds else ""
        yield f"what {id_} grants was not confirmed from its text: it is as unknown{reported}"
    for clause in license_.clauses if license_.grants["use"].outcome is Outcome.MET else ():
        if clause.kind == "lawful-use":
            yield f"{id_} puts a condition on use: {clause.text}"
