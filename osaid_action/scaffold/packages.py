# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What package metadata says: pyproject.toml, setup.cfg, setup.py read as text, requirements."""

import posixpath
import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from osaid_action.evidence.structure import read_toml
from osaid_action.scaffold.checkout import Checkout

_URL_KEYS = ("repository", "source", "source code", "code", "github", "homepage")
_SETUP = ("setup.cfg", "setup.py")


class Package:
    """The metadata of the package at the top of a checkout; nothing is run."""

    path = "pyproject.toml"

    def __init__(self, checkout: Checkout) -> None:
        self.checkout = checkout

    @cached_property
    def data(self) -> dict[str, Any]:
        """What pyproject.toml holds; empty when it is none."""
        try:
            return read_toml(self.checkout.text(self.path).encode("utf-8", "replace"))
        except ValueError:
            return {}

    @property
    def tables(self) -> tuple[dict[str, Any], dict[str, Any]]:
        """The two tables of metadata: the standard's and poetry's."""
        tool = _mapping(self.data.get("tool"))
        return _mapping(self.data.get("project")), _mapping(tool.get("poetry"))

    def seen(self, word: str) -> str:
        """Where a text stands in pyproject.toml."""
        line = self.checkout.line_of(self.path, re.escape(word)) if word else 0
        return f"{self.path}:{line}" if line else self.path

    def repositories(self) -> Iterator[tuple[str, str]]:
        """The addresses of the repository, with where they stand."""
        for table in self.tables:
            urls = {"repository": table.get("repository")} | _mapping(table.get("urls"))
            lowered = {str(key).lower(): url for key, url in urls.items()}
            for key in _URL_KEYS:
                if isinstance(url := lowered.get(key), str):
                    yield url, self.seen(url)
        yield from self._of_setup("url")

    def authors(self) -> Iterator[tuple[str, str]]:
        """The names of authors, never their mail addresses."""
        standard, poetry = self.tables
        for one in _list(standard.get("authors")):
            if isinstance(name := _mapping(one).get("name"), str):
                yield name, self.seen(name)
        for one in _list(poetry.get("authors")):
            if isinstance(one, str):
                yield one.partition("<")[0].strip(), self.seen(one)
        yield from self._of_setup("author")

    def description(self) -> tuple[str, str]:
        """What the package is, and where that stands; empty for nothing."""
        for table in self.tables:
            text = table.get("description")
            if isinstance(text, str) and text.strip():
                return text, self.seen(text.splitlines()[0])
        return next(self._of_setup("description"), ("", ""))

    def _of_setup(self, key: str) -> Iterator[tuple[str, str]]:
        pattern = rf"""^\s*{key}\s*=\s*["']?([^"'#\n]{{2,300}}?)["']?\s*,?\s*$"""
        for path in _SETUP:
            for line in self.checkout.lines(path):
                if (found := re.match(pattern, line.text)) and "(" not in found[1]:
                    yield found[1], f"{path}:{line.number}"

    def commands(self) -> Iterator[tuple[str, str]]:
        """The commands that the package installs, and the module of each."""
        standard, poetry = self.tables
        for table in (_mapping(standard.get("scripts")), _mapping(poetry.get("scripts"))):
            for name, place in table.items():
                if isinstance(place, str):
                    yield name, place.partition(":")[0].strip()

    def git_tables(self) -> Iterator[tuple[str, str, str]]:
        """Dependencies of poetry that name a git repository: address, revision, where."""
        for table in _dependency_tables(self.data):
            for entry in table.values():
                for one in entry if isinstance(entry, list) else [entry]:
                    url = _mapping(one).get("git")
                    if isinstance(url, str):
                        revision = next((one[k] for k in ("rev", "tag", "branch") if k in one), "")
                        yield url, revision if isinstance(revision, str) else "", self.seen(url)


def _dependency_tables(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    tool = _mapping(data.get("tool"))
    poetry, uv = _mapping(tool.get("poetry")), _mapping(tool.get("uv"))
    yield _mapping(poetry.get("dependencies"))
    yield _mapping(uv.get("sources"))


def requirement_files(checkout: Checkout) -> list[str]:
    """The files that name what is to be installed."""
    return [path for path in checkout.own if _is_requirements(path)]


def pinned(checkout: Checkout, name: str) -> tuple[str, str]:
    """The version of a package that is asked for, and where; empty when none is fixed."""
    pattern = re.compile(rf"[\s\"']*{re.escape(name)}(?:\[[\w,-]*\])?\s*==\s*([\w.]+)")
    for path in requirement_files(checkout):
        for line in checkout.lines(path):
            if found := pattern.match(line.text.lstrip("- ")):
                return found[1], f"{path}:{line.number}"
    return "", ""


_NOT_OF_IT = re.compile(r"(?:^|[/_.-])(?:docs?|tests?|lint|ci)(?:[/_.-]|$)")
"""What documents and tests it needs packages of its own."""


def _is_requirements(path: str) -> bool:
    folder, name = posixpath.split(path.lower())
    if _NOT_OF_IT.search(path.lower()):
        return False
    if name in ("pyproject.toml", "setup.py", "setup.cfg"):
        return folder == ""
    in_folder = posixpath.basename(folder) == "requirements" and name.endswith(".txt")
    return (
        in_folder
        or re.fullmatch(r"requirements[\w.-]*\.txt|environment[\w.-]*\.ya?ml", name) is not None
    )


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
