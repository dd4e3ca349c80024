# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What Hugging Face says of a repository, beside what a declaration says of it.

The public API is asked without an account: https://huggingface.co/docs/hub/api. It shows gated
repositories to everybody; for one that is private or not there it answers 401 to who is nobody,
and for a revision that is not there 404. Whatever it sends is a stranger's: only what is compared
is read, and none of it is repeated in our words.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote, unquote

from osaid_action.definition.rules.evidence import (
    ACCESS_CONFLICT,
    LICENSE_CONFLICT,
    REVISION_MISSING,
    URL_GONE,
)
from osaid_action.findings import Diagnostic
from osaid_action.http.fetcher import Answer, Question
from osaid_action.http.url_policy import RefusedError, target
from osaid_action.licenses.catalogue import stands_for
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import Terms
from osaid_action.licenses.spdx_expression import ExpressionError
from osaid_action.licenses.suggestions import meant
from osaid_action.model import Path
from osaid_action.text import cut, join_words

_HOSTS = ("huggingface.co", "hf.co")
_NAME = re.compile(r"\w[\w.-]{0,95}", re.ASCII)
_NO_OWNERS = frozenset(
    ("api", "blog", "buckets", "chat", "collections", "docs", "enterprise", "join", "kernels",
     "learn", "login", "models", "new", "organizations", "papers", "posts", "pricing", "search",
     "settings", "spaces", "tasks")
)  # fmt: skip
_TREES = ("tree", "blob", "raw", "resolve", "commit")
_REVISION = re.compile(r"(?!.*\.\.)\w[\w./+@=-]{0,199}")
_SHORT_COMMIT = re.compile(r"[0-9a-f]{4,39}")
_SAY_TOO_LITTLE = frozenset(
    f"LicenseRef-{word}"
    for word in ("cc", "hf-other", "hf-unknown", "label-noassertion", "label-none",
                 "label-unlicensed")
)  # fmt: skip
_MOST_OF_A_REVISION = 60
_OK, _UNAUTHORIZED, _GONE = 200, 401, (404, 410)
_ACCESS = {"auto": "gated", "manual": "approval"}  # what the API calls them, and what we do
_MEANS = {
    "open": "anybody can download it",
    "gated": "an account and contact data are asked for",
    "approval": "somebody decides who gets access",
}


class Repository(NamedTuple):
    """A repository that a URL names, with the revision and the file in it, if any."""

    kind: str  # models | datasets
    id: str
    revision: str = ""
    file: str = ""

    @property
    def url(self) -> str:
        """Where people look at it."""
        return f"https://huggingface.co/{'datasets/' if self.kind == 'datasets' else ''}{self.id}"

    @property
    def question(self) -> Question:
        """What is asked of the API: no more than what is compared, as lists of files grow long."""
        fields = "expand=gated&expand=tags&expand=cardData"
        return Question(
            f"https://huggingface.co/api/{self.kind}/{self.id}?{fields}", wants_json=True
        )

    def about(self, revision: str) -> Question:
        """The question whether a revision is there; in the API's paths its slashes are escaped."""
        api = f"https://huggingface.co/api/{self.kind}/{self.id}"
        return Question(f"{api}/revision/{quote(revision, safe='')}?expand=sha", wants_json=True)


class Claim(NamedTuple):
    """What a declaration says of what lies in a repository; empty: nothing to compare."""

    what: str  # as messages call it
    path: Path
    access: str = ""  # open | gated | approval
    availability: str = ""  # of a data set, in place of access
    license: str = ""
    revision: str = ""


class Unanswered(NamedTuple):
    """An answer that says neither yes nor no."""

    subject: str
    answer: Answer


Said = str | Diagnostic | Unanswered
"""What agrees, in words; what does not; what is not known."""


def repository(url: str) -> Repository | None:
    """The repository that a URL names; None for whatever else, which is asked as any URL."""
    try:
        to = target(url)
    except RefusedError:
        return None
    if to.host not in _HOSTS:
        return None
    steps = [unquote(step) for step in to.path.partition("?")[0].strip("/").split("/")]
    kind = "models"
    if steps[0] == "datasets":
        kind, *steps = steps
    if len(steps) == 1 or steps[0] in _NO_OWNERS or not all(map(_NAME.fullmatch, steps[:2])):
        return None
    found = Repository(kind, "/".join(steps[:2]))
    return _inside(found, steps[2:])


def _inside(found: Repository, steps: list[str]) -> Repository | None:
    if not steps:
        return found
    if steps[0] not in _TREES or len(steps) == 1:
        return None
    length = 3 if steps[1] == "refs" else 1  # refs/pr/1
    revision, file = "/".join(steps[1 : 1 + length]), "/".join(steps[1 + length :])
    return found._replace(revision=revision, file=file) if _REVISION.fullmatch(revision) else None


def questions(found: Repository, claim: Claim) -> Iterator[Question]:
    """What is asked of a repository."""
    yield found.question
    for revision, _ in _revisions(found, claim):
        if _REVISION.fullmatch(revision):
            yield found.about(revision)


def compared(found: Repository, claim: Claim, answers: Mapping[Question, Answer]) -> Iterator[Said]:
    """What Hugging Face says of a repository, beside what is declared."""
    answer = answers[found.question]
    where = (*claim.path, "location")
    if answer.status in _GONE or (answer.status == _UNAUTHORIZED and not answer.code):
        message = f"{found.url}: Hugging Face shows no such repository; it is not there, or private"
        yield URL_GONE.at(where, message, "correct the URL, or make it public")
        return
    data = _mapping(answer.body) if answer.status == _OK else None
    if data is None:
        why = answer if answer.status != _OK else Answer(why="its answer is not understood")
        yield Unanswered(found.url, why)
        return
    yield f"{found.url} is there"
    yield from _access(found, claim, data)
    yield from _license(found, claim, data)
    for revision, path in _revisions(found, claim):
        yield _revision(found, revision, path, answers.get(found.about(revision)))


# ------------------------------------------------------------------ revisions


def _revisions(found: Repository, claim: Claim) -> Iterator[tuple[str, Path]]:
    """The revisions that are named, with their places: in a key of their own, and in the URL."""
    if claim.revision:
        yield claim.revision, (*claim.path, "revision")
    if found.revision and found.revision != claim.revision:
        yield found.revision, (*claim.path, "location")


def _revision(found: Repository, revision: str, path: Path, answer: Answer | None) -> Said:
    """Whether a revision is there; one that git has no name for was not asked about."""
    shown = cut(revision, _MOST_OF_A_REVISION)
    subject = f"revision {shown} of {found.url}"
    if answer and answer.status == _OK:
        return f"{subject} is there"
    if answer and answer.status not in _GONE:
        return Unanswered(subject, answer)
    if _SHORT_COMMIT.fullmatch(revision):
        return Unanswered(subject, Answer(why="a commit is looked up by all of its 40 digits"))
    message = f"{found.url} has no revision {shown}"
    return REVISION_MISSING.at(path, message)


# ------------------------------------------------------------------ access


def _access(found: Repository, claim: Claim, data: dict[str, Any]) -> Iterator[Said]:
    gated = data.get("gated")
    access = "open" if gated is False else _ACCESS.get(gated) if isinstance(gated, str) else None
    if access is None:
        return
    if claim.availability in ("open", "public") and access != "open":
        message = f"{found.url} is not {claim.availability}: {_MEANS[access]}"
        remedy = "call it `obtainable`, or publish a copy that anybody can download"
        yield ACCESS_CONFLICT.at((*claim.path, "availability"), message, remedy)
    elif claim.access in _MEANS and claim.access != access:
        message = f"{found.url}: {_MEANS[access]}, and `access: {claim.access}` is declared"
        remedy = f"write `access: {access}`, or change the repository's settings"
        yield ACCESS_CONFLICT.at((*claim.path, "access"), message, remedy)
    elif claim.access == access or claim.availability in ("open", "public"):
        yield f"{found.url}: {_MEANS[access]}, as declared"


# ------------------------------------------------------------------ license


def _license(found: Repository, claim: Claim, data: dict[str, Any]) -> Iterator[Said]:
    """Whether one of the tags names a license that is declared; silence where neither is known."""
    declared = _known(claim.license)
    tags = list(_tags(data))
    theirs = [_known(tag) for tag in tags]
    if not declared or not theirs:
        return
    if any(names and names & declared for names in theirs):
        yield f"{found.url} is tagged {_spelled(claim.license)}, as declared"
    elif all(names is not None for names in theirs):
        tagged = join_words([_spelled(tag) for tag in tags])
        message = (
            f"{found.url} is tagged {tagged}, and {_spelled(claim.license)} is declared for "
            f"{claim.what}"
        )
        remedy = "make the two agree; the terms that hold are those that go with the files"
        yield LICENSE_CONFLICT.at((*claim.path, "license"), message, remedy)


def _tags(data: dict[str, Any]) -> Iterator[str]:
    """The licenses that a repository is tagged with; for `other` its name, where it has one."""
    card = data.get("cardData")
    card = card if isinstance(card, dict) else {}
    tags = [tag.partition("license:") for tag in _texts(data.get("tags"))]
    found = [license_ for before, is_license, license_ in tags if is_license and not before]
    name = card.get("license_name")
    for tag in dict.fromkeys(found or _texts(card.get("license"))):
        if tag != "other":
            yield tag
        elif isinstance(name, str) and name.strip():
            known = name if _known(name) else meant(name)
            yield known or "other"


def _texts(value: object) -> list[str]:
    """The texts of a list, or of what should have been one."""
    values = value if isinstance(value, list) else [value]
    return [text for text in values if isinstance(text, str)]


def _known(license_: str) -> frozenset[str] | None:
    """The texts that a license may stand for, without GPL's only and or-later.

    Empty for `other`, which is none of the licenses that have an id; None when it is not known.
    """
    if license_ == "other":
        return frozenset()
    found = _terms(license_)
    if found is None or any(one.source == "unknown" for one in found.licenses):
        return None
    if any(one.id in _SAY_TOO_LITTLE for one in found.licenses):
        return None
    return frozenset(
        re.sub(r"-(only|or-later)$", "", id_).lower()
        for one in found.licenses
        for id_ in stands_for(one.id)
    )


def _spelled(license_: str) -> str:
    """A license that is known, as we write it and not as it was sent."""
    found = None if license_ == "other" else _terms(license_)
    return found.expression.replace("LicenseRef-", "") if found else "other"


def _terms(license_: str) -> Terms | None:
    try:
        return terms(license_) if len(license_) <= 200 else None
    except ExpressionError:
        return None


def _mapping(body: bytes) -> dict[str, Any] | None:
    """The JSON object that was sent; None for anything else."""
    try:
        data = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return data if isinstance(data, dict) else None
