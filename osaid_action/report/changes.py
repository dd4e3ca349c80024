# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What changed since a base, in words: for every form of a report, and as text for a terminal."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from osaid_action.comparison import INVALID, NEW, UNKNOWN, Change
from osaid_action.definition.requirements import BY_ID
from osaid_action.model import FREEDOMS, Outcome
from osaid_action.report.phrases import OUTCOMES, clean, clean_path
from osaid_action.text import join_words

AS_BEFORE, THIS, WAS = "as before", "this change ", "it was "


def named(freedoms: Sequence[str]) -> str:
    """``Study and Modify``."""
    if len(freedoms) == len(FREEDOMS):
        return "all four"
    return join_words([freedom.capitalize() for freedom in freedoms])


def effect(change: Change | None, names: Callable[[Sequence[str]], str] = named) -> str:
    """What a change does to the freedoms, as in ``this change loses study``.

    Empty where nothing can be told. ``names`` puts the names of freedoms together.
    """
    if change is None or change.base_state == UNKNOWN:
        return ""
    if change.base_state == NEW:
        return "a new declaration"
    was, is_ = change.base_state != INVALID, change.verdict.after != "invalid"
    if not (was and is_):
        return AS_BEFORE if was is is_ else f"{WAS}{'valid' if was else 'invalid'} before"
    done = [
        f"loses {names(change.lost)}" if change.lost else "",
        f"puts {names(change.doubted)} in doubt" if change.doubted else "",
        f"turns {names(change.refused)} from cannot tell to no" if change.refused else "",
        f"turns {names(change.reopened)} from no to cannot tell" if change.reopened else "",
        f"gains {names(change.gained)}" if change.gained else "",
    ]
    if said := ", ".join(filter(None, done)):
        return f"{THIS}{said}"
    return AS_BEFORE


def changed(
    change: Change | None, quote: Callable[[str], str], stress: Callable[[str], str] = str
) -> Iterator[tuple[str, list[str]]]:
    """Each requirement that is told otherwise than before, and how: ``met → not met``.

    ``quote`` is for an author's words, ``stress`` for an outcome that is not good.
    """

    def outcome(value: str | None) -> str:
        if value is None:
            return "not asked for"
        said = OUTCOMES[Outcome(value)].requirement
        return said if value == "met" else stress(said)

    if change is None:
        return
    kinds = (
        ("", change.requirements, outcome),
        ("license ", change.licenses, lambda value: licenses(value, quote)),
        ("evidence ", change.evidence, lambda value: value or "absent"),
    )
    for identity, requirement in BY_ID.items():
        turns = [
            f"{kind}{show(one.before)} → {show(one.after)}"
            for kind, transitions, show in kinds
            for one in transitions
            if one.id == identity
        ]
        if turns:
            yield requirement.name, turns


def licenses(told: str | None, quote: Callable[[str], str]) -> str:
    """The licenses of a component as people are told them."""
    return quote(told.replace("NONE", "none named")) if told else "none"


def render(changes: Mapping[str, Change], base: str) -> Iterator[str]:
    """A line for each declaration, by path, and a line below it for each thing that changed."""
    yield "\n"
    for path, change in changes.items():
        yield f"since {clean(base)}, {clean_path(path)}: {_line(change)}\n"
        for name, turns in changed(change, clean):
            yield f"  {name}: {'; '.join(turns)}\n"


def _line(change: Change) -> str:
    if change.base_state == UNKNOWN:
        return f"what changed cannot be told: {clean(change.why)}"
    said = effect(change, join_words).removeprefix(THIS)
    what = "invalid" if change.verdict.after == "invalid" else "the freedoms are"
    said = f"{what} {said}" if said == AS_BEFORE else said
    said += f"; moved from {clean(change.moved_from)}" if change.moved_from else ""
    if change.system_before:
        said += f"; another system by its name, {clean(change.system_before)} before"
    return said
