# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Package metadata, read and never run."""

import pytest

from osaid_action.scaffold.packages import Package, pinned, requirement_files
from tests.scaffold.trees import checkout

SETUP = (
    'from setuptools import setup\nsetup(\n    name="h",\n    '
    'description="wades",\n    url=URL,\n)\n'
)
POETRY = """[tool.poetry]
authors = ["Wading Institute <a@b.c>"]
[tool.poetry.dependencies]
nest = {git = "https://github.com/x/nest", rev = "v1"}
"""


def test_setup_py_is_read_as_text():
    assert Package(checkout({"setup.py": SETUP})).description() == ("wades", "setup.py:4")


def test_poetry():
    package = Package(checkout({"pyproject.toml": POETRY}))

    assert list(package.git_tables()) == [("https://github.com/x/nest", "v1", "pyproject.toml:4")]
    assert list(package.authors()) == [("Wading Institute", "pyproject.toml:2")]


@pytest.mark.parametrize(
    "text", ["[", "project = 1\n", "[project]\nauthors = 3\nurls = []\n", "\0"]
)
def test_what_is_no_metadata_says_nothing(text):
    package = Package(checkout({"pyproject.toml": text}))

    assert [*package.authors(), *package.repositories(), *package.git_tables()] == []
    assert package.description() == ("", "")


@pytest.mark.parametrize(
    ("line", "version"),
    [
        ("torch==2.1", "2.1"),
        ("torch>=2", ""),
        ("  - torch==2.1", "2.1"),
        ("torchx==2", ""),
        ('"torch[a]==3",', "3"),
    ],
)
def test_pinned(line, version):
    assert pinned(checkout({"requirements.txt": line}), "torch")[0] == version


def test_files_of_requirements():
    files = ["requirements-dev.txt", "requirements/x.txt", "environment.yaml", "a/pyproject.toml"]

    assert requirement_files(checkout(dict.fromkeys(files, ""))) == [
        "environment.yaml",
        "requirements-dev.txt",
        "requirements/x.txt",
    ]


def test_commands_of_a_package():
    text = '[project.scripts]\nheron = "heron.batch:main"\n[tool.poetry.scripts]\nfly = "a.b"\n'

    assert list(Package(checkout({"pyproject.toml": text})).commands()) == [
        ("heron", "heron.batch"),
        ("fly", "a.b"),
    ]
