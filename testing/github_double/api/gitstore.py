# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Blobs, trees and commits with the ids that git itself would give them."""

import hashlib
import os
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

FILE, EXECUTABLE, SYMLINK, SUBMODULE, FOLDER = "100644", "100755", "120000", "160000", "040000"


class Entry(NamedTuple):
    """What a commit holds at a path: bytes, a link's target, or a submodule's commit."""

    data: bytes
    mode: str = FILE


class TreeEntry(NamedTuple):
    """One line of a tree."""

    name: str
    mode: str
    sha: str


class Commit(NamedTuple):
    """A whole tree and what it follows."""

    sha: str
    tree: str
    parents: tuple[str, ...]
    files: Mapping[str, Entry]
    message: str


Content = str | bytes | Entry | None
"""A file to commit; None removes it."""


class GitStore:
    """The objects that a repository and its forks share."""

    def __init__(self) -> None:
        self.raw: dict[str, bytes] = {}
        self.blobs: dict[str, bytes] = {}
        self.trees: dict[str, tuple[TreeEntry, ...]] = {}
        self.commits: dict[str, Commit] = {}

    def commit(
        self,
        files: Mapping[str, Content],
        parents: tuple[str, ...] = (),
        message: str = "A change",
    ) -> Commit:
        """Add a commit: the first parent's files with ``files`` laid over them."""
        tree = dict(self.commits[parents[0]].files) if parents else {}
        for path, content in files.items():
            tree.pop(path, None)
            if content is not None:
                tree[path] = _entry(content)
        root = self._add_tree(tree)
        who = "octocat <octocat@example.org> 1767225600 +0000"
        head = [f"tree {root}", *(f"parent {parent}" for parent in parents)]
        lines = [*head, f"author {who}", f"committer {who}", "", message, ""]
        sha = self._add("commit", "\n".join(lines).encode())
        made = Commit(sha, root, parents, tree, message)
        self.commits[made.sha] = made
        return made

    def merge(self, base: str, head: str) -> Commit:
        """Add the commit that merges ``head`` into ``base``; the head wins where they differ."""
        old = self.commits[self.merge_base(base, head)].files
        new = self.commits[head].files
        changes: dict[str, Content] = {
            path: new.get(path) for path in {*old, *new} if old.get(path) != new.get(path)
        }
        return self.commit(changes, (base, head), f"Merge {head} into {base}")

    def ancestors(self, sha: str) -> Iterator[str]:
        """Yield the commit and all that it follows, the nearest first."""
        waiting, seen = [sha], set()
        while waiting:
            current = waiting.pop(0)
            if current not in seen:
                seen.add(current)
                yield current
                waiting.extend(self.commits[current].parents)

    def merge_base(self, base: str, head: str) -> str:
        """Return the nearest common commit; KeyError when there is none."""
        known = set(self.ancestors(base))
        for sha in self.ancestors(head):
            if sha in known:
                return sha
        raise KeyError(f"{base} and {head} have no common commit")

    def forget(self, sha: str) -> None:
        """Lose a commit, as what a forced push left behind is lost one day."""
        del self.commits[sha], self.raw[sha]

    def write(self, folder: str, refs: Mapping[str, str], *, only: str = "") -> None:
        """Make a bare git repository of all objects, with ``refs`` by full name.

        With ``only`` it is shallow: it has that commit and what stands in it.
        """
        kept = {*self._whole(only)} if only else {*self.raw}
        if only:
            os.makedirs(folder, exist_ok=True)
            with open(os.path.join(folder, "shallow"), "w", encoding="utf-8", newline="\n") as file:
                file.write(f"{only}\n")
        for sha, raw in self.raw.items():
            if sha not in kept:
                continue
            path = os.path.join(folder, "objects", sha[:2], sha[2:])
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(zlib.compress(raw, 1))
        os.makedirs(os.path.join(folder, "refs"), exist_ok=True)
        lines = [f"{sha} {name}\n" for name, sha in sorted(refs.items())]
        for name, text in {"packed-refs": "".join(lines), "HEAD": "ref: refs/heads/main\n"}.items():
            with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
                file.write(text)

    def _whole(self, sha: str) -> Iterator[str]:
        """Yield a commit, its trees and its files."""
        yield sha
        waiting = [self.commits[sha].tree]
        while waiting:
            tree = waiting.pop()
            yield tree
            for line in self.trees[tree]:
                if line.mode == FOLDER:
                    waiting.append(line.sha)
                else:
                    yield line.sha

    def _add_tree(self, files: Mapping[str, Entry]) -> str:
        folders: dict[str, dict[str, Entry]] = {}
        lines = []
        for path, entry in files.items():
            name, slash, rest = path.partition("/")
            if slash:
                folders.setdefault(name, {})[rest] = entry
            else:
                lines.append(TreeEntry(name, entry.mode, self._add_blob(entry)))
        lines += [TreeEntry(name, FOLDER, self._add_tree(part)) for name, part in folders.items()]
        # git sorts a folder as if its name ended in a slash, and writes its mode without the 0
        lines.sort(key=lambda line: (line.name + "/" * (line.mode == FOLDER)).encode())
        raw = b"".join(
            f"{mode.lstrip('0')} {name}\0".encode() + bytes.fromhex(sha)
            for name, mode, sha in lines
        )
        sha = self._add("tree", raw)
        self.trees[sha] = tuple(lines)
        return sha

    def _add_blob(self, entry: Entry) -> str:
        if entry.mode == SUBMODULE:
            return entry.data.decode()
        sha = self._add("blob", entry.data)
        self.blobs[sha] = entry.data
        return sha

    def _add(self, kind: str, data: bytes) -> str:
        raw = _raw(kind, data)
        sha = _sha(raw)
        self.raw[sha] = raw
        return sha


def blob_sha(data: bytes) -> str:
    """Return the id that git gives to a file's content."""
    return _sha(_raw("blob", data))


def changes(base: Mapping[str, Entry], head: Mapping[str, Entry]) -> dict[str, str]:
    """Return what happened to each path that differs: added, removed or modified."""
    return {
        path: "modified"
        if path in base and path in head
        else ("added" if path in head else "removed")
        for path in sorted({*base, *head})
        if base.get(path) != head.get(path)
    }


def _entry(content: str | bytes | Entry) -> Entry:
    if isinstance(content, Entry):
        return content
    return Entry(content.encode() if isinstance(content, str) else content)


def _raw(kind: str, data: bytes) -> bytes:
    return f"{kind} {len(data)}\0".encode() + data


def _sha(raw: bytes) -> str:
    # SHA-1 because that is what names a git object.
    return hashlib.sha1(raw, usedforsecurity=False).hexdigest()
