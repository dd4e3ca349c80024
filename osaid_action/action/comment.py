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

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple, Protocol

from osaid_action.action.marker import Marker, marker_in, parts
from osaid_action.action.retry import NOT_ITS_API, GitHubError, RetryPolicy
from osaid_action.report import markdown

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
    def get_comment(self, id: int) -> Comment: ...  # noqa: A002 - as PyGithub calls it
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


# ------------------------------------------------------------------ what they say


def _said(body: str) -> str:
    """What a comment says, whichever commit and run it speaks of: the same is not written again."""
    return markdown.essence(parts(body)[1]).strip()


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
        self._made: list[tuple[Wanted, Comment]] = []

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
        made = self._create(wanted)
        self._made.append((wanted, made))
        return Written(made.html_url, "the comment is written")

    def settle(self) -> dict[str, str]:
        """Let the older comment stay where another run wrote one while this one did.

        Returns where what was written went, by where it was. Each run takes back its own alone, so
        that two of them never take back both.
        """
        found = self._ours() if self._made else {}
        went: dict[str, str] = {}
        for wanted, made in self._made:
            older = [one for one in found.get(wanted.marker.key, []) if one.id < made.id]
            if older and self._is_said(older[0], wanted):
                self._delete([made])
                went[made.html_url] = older[0].html_url
        return went

    def _is_said(self, comment: Comment, wanted: Wanted) -> bool:
        """Whether another run's comment says what is wanted, or something later, by now."""
        if _is_same(comment.body, wanted) or self._overtaken(wanted.marker, [comment]):
            return True
        return self._did(lambda: comment.edit(wanted.body))

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
        theirs = self._marker_of(ours[0]) if ours else None
        is_later = theirs and theirs.sha == marker.sha and _order(theirs) > _order(marker)
        if theirs and is_later and self.is_real(theirs):
            return f"the comment is left to a later run, {theirs.run}, which wrote it"
        return ""

    def _marker_of(self, comment: Comment) -> Marker | None:
        """What a comment says of itself now: another run may have written since it was listed."""
        try:
            return marker_in(self.retry.call(lambda: self.thread.get_comment(comment.id).body))
        except GitHubError as failure:
            if failure.status not in _NOT_THERE:
                raise
            return None

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
