# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The license that applies to an entry: as its text shows, as it says, or the default at home."""

from collections.abc import Iterator

from osaid_action.assessment.home import is_at_home, names_a_site
from osaid_action.assessment.limitation import frees, limitations
from osaid_action.assessment.messages import grants_taken
from osaid_action.assessment.non_answers import TOO_SHORT, read_text
from osaid_action.assessment.sentence import ANSWERS
from osaid_action.assessment.third_party import is_sourced, is_third_party
from osaid_action.definition.rules.terms import ASSERTION_DOUBTED
from osaid_action.evidence.observation import Evidence
from osaid_action.findings import Diagnostic
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import (
    DOUBTED_ASSERTION,
    FREE_BY_ASSERTION,
    NO_LICENSE,
    Terms,
)
from osaid_action.model import Declaration, Outcome, ParentModel, Part, Path, Source, default_of
from osaid_action.text import shorten


def effective_terms(
    entry: Part | Source | ParentModel, declaration: Declaration, evidence: Evidence
) -> Terms:
    """The terms of an entry of ``declaration``.

    What its license text shows to hold instead counts first, then the license that it names, then
    the default for what lies at home.
    """
    observation = evidence.get(entry.path)
    if observation and observation.terms:
        return observation.terms
    if name := entry.license or declaration.licenses.get(default_for(entry, declaration)):
        return terms(name, text_shown=bool(entry.license_files))
    if isinstance(entry, Part) and entry.asserted_free:
        return _asserted(entry, declaration, _quote(entry, evidence))
    return NO_LICENSE


def _quote(part: Part, evidence: Evidence) -> str:
    """The words of a statement that weights are free: in place, or those of a file here."""
    if not part.asserted_free:
        return ""
    seen = evidence.get(part.asserted_free.path)
    return part.asserted_free.words or (seen.content.decode("utf-8", "replace") if seen else "")


def _asserted(part: Part, declaration: Declaration, words: str) -> Terms:
    """What a statement amounts to that the weights are free: words that say nothing are none."""
    if words and read_text(words).kind not in (ANSWERS, TOO_SHORT):
        return NO_LICENSE
    return DOUBTED_ASSERTION if _doubts(part, declaration, words) else FREE_BY_ASSERTION


def _doubts(part: Part, declaration: Declaration, words: str) -> str:
    """Why a quote does not settle that weights are free; "" when it does."""
    if part.asserted_free and names_a_site(part.asserted_free.location):
        return "its address is that of a whole site"
    if not words:
        return ""
    if is_third_party(declaration) and not is_sourced(part.source):
        return "it is a third party's own word, without a `source`"
    return _doubtful_words(words)


def _doubtful_words(words: str) -> str:
    if limits := limitations(words):
        return f'it limits: "{shorten(limits[0])}"'
    if read_text(words).kind == TOO_SHORT:
        return "it says too little"
    if not frees(words):
        return "it does not say that anything is free to anybody"
    return ""


def doubted(part: Part, declaration: Declaration, evidence: Evidence) -> Diagnostic:
    """That the statement on weights leaves it open whether they are free."""
    where = part.asserted_free.path if part.asserted_free else part.path
    words = _quote(part, evidence)
    message = f"the statement that the weights are free: {_doubts(part, declaration, words)}"
    return ASSERTION_DOUBTED.at(where, message)


def not_granted(
    entry: Part | Source | ParentModel, found: Terms, name: str, where: Path, evidence: Evidence
) -> Iterator[tuple[str, Diagnostic, Outcome]]:
    """What the terms ``found`` of an entry do not grant: each freedom, why, and the outcome.

    Where the repository shows something that leaves them open, that finding is the reason.
    """
    group = "lineage" if isinstance(entry, ParentModel) else str(entry.path[0])
    shown = evidence.get(entry.path)
    told = shown.diagnostics if shown and shown.terms is found else ()
    for freedom, diagnostic, outcome in grants_taken(found, name, where, group):
        why = found.grants[freedom].clause
        causes = (one for one in told if outcome is Outcome.UNDECIDED and one.message == why)
        yield freedom, next(causes, diagnostic), outcome


def default_for(entry: Part | Source | ParentModel, declaration: Declaration) -> str:
    """Which default of `licenses` is the license of an entry: code, documents, or none."""
    default = default_of(entry.path)
    is_needed = not entry.license and default in declaration.licenses
    return default if is_needed and is_at_home(entry.location, declaration) else ""
