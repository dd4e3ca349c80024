# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Which files of a repository are license files, and what each is meant for, by their names."""

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple

from osaid_action.definition.rules.evidence import IGNORED, UNTRACKED
from osaid_action.evidence.measured_tree import MeasuredTree
from osaid_action.repository.index_tree import IndexTree
from osaid_action.repository.tree import LICENSE_FOLDERS, Tree, resolve
from osaid_action.repository.working_tree import DiskTree

CODE, PARAMETERS, DATA, DOCUMENTS = "code", "parameters", "data", "documents"

_STEMS = ("licen", "copying", "unlicense")
_SAID = re.compile(
    r"(?:[\w.+-]+[-_. ])?(?:licen[cs]es?|copying|unlicense)(?:[-_. ][\w.+ -]+)?", re.IGNORECASE
)
_LIMITING = re.compile(
    r"notice|addendum|(?:[\w-]+[-_ ])?(?:polic(?:y|ies)|restrictions|acceptable[-_ ]use)"
    r"(?:[-_ ][\w-]+)?",
    re.IGNORECASE,
)
_TEXT = ("", ".txt", ".md", ".rst", ".markdown", ".html")
_CODE_TEXT = re.compile(
    r"\.(?:[ch]|cc|cfg|cpp|css|csv|go|ini|java|jsonl?|js|lock|mjs|php|py|pyi|rb|rs|sh|svg|png|toml"
    r"|tsx?|xml|ya?ml)$",
    re.IGNORECASE,
)
_MEANT = (
    (PARAMETERS, frozenset({"model", "models", "weight", "weights", "checkpoint", "checkpoints"})),
    (DATA, frozenset({"data", "dataset", "datasets"})),
    (DOCUMENTS, frozenset({"doc", "docs", "document", "documents", "documentation"})),
    (CODE, frozenset({"code", "software", "source"})),
)


_MOST = 512  # files of one folder that are looked for behind their names


class LicenseFile(NamedTuple):
    """A file that holds a license's text by its name."""

    path: str
    meant: str  # the group of components that its name gives it to; empty for any


def is_license_name(name: str) -> bool:
    """Whether a file of that name holds a license's text: LICENSE, COPYING-MIT, MODEL_LICENSE."""
    if not _SAID.fullmatch(name) or _CODE_TEXT.search(name):
        return False
    starts = name.lower().startswith(_STEMS)
    return starts or posixpath.splitext(name)[1].lower() in _TEXT


def meant_for(name: str) -> str:
    """Which group of components a name gives a license file to; empty when it does not say."""
    words = set(re.findall(r"[a-z]+", name.lower()))
    return next((group for group, said in _MEANT if words & said), "")


def license_files(tree: Tree, folder: str) -> list[LicenseFile]:
    """The license files of a folder, those in its LICENSES among them."""
    names = sorted(tree.files(folder))
    found = list(_files(tree, folder, [name for name in names if is_license_name(name)]))
    for name in LICENSE_FOLDERS:
        inner = posixpath.join(folder, name)
        if name not in names and tree.kind(inner) == "folder":
            plain = [
                one
                for one in sorted(tree.names(inner))
                if posixpath.splitext(one)[1].lower() in _TEXT or is_license_name(one)
            ]
            found += _files(tree, inner, plain)
    return list({one.path: one for one in found}.values())


def _files(tree: Tree, folder: str, names: list[str]) -> Iterator[LicenseFile]:
    """Those that are files; a link inside the repository counts as its file."""
    for name in names[:_MOST]:
        resolved = resolve(tree, folder, name)
        if resolved.kind == "file":
            yield LicenseFile(resolved.path, meant_for(name))
    for name in names[_MOST:]:  # more than anybody reads: that they are there is enough
        yield LicenseFile(posixpath.join(folder, name), meant_for(name))


def limiting_files(tree: Tree, folder: str) -> list[str]:
    """Notices and policies beside the license files, which count where they plainly limit."""
    return [
        posixpath.join(folder, name)
        for name in sorted(tree.files(folder))
        if _LIMITING.fullmatch(posixpath.splitext(name)[0])
        and posixpath.splitext(name)[1].lower() in _TEXT
        and tree.kind(posixpath.join(folder, name)) == "file"
    ]


class Meant(NamedTuple):
    """The license files that count for a component: those meant for it, and others beside them."""

    folder: str
    files: tuple[LicenseFile, ...]
    own: bool  # they lie in its own folder, their names give them to it, or it is code
    limiting: tuple[str, ...] = ()


def named_alone(*paths: str) -> Meant:
    """What `license_file` names as the files that count."""
    files = tuple(LicenseFile(path, "") for path in paths)
    return Meant(posixpath.dirname(paths[0]), files, own=True)


def nearest(
    tree: MeasuredTree, folder: str, group: str, ids: frozenset[str] = frozenset(), root: str = ""
) -> Meant | None:
    """The license files of the nearest folder at or above ``folder`` that count for ``group``.

    Those that a name gives to another group stand aside. Data and documents have only what is
    meant for them: files in their own folder, by their name, or LICENSES/<id>.txt for one of
    their ``ids``. In the declaration's folder ``root`` a plain LICENSE is the code's.
    """
    own = group == CODE or folder != root
    while True:
        every = _known(tree, folder)
        if group == DATA and any(one.meant == DOCUMENTS for one in every):
            group = DOCUMENTS  # what tells of data is a document
        files = tuple(one for one in every if one.meant in ("", group))
        if group not in (CODE, PARAMETERS):
            files = tuple(
                one for one in files if one.meant == group or own or stem(one.path) in ids
            )
        named = tuple(one for one in files if one.meant == group)
        if named and group != CODE:
            files, own = named, True
        own = own or any(stem(one.path) in ids for one in files)
        if files:
            return Meant(folder, files, own, tuple(limiting_files(tree, folder)))
        if not folder:
            return None
        folder, own = posixpath.dirname(folder), group == CODE


class NotInGit(NamedTuple):
    """A license file that the disk has and git has not, and why."""

    path: str
    why: str


def not_in_git(tree: Tree, folder: str, group: str) -> NotInGit | None:
    """The nearest license file at or above ``folder`` that would count, were it added to git."""
    while isinstance(tree, IndexTree):
        for name in sorted(DiskTree(tree.top).files(folder)):
            path = posixpath.join(folder, name)
            if is_license_name(name) and meant_for(name) in ("", group):
                kind = tree.kind(path)
                if kind in _ASIDE:
                    return NotInGit(path, _ASIDE[kind])
        if not folder:
            return None
        folder = posixpath.dirname(folder)
    return None


_ASIDE = {"not-added": UNTRACKED, "ignored": IGNORED}


def _known(tree: MeasuredTree, folder: str) -> tuple[LicenseFile, ...]:
    """The license files of a folder, found once in a run."""
    return tree.once(("license files", folder), lambda: tuple(license_files(tree, folder)))


def stem(path: str) -> str:
    """The name of a file without its suffix, in small letters: LICENSES/MIT.txt is mit."""
    return posixpath.splitext(posixpath.basename(path))[0].lower()
