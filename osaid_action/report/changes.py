# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What changed since a base → text for a terminal."""

from collections.abc import Iterator, Mapping

from osaid_action.comparison import INVALID, NEW, UNKNOWN, Change, Transition
from osaid_action.definition.requirements import BY_ID
from osaid_action.report.phrases import clean
from osaid_action.text import join_words

_OUTCOMES = {"met": "met", "unmet": "not met", "undecided": "cannot tell", None: "not asked for"}


def render(changes: Mapping[str, Change], root: str) -> Iterator[str]:
    """A line for each declaration, by path, and a line below it for each thing that changed."""
    yield "\n"
    for path, change in changes.items():
        yield f"since {clean(root)}, {clean(path)}: {_said(change)}\n"
        for identity, requirement in BY_ID.items():
            if turns := list(_transitions(change, identity)):
                yield f"  {requirement.name}: {'; '.join(turns)}\n"


def _said(change: Change) -> str:
    if change.base_state == UNKNOWN:
        return f"what changed cannot be told: {clean(change.why)}"
    if change.base_state == NEW:
        return "a new declaration"
    if change.base_state == INVALID or change.verdict.after == "invalid":
        transition = change.verdict
        return (
            "as before, invalid"
            if transition.before == transition.after
            else f"{transition.before} → {transition.after}"
        )
    done = [
        f"loses {join_words(change.lost)}" if change.lost else "",
        f"puts {join_words(change.doubted)} in doubt" if change.doubted else "",
        f"gains {join_words(change.gained)}" if change.gained else "",
    ]
    return ", ".join(filter(None, done)) or "the freedoms are as before"


def _transitions(change: Change, identity: str) -> Iterator[str]:
    for transition in change.requirements:
        if transition.id == identity:
            yield f"{_OUTCOMES[transition.before]} → {_OUTCOMES[transition.after]}"
    yield from (_transition("license", "none", t) for t in change.licenses if t.id == identity)
    yield from (_transition("evidence", "absent", t) for t in change.evidence if t.id == identity)


def _transition(word: str, nothing: str, transition: Transition) -> str:
    return f"{word} {clean(transition.before or nothing)} → {clean(transition.after or nothing)}"
