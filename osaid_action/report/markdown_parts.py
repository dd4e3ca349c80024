# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a comment begins and ends with, in Markdown: the verdict, the four freedoms, the footer."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from osaid_action.comparison import KNOWN, UNKNOWN, Change
from osaid_action.definition.requirements import DEFINITION_URL, DISCLAIMER
from osaid_action.definition.rules.terms import FREEDOM_REQUIRED
from osaid_action.findings import Report
from osaid_action.model import FREEDOMS
from osaid_action.report import changes, escape, phrases
from osaid_action.report.phrases import LABEL_WORDS, OUTCOMES, declared_by
from osaid_action.text import plural

Link = Callable[[int], str] | None
"""The address of a line of the declaration; None where there is none to give."""

RULES_URL = "https://github.com/osaid-action/osaid-action/blob/main/docs/rules.md"
_MAX_URL = 1000
_MAX_LINES = 3
_NAME, _WHO = 80, 200
SPACE = "&nbsp;"
"""Within what should not be torn apart at the end of a line."""


class View(NamedTuple):
    """A report as it is shown: with what changed, and where its lines are."""

    report: Report
    change: Change | None
    link: Link

    @property
    def before(self) -> Report | None:
        """The report on the base, where there is one to compare with."""
        return self.change.before if self.change and self.change.base_state == KNOWN else None


# ------------------------------------------------------------------ the first line


def headline(report: Report, change: Change | None) -> str:
    """The verdict and what the change does to it, in a line that has nothing of the author's."""
    said = changes.effect(change)
    return f"{phrases.headline(report)} · {said}" if said else phrases.headline(report)


# ------------------------------------------------------------------ lines


def line_links(lines: Sequence[int], link: Link, word: str = "line") -> str:
    """``line 7`` or ``lines 7, 9, 12 and 4 more``, linked where there is an address."""
    if len(lines) == 1:
        return _line(lines[0], link, f"{word}{SPACE}")
    shown = ", ".join(_line(line, link) for line in lines[:_MAX_LINES])
    more = len(lines) - _MAX_LINES
    return f"{word}s{SPACE}{shown}" + (f" and {more} more" if more > 0 else "")


def _line(line: int, link: Link, word: str = "") -> str:
    url = link(line) if link else ""
    text = f"{word}{line}"
    return escape.link(text, url) if len(url) <= _MAX_URL else text


def file_link(view: View, shown: str = "", *, breaks: bool = False) -> str:
    """The declaration's path, or what is shown in its place, linked to it.

    With ``breaks`` it may go on in another line behind each ``/``, which code style never does.
    """
    url = view.link(1).partition("#")[0] if view.link else ""
    name = escape.broken(shown) if breaks else escape.code(shown or view.report.path)
    return escape.link(name, url) if len(url) <= _MAX_URL else name


# ------------------------------------------------------------------ lead


def lead(view: View) -> str:
    """What was read, who declared it, which label it has, and what is asked."""
    report = view.report
    name = escape.markdown(report.system.name if report.system else "", _NAME)
    by = escape.markdown(declared_by(report), _WHO) or "who declared it is not said"
    said = f"{file_link(view)}{f' on **{name}**' if name else ''}, {by}. Label: **{label(report)}**"
    if view.before and view.before.label != report.label:
        said += f" (before this change: *{label(view.before)}*)"
    said += "."
    if report.lacks_only_terms:
        said += " Nothing is declared missing; the terms alone fail OSAID 1.0."
    return f"{said}\n\n{phrases.ASKED} …"


def label(report: Report) -> str:
    """The label in plain words."""
    return LABEL_WORDS.get(report.label or "", "nothing yet")


def state(report: Report) -> str:
    """The four freedoms in one line: ``✅ use · ❌ study · …``."""
    freedoms = report.freedoms or {}
    return " · ".join(f"{OUTCOMES[freedoms[name].outcome].picture} {name}" for name in FREEDOMS)


def base_note(change: Change | None) -> str:
    """Why nothing can be said of what changed, where that is so; else where and what it was."""
    if change is None:
        return ""
    if change.base_state == UNKNOWN and not change.moved_from:
        return f"What changed cannot be told: {escape.prose(change.why)}."
    said = []
    if change.moved_from:
        said.append(f"Moved here from {escape.code(change.moved_from)}.")
    if change.system_before:
        name = escape.markdown(change.system_before, _NAME)
        said.append(f"Another system than before, by its name: at the base it is **{name}**.")
    return " ".join(said)


def required_note(report: Report) -> str:
    """Which freedoms this repository requires and are not met."""
    required = {f.message for f in report.findings if f.rule is FREEDOM_REQUIRED}
    names = [name for name in FREEDOMS if any(f"freedom to {name} is" in said for said in required)]
    if not names:
        return ""
    return f"**Required here, and not met: {changes.named(names)}.** That is why the check fails."


def rests_on(report: Report) -> str:
    """What was looked at, what is taken on somebody's word, and whether a check fails for it."""
    said = [phrases.verified(report), phrases.on_word(report)]
    if not report.errors and report.verdict != "met":
        said.append("this fails no check, as nothing of it is required here")
    return f"{' · '.join(filter(None, said))}."


# ------------------------------------------------------------------ the end


def again(run: str, command: str, sha: str = "") -> str:
    """Where the report can be had once more: in the run, and by a command in a clone.

    A command that cannot be shown just as it is to be typed is not shown.
    """
    typed = escape.exact(command)
    at = f" at `{sha[:7]}`" if sha else ""
    told = [
        escape.link("This run, with the whole report", run) if run else "",
        f"the same in a clone{at}: {typed}" if typed else "",
    ]
    said = " · ".join(filter(None, told))
    return said[:1].upper() + said[1:]


def footer(views: Sequence[View], sha: str = "") -> str:
    """What this is and what it is not, of one declaration or of several."""
    where = file_link(views[0]) if len(views) == 1 else plural(len(views), "file")
    at = f" at `{sha[:7]}`" if sha else ""
    return (
        f"<sub>{where}{at}, read against the [Open Source AI Definition (OSAID) 1.0]"
        f"({DEFINITION_URL}) of the Open Source Initiative (OSI). {DISCLAIMER} "
        f"[How this is decided]({RULES_URL}).</sub>"
    )
