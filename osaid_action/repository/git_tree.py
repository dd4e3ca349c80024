# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""A repository as it was at one revision, read from git's objects: no checkout, hook or filter."""

import hashlib
import os
import subprocess
from collections.abc import Iterator
from typing import IO, Self

from osaid_action.errors import OsaidError
from osaid_action.repository.git import GitRefusedError, command, environment, run
from osaid_action.repository.object_tree import Line, ObjectTree

_MAX_REVISION = 250
_PIECE = 1024 * 1024


class UnknownRevisionError(OsaidError):
    """Git has no such revision here; it may be elsewhere, as in a shallow clone."""


class GitTree(ObjectTree):
    """The files of a commit in a repository on disk. Close it when it is done."""

    def __init__(self, top: str, commit: str) -> None:
        self.objects = Objects(top)
        super().__init__(self.objects, {"": self.objects.lines(f"{commit}^{{tree}}")})

    def close(self) -> None:
        """End the git that reads the objects; the tree can still be used, with another one."""
        self.objects.close()


# ------------------------------------------------------------------ git's objects


class Objects:
    """One ``git cat-file`` that is asked for object after object, by their ids alone."""

    def __init__(self, top: str) -> None:
        self.top = top
        self.process: subprocess.Popen[bytes] | None = None

    def lines(self, tree: str) -> dict[str, Line]:
        """See `ObjectStore`: mode, space, name, NUL and the id as bytes, again and again."""
        with self.open(tree) as listing:
            data, width = b"".join(listing.pieces()), len(listing.id) // 2
        try:
            return _lines(data, width)
        except ValueError:
            raise OSError("a tree of git's is damaged; `git fsck` tells of it") from None

    def read(self, blob: Line, limit: int) -> bytes:
        """See `ObjectStore`."""
        with self.open(blob.id) as file:
            return file.read(limit)

    def size(self, blob: Line) -> int:
        """See `ObjectStore`."""
        with self.open(blob.id) as file:
            return file.size

    def sha256(self, blob: Line, limit: int) -> str | None:
        """See `ObjectStore`."""
        digest = hashlib.sha256()
        with self.open(blob.id) as file:
            if file.size > limit:
                return None
            for piece in file.pieces():
                digest.update(piece)
        return digest.hexdigest()

    def open(self, name: str) -> "Object":
        """Ask for an object. Raises OSError when it is not in this clone."""
        stdin, stdout = self.pipes()
        stdin.write(name.encode() + b"\n")
        stdin.flush()
        told = stdout.readline().split()
        if len(told) != 3:  # id, type, size; else "missing", or git is gone
            self.close()
            raise OSError("its content is not in this clone")
        return Object(self, stdout, told[0].decode(), int(told[2]))

    def pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        """The way to git and the way from it."""
        if self.process is None:
            self.process = subprocess.Popen(  # arguments of our own
                [*command(self.top), "cat-file", "--batch"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment(self.top),
            )
        if self.process.stdin is None or self.process.stdout is None:
            raise OSError("git has no pipes")
        return self.process.stdin, self.process.stdout

    def close(self) -> None:
        """End git, whatever it is about to say."""
        if self.process is None:
            return
        process, self.process = self.process, None
        process.kill()
        process.communicate()


def _lines(data: bytes, width: int) -> dict[str, Line]:
    """The lines of a tree object whose ids have so many bytes. Raises ValueError for another."""
    lines, at = {}, 0
    while at < len(data):
        space, end = data.index(b" ", at), data.index(b"\0", at)
        identity = data[end + 1 : end + 1 + width]
        if space > end or len(identity) < width:
            raise ValueError("cut")
        lines[os.fsdecode(data[space + 1 : end])] = Line(data[at:space].decode(), identity.hex())
        at = end + 1 + width
    return lines


class Object:
    """An object whose bytes are about to come."""

    def __init__(self, objects: Objects, stream: IO[bytes], identity: str, size: int) -> None:
        self.objects = objects
        self.stream = stream
        self.id = identity
        self.size = size
        self.left = size

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Leave the stream at the next object; when much is left, with a new git."""
        if self.left > _PIECE:
            self.objects.close()
        else:
            self.stream.read(self.left + 1)  # and the line end after an object

    def read(self, limit: int) -> bytes:
        """The next bytes, at most ``limit``."""
        data = self.stream.read(min(limit, self.left))
        self.left -= len(data)
        return data

    def pieces(self) -> Iterator[bytes]:
        """All bytes, piece by piece. Raises OSError when git ends before they do."""
        while self.left:
            piece = self.read(_PIECE)
            if not piece:
                raise OSError("git ended in the middle of an object")
            yield piece


# ------------------------------------------------------------------ git itself


def tree_at(top: str, revision: str) -> GitTree:
    """The files of ``revision`` in the repository at ``top``. Raises OsaidError."""
    try:
        return GitTree(top, commit_of(top, revision))
    except OSError as error:
        raise OsaidError(f"{revision}: cannot be read from git: {error}") from None


def commit_of(top: str, revision: str) -> str:
    """The id of the commit that ``revision`` names in the repository at ``top``.

    Raises UnknownRevisionError when there is none, OsaidError when git cannot be asked.
    """
    bad = revision.startswith("-") or not revision.isprintable() or not revision.strip()
    if bad or len(revision) > _MAX_REVISION:
        raise OsaidError(f"{revision[:80]!r} is no revision: give a branch, a tag or a commit")
    asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    code, answer, trouble = _ask(top, *asked)
    if code == 0:
        return answer
    if trouble and code != 1:
        raise OsaidError(f"git cannot read {top}: {trouble.splitlines()[0]}")
    if _ask(top, "rev-parse", "--is-shallow-repository")[1] == "true":
        raise UnknownRevisionError(
            f"{revision}: not in this clone, which is shallow; fetch it first "
            f"(`git fetch --depth=1 origin {revision}`), or check out with `fetch-depth: 0`"
        )
    raise UnknownRevisionError(
        f"{revision}: git knows no such commit here; correct it, or `git fetch` it first"
    )


def _ask(top: str, *arguments: str) -> tuple[int, str, str]:
    try:
        code, answer, trouble = run(top, *arguments)
    except GitRefusedError as error:
        raise OsaidError(f"{error}, in {top}; a revision to compare with needs it") from None
    return code, answer.decode("utf-8", "replace").strip(), trouble
