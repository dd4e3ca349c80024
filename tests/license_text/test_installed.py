# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The license files of the packages that happen to be installed, against what they declare."""

import re
from collections import Counter
from importlib import metadata

import pytest

from osaid_action.license_text import texts

STATUSES = ("verified", "noted", "altered", "mismatch", "unknown")

CLASSIFIED = {
    "Apache Software License": ("Apache-2.0",),
    "BSD License": ("BSD-3-Clause", "BSD-2-Clause"),
    "ISC License (ISCL)": ("ISC",),
    "MIT License": ("MIT",),
    "Mozilla Public License 2.0 (MPL 2.0)": ("MPL-2.0",),
    "The Unlicense (Unlicense)": ("Unlicense",),
}

EXPLAINED = {
    "alabaster": "BSD with words of its own: of the theme, some rights reserved",
    "amqp": "notes on the license, and a documentation license after it",
    "babel": "a note in front",
    "beautifulsoup4": "licenses of included code after the text",
    "billiard": "a note in front",
    "CacheControl": "the grant only, not the text",
    "certifi": "the grant only, not the text",
    "check-jsonschema": "the grant only, not the text",
    "cffi": "says: except when otherwise stated",
    "click-plugins": "neither … may not: other words",
    "colorama": "nor those of its contributors",
    "Incremental": "a note on the authors",
    "Twisted": "a note on the authors",
    "librt": "the licenses of several parts",
    "python-magic": "the licenses of several parts",
    "ruff": "licenses of included code after the text",
    "debugpy": "the project's name as title",
    "hyperlink": "a note on the authors",
    "hypothesis": "says that some code has other terms",
    "jedi": "a note in front",
    "json5": "the licenses of two parts",
    "jupyter_server_terminals": "a copyright line within the text",
    "Markdown": "copyright lines with versions",
    "mdurl": "licenses of included code after the text",
    "msgpack": "the grant only, not the text",
    "mypy_extensions": "a note in front",
    "nodeenv": "BSD with words of its own",
    "parso": "says that some files are PSF licensed",
    "pexpect": "a note: approved by the OSI",
    "pip": "a note on the authors",
    "pluggy": "a copyright line with a remark: rather uses bitbucket",
    "ptyprocess": "a note in front",
    "pycparser": "the project's title in front",
    "Pygments": "a note on the authors",
    "pymdown-extensions": "licenses of included code after the text",
    "PyYAML": "a name with a small letter in the middle",
    "requests-file": "the grant only, not the text",
    "requests-toolbelt": "the grant only, not the text",
    "rfc3986": "the grant only, not the text",
    "service-identity": "a project's name that is a word of clauses: service",
    "sortedcontainers": "the grant only, not the text",
    "Sphinx": "says: unless otherwise indicated",
    "sphinxcontrib-jsmath": "a note in front",
    "terminado": "a note in front",
    "types-PyYAML": "the licenses of several parts",
    "types-jsonschema": "the licenses of several parts",
    "types-requests": "the licenses of several parts",
    "vine": "notes on the license, and a documentation license after it",
    "wcwidth": "a second license after the text",
}
"""Packages whose file is more, or other, than the text of their license; most were looked at."""


def declared(package):
    """The ids that a package declares, any of which its file may show."""
    known = {one.lower(): one for one in texts.known_texts()}
    expression = package.metadata["License-Expression"]
    if expression:
        return tuple(known[one] for one in [expression.lower()] if one in known)
    classes = package.metadata.get_all("Classifier") or []
    classes = [one.rpartition(" :: ")[2] for one in classes if one.startswith("License ::")]
    return CLASSIFIED.get(classes[0], ()) if len(classes) == 1 else ()


def license_texts():
    """Yield name, ids and text of the packages that ship one license file."""
    for package in metadata.distributions():
        names = re.compile(r"(?:licen[sc]e|copying)(?:\.(?:txt|md|rst))?", re.IGNORECASE)
        files = [
            file
            for file in package.files or ()
            if names.fullmatch(file.name) and "dist-info" in str(file)
        ]
        if len(files) == 1 and (ids := declared(package)):
            yield (
                package.metadata["Name"],
                ids,
                files[0].locate().read_bytes().decode("utf-8", "replace"),
            )


def test_installed_packages(figures):
    found = {
        name: [texts.verify(text, one).status for one in ids] for name, ids, text in license_texts()
    }
    if len(found) < 20:
        pytest.skip("hardly anything is installed here")
    best = {name: min(seen, key=STATUSES.index) for name, seen in found.items()}
    counts = Counter(best.values())

    figures.append(f"license files of {len(found)} installed packages: {dict(counts)}")
    unexplained = {name for name, status in best.items() if status != "verified"} - set(EXPLAINED)
    explained = len(found) - counts["verified"] - len(unexplained)
    figures[-1] += f"; {explained} of the others explained"
    assert counts["verified"] / len(found) >= 0.6
    assert len(unexplained) <= len(found) / 20, f"look at these, then explain them: {unexplained}"
