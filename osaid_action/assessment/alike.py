# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whether the same words stand for several of the five points, in place or in several files."""

from collections.abc import Iterator

from osaid_action.assessment.availability import WHOLE_DESCRIPTION
from osaid_action.assessment.file_text import file_prose
from osaid_action.assessment.non_answers import same_words
from osaid_action.definition.relations import DESCRIPTION
from osaid_action.definition.rules.components import SAME_WORDS
from osaid_action.evidence.observation import Evidence, Observation
from osaid_action.findings import Diagnostic
from osaid_action.model import Component, Declaration

_MOST = 20_000  # characters of a point that are compared


def alike(declaration: Declaration, evidence: Evidence) -> dict[str, Diagnostic]:
    """By component: that its words are those of another of the five points.

    One file may tell of several points; a copy of it tells no more.
    """
    points = [declaration.components[one] for one in DESCRIPTION]
    points = [one for one in points if one.path != WHOLE_DESCRIPTION]
    texts = {one.id: "\n".join(_words(one, evidence))[:_MOST] for one in points}
    places = {one.id: _files(one) or (one.id,) for one in points}
    found: dict[str, Diagnostic] = {}
    for group in same_words({key: text for key, text in texts.items() if text.strip()}):
        if len({places[one] for one in group}) == 1:
            continue
        first, *others = (declaration.components[one].path for one in group)
        keys = " and ".join(f"`{path[-1]}`" for path in (first, *others))
        message = f"the same words stand for {keys}"
        found |= dict.fromkeys(group, SAME_WORDS.at(others[0], message))
    return found


def _words(component: Component, evidence: Evidence) -> Iterator[str]:
    for part in component.parts:
        content = evidence.get(part.path, Observation()).content
        yield part.text or (file_prose(content) if content else "")


def _files(component: Component) -> tuple[str, ...]:
    """The files that tell a point; none where some of it is text in place."""
    if any(part.text for part in component.parts):
        return ()
    return tuple(part.location.partition("#")[0] for part in component.parts)
