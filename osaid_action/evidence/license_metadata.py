# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where else a repository names a license, and whether it names another one there.

Files of packages and tags in sources speak of code, the front matter of a model card of the
weights; a README says of which it speaks.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from osaid_action.definition.rules.evidence import LICENSE_CONFLICT
from osaid_action.evidence.front_matter import WEIGHT, front_matter, yaml_mapping
from osaid_action.evidence.license_inventory import CODE, PARAMETERS, is_license_name
from osaid_action.evidence.measured_tree import parsed
from osaid_action.evidence.readme_licenses import readme_licenses
from osaid_action.evidence.structure import read_json, read_toml
from osaid_action.findings import Diagnostic
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import Terms
from osaid_action.licenses.spdx_expression import ExpressionError
from osaid_action.model import Path
from osaid_action.repository.tree import Tree

_MAX_BYTES = 256 * 1024
_HEAD_BYTES = 4096
_OTHERWISE = r"(?i)\b(?:unlicensed|proprietary|eula)\b"
_LONGEST = 120  # characters that are quoted
_SEE = r"(?i)see licen[sc]e in (\S+)"
# REUSE-IgnoreStart
_TAG = r"(?m)SPDX-License-Identifier:[ \t]*([^\s*][^\n*]{0,99}?)[ \t]*(?:\*/|-->)?[ \t]*$"
# REUSE-IgnoreEnd
_SETUP = (
    r"""(?m)^[ \t]*+license[ \t]*+=[ \t]*+["']?([^"'#\s][^"'#\n]{0,99})["']?[ \t]*+,?[ \t]*+$"""
)
_CLASSIFIERS = {
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "MIT No Attribution License (MIT-0)": "MIT-0",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GNU General Public License v2 (GPLv2)": "GPL-2.0-only",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU General Public License v3 (GPLv3)": "GPL-3.0-only",
    "GNU General Public License v3 or later (GPLv3+)": "GPL-3.0-or-later",
    "GNU Affero General Public License v3": "AGPL-3.0-only",
    "GNU Affero General Public License v3 or later (AGPLv3+)": "AGPL-3.0-or-later",
    "The Unlicense (Unlicense)": "Unlicense",
    "Other/Proprietary License": "Other/Proprietary License",
}


class LicenseClaim(NamedTuple):
    """A license that a file of the repository names, and what for."""

    file: str
    line: int
    license: str
    group: str = CODE
    certain: bool = False  # it is another license, whether we know it or not


def claims(tree: Tree, root: str) -> Iterator[LicenseClaim]:
    """What the nearest of each file of packages, at or above ``root``, says of the code."""
    for name, reader in _READERS.items():
        path = nearest_file(tree, root, (name,))
        if path:
            text = _text(tree, path)
            for license_ in reader(text):
                first = license_.partition(" OR ")[0]
                yield LicenseClaim(path, _line_of(text, first), license_)


def readme_claims(tree: Tree, root: str) -> Iterator[LicenseClaim]:
    """What the nearest README says, and of what."""
    path = nearest_file(tree, root, ("README.md",))
    for one in readme_licenses(_text(tree, path)) if path else ():
        yield LicenseClaim(path or "", one.line, one.license, one.group)


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
        yield LicenseClaim(path, _line_of(text, "extra_gated_prompt"), words, PARAMETERS)


def tag_claims(tree: Tree, path: str) -> Iterator[LicenseClaim]:
    """What the SPDX tags at the head of a source file say."""
    text = _text(tree, path, _HEAD_BYTES)
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
    try:
        claimed = terms(claim.license)
    except ExpressionError:
        says = claim.certain or says_otherwise(claim.license)
        return f"“{claim.license}”" if ours and says else ""
    theirs = _ids(claimed) if not re.search(_OTHERWISE, claim.license) else set()
    if not theirs and ours and (claim.certain or says_otherwise(claim.license)):
        return f"“{claim.license}”"
    return "" if not theirs or not ours or theirs & ours else claimed.expression


def says_otherwise(text: str) -> bool:
    """Whether words that are no license we know say plainly that it is no free one."""
    from osaid_action.license_text.limits import limits  # noqa: PLC0415 - what is not known

    elsewhere = re.match(_SEE, text)
    if elsewhere and not is_license_name(posixpath.basename(elsewhere[1])):
        return True
    return re.search(_OTHERWISE, text) is not None or limits(text)


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


# ------------------------------------------------------------------ the files


def _pyproject(text: str) -> Iterator[str]:
    try:
        data = read_toml(text.encode())
    except ValueError:
        return
    project = _mapping(data.get("project"))
    poetry = _mapping(_mapping(data.get("tool")).get("poetry"))
    license_ = project.get("license") or poetry.get("license")
    if isinstance(license_, dict):
        license_ = license_.get("text")
    if isinstance(license_, str) and "\n" not in license_:
        yield license_
        return
    classifiers = project.get("classifiers")
    for classifier in classifiers if isinstance(classifiers, list) else ():
        if known := _CLASSIFIERS.get(str(classifier).rpartition(" :: ")[2]):
            yield known


def _package_json(text: str) -> Iterator[str]:
    try:
        license_ = _mapping(read_json(text.encode())).get("license")
    except ValueError:
        return
    if isinstance(license_, str):
        yield license_


def _setup(text: str) -> Iterator[str]:
    """setup.cfg and setup.py, which are not run."""
    yield from (found.strip() for found in re.findall(_SETUP, text))


def _citation(text: str) -> Iterator[str]:
    """A list of licenses is a choice (citation-file-format/citation-file-format#404)."""
    found = yaml_mapping(text).get("license")
    every = [one for one in (found if isinstance(found, list) else [found]) if isinstance(one, str)]
    if every:
        yield " OR ".join(every)


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


_READERS: dict[str, Callable[[str], Iterator[str]]] = {
    "pyproject.toml": _pyproject,
    "setup.cfg": _setup,
    "setup.py": _setup,
    "package.json": _package_json,
    "CITATION.cff": _citation,
}
