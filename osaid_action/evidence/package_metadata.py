# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The licenses that files of packages name: pyproject.toml, setup.cfg, package.json and the like.

Nothing is run: setup.py is read as a literal.
"""

import posixpath
import re
from collections.abc import Callable, Iterator
from typing import Any

from osaid_action.evidence.front_matter import yaml_mapping
from osaid_action.evidence.license_inventory import is_license_name
from osaid_action.evidence.structure import read_json, read_toml

_SETUP = (
    r"""(?m)^[ \t]*+license[ \t]*+=[ \t]*+["']?([^"'#\s][^"'#\n]{0,99})["']?[ \t]*+,?[ \t]*+$"""
)
_ARGUMENT = r"""[(,]\s*license\s*=\s*["']([^"'\n]{1,100})["']\s*[,)]"""
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
    **{
        one: one
        for one in (
            "Free for non-commercial use",
            "Free For Educational Use",
            "Free For Home Use",
            "Free To Use But Restricted",
            "Freeware",
            "Other/Proprietary License",
        )
    },
}
_OPEN = frozenset(known for known in _CLASSIFIERS.values() if " " not in known)


def _pyproject(text: str) -> Iterator[str]:
    try:
        data = read_toml(text.encode())
    except ValueError:
        return
    project = _mapping(data.get("project"))
    poetry = _mapping(_mapping(data.get("tool")).get("poetry"))
    license_ = project.get("license") or poetry.get("license")
    if isinstance(license_, dict):
        license_ = license_.get("text") or _elsewhere(license_.get("file"))
    names_one = isinstance(license_, str) and license_ != "" and "\n" not in license_
    if names_one:
        yield str(license_)
    classifiers = project.get("classifiers")
    every = classifiers if isinstance(classifiers, list) else []
    yield from _classified("\n".join(map(str, every)), names_one=names_one)


def _classified(text: str, *, names_one: bool) -> Iterator[str]:
    """What classifiers say; beside a license that is named, only those that are no open one."""
    for classifier in re.findall(r"License :: [\w :./()+-]+", text):
        known = _CLASSIFIERS.get(classifier.strip().rpartition(" :: ")[2])
        if known and (not names_one or known not in _OPEN):
            yield known


def _elsewhere(file: object) -> str:
    """That the license is in a file that is no license file by its name, as package.json says."""
    if not isinstance(file, str) or not file or is_license_name(posixpath.basename(file)):
        return ""
    return f"SEE LICENSE IN {file}"


def _cargo(text: str) -> Iterator[str]:
    """A slash is a choice, as Cargo had it."""
    try:
        data = read_toml(text.encode())
    except ValueError:
        return
    shared = _mapping(_mapping(data.get("workspace")).get("package"))
    for package in (_mapping(data.get("package")), shared):
        license_ = package.get("license") or _elsewhere(package.get("license-file"))
        if isinstance(license_, str) and license_:
            yield license_.replace("/", " OR ") if "SEE " not in license_ else license_


def _package_json(text: str) -> Iterator[str]:
    try:
        data = _mapping(read_json(text.encode()))
    except ValueError:
        return
    several = data.get("licenses")
    every = several if isinstance(several, list) else [data.get("license")]
    named = [one.get("type") if isinstance(one, dict) else one for one in every]
    if found := [one for one in named if isinstance(one, str)]:
        yield " OR ".join(found)


def _setup(text: str) -> Iterator[str]:
    """setup.cfg and setup.py, which are not run."""
    found = [one.strip() for one in (*re.findall(_SETUP, text), *re.findall(_ARGUMENT, text))]
    yield from dict.fromkeys(found)
    yield from _classified(text, names_one=bool(found))


def _citation(text: str) -> Iterator[str]:
    """A list of licenses is a choice (citation-file-format/citation-file-format#404)."""
    fields = yaml_mapping(text)
    found = fields.get("license") if fields.get("type", "software") == "software" else None
    every = [one for one in (found if isinstance(found, list) else [found]) if isinstance(one, str)]
    if every:
        yield " OR ".join(every)


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


READERS: dict[str, Callable[[str], Iterator[str]]] = {
    "pyproject.toml": _pyproject,
    "setup.cfg": _setup,
    "setup.py": _setup,
    "package.json": _package_json,
    "Cargo.toml": _cargo,
    "CITATION.cff": _citation,
}
