# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a declaration is compared with: itself as another tree has it, or another file."""

import os
import posixpath
from collections.abc import Callable, Iterable, Mapping, Sequence

from osaid_action.check import check
from osaid_action.comparison import Change, Removed, compare, moved
from osaid_action.errors import OsaidError, reason
from osaid_action.findings import Report
from osaid_action.model import MAX_DECLARATION_BYTES
from osaid_action.repository.git_tree import GitTree, tree_at
from osaid_action.repository.object_tree import ObjectTree
from osaid_action.repository.tree import DeclarationFile, Tree, declaration_file, resolve
from osaid_action.repository.working_tree import DiskTree

_OTHER_SUFFIX = {".yaml": ".yml", ".yml": ".yaml"}


class Baseline:
    """What declarations were before, in one tree for each repository that they lie in."""

    def __init__(self, find: Callable[[str], Tree | None]) -> None:
        """``find`` gives the tree to compare with, of the repository at a folder on disk.

        The folder is "" when the repository is not on disk. The tree is None when there is nothing
        to compare with; whatever is raised says that there is, and why it cannot be had.
        """
        self._find = find
        self._known: dict[str, Tree | BaseException | None] = {}
        self.commits: dict[str, str] = {}
        """By the top of a repository: the commit that is compared with, where it is one."""
        self._moved: dict[tuple[str, str], str] = {}  # by top and path: where it was

    def tree(self, top: str) -> Tree | None:
        """The tree of the repository at ``top``, looked for once; what is raised, each time."""
        if top not in self._known:
            try:
                self._known[top] = self._find(top)
            except KeyboardInterrupt:
                raise
            except BaseException as error:  # noqa: BLE001 - raised below, each time
                self._known[top] = error
        known = self._known[top]
        if isinstance(known, BaseException):
            raise known
        return known

    def change(
        self, report: Report, file: DeclarationFile, *, evidence: bool = True
    ) -> Change | None:
        """What changed up to ``report``, which is that of the declaration ``file``.

        None without something to compare with; a change that cannot be told says why.
        """
        top = file.tree.top if isinstance(file.tree, DiskTree) else ""
        was = self._moved.get((top, file.path), "")
        try:
            tree = self.tree(top)
            if tree is None:
                return None
            before = _before(tree, was or file.path, report.path, evidence=evidence)
        except (OSError, OsaidError) as error:
            return compare(None, report, why_unknown=reason(error))
        return compare(before, report)._replace(moved_from=was)

    def gone(
        self, top: str, before: Iterable[str], now: Mapping[str, Callable[[], bytes]]
    ) -> tuple[str, ...]:
        """Which of the declarations ``before``, as the base has them, are no more.

        ``now`` are those that are there, with what reads each. One that was moved is followed: its
        change is told from where it was. Raises OSError and OsaidError when the base cannot be had.
        """
        tree = self.tree(top)
        if tree is None:
            return ()
        files = [path for path in before if resolve(tree, "", path).kind == "file"]
        known = frozenset(files)
        left = [path for path in files if not _is_there(path, now, known)]
        new = [path for path in now if _at(tree, path) is None] if left else []
        if new:
            contents = {path: self._content(tree, path) for path in left}
            moves = moved(contents, {path: now[path]() for path in new})
            self._moved |= {(top, path): was for path, was in moves.items()}
            left = [path for path in left if path not in moves.values()]
        return tuple(left)

    def _content(self, tree: Tree, path: str) -> bytes:
        """What a declaration says; something that none says where it cannot be read."""
        try:
            return tree.read(resolve(tree, "", path).path, MAX_DECLARATION_BYTES + 1)
        except (OSError, OsaidError):
            return b"\0" + os.fsencode(path)

    def removed(
        self, top: str, path: str, name: str, near: str = "", *, evidence: bool = True
    ) -> Removed:
        """A declaration of the base that is no more, which reports call ``name``.

        ``near`` is a file that may be it, under a name that nobody looks for.
        """
        try:
            tree = self.tree(top)
            before = _before(tree, path, name, evidence=evidence) if tree else None
        except (OSError, OsaidError):
            before = None
        return Removed(name, before, near)

    def close(self) -> None:
        """End what reads from git."""
        for tree in self._known.values():
            if isinstance(tree, GitTree):
                tree.close()


def alike(path: str) -> tuple[str, str]:
    """The path of a declaration, and the one with the other suffix: they are the same."""
    stem, suffix = posixpath.splitext(path)
    return path, stem + _OTHER_SUFFIX.get(suffix, suffix)


def _is_there(path: str, now: Mapping[str, object], before: frozenset[str]) -> bool:
    """Whether one of ``before`` is there, with either suffix, unless both were side by side."""
    _, other = alike(path)
    return path in now or (other in now and other not in before)


def _at(tree: Tree, path: str) -> tuple[str, str] | None:
    """Where a tree has a declaration, and the file that leads to; None where it has none."""
    for each in alike(path):
        resolved = resolve(tree, "", each)
        if resolved.kind == "file":
            return each, resolved.path
    return None


def _before(tree: Tree, path: str, name: str, *, evidence: bool) -> Report | None:
    """The report that a declaration would have had; None when there was none."""
    tree = tree.afresh() if isinstance(tree, ObjectTree) else tree
    found = _at(tree, path)
    if found is None:
        return None
    data = tree.read(found[1], MAX_DECLARATION_BYTES + 1)
    return check(data, name, declaration_file(tree, found[0]), evidence=evidence)


class FileBaseline(Baseline):
    """Another file, as if it stood where the declaration stands."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(lambda _: None)
        self.data = data
        self.name = name

    def change(
        self, report: Report, file: DeclarationFile, *, evidence: bool = True
    ) -> Change | None:
        """See `Baseline`."""
        return compare(check(self.data, self.name, file, evidence=evidence), report)

    def gone(
        self,
        top: str,  # noqa: ARG002 - the shape of `Baseline`
        before: Iterable[str],  # noqa: ARG002
        now: Mapping[str, Callable[[], bytes]],  # noqa: ARG002
    ) -> tuple[str, ...]:
        """See `Baseline`: a file is one declaration, and that is there."""
        return ()


def named(
    given: str, tops: Sequence[str], read: Callable[[], bytes], searched: Sequence[str] = ()
) -> Baseline:
    """What ``given`` names: a revision of the repositories at ``tops``, else a file.

    There is a top for each declaration, and ``searched`` are those of folders, where there may be
    none by now; ``read`` gives the bytes of the file. Raises OsaidError.
    """
    baseline = Baseline(lambda top: tree_at(top, given))
    try:
        for top in (*tops, *searched):
            baseline.tree(top)
    except OsaidError:
        baseline.close()
        if not os.path.isfile(given):
            raise
        if len(tops) != 1:
            message = f"{given}: a file is compared with one declaration; name that one"
            raise OsaidError(message) from None
        return FileBaseline(read(), given)
    return baseline
