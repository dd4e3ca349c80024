# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where else a repository names a license, and whether it names another one there.

Files of packages and tags in sources speak of code, the front matter of a model card of the
weights; a README says of which it speaks.
"""

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from osaid_action.definition.rules.evidence import LICENSE_CONFLICT
from osaid_action.evidence.front_matter import WEIGHT, front_matter
from osaid_action.evidence.license_inventory import CODE, PARAMETERS, is_license_name
from osaid_action.evidence.measured_tree import parsed
from osaid_action.evidence.package_metadata import READERS
from osaid_action.evidence.readme_licenses import known, readme_licenses
from osaid_action.findings import Diagnostic
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import Terms
from osaid_action.licenses.spdx_expression import ExpressionError
from osaid_action.model import Path
from osaid_action.repository.tree import Tree

_MAX_BYTES = 256 * 1024
_HEAD_BYTES = 4096
_OTHERWISE = r"(?i)\b(?:unlicensed|proprietary|eula)\b"
_LIMITED = r"(?i)\b(?:free|only) for\b|\bfree to use but restricted\b|\b(?:free|share)ware\b"
"""As classifiers say it."""
_CONDITIONS = r"(?i)\b(?:not|only|must|agree to the|licen[sc]es?|terms|polic(?:y|ies)|conditions)\b"
_READMES = ("README.md", "README.rst", "README.txt", "README")
_LONGEST = 120  # characters that are quoted
_SEE = r"(?i)see licen[sc]e in (\S+)"
_GAP = r"[\s#*/]+"  # between words of a comment
_HEADER = (
    rf"(?i)(?:this|the) (?:source )?(?:code|file|program|software) is licensed{_GAP}under{_GAP}"
    rf"(?:the{_GAP})?(?:terms{_GAP}of{_GAP}the{_GAP})?([\w.+\s#*/-]{{2,60}}?){_GAP}licen[sc]e"
)
# REUSE-IgnoreStart
_TAG = r"(?m)SPDX-License-Identifier:[ \t]*([^\s*][^\n*]{0,99}?)[ \t]*(?:\*/|-->)?[ \t]*$"
# REUSE-IgnoreEnd


class LicenseClaim(NamedTuple):
    """A license that a file of the repository names, and what for."""

    file: str
    line: int
    license: str
    group: str = CODE
    certain: bool = False  # it is another license, whether we know it or not


def claims(tree: Tree, root: str) -> Iterator[LicenseClaim]:
    """What the nearest of each file of packages, at or above ``root``, says of the code."""
    for name, reader in READERS.items():
        path = nearest_file(tree, root, (name,))
        if path:
            text = _text(tree, path)
            for license_ in reader(text):
                first = license_.partition(" OR ")[0]
                yield LicenseClaim(path, _line_of(text, first), license_)


def readme_claims(tree: Tree, root: str) -> Iterator[LicenseClaim]:
    """What the nearest READMEs say, and of what: one does not hide another beside it."""
    nearest = nearest_file(tree, root, _READMES) or ""
    beside = (posixpath.join(posixpath.dirname(nearest), name) for name in _READMES)
    for path in [one for one in beside if nearest and tree.kind(one) == "file"]:
        for one in readme_licenses(_text(tree, path)):
            yield LicenseClaim(path, one.line, one.license, one.group)


def card_claims(tree: Tree, root: str) -> Iterator[LicenseClaim]:
    """What the front matter of the nearest README says of the weights."""
    path = nearest_file(tree, root, ("README.md",))
    if path:
        yield from claims_in_card(tree, path)


def claims_in_card(tree: Tree, path: str) -> Iterator[LicenseClaim]:
    """What the front matter of a model card says of the weights."""
    text = _text(tree, path)
    fields = front_matter(text)
    named = fields.get("license")
    for license_ in named if isinstance(named, list) else [named]:
        is_other = license_ == "other"
        if is_other:
            license_ = fields.get("license_name") or fields.get("license_link")  # noqa: PLW2901
        if isinstance(license_, str):
            line = _line_of(text, license_)
            yield LicenseClaim(path, line, license_, PARAMETERS, certain=is_other)
    prompt = fields.get("extra_gated_prompt")
    if isinstance(prompt, str):
        words = " ".join(prompt.split())[:_LONGEST]
        line = _line_of(text, "extra_gated_prompt")
        sets = re.search(_CONDITIONS, prompt) is not None
        yield LicenseClaim(path, line, words, PARAMETERS, certain=sets)


def tag_claims(tree: Tree, path: str) -> Iterator[LicenseClaim]:
    """What the SPDX tags and sentences at the head of a source file say."""
    text = _text(tree, path, _HEAD_BYTES)
    for found in re.finditer(_HEADER, text):
        if license_ := known(" ".join(re.split(_GAP, found[1]))):
            yield LicenseClaim(path, text.count("\n", 0, found.start()) + 1, license_)
    for found in re.finditer(_TAG, text):
        yield LicenseClaim(path, text.count("\n", 0, found.start()) + 1, found[1])


def _text(tree: Tree, path: str, most: int = _MAX_BYTES) -> str:
    try:
        return parsed(tree, path, most, WEIGHT).decode("utf-8", "replace")
    except OSError:
        return ""


def nearest_file(tree: Tree, root: str, names: tuple[str, ...]) -> str | None:
    """The first of ``names`` that is a file in ``root`` or the nearest folder above it.

    The search ends at a folder with a LICENSE of its own: what lies above speaks of other code.
    """
    folder = root
    while True:
        files = tree.files(folder)
        for name in names:
            path = posixpath.join(folder, name)
            if name in files and tree.kind(path) == "file":
                return path
        if not folder or any(is_license_name(name) for name in files):
            return None
        folder = posixpath.dirname(folder)


def disagreement(claim: LicenseClaim, declared: Terms, path: Path, what: str) -> Diagnostic | None:
    """The warning when a claim names none of the licenses that are declared for ``what``."""
    said = _said(claim, declared)
    if not said:
        return None
    place = f"{claim.file}:{claim.line}"
    message = f"{place} says {said}, and {declared.expression} is declared for {what}"
    remedy = "make the two agree; the terms that hold are those that go with the files"
    return LICENSE_CONFLICT.at(path, message, remedy)


def _said(claim: LicenseClaim, declared: Terms) -> str:
    """What a claim says otherwise: a known license, or words that are quoted; empty for nothing."""
    ours = _ids(declared)
    claimed = claimed_terms(claim)
    if claimed is None:
        says = claim.certain or says_otherwise(claim.license)
        return f"“{claim.license}”" if ours and says else ""
    theirs = _ids(claimed) if not re.search(_OTHERWISE, claim.license) else set()
    if not theirs and ours and (claim.certain or says_otherwise(claim.license)):
        return f"“{claim.license}”"
    if not theirs or not ours or theirs & ours:
        return ""
    is_ours = "LicenseRef-hf-" in claimed.expression  # our own id of a label
    return f"“{claim.license}”" if is_ours else claimed.expression


def claimed_terms(claim: LicenseClaim) -> Terms | None:
    """The terms that a claim names, however it is spelled; None when it names none."""
    try:
        found = terms(claim.license)
    except ExpressionError:
        spelled = known(claim.license) if len(claim.license) <= _LONGEST else ""
        return terms(spelled) if spelled else None
    return found


def says_otherwise(text: str) -> bool:
    """Whether words that are no license we know say plainly that it is no free one."""
    from osaid_action.license_text.limits import limits  # noqa: PLC0415 - what is not known

    elsewhere = re.match(_SEE, text)
    if elsewhere and not is_license_name(posixpath.basename(elsewhere[1])):
        return True
    return any(re.search(words, text) for words in (_OTHERWISE, _LIMITED)) or limits(text)


def _ids(found: Terms) -> set[str]:
    """The licenses of an expression that are known, without GPL's only and or-later."""
    return {
        re.sub(r"-(only|or-later)$", "", license_.id).lower()
        for license_ in found.licenses
        if license_.source != "unknown"
    }


def _line_of(text: str, wanted: str) -> int:
    for number, line in enumerate(text.splitlines(), 1):
        if wanted in line and "licen" in line.lower():
            return number
    at = text.find(wanted)
    return text.count("\n", 0, max(at, 0)) + 1
