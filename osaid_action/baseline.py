# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a declaration is compared with: itself as another tree has it, or another file."""

import os
import posixpath
from collections.abc import Callable, Sequence

from osaid_action.check import check
from osaid_action.comparison import Change, compare
from osaid_action.errors import OsaidError, reason
from osaid_action.findings import Report
from osaid_action.model import MAX_DECLARATION_BYTES
from osaid_action.repository.git_tree import GitTree, tree_at
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
        try:
            tree = self.tree(file.tree.top if isinstance(file.tree, DiskTree) else "")
            if tree is None:
                return None
            return compare(_before(tree, file.path, report.path, evidence=evidence), report)
        except (OSError, OsaidError) as error:
            return compare(None, report, why_unknown=reason(error))

    def close(self) -> None:
        """End what reads from git."""
        for tree in self._known.values():
            if isinstance(tree, GitTree):
                tree.close()


def _before(tree: Tree, path: str, name: str, *, evidence: bool) -> Report | None:
    """The report that a declaration would have had; None when there was none.

    One that has the other suffix now is the same.
    """
    stem, suffix = posixpath.splitext(path)
    for each in (path, stem + _OTHER_SUFFIX.get(suffix, suffix)):
        resolved = resolve(tree, "", each)
        if resolved.kind == "file":
            data = tree.read(resolved.path, MAX_DECLARATION_BYTES + 1)
            return check(data, name, declaration_file(tree, each), evidence=evidence)
    return None


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


def named(given: str, tops: Sequence[str], read: Callable[[], bytes]) -> Baseline:
    """What ``given`` names: a revision of the repositories at ``tops``, else a file.

    There is a top for each declaration; ``read`` gives the bytes of the file. Raises OsaidError.
    """
    baseline = Baseline(lambda top: tree_at(top, given))
    try:
        for top in tops:
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
