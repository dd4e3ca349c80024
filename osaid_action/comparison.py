# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Report + Report → what changed between them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from osaid_action.findings import Report
from osaid_action.model import FREEDOMS, Outcome

KNOWN, NEW, UNKNOWN, INVALID = "known", "new", "unknown", "invalid"
_ALIKE = 0.5  # of the lines of a declaration that was moved and changed
_MOST_PAIRS = 10_000  # that are compared line by line


class Transition(NamedTuple):
    """Something that was one thing before and is another now; None where it was not there."""

    id: str  # a freedom, a requirement
    before: str | None
    after: str | None


class Change(NamedTuple):
    """What a change does to what a declaration amounts to."""

    base_state: str
    """``known``; ``new``: there was no declaration; ``invalid``: there was one that could not be
    understood; ``unknown``: what was there could not be read, ``why`` says why."""
    verdict: Transition
    label: Transition
    why: str = ""
    before: Report | None = None
    freedoms: tuple[Transition, ...] = ()  # only those that differ, and so below
    requirements: tuple[Transition, ...] = ()
    licenses: tuple[Transition, ...] = ()
    evidence: tuple[Transition, ...] = ()
    new_findings: frozenset[str] = frozenset()
    """Ids of the findings that the base did not have, wherever they stood in its file."""
    moved_from: str = ""  # where the base has the declaration, when that is elsewhere
    system_before: str = ""  # the system that the base's is on, when that is another by its name

    @property
    def gained(self) -> tuple[str, ...]:
        """The freedoms that are met now and were not."""
        return tuple(
            transition.id for transition in self.freedoms if transition.after == Outcome.MET.value
        )

    @property
    def lost(self) -> tuple[str, ...]:
        """The freedoms that were met and are unmet now."""
        return self._turned(Outcome.MET, Outcome.UNMET)

    @property
    def doubted(self) -> tuple[str, ...]:
        """The freedoms that were met and cannot be told now."""
        return self._turned(Outcome.MET, Outcome.UNDECIDED)

    @property
    def is_worse(self) -> bool:
        """Whether a freedom is lost or in doubt now, or nothing can be read any more."""
        is_broken = self.base_state == KNOWN and self.verdict.after == "invalid"
        return bool(self.lost or self.doubted or is_broken)

    @property
    def refused(self) -> tuple[str, ...]:
        """The freedoms that could not be told and are unmet now."""
        return self._turned(Outcome.UNDECIDED, Outcome.UNMET)

    @property
    def reopened(self) -> tuple[str, ...]:
        """The freedoms that were unmet and cannot be told now."""
        return self._turned(Outcome.UNMET, Outcome.UNDECIDED)

    def _turned(self, before: Outcome, now: Outcome) -> tuple[str, ...]:
        pair = (before.value, now.value)
        return tuple(
            transition.id
            for transition in self.freedoms
            if (transition.before, transition.after) == pair
        )

    @property
    def outcome_differs(self) -> bool:
        """Whether a freedom, a requirement, the verdict or the label is another than before.

        Of a new declaration all are; where the base is unknown nothing can be told.
        """
        if self.base_state == UNKNOWN:
            return False
        transitions = (self.verdict, self.label)
        return bool(
            self.freedoms
            or self.requirements
            or any(transition.before != transition.after for transition in transitions)
        )

    @property
    def differs(self) -> bool:
        """Whether anything is told otherwise than before, a license or a piece of evidence too."""
        others = (self.licenses, self.evidence, self.new_findings, self.system_before)
        return self.outcome_differs or any(others)


class Removed(NamedTuple):
    """A declaration that the base has and that is no more: all that it met is lost."""

    path: str
    before: Report | None = None  # None where the base's could not be read
    near: str = ""  # a file that is there, and a declaration but for its name

    @property
    def lost(self) -> tuple[str, ...]:
        """The freedoms that were met."""
        return self.before.met if self.before else ()


def moved(gone: Mapping[str, bytes], new: Mapping[str, bytes]) -> dict[str, str]:
    """Where each of the new declarations was before, of those that are gone; by their paths.

    One with the same content was moved, then one with half its lines the same, the most alike
    first; so was the only one that is new after that, where only one is gone.
    """
    left, found = dict(gone), dict[str, str]()
    for path, content in new.items():
        if old := next((each for each, was in left.items() if was == content), None):
            found[path] = old
            del left[old]
    for path, old in _most_alike(left, {path: new[path] for path in new if path not in found}):
        if path not in found and old in left:
            found[path] = old
            del left[old]
    rest = [path for path in new if path not in found]
    if len(rest) == len(left) == 1:
        found[rest[0]] = next(iter(left))
    return found


def _most_alike(gone: Mapping[str, bytes], new: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Each of the new with each that is gone and is like it, the most alike first."""
    if len(gone) * len(new) > _MOST_PAIRS:
        return
    before = {path: _lines(content) for path, content in gone.items()}
    now = {path: _lines(content) for path, content in new.items()}
    pairs = [(_likeness(before[old], now[path]), path, old) for path in new for old in gone]
    pairs.sort(key=lambda pair: -pair[0])  # stable: else in the order of the search
    yield from ((path, old) for likeness, path, old in pairs if likeness >= _ALIKE)


def _lines(content: bytes) -> Counter[bytes]:
    return Counter(line.strip() for line in content.splitlines() if line.strip())


def _likeness(before: Counter[bytes], now: Counter[bytes]) -> float:
    """How many lines two texts have in common, of those of the longer one."""
    return (before & now).total() / max(before.total(), now.total(), 1)


def compare(before: Report | None, after: Report, why_unknown: str = "") -> Change:
    """What changed from ``before`` to ``after``.

    ``before`` is None when there was no declaration, or, with ``why_unknown``, when it could not be
    read; that is one clause to be shown to people.
    """
    verdict = Transition("verdict", before.verdict if before else None, after.verdict)
    label = Transition("label", before.label if before else None, after.label)
    if before is None:
        state = UNKNOWN if why_unknown else NEW
        return Change(state, verdict, label, why=why_unknown)
    change = Change(
        KNOWN if before.valid else INVALID,
        verdict,
        label,
        before=before,
        new_findings=_new_findings(before, after),
        system_before=_system_before(before, after),
    )
    if not before.valid or not after.valid:
        return change
    return change._replace(
        freedoms=tuple(_transitions(_freedoms(before), _freedoms(after))),
        requirements=tuple(_transitions(_told(before, "outcome"), _told(after, "outcome"))),
        licenses=tuple(_transitions(_told(before, "license"), _told(after, "license"))),
        evidence=tuple(_transitions(_told(before, "evidence"), _told(after, "evidence"))),
    )


def _system_before(before: Report, after: Report) -> str:
    """The name of the system at the base, where the declaration is on another one now."""
    systems = (before.system, after.system)
    was, now = (" ".join((one.name if one else "").split()) for one in systems)
    return was if now and was != now else ""


def _transitions(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Transition]:
    for identity in dict.fromkeys((*before, *after)):
        transition = Transition(identity, before.get(identity), after.get(identity))
        if transition.before != transition.after:
            yield transition


def _freedoms(report: Report) -> dict[str, str]:
    freedoms = report.freedoms or {}
    return {name: freedoms[name].outcome.value for name in FREEDOMS}


def _told(report: Report, field: str) -> dict[str, str]:
    """What is told of each requirement; nothing where there is nothing to tell."""
    told = ((one.id, getattr(one, field)) for one in report.requirements)
    return {
        identity: value.value if isinstance(value, Outcome) else value
        for identity, value in told
        if value
    }


def _new_findings(before: Report, after: Report) -> frozenset[str]:
    """Findings by what they say and not by their place, for entries of a list can move."""
    known = Counter((finding.rule, finding.message) for finding in before.findings)
    new = set()
    for finding in after.findings:
        if known[finding.rule, finding.message] > 0:
            known[finding.rule, finding.message] -= 1
        else:
            new.add(finding.id)
    return frozenset(new)


def as_data(change: Change) -> dict[str, Any]:
    """A change as plain values, for JSON."""

    def turns(several: tuple[Transition, ...]) -> dict[str, dict[str, str | None]]:
        return {
            transition.id: {"before": transition.before, "after": transition.after}
            for transition in several
        }

    return {
        "base": change.base_state,
        "why": change.why or None,
        **turns((change.verdict, change.label)),
        "freedoms": turns(change.freedoms),
        "requirements": turns(change.requirements),
        "licenses": turns(change.licenses),
        "evidence": turns(change.evidence),
        "new_findings": sorted(change.new_findings),
        "moved_from": change.moved_from or None,
    }


def removed_as_data(removed: Removed) -> dict[str, Any]:
    """A declaration that is no more as plain values, for JSON: what it was at the base."""
    before = removed.before
    freedoms = before.freedoms if before else None
    return {
        "path": removed.path,
        "verdict": before.verdict if before else None,
        "label": before.label if before else None,
        "freedoms": {name: one.outcome.value for name, one in freedoms.items()}
        if freedoms
        else None,
    }
