# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where else a repository names a license, and whether it names another one there.

pyproject.toml, package.json, CITATION.cff and the README's badges speak of code; the front matter
of a model card speaks of the weights, and of nothing else.
"""

import json
import posixpath
import re
from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from osaid_action.definition.rules.evidence import LICENSE_CONFLICT
from osaid_action.evidence.license_inventory import is_license_name
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import Terms
from osaid_action.licenses.spdx_expression import ExpressionError
from osaid_action.licenses.suggestions import meant
from osaid_action.model import Diagnostic, Path
from osaid_action.repository.tree import Tree
from osaid_action.validation.document import Unreadable
from osaid_action.validation.yaml_reader import read

_MAX_BYTES = 256 * 1024
_BADGE = r"(?i)img\.shields\.io/badge/licen[sc]e-((?:[^-\s)\"'?]|--)+)-"
_OTHERWISE = r"(?i)\b(?:unlicensed|proprietary|eula)\b"
_USE_ONLY = (
    r"(?i)^\W*(?:for|only for|not for|released for|available for|licensed for)\b.*\b(?:use|only)\b"
)
_LONGEST = 120  # characters of a line that is quoted
_SEE = r"(?i)see licen[sc]e in (\S+)"
_SETUP = r"""(?m)^\s*license\s*=\s*["']?([^"'#\n]{1,100}?)["']?\s*,?\s*$"""
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
    """A license that a file of the repository names."""

    file: str
    line: int
    license: str


def claims(tree: Tree, root: str) -> Iterator[LicenseClaim]:
    """What the nearest of each such file, at or above ``root``, says of the code."""
    for name, reader in _READERS.items():
        path = nearest_file(tree, root, (name,))
        if path:
            text = _text(tree, path)
            for license_ in reader(text):
                yield LicenseClaim(path, _line_of(text, license_), license_)


def card_claims(tree: Tree, root: str) -> Iterator[LicenseClaim]:
    """What the front matter of the README says of the weights."""
    path = nearest_file(tree, root, ("README.md",))
    if not path:
        return

    text = _text(tree, path)
    fields = front_matter(text)
    named = fields.get("license")
    for license_ in named if isinstance(named, list) else [named]:
        if license_ == "other":
            license_ = fields.get("license_name")  # noqa: PLW2901
        if isinstance(license_, str):
            yield LicenseClaim(path, _line_of(text, license_), license_)


def _text(tree: Tree, path: str) -> str:
    try:
        return tree.read(path, _MAX_BYTES).decode("utf-8", "replace")
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
        return f"“{claim.license}”" if ours and says_otherwise(claim.license) else ""
    theirs = _ids(claimed) if not re.search(_OTHERWISE, claim.license) else set()
    if not theirs and ours and says_otherwise(claim.license):
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
    import tomllib  # noqa: PLC0415 - only where there is such a file

    try:
        data = tomllib.loads(text)
    except (ValueError, RecursionError):
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
        license_ = _mapping(json.loads(text)).get("license")
    except (ValueError, RecursionError):
        return
    if isinstance(license_, str):
        yield license_


def _setup(text: str) -> Iterator[str]:
    """setup.cfg and setup.py, which are not run."""
    yield from (found.strip() for found in re.findall(_SETUP, text))


def _citation(text: str) -> Iterator[str]:
    found = _yaml(text).get("license")
    every = found if isinstance(found, list) else [found]
    yield from (one for one in every if isinstance(one, str))


def _readme(text: str) -> Iterator[str]:
    yield from _limiting_lines(text)
    badges = dict.fromkeys(re.findall(_BADGE, text))
    if not badges:
        return
    from urllib.parse import unquote  # noqa: PLC0415 - only where there is a badge

    for found in badges:
        words = unquote(found).replace("--", "-").replace("_", " ").strip()
        for spelling in (words, words.replace(" ", "-"), meant(words) or ""):
            if spelling and _is_known(spelling):
                yield spelling
                break


def _limiting_lines(text: str) -> Iterator[str]:
    """The first short line that says plainly that use is limited."""
    from osaid_action.license_text.limits import limits  # noqa: PLC0415 - where there is a README

    lines = (line.strip() for line in text.splitlines() if re.search(_USE_ONLY, line))
    yield from islice((line for line in lines if len(line) <= _LONGEST and limits(line)), 1)


def _is_known(license_: str) -> bool:
    try:
        return bool(_ids(terms(license_)))
    except ExpressionError:
        return False


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _yaml(text: str) -> dict[str, Any]:
    try:
        return _mapping(read(text.encode("utf-8", "replace")).data)
    except Unreadable:
        return {}


_READERS: dict[str, Callable[[str], Iterator[str]]] = {
    "pyproject.toml": _pyproject,
    "setup.cfg": _setup,
    "setup.py": _setup,
    "package.json": _package_json,
    "CITATION.cff": _citation,
    "README.md": _readme,
}


def front_matter(text: str) -> dict[str, Any]:
    """The YAML between the ``---`` lines at the head of a Markdown file; empty without one."""
    head = text.lstrip("\ufeff").lstrip()
    if not head.startswith("---"):
        return {}
    body = head.partition("\n")[2]
    end = re.search(r"^---\s*$", body, re.MULTILINE)
    return _yaml(body[: end.start()]) if end else {}
