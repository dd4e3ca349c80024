# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The license files of the packages that happen to be installed, against what they declare."""

import re
from collections import Counter
from importlib import metadata

import pytest

from osaid_action.license_text.verify import decode, known_texts, verify

ANSWERS = ("verified", "declared", "contradicted")

CLASSIFIED = {
    "Apache Software License": ("Apache-2.0",),
    "BSD License": ("BSD-3-Clause", "BSD-2-Clause"),
    "ISC License (ISCL)": ("ISC",),
    "MIT License": ("MIT",),
    "Mozilla Public License 2.0 (MPL 2.0)": ("MPL-2.0",),
    "The Unlicense (Unlicense)": ("Unlicense",),
}

OTHER_WORDS = {
    "cffi": "leaves out that the notice goes along",
    "nodeenv": "says: of the software as well as documentation",
}
"""Packages whose file has other words than the license that they declare, and which."""


def declared(package):
    """The ids that a package declares, any of which its file may show."""
    known = {one.lower(): one for one in known_texts()}
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
                decode(files[0].locate().read_bytes()),
            )


def test_no_installed_package_gets_an_error(figures):
    found = {
        name: min((verify(text, [one]).answer for one in ids), key=ANSWERS.index)
        for name, ids, text in license_texts()
    }
    if len(found) < 20:
        pytest.skip("hardly anything is installed here")
    counts = Counter(found.values())

    figures.append(f"license files of {len(found)} installed packages: {dict(counts)}")
    wrong = {name for name, answer in found.items() if answer == "contradicted"}
    assert wrong - set(OTHER_WORDS) == set()
    assert counts["verified"] / len(found) >= 0.7
