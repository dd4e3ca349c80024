# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which files of a repository hold license texts, and what those texts show."""

import posixpath
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from osaid_action.definition.rules.evidence import (
    LICENSE_ALTERED,
    LICENSE_MISMATCH,
    LICENSE_NOTED,
    LICENSE_TEXT_MISSING,
    LICENSE_TEXT_UNKNOWN,
)
from osaid_action.evidence.observation import (
    CONTRADICTED,
    DECLARED,
    VERIFIED,
    Observation,
    best,
    merge,
)
from osaid_action.license_text.copies import is_copy
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import NO_LICENSE, Terms
from osaid_action.model import Diagnostic, Path
from osaid_action.repository.tree import Tree, resolve

if TYPE_CHECKING:
    from osaid_action.license_text.texts import TextVerdict

MAX_TEXT = 1024 * 1024
_LONGEST_NOTE = 4000
_NAMES = r"(?i)(?:licen[sc]e|copying|unlicense)(?:[-.][\w.+-]+)?"
_STARTS = ("licen", "copying", "unlicense")
_REUSE_FOLDER = "LICENSES"


def nearest_texts(tree: Tree, folder: str) -> list[str]:
    """The LICENSE and COPYING files of the nearest folder, at or above ``folder``, that has any.

    A folder LICENSES, as REUSE has it (https://reuse.software/spec/), counts where the folder
    beside it holds no such file.
    """
    while True:
        found = _files(tree, folder, is_license_name)
        if not found:
            found = _files(tree, posixpath.join(folder, _REUSE_FOLDER), _is_plain_text)
        if found or not folder:
            return found
        folder = posixpath.dirname(folder)


def _files(tree: Tree, folder: str, is_wanted: Callable[[str], bool]) -> list[str]:
    """The files of such names in a folder; a link inside the repository counts as its file."""
    names = sorted(name for name in tree.names(folder) if is_wanted(name))
    places = [resolve(tree, folder, name) for name in names]
    return list(dict.fromkeys(resolved.path for resolved in places if resolved.kind == "file"))


def _is_plain_text(name: str) -> bool:
    return name.endswith(".txt")


def is_license_name(name: str) -> bool:
    """Whether a file of that name holds a license's text: LICENSE, COPYING-MIT, licence.md."""
    return name.lower().startswith(_STARTS) and re.fullmatch(_NAMES, name) is not None


def compare_texts(tree: Tree, paths: list[str], declared: Terms, where: Path) -> Observation:
    """Compare the texts at ``paths`` with the license that is declared.

    ``where`` is the place in the declaration that names it.
    """
    wanted = list(dict.fromkeys(license_.id for license_ in declared.licenses))
    texts = [(path, _text(tree, path)) for path in paths]
    if len(wanted) > 1 and len(texts) == 1:
        return _one_for_all(texts[0], wanted, declared, where)
    if len(texts) == 1 or len(wanted) == 1:
        return best(_one(path, text, wanted[0], declared, where) for path, text in texts)
    return _several(texts, wanted, declared, where)


def _text(tree: Tree, path: str) -> str:
    try:
        data = tree.read(path, MAX_TEXT + 1)
    except OSError:
        return ""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _several(
    texts: list[tuple[str, str]], wanted: list[str], declared: Terms, where: Path
) -> Observation:
    """LICENSE-MIT and LICENSE-APACHE: each license needs a file, each file a license."""
    return merge(
        best(_one(path, text, identity, declared, where) for path, text in texts)
        for identity in wanted
    )


def _one(path: str, text: str, wanted: str, declared: Terms, where: Path) -> Observation:
    if is_copy(text, wanted):
        return Observation(VERIFIED, (f"{path} is the text of {wanted}",))
    from osaid_action.license_text.texts import verify  # noqa: PLC0415 - most texts are plain copies

    if " WITH " in declared.expression:
        return Observation(DECLARED, (f"{path} is there",), (_unread(path, declared, where),))
    return _judged((path, text), verify(text, wanted), wanted, declared, where)


def _one_for_all(
    file: tuple[str, str], wanted: list[str], declared: Terms, where: Path
) -> Observation:
    """One file for an expression: all of its texts, or one that is enough by itself (OR)."""
    from osaid_action.license_text.texts import verify, verify_all  # noqa: PLC0415 - as above

    path, text = file
    whole = verify_all(text, wanted)
    if whole.status == "verified":
        return Observation(VERIFIED, (f"{path} is the text of {' and '.join(wanted)}",))
    for identity in wanted:
        verdict = verify(text, identity)
        if verdict.status == "verified":
            message = f"{path} is the text of {identity} alone; {declared.expression} is declared"
            remedy = "add the texts of the other licenses, as LICENSE-MIT and LICENSE-APACHE, say"
            diagnostic = LICENSE_TEXT_MISSING.at(where, message, remedy)
            return Observation(DECLARED, (f"{path} is the text of {identity}",), (diagnostic,))
    return _judged((path, text), whole, wanted[0], declared, where)


def _judged(
    file: tuple[str, str], verdict: "TextVerdict", wanted: str, declared: Terms, where: Path
) -> Observation:
    path, text = file
    if verdict.status == "verified":
        return Observation(VERIFIED, (f"{path} is the text of {wanted}",))
    if verdict.status == "noted":
        note = _noted(path, verdict, wanted, where)
        return Observation(DECLARED, (f"{path} has a note in front",), (note,))
    if verdict.status == "altered":
        diagnostic = _altered(path, verdict, wanted, where)
        return Observation(CONTRADICTED, (f"{path} was read",), (diagnostic,), NO_LICENSE)
    if verdict.license and verdict.license.lower() != wanted.lower():
        message = f"{path} is the text of {verdict.license}, not of {declared.expression}"
        remedy = f"declare {verdict.license}, or put the text of {wanted} there"
        diagnostic = LICENSE_MISMATCH.at(where, message, remedy)
        return Observation(
            CONTRADICTED, (f"{path} was read",), (diagnostic,), terms(verdict.license)
        )
    if not _is_kept(wanted) or _only_names(text, wanted):
        return Observation(DECLARED, (f"{path} is there",), (_unread(path, declared, where),))
    message = f"{path} is not the text of {wanted}: it is another, or none"
    remedy = f"put the text of {wanted} there, or declare what it is"
    diagnostic = LICENSE_MISMATCH.at(where, message, remedy)
    return Observation(CONTRADICTED, (f"{path} was read",), (diagnostic,), NO_LICENSE)


def _is_kept(wanted: str) -> bool:
    """Whether we hold the text of a license, to compare with."""
    from osaid_action.license_text.texts import known_texts  # noqa: PLC0415 - for what is not verified

    return wanted in known_texts()


def _only_names(text: str, wanted: str) -> bool:
    """Whether a text is empty, or a note that names the license and restricts nothing.

    In front of the license's own text such a note is let pass with a remark.
    """
    from osaid_action.license_text import canonical  # noqa: PLC0415 - for what is not verified
    from osaid_action.license_text.texts import verify  # noqa: PLC0415 - the same

    if not text.strip():
        return True
    named = re.match(r"[A-Za-z]+", wanted)
    if len(text) > _LONGEST_NOTE or not named or named[0].lower() not in text.lower():
        return False
    whole = f"{text}\n\n{canonical.text(canonical.keys()[wanted.lower()])}"
    return verify(whole, wanted).status in ("verified", "noted")


def _unread(path: str, declared: Terms, where: Path) -> Diagnostic:
    message = f"{path} could not be compared with a text of {declared.expression}"
    return LICENSE_TEXT_UNKNOWN.at(where, message)


def _noted(path: str, verdict: "TextVerdict", wanted: str, where: Path) -> Diagnostic:
    first = verdict.differences[0]
    message = f"{path}:{first.line}: a note stands before the text of {wanted}: “{first.words}”"
    remedy = "keep the license's text alone in its file, and move the note to the README"
    return LICENSE_NOTED.at(where, message, remedy)


_ALTERED = {
    "added": "adds “{words}” to",
    "removed": "leaves “{words}” out of",
    "changed": "says “{words}” instead of “{instead}” in",
}


def _altered(path: str, verdict: "TextVerdict", wanted: str, where: Path) -> Diagnostic:
    first, *rest = verdict.differences
    said = _ALTERED[first.kind].format(words=first.words, instead=first.instead)
    more = f", and {len(rest)} more" if rest else ""
    near = verdict.license or wanted
    message = f"{path}:{first.line} {said} the text of {near}{more}: it is another license then"
    remedy = f"put the unchanged text of {wanted} there, or declare what it is"
    return LICENSE_ALTERED.at(where, message, remedy)
