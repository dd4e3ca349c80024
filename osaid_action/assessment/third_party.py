# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whether a declaration is its producer's own word, and what is left open when it is not."""

from osaid_action.assessment.non_answers import TOO_SHORT, read_text
from osaid_action.assessment.prose import sentences, words
from osaid_action.assessment.sentence import ANSWERS
from osaid_action.definition.rules.components import THIRD_PARTY_WORD
from osaid_action.findings import Diagnostic
from osaid_action.model import Declaration, Origin, Path


def is_third_party(declaration: Declaration) -> bool:
    """Whether somebody describes what others made: by the role, or by the names that are given."""
    if declaration.role == "third-party":
        return True
    by, producer = declaration.declared_by, declaration.system.producer
    return bool(by and producer) and folded(by) != folded(producer or "")


def folded(name: str) -> str:
    """A name as it is compared: without regard to case and white space."""
    return " ".join(name.casefold().split())


def is_sourced(origin: Origin) -> bool:
    """Whether an origin leads somewhere: an address, or a work that is told by enough words.

    A few words count with a figure among them, such as a year; words that say nothing never do.
    """
    if not any(one.isalpha() for one in origin.where):
        return False
    kind = read_text(origin.where).kind
    said = [word for one in sentences(origin.where) for piece in words(one) for word in piece]
    has_place = any(word.is_link or word.is_figure for word in said)
    return kind == ANSWERS or (kind == TOO_SHORT and has_place)


def unsupported(path: Path, what: str) -> Diagnostic:
    """A third party's own word on something, without a source."""
    return THIRD_PARTY_WORD.at(path, f"{what} is a third party's own word, without a `source`")
