# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the files of packages name as their license."""

import pytest

from osaid_action.evidence.package_metadata import READERS

PROPRIETARY = "License :: Other/Proprietary License"
EDUCATION = "License :: Free For Educational Use"
MIT = "License :: OSI Approved :: MIT License"


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("package.json", '{"license": {"type": "SSPL-1.0", "url": "u"}}', ["SSPL-1.0"]),
        ("package.json", '{"licenses": [{"type": "MIT"}, {"type": "ISC"}]}', ["MIT OR ISC"]),
        ("package.json", '{"licenses": ["BUSL-1.1"]}', ["BUSL-1.1"]),
        ("package.json", '{"licenses": [{"url": "u"}], "license": 1}', []),
        ("pyproject.toml", '[project]\nlicense = {file = "EULA"}\n', ["SEE LICENSE IN EULA"]),
        ("pyproject.toml", '[project]\nlicense = {file = "a/COPYING"}\n', []),
        ("pyproject.toml", f'[project]\nlicense = "MIT"\nclassifiers = ["{PROPRIETARY}"]\n',
         ["MIT", "Other/Proprietary License"]),
        ("pyproject.toml", f'[project]\nlicense = "ISC"\nclassifiers = ["{MIT}"]\n', ["ISC"]),
        ("pyproject.toml", f'[project]\nclassifiers = ["{EDUCATION}"]\n',
         ["Free For Educational Use"]),
        ("setup.cfg", f"[metadata]\nclassifiers =\n    {PROPRIETARY}\n    Topic :: X\n",
         ["Other/Proprietary License"]),
        ("setup.py", 'setup(name="x", license="BUSL-1.1", packages=[])\n', ["BUSL-1.1"]),
        ("setup.py", 'setup(\n    license="MIT",\n)\n', ["MIT"]),
        ("setup.py", f'setup(name="x", classifiers=["{MIT}"])\n', ["MIT"]),
        ("setup.py", "setup(license=LICENSE)\n", []),
        ("Cargo.toml", '[package]\nlicense = "MIT/Apache-2.0"\n', ["MIT OR Apache-2.0"]),
        ("Cargo.toml", '[package]\nlicense-file = "EULA"\n', ["SEE LICENSE IN EULA"]),
        ("Cargo.toml", '[workspace.package]\nlicense = "BUSL-1.1"\n', ["BUSL-1.1"]),
        ("Cargo.toml", "[package]\nlicense.workspace = true\n", []),
        ("Cargo.toml", "[", []),
        ("CITATION.cff", "type: dataset\nlicense: CC-BY-NC-4.0\n", []),
        ("CITATION.cff", "type: software\nlicense: MIT\n", ["MIT"]),
    ],
)  # fmt: skip
def test_what_a_file_names(name, text, expected):
    assert list(READERS[name](text)) == expected
