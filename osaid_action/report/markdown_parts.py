# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a comment begins and ends with, in Markdown: the verdict, the four freedoms, the footer."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from osaid_action.comparison import KNOWN, UNKNOWN, Change
from osaid_action.definition.freedoms import FREEDOM_WORDS
from osaid_action.definition.requirements import DEFINITION_URL
from osaid_action.definition.rules.terms import FREEDOM_REQUIRED
from osaid_action.model import FREEDOMS, Freedom, Outcome, Report
from osaid_action.report import changes, escape
from osaid_action.report.phrases import OUTCOMES, because, declared_by
from osaid_action.text import plural

Link = Callable[[int], str] | None
"""The address of a line of the declaration; None where there is none to give."""

LABEL_WORDS = {
    "closed": "closed",
    "code-available": "code available",
    "weights-available": "weights available",
    "open-weights": "open weights",
    "open-source-ai": "Open Source AI",
    "open-source-ai-with-open-data": "Open Source AI with open data",
}
RULES_URL = "https://github.com/osaid-action/osaid-action/blob/main/docs/rules.md"
_MAX_URL = 1000
_MAX_LINES = 3
_NAME, _REASON = 80, 240
_SPACE = "&nbsp;"  # within what should not be torn apart at the end of a line


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
    """What holds and what the change does to it, in a line that has nothing of the author's."""
    said = changes.effect(change)
    joint = ", " if said == changes.AS_BEFORE else " · " if said else ""
    return f"Open Source AI: {_what_holds(report)}{joint}{said}"


def _what_holds(report: Report) -> str:
    if report.freedoms is None:
        return "the declaration is invalid"
    said = [f"{len(report.met)} of 4 freedoms"]
    open_ = sum(f.outcome is Outcome.UNDECIDED for f in report.freedoms.values())
    if open_:
        said.append(f"{open_} cannot be told")
    if len(report.met) == len(FREEDOMS):
        said += _beyond(report)
    return ", ".join(said)


def _beyond(report: Report) -> Iterator[str]:
    """What is wrong where all four freedoms hold."""
    outcomes = [one.outcome for one in report.requirements]
    if unmet := outcomes.count(Outcome.UNMET):
        yield f"{plural(unmet, 'requirement')} not met"
    elif undecided := outcomes.count(Outcome.UNDECIDED):
        yield f"{plural(undecided, 'requirement')} that cannot be told"
    elif report.as_declared and not report.errors:
        yield "met, as declared"
    if report.errors:
        yield plural(len(report.errors), "error")


# ------------------------------------------------------------------ lines


def line_links(lines: Sequence[int], link: Link, word: str = "line") -> str:
    """``line 7`` or ``lines 7, 9, 12 and 4 more``, linked where there is an address."""
    if len(lines) == 1:
        return _line(lines[0], link, f"{word}{_SPACE}")
    shown = ", ".join(_line(line, link) for line in lines[:_MAX_LINES])
    more = len(lines) - _MAX_LINES
    return f"{word}s{_SPACE}{shown}" + (f" and {more} more" if more > 0 else "")


def _line(line: int, link: Link, word: str = "") -> str:
    url = link(line) if link else ""
    text = f"{word}{line}"
    return escape.link(text, url) if len(url) <= _MAX_URL else text


def file_link(view: View, shown: str = "") -> str:
    """The declaration's path, or what is shown in its place, linked to it."""
    url = view.link(1).partition("#")[0] if view.link else ""
    name = escape.code(shown or view.report.path)
    return escape.link(name, url) if len(url) <= _MAX_URL else name


# ------------------------------------------------------------------ lead and table


def lead(view: View) -> str:
    """One sentence: what it is all about, and what it comes to."""
    report = view.report
    name = escape.markdown(report.system.name if report.system else "", _NAME)
    of_whom = f" of **{name}**" if name else ""
    said = f"What {file_link(view)} declares{of_whom} comes to **{label(report)}**"
    if view.before and view.before.label != report.label:
        said += f"; before this change it came to *{label(view.before)}*"
    said += "."
    if report.lacks_only_terms:
        said += " All that is asked for is there: only license terms stand in the way."
    return said if report.verdict == "met" else f"{said} Open Source AI lets anyone do all of this:"


def label(report: Report) -> str:
    """The label in plain words."""
    return LABEL_WORDS.get(report.label or "", "nothing yet")


def freedoms_table(view: View) -> str:
    """The four freedoms: what each lets people do, before and now, and why."""
    freedoms = view.report.freedoms or {}
    before = view.before.freedoms if view.before else None
    why = {name: _why(view, name, freedom) for name, freedom in freedoms.items()}
    titles = ["", "Anyone may", *(["before", "now"] if before else [""])]
    titles += ["why"] if any(why.values()) else []
    rows = [titles, [":-:", *["---"] * (len(titles) - 1)]]
    for name in FREEDOMS:
        now = OUTCOMES[freedoms[name].outcome]
        cells = [now.picture, FREEDOM_WORDS[name].replace(name, f"**{name}**", 1)]
        if before:
            cells.append(OUTCOMES[before[name].outcome].answer)
        is_other = before and before[name].outcome is not freedoms[name].outcome
        cells.append(f"**{now.answer}**" if is_other else now.answer)
        rows.append([*cells, *([why[name]] if any(why.values()) else [])])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _why(view: View, name: str, freedom: Freedom) -> str:
    if freedom.outcome is Outcome.MET:
        return ""
    lines = list(dict.fromkeys(finding.line for finding in view.report.behind(freedom)))
    reason = escape.prose(because(name, freedom, view.report), _REASON)
    return f"{reason} ({line_links(lines, view.link)})" if lines else reason


def state(report: Report) -> str:
    """The four freedoms in one line: ``✅ use · ❌ study · …``."""
    freedoms = report.freedoms or {}
    return " · ".join(f"{OUTCOMES[freedoms[name].outcome].picture} {name}" for name in FREEDOMS)


def base_note(change: Change | None) -> str:
    """Why nothing can be said of what changed, where that is so."""
    if change and change.base_state == UNKNOWN:
        return f"What changed cannot be told: {escape.prose(change.why)}."
    return ""


def required_note(report: Report) -> str:
    """Which freedoms this repository requires and are not met."""
    required = {f.message for f in report.findings if f.rule is FREEDOM_REQUIRED}
    names = [name for name in FREEDOMS if any(f"freedom to {name} is" in said for said in required)]
    if not names:
        return ""
    return f"**Required here, and not met: {changes.named(names)}.** That is why the check fails."


def footer(views: Sequence[View], sha: str = "") -> str:
    """What this is and what it is not, of one declaration or of several."""
    where, who = f"each of {len(views)} files", ""
    if len(views) == 1:
        where = file_link(views[0])
        who = escape.markdown(declared_by(views[0].report), _NAME)
    at = f" at `{sha[:7]}`" if sha else ""
    by = f" ({who})" if who else ""
    return (
        f"<sub>A reading of what is declared in {where}{at}{by} against the "
        f"[Open Source AI Definition 1.0]({DEFINITION_URL}). The OSI certifies no system. "
        f"[How this is decided]({RULES_URL}).</sub>"
    )
