# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the network shows of what is declared: URLs that answer, and what Hugging Face says.

Nothing here is for or against a freedom: a network that is silent proves nothing, and one that
disagrees is a warning. Only `osaid check --online` comes here.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from osaid_action.definition.rules.evidence import URL_GONE, URL_UNANSWERED
from osaid_action.evidence import hugging_face
from osaid_action.evidence.hugging_face import Claim, Unanswered
from osaid_action.evidence.observation import VERIFIED, Evidence, Observation, merge
from osaid_action.findings import Diagnostic
from osaid_action.http.fetcher import Answer, Fetcher, Progress, Question
from osaid_action.http.url_policy import RefusedError, target
from osaid_action.model import Declaration, ParentModel, Part, Path, Source, is_url
from osaid_action.text import cut, plural, shorten

_FINE, _GONE = range(200, 300), (404, 410)
_CARDS = ("data.description.", "documents.model_card", "documents.data_card")


class _Named(NamedTuple):
    """A URL that a declaration names: in which entry, where, and what is said of it."""

    entry: Path
    path: Path
    url: str
    claim: Claim | None = None  # of the location of an entry alone


def ask(declaration: Declaration, fetcher: Fetcher, progress: Progress | None = None) -> Evidence:
    """Ask the network about every https URL that ``declaration`` names.

    The evidence is by the path of the entry; one without a URL has none. ``progress`` is told how
    many questions of how many are answered.
    """
    named = list(_all_named(declaration))
    answers = fetcher.answers([q for one in named for q in _questions(one)], progress)
    found: dict[Path, list[Observation]] = {}
    for one, observation in _observations(named, answers):
        found.setdefault(one.entry, []).append(observation)
    return {entry: merge(observations) for entry, observations in found.items()}


def together(seen: Evidence, asked: Evidence) -> Evidence:
    """What the repository shows and what the network shows, entry by entry."""
    looked = {
        path: observation for path, observation in seen.items() if observation != Observation()
    }
    return seen | {
        path: merge([looked[path], observation] if path in looked else [observation])
        for path, observation in asked.items()
    }


# ------------------------------------------------------------------ what is asked


def _all_named(declaration: Declaration) -> Iterator[_Named]:
    for component in declaration.components.values():
        for part in component.parts:
            yield from _of_entry(part, _claim_of_part(part, component.id))
            for path, where in part.settings:
                yield from _named(part.path, path, where)
            if part.asserted_free:
                yield from _named(part.path, part.asserted_free.path, part.asserted_free.location)
    for source in declaration.source_list:
        if not source.withdrawn:  # it is said to be gone
            yield from _of_entry(source, _claim_of_source(source))
    for parent in declaration.built_on:
        yield from _of_entry(parent, _claim_of_parent(parent))
        yield from _named(parent.path, (*parent.path, "declaration"), parent.declaration)


def _of_entry(entry: Part | Source | ParentModel, claim: Claim) -> Iterator[_Named]:
    yield from _named(entry.path, (*entry.path, "location"), entry.location, claim)
    for location in entry.license_files:
        yield from _named(entry.path, (*entry.path, "license_file"), location)


def _named(entry: Path, path: Path, where: str, claim: Claim | None = None) -> Iterator[_Named]:
    if is_url(where):
        yield _Named(entry, path, where, claim)


def _claim_of_part(part: Part, component: str) -> Claim:
    """What is said of a part that a repository's settings speak of.

    Their license is that of weights; a card can be read even where the files cannot be had.
    """
    found = hugging_face.repository(part.location)
    file = found.file if found else ""
    is_card = file == "README.md" or (not file and component.startswith(_CARDS))
    return Claim(
        component,
        part.path,
        access="" if is_card else part.access,
        license=part.license if component.startswith("parameters.") and not is_card else "",
        revision=part.revision,
    )


def _claim_of_source(source: Source) -> Claim:
    return Claim(
        f"the data set {_shown(source.name)}",
        source.path,
        availability=source.availability,
        license=source.license,
        revision=source.revision,
    )


def _claim_of_parent(parent: ParentModel) -> Claim:
    return Claim(
        _shown(parent.name),
        parent.path,
        access=parent.access,
        license=parent.license,
        revision=parent.revision,
    )


def _questions(one: _Named) -> Iterator[Question]:
    found = hugging_face.repository(one.url)
    if found and one.claim:
        yield from hugging_face.questions(found, one.claim)
    if not found or not one.claim or found.file:
        yield _itself(one)


def _itself(one: _Named) -> Question:
    return Question(one.url.partition("#")[0])


# ------------------------------------------------------------------ what came of it


def _observations(
    named: list[_Named], answers: Mapping[Question, Answer]
) -> Iterator[tuple[_Named, Observation]]:
    """What came of each URL; what was not asked, and why, is said once for all of them."""
    silent: dict[str, list[_Named]] = {}
    for one in named:
        for said in _said(one, answers):
            if isinstance(said, str):
                yield one, Observation(VERIFIED, notes=(said,))
            elif isinstance(said, Diagnostic):
                yield one, Observation(diagnostics=(said,))
            elif said.answer.asked:
                yield one, Observation(diagnostics=(_unanswered(said, one.path),))
            else:
                yield one, Observation()
                silent.setdefault(said.answer.why, []).append(one)
    for why, ones in silent.items():
        number = plural(len({one.url for one in ones}), "URL")
        message = f"{number} not asked, this the first: {why}"
        note = URL_UNANSWERED.at(ones[0].path, message, "look for yourself")
        yield ones[0], Observation(diagnostics=(note,))


def _said(one: _Named, answers: Mapping[Question, Answer]) -> Iterator[hugging_face.Said]:
    """What was said of a URL, by the API of Hugging Face and by whoever answers there."""
    found = hugging_face.repository(one.url)
    if found and one.claim:
        yield from hugging_face.compared(found, one.claim, answers)
        if not found.file:
            return
    answer = answers[_itself(one)]
    url = _shown(one.url)
    if answer.status in _FINE:
        yield f"{url} answers"
    elif answer.status in _GONE:
        message = f"{url} is gone: it answers {answer.status}"
        remedy = 'correct the URL, or say `not_released: "…"`'
        yield URL_GONE.at(one.path, message, remedy)
    else:
        yield Unanswered(url, answer)


def _unanswered(said: Unanswered, path: Path) -> Diagnostic:
    why = said.answer.why or f"it answers {said.answer.status}"
    return URL_UNANSWERED.at(path, f"{said.subject}: {why}", "look for yourself")


def _shown(text: str) -> str:
    """A text of the author's in one line, cut when long; a URL as it is asked."""
    try:
        return cut(target(text).url)
    except RefusedError:
        return shorten(text)
