# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Writing a pull request's comments: one for each declaration, edited in place."""

import base64
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from osaid_action.action.patience import Failure, Patience
from osaid_action.report import markdown

_MARKER = re.compile(
    r"^<!-- osaid-action:v1 key=([\w-]+) sha=([0-9a-f]{40,64}) run=(\d+) -->$",
    re.MULTILINE | re.ASCII,
)
_RELIST = 2  # times a comment that may have been written is looked for


# ------------------------------------------------------------------ what is used of PyGithub


class Author(Protocol):
    """Who wrote a comment."""

    @property
    def login(self) -> str: ...  # noqa: D102
    @property
    def type(self) -> str: ...  # noqa: D102


class Comment(Protocol):
    """A comment on a pull request."""

    @property
    def id(self) -> int: ...  # noqa: D102
    @property
    def body(self) -> str: ...  # noqa: D102
    @property
    def user(self) -> Author: ...  # noqa: D102
    @property
    def html_url(self) -> str: ...  # noqa: D102
    def edit(self, body: str) -> None: ...  # noqa: D102
    def delete(self) -> None: ...  # noqa: D102


class Thread(Protocol):
    """The conversation of a pull request, an issue to GitHub."""

    def get_comments(self) -> Iterable[Comment]: ...  # noqa: D102
    def create_comment(self, body: str) -> Comment: ...  # noqa: D102


class Side(Protocol):
    """The head of a pull request."""

    @property
    def sha(self) -> str: ...  # noqa: D102


class Pull(Protocol):
    """A pull request."""

    @property
    def head(self) -> Side: ...  # noqa: D102


class Repository(Protocol):
    """A repository; asking for a pull request again reads it again."""

    def get_issue(self, number: int) -> Thread: ...  # noqa: D102
    def get_pull(self, number: int) -> Pull: ...  # noqa: D102


# ------------------------------------------------------------------ the marker


class Marker(NamedTuple):
    """What a comment of ours says of itself, in a line that is not shown."""

    key: str
    sha: str
    run: int

    def __str__(self) -> str:
        return f"<!-- osaid-action:v1 key={self.key} sha={self.sha} run={self.run} -->"


def key_of(path: str) -> str:
    """The key of the comment on the declaration at ``path``: nothing that Markdown knows."""
    return base64.urlsafe_b64encode(path.encode("utf-8", "surrogateescape")).decode().rstrip("=")


def marker_in(body: str) -> Marker | None:
    """The marker of a comment, None when it has none."""
    found = _MARKER.search(body.replace("\r\n", "\n"))
    return Marker(found[1], found[2], int(found[3])) if found else None


def _said(body: str) -> str:
    """What a comment says, whichever commit and run it speaks of: the same is not written again."""
    return markdown.essence(_MARKER.sub("", body.replace("\r\n", "\n"))).strip()


# ------------------------------------------------------------------ writing


class Wanted(NamedTuple):
    """A comment to be. Without ``create`` it is written only where one of ours stands."""

    marker: Marker
    body: str
    create: bool


class Written(NamedTuple):
    """What became of it: where it is, and what there is to tell."""

    url: str = ""
    words: str = ""


class Desk:
    """Writes comments on one pull request. Raises Failure."""

    def __init__(
        self,
        repository: Repository,
        number: int,
        is_ours: Callable[[Author], bool],
        patience: Patience,
    ) -> None:
        self.repository = repository
        self.number = number
        self.thread = repository.get_issue(number)
        self.is_ours = is_ours
        self.patience = patience
        self.known = self._ours()

    def put(self, wanted: Wanted) -> Written:
        """Create or edit one comment, or leave it; remove what we once wrote twice."""
        ours = self.known.get(wanted.marker.key, [])
        url = ours[0].html_url if ours else ""
        if not ours and not wanted.create:
            return Written()
        same = bool(ours) and _said(ours[0].body) == _said(wanted.body)
        if same and len(ours) == 1:
            return Written(url, "the comment is as it should be")
        if words := self._stale(wanted.marker, ours):
            return Written(url, words)
        if not ours:
            made = self._create(wanted)
            return Written(made.html_url, "the comment is written")
        if not same:
            self.patience.ask(lambda: ours[0].edit(wanted.body))
        self._delete(ours[1:])
        return Written(url, "the comment is brought up to date")

    def _ours(self) -> dict[str, list[Comment]]:
        """Our comments by key, the oldest of each first."""
        found: dict[str, list[Comment]] = {}
        for comment in self.patience.ask(lambda: list(self.thread.get_comments())):
            marker = marker_in(comment.body or "")
            if marker and self.is_ours(comment.user):
                found.setdefault(marker.key, []).append(comment)
        return {key: sorted(comments, key=lambda c: c.id) for key, comments in found.items()}

    def _stale(self, marker: Marker, ours: Sequence[Comment]) -> str:
        """Why this run may not write: a newer one has, or is about to."""
        head = self.patience.ask(lambda: self.repository.get_pull(self.number).head.sha)
        if head != marker.sha:
            return f"the comment is left to a later run: the pull request is at {head[:7]} now"
        for comment in ours:
            other = marker_in(comment.body)
            if other and other.sha == marker.sha and other.run > marker.run:
                return "the comment is left as a later run wrote it"
        return ""

    def _create(self, wanted: Wanted) -> Comment:
        """Write a comment. One that may be there already is looked for before another try."""
        try:
            return self._post(wanted)
        except Failure as failure:
            if not failure.is_doubtful:
                raise
            if found := self._look_for(wanted.marker.key):
                return found[0]
        made = self._post(wanted)
        found = self._look_for(wanted.marker.key, once=True)
        self._delete(found[1:])
        return found[0] if found else made

    def _post(self, wanted: Wanted) -> Comment:
        return self.patience.ask(lambda: self.thread.create_comment(wanted.body), again=False)

    def _look_for(self, key: str, *, once: bool = False) -> list[Comment]:
        for _ in range(1 if once else _RELIST):
            if not once:
                self.patience.pause(self.patience.limits.first_pause)
            if found := self._ours().get(key):
                return found
        return []

    def _delete(self, comments: Iterable[Comment]) -> None:
        for comment in comments:
            self.patience.ask(comment.delete)
