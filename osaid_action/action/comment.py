# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Writing a pull request's comments: one for each declaration, edited in place.

A comment is ours when its first line is our marker, its last our closing line, neither stands in
between, and its author is who our token is. All of these, for anybody may copy the lines, and the
token of a workflow is that of every workflow of the repository: what one of them quotes of a
stranger's words is not ours, whatever those words are. No secret could sign a comment, as runs for
forks have none; so a workflow that posts a stranger's words whole, and nothing else, can be made to
post what we take for ours. Our report then takes its place, or it goes as a double of ours.
"""

import base64
import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from osaid_action.action.retry import NOT_ITS_API, GitHubError, RetryPolicy
from osaid_action.report import markdown

_START = "<!-- osaid-action:"
_MARKER = re.compile(
    _START + r"v1 key=([\w-]+) sha=([0-9a-f]{40,64}) run=(\d{1,20})(?: attempt=(\d{1,9}))? -->",
    re.ASCII,
)
CLOSING = _START + "v1 end -->"
"""The last line of a comment of ours, which is not shown either."""
_NOT_THERE = (404, 410)  # what GitHub answers where a comment was deleted meanwhile
_RELIST = 2  # times a comment that may have been written is looked for


# ------------------------------------------------------------------ what is used of PyGithub


class Author(Protocol):
    """Who wrote a comment."""

    @property
    def login(self) -> str: ...


class Comment(Protocol):
    """A comment on a pull request."""

    @property
    def id(self) -> int: ...
    @property
    def body(self) -> str: ...
    @property
    def user(self) -> Author | None: ...  # None when the account is no more
    @property
    def html_url(self) -> str: ...
    def edit(self, body: str) -> None: ...
    def delete(self) -> None: ...


class Thread(Protocol):
    """The conversation of a pull request, an issue to GitHub."""

    def get_comments(self) -> Iterable[Comment]: ...
    def create_comment(self, body: str) -> Comment: ...


class Side(Protocol):
    """The head of a pull request."""

    @property
    def sha(self) -> str: ...


class Pull(Protocol):
    """A pull request."""

    @property
    def head(self) -> Side: ...
    @property
    def state(self) -> str: ...


class Repository(Protocol):
    """A repository; asking for a pull request again reads it again."""

    def get_issue(self, number: int) -> Thread: ...
    def get_pull(self, number: int) -> Pull: ...


# ------------------------------------------------------------------ the marker


class Marker(NamedTuple):
    """What a comment of ours says of itself, in a first line that is not shown.

    The key alone is gone by. Commit and run anybody can write: GitHub is asked about them.
    """

    key: str
    sha: str
    run: int
    attempt: int = 1

    def __str__(self) -> str:
        run = f"run={self.run} attempt={self.attempt}"
        return f"<!-- osaid-action:v1 key={self.key} sha={self.sha} {run} -->"


def key_of(name: str) -> str:
    """The key of the comment on the declaration that is named so: nothing that Markdown knows."""
    return base64.urlsafe_b64encode(name.encode("utf-8", "surrogateescape")).decode().rstrip("=")


def path_of(key: str) -> str | None:
    """The name that a key was made of; None for a key that was made of none."""
    try:
        name = base64.b64decode(key + "=" * (-len(key) % 4), b"-_", validate=True)
    except ValueError:
        return None
    path = name.decode("utf-8", "surrogateescape")
    return path if key_of(path) == key else None


def marker_in(body: str) -> Marker | None:
    """The marker of a comment that has our first line and our last; None of any other."""
    first, between, last = _parts(body)
    found = _MARKER.fullmatch(first)
    if not found or last != CLOSING or _START in between:
        return None
    return Marker(found[1], found[2], int(found[3]), int(found[4] or 1))


def _parts(body: str) -> tuple[str, str, str]:
    """The first line, what stands between, and the last line, as a browser may have stored them."""
    first, _, rest = body.replace("\r\n", "\n").rstrip().partition("\n")
    between, _, last = rest.rpartition("\n")
    return first, between, last


def _said(body: str) -> str:
    """What a comment says, whichever commit and run it speaks of: the same is not written again."""
    return markdown.essence(_parts(body)[1]).strip()


def _order(marker: Marker) -> tuple[int, int]:
    """Later runs are greater; of one run its later attempts."""
    return marker.run, marker.attempt


# ------------------------------------------------------------------ writing


class Wanted(NamedTuple):
    """A comment to be. Without ``create`` it is written only where one of ours stands."""

    marker: Marker
    body: str
    create: bool
    formerly: str = ""  # the key of the comment on what was moved, which is taken over


def _is_same(body: str, wanted: Wanted) -> bool:
    """Whether a comment says what is wanted, of the same declaration."""
    marker = marker_in(body)
    is_its = marker is not None and marker.key == wanted.marker.key
    return is_its and _said(body) == _said(wanted.body)


class Written(NamedTuple):
    """What became of it: where it is, and what there is to tell."""

    url: str = ""
    words: str = ""


class CommentWriter:
    """Writes comments on one pull request. Raises GitHubError."""

    def __init__(
        self,
        repository: Repository,
        number: int,
        is_ours: Callable[[Author], bool],
        retry: RetryPolicy,
        is_real: Callable[[Marker], bool] = lambda _: False,
    ) -> None:
        """``is_real`` tells whether the run that a comment names was one of ours on its commit."""
        self.repository = repository
        self.number = number
        self.thread = repository.get_issue(number)
        self.is_ours = is_ours
        self.is_real = is_real
        self.retry = retry
        self.known = self._ours()

    def follow(self, several: Sequence[Wanted]) -> None:
        """Let the comments on what was moved go on as those on where it is now."""
        for wanted in several:
            if any(one.marker.key == wanted.formerly for one in several):
                continue
            if old := self.known.pop(wanted.formerly, []):
                self.known.setdefault(wanted.marker.key, []).extend(old)

    def rest(self, several: Sequence[Wanted]) -> list[str]:
        """The keys of comments of ours that none of those that are wanted is for."""
        return [key for key in self.known if all(one.marker.key != key for one in several)]

    def take_over(self, old: str, new: str) -> None:
        """Let the comment of one key go on as that of another."""
        self.known[new] = self.known.pop(old)

    def put(self, wanted: Wanted) -> Written:
        """Create or edit one comment, or leave it; remove what we once wrote twice."""
        ours = self.known.get(wanted.marker.key, [])
        url = ours[0].html_url if ours else ""
        if not ours and not wanted.create:
            return Written()
        same = bool(ours) and _is_same(ours[0].body, wanted)
        if same and len(ours) == 1:
            return Written(url, "the comment is as it should be")
        if words := self._overtaken(wanted.marker, ours):
            return Written(url, words)
        is_there = bool(ours) and (same or self._did(lambda: ours[0].edit(wanted.body)))
        self._delete(ours[1:])
        if is_there:
            return Written(url, "the comment is brought up to date")
        if not wanted.create:
            return Written()
        return Written(self._create(wanted).html_url, "the comment is written")

    def _did(self, work: Callable[[], None]) -> bool:
        """Do something to a comment; False where it was deleted meanwhile."""
        try:
            self.retry.call(work)
        except GitHubError as failure:
            if failure.status not in _NOT_THERE:
                raise
            return False
        return True

    def _ours(self) -> dict[str, list[Comment]]:
        """Our comments by key, the oldest of each first."""
        found: dict[str, list[Comment]] = {}
        for comment in self.retry.call(lambda: list(self.thread.get_comments())):
            marker = marker_in(comment.body or "")
            if marker and comment.user is not None and self.is_ours(comment.user):
                found.setdefault(marker.key, []).append(comment)
        return {key: sorted(comments, key=lambda c: c.id) for key, comments in found.items()}

    def _overtaken(self, marker: Marker, ours: Sequence[Comment]) -> str:
        """Why a run may not write: the pull request is closed or elsewhere, or a later run wrote.

        GitHub says both. What a comment says of a later run is not believed, for a number that
        somebody made up would silence us for good.
        """
        pull = self.retry.call(lambda: self.repository.get_pull(self.number))
        head, state = self.retry.call(lambda: (pull.head.sha, pull.state))
        if state == "closed":
            return "the comment is left as it is: the pull request is closed by now"
        if head != marker.sha:
            return f"the comment is left to a later run: the pull request is at {head[:7]} now"
        theirs = marker_in(ours[0].body) if ours else None
        is_later = theirs and theirs.sha == marker.sha and _order(theirs) > _order(marker)
        if theirs and is_later and self.is_real(theirs):
            return f"the comment is left to a later run, {theirs.run}, which wrote it"
        return ""

    def _create(self, wanted: Wanted) -> Comment:
        """Write a comment. One that may be there already is looked for before another try."""
        try:
            return self._post(wanted)
        except GitHubError as failure:
            if not failure.is_doubtful:
                raise
            if found := self._look_for(wanted.marker.key):
                return found[0]
        made = self._post(wanted)
        found = self._look_for(wanted.marker.key, once=True)
        self._delete(found[1:])
        return found[0] if found else made

    def _post(self, wanted: Wanted) -> Comment:
        def post() -> Comment:
            made = self.thread.create_comment(wanted.body)
            if not made.html_url:
                raise GitHubError(NOT_ITS_API)
            return made

        return self.retry.call(post, again=False)

    def _look_for(self, key: str, *, once: bool = False) -> list[Comment]:
        for _ in range(1 if once else _RELIST):
            if not once:
                self.retry.pause(self.retry.limits.first_pause)
            if found := self._ours().get(key):
                return found
        return []

    def _delete(self, comments: Iterable[Comment]) -> None:
        for comment in comments:
            self._did(comment.delete)
