# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a license expression amounts to, freedom by freedom."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from osaid_action.licenses.catalogue import PREFIX, exception, find, stands_for
from osaid_action.licenses.grant import NO_LICENSE, License, Terms, granting, join, same, unlisted
from osaid_action.licenses.spdx_expression import (
    MOST_CHARACTERS,
    ExpressionError,
    Node,
    is_license_id,
    parse,
)
from osaid_action.licenses.suggestions import nearest
from osaid_action.model import Outcome, best, worst

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
    """Say what a tree or a part of it grants: AND is the worse of both, OR the better."""
    if not node.operator:
        return _leaf(node, text_shown=text_shown)
    parts = [evaluate(part, text_shown=text_shown) for part in node.parts]
    choose = worst if node.operator == "AND" else best
    grants = join(choose, [part.grants for part in parts])
    return Terms(
        _spell(node, parts),
        grants,
        granting(grants),
        choose([part.osi for part in parts]),
        tuple(dict.fromkeys(remark for part in parts for remark in part.remarks)),
        tuple(license_ for part in parts for license_ in part.licenses),
    )


def _spell(node: Node, parts: Sequence[Terms]) -> str:
    """Spell a tree with parentheses wherever two operators meet."""
    spelled = [
        f"({part.expression})" if child.operator not in {"", node.operator} else part.expression
        for child, part in zip(node.parts, parts, strict=True)
    ]
    return f" {node.operator} ".join(spelled)


def _leaf(node: Node, *, text_shown: bool) -> Terms:
    """Say what one id grants; an exception only ever adds permissions, so it counts as its base."""
    license_ = find(node.word) or _or_later(node.word) or _unknown(node.word, text_shown=text_shown)
    spelling = license_.id + ("+" if _or_later(node.word) else "")
    if node.exception:
        spelling += f" WITH {exception(node.exception)}"
    grants, remarks = license_.grants, tuple(_remarks(license_))
    return Terms(spelling, grants, granting(grants), license_.osi, remarks, (license_,))


def _or_later(word: str) -> License | None:
    """Find the license of ``id+``: this version or any later one, of which we know this one."""
    license_ = None if find(word) or not word.endswith("+") else find(word[:-1])
    return license_ if license_ and not license_.id.startswith(PREFIX) else None


def _unknown(word: str, *, text_shown: bool) -> License:
    """Make a license of a name that we do not know."""
    start = word.lower().find(PREFIX.lower())
    if start < 0:
        return unlisted(word, same(Outcome.UNDECIDED), Outcome.UNDECIDED, _did_you_mean(word))
    id_ = word[:start] + PREFIX + word[start + len(PREFIX) :]
    if text_shown:
        note = f"{id_} is not in the catalogue: a person has to read what its text grants"
        return unlisted(id_, same(Outcome.UNDECIDED), Outcome.UNDECIDED, note)
    note = f"{id_} is not in the catalogue and no license_file shows its text: it is as no license"
    return unlisted(id_, NO_LICENSE.grants, NO_LICENSE.osi, note)


def _did_you_mean(word: str) -> str:
    known = " or ".join(nearest(word))
    return f"{word} is not a known license id" + (f"; did you mean {known}?" if known else "")


def _remarks(license_: License) -> Iterator[str]:
    """Say what a reader of the outcome should know besides."""
    id_, use, members = license_.id, license_.grants["use"], stands_for(license_.id)
    if len(members) > 1:
        yield f"{id_} names no one text and is taken as the worst of {', '.join(members)}"
    elif license_.kind == "label" or license_.source == "unknown":
        yield license_.note.rstrip(".")
    if license_.source == "blue-oak":
        yield f"{id_} is held to grant all four freedoms on the Blue Oak Council's word alone"
    if license_.certainty == "low":
        yield f"what {id_} grants was not confirmed from its text: it is as unknown"
    if use.outcome is Outcome.MET and use.clause:
        yield f"{id_} puts a condition on use: {use.clause}"
