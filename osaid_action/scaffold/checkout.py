# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The files that are looked at: as git has them, within bounds, each read once."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from osaid_action.evidence.license_inventory import is_license_name
from osaid_action.repository.tree import LICENSE_FOLDERS, Tree
from osaid_action.scaffold.folders import below, is_in_any
from osaid_action.scaffold.notebook_cells import MAX_BYTES, code_of
from osaid_action.scaffold.references import resolved

MOST_FILES = 100_000
_MAX_BYTES = 256 * 1024
_BUDGET = 64 * 1024 * 1024
_LONGEST_LINE = 2000
_MOST_LINES = 10_000
_NOT_ITS_OWN = re.compile(
    r"(?:tests?|test_fixtures|fixtures?|dependencies|third_?party|3rdparty|vendor(?:ed)?|external"
    r"|__pycache__|(?:[\w.-]*[_-])?examples?|demos?|docs?|tutorials?|notebooks?|ci|node_modules|site-packages"
    r"|\..*)",
    re.IGNORECASE,
)
"""Folders of tests, of examples, of others' code: what lies there is not taken for the system's."""
PARTS = re.compile(
    r"(?:pre)?train(?:ing)?|fine_?tun(?:e|ing)|inference|eval(?:uation)?|data_?prep\w*|preprocess\w*"
    r"|scripts|src|code|tools",
    re.IGNORECASE,
)
"""Folders that are called by what they do: no library is."""
_TEST = re.compile(r"(?:test_\w+|\w+_test|conftest)\.(?:py|sh)", re.IGNORECASE)
_NOT_PLAIN = frozenset("\\#\"'`<>|*?[]{}")
"""Signs that a location, a pattern or a comment would read otherwise."""
_LONGEST_PATH = 400
NOTEBOOK = ".ipynb"
_MARKDOWN = (".md", ".markdown")
_NOTEBOOKS = re.compile(r"(?i)(?<![^/])notebooks?/")


class Line(NamedTuple):
    """A line of a text, and its number."""

    number: int
    text: str


class Checkout:
    """The files of a folder of a repository, by paths from that folder."""

    def __init__(
        self,
        tree: Tree,
        root: str,
        paths: Iterator[str] | list[str],
        modules: Mapping[str, str] | None = None,
        remote: str = "",
    ) -> None:
        """``modules`` are the submodules with their addresses; ``remote`` where it comes from."""
        self.tree, self.root, self.remote = tree, root, remote
        self.modules = dict(modules or {})
        self.paths = sorted(path for path in paths if _is_plain(path))[:MOST_FILES]
        self._texts: dict[str, str] = {}
        self._lines: dict[str, list[Line]] = {}
        self._found: dict[tuple[str, str | re.Pattern[str]], int] = {}
        self._left = _BUDGET

    @cached_property
    def known(self) -> frozenset[str]:
        """The paths, to be asked."""
        return frozenset(self.paths)

    def at(self, path: str) -> str:
        """A path of this checkout as one from the top of its tree."""
        return posixpath.join(self.root, path)

    def text(self, path: str) -> str:
        """The beginning of a file's text; empty when it cannot be read, or the budget is spent."""
        if path not in self._texts:
            self._texts[path] = self._read(path) if path in self.known else ""
        return self._texts[path]

    def _read(self, path: str) -> str:
        is_notebook = path.endswith(NOTEBOOK)
        most = MAX_BYTES if is_notebook else _MAX_BYTES
        try:
            data = self.tree.read(self.at(path), min(most, self._left))
        except OSError:
            return ""
        self._left -= len(data)
        if is_notebook:
            return code_of(data)
        return data.decode("utf-8-sig", "replace") if b"\0" not in data[:4096] else ""

    def lines(self, path: str) -> list[Line]:
        """The lines of a text; of a long one its beginning."""
        if path not in self._lines:
            cut = (line[:_LONGEST_LINE] for line in self.text(path).splitlines()[:_MOST_LINES])
            every = resolved([*cut]) if path.lower().endswith(_MARKDOWN) else cut
            self._lines[path] = [Line(at, line) for at, line in enumerate(every, 1)]
        return self._lines[path]

    def line_of(self, path: str, pattern: "str | re.Pattern[str]") -> int:
        """The number of the first line that holds a pattern; 0 for none. Each is sought once."""
        if (path, pattern) not in self._found:
            searched = re.compile(pattern)
            every = self.text(path).splitlines()[:_MOST_LINES]
            numbers = (
                at for at, one in enumerate(every, 1) if searched.search(one[:_LONGEST_LINE])
            )
            self._found[path, pattern] = next(numbers, 0)
        return self._found[path, pattern]

    @cached_property
    def vendored(self) -> frozenset[str]:
        """The folders below the top with a license file of their own: others' code, as a rule."""
        inner = (path for path in self.paths if "/" in path and is_license_name(_name(path)))
        tops = {_words(self.text(path)) for path in self.paths if is_license_name(path)}
        files = (path for path in inner if not self._is_of_a_part(path, tops))
        folders = {posixpath.dirname(path) for path in files}
        return frozenset(one for one in folders if posixpath.basename(one) not in LICENSE_FOLDERS)

    def _is_of_a_part(self, path: str, tops: set[tuple[str, ...]]) -> bool:
        """Whether a license file is that of a part: called like all, or it repeats that of the top.

        Such a part is called by what it does.
        """
        folder = posixpath.dirname(path)
        if tops and folder.lower() == posixpath.basename(self.remote).lower():
            return True
        is_part = PARTS.fullmatch(posixpath.basename(folder))
        return is_part is not None and _words(self.text(path)) in tops

    @cached_property
    def own(self) -> list[str]:
        """The paths that may be the system's own code: no tests, no examples, nothing vendored."""
        return [path for path in self.paths if self.is_own(path)]

    def is_own(self, path: str) -> bool:
        """Whether a path may be the system's own."""
        folders = path.split("/")[:-1]
        if any(_NOT_ITS_OWN.fullmatch(folder) for folder in folders):
            return False
        return not _TEST.fullmatch(_name(path)) and not is_in_any(path, self.vendored)

    @cached_property
    def notebooks(self) -> list[str]:
        """The notebooks that may be the system's own, those in a folder of notebooks too."""
        return [
            path
            for path in self.paths
            if path.endswith(NOTEBOOK) and self.is_own(_NOTEBOOKS.sub("", path))
        ]

    @cached_property
    def readme(self) -> str:
        """The README at the top; empty when there is none."""
        tops = [path for path in self.paths if "/" not in path]
        for name in ("readme.md", "readme.markdown", "readme.rst", "readme.txt", "readme"):
            for path in tops:
                if path.lower() == name:
                    return path
        return ""

    def below(self, folder: str) -> list[str]:
        """The paths in a folder and below it."""
        return below(self.paths, folder)


def _is_plain(path: str) -> bool:
    """Whether a path can be written down so that it is read back as itself."""
    if len(path) > _LONGEST_PATH or not path.isprintable() or _NOT_PLAIN.intersection(path):
        return False
    is_inside = posixpath.normpath(path) == path and not path.startswith(("/", ".."))
    return is_inside and path == path.strip() and not path.startswith("pkg:")


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _name(path: str) -> str:
    return posixpath.basename(path)
