# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a comment begins and ends with, in Markdown: the verdict, the four freedoms, the footer."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from osaid_action.comparison import KNOWN, UNKNOWN, Change
from osaid_action.definition.requirements import DEFINITION_URL, DISCLAIMER
from osaid_action.definition.rules.terms import FREEDOM_REQUIRED
from osaid_action.findings import Freedom, Report
from osaid_action.model import FREEDOMS, Outcome
from osaid_action.report import changes, escape, phrases
from osaid_action.report.phrases import LABEL_WORDS, OUTCOMES, because, declared_by

Link = Callable[[int], str] | None
"""The address of a line of the declaration; None where there is none to give."""

RULES_URL = "https://github.com/osaid-action/osaid-action/blob/main/docs/rules.md"
_MAX_URL = 1000
_MAX_LINES = 3
_NAME, _WHO, _REASON = 80, 200, 240
_QUESTIONS = {
    "use": "use it",
    "study": "study how it works and inspect its parts",
    "modify": "modify it",
    "share": "share it, changed or not",
}
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
    """The verdict and what the change does to it, in a line that has nothing of the author's."""
    said = changes.effect(change)
    return f"{phrases.headline(report)} · {said}" if said else phrases.headline(report)


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
    """What was read, who declared it, which label it has, and what is asked."""
    report = view.report
    name = escape.markdown(report.system.name if report.system else "", _NAME)
    by = escape.markdown(declared_by(report), _WHO) or "who declared it is not said"
    said = f"{file_link(view)}{f' on **{name}**' if name else ''}, {by}. Label: **{label(report)}**"
    if view.before and view.before.label != report.label:
        said += f" (before this change: *{label(view.before)}*)"
    said += ", on a ladder of ours."
    if report.lacks_only_terms:
        said += " Nothing is declared missing; the terms alone fail OSAID 1.0."
    return f"{said}\n\n{phrases.ASKED} …"


def label(report: Report) -> str:
    """The label in plain words."""
    return LABEL_WORDS.get(report.label or "", "nothing yet")


def freedoms_table(view: View) -> str:
    """The four freedoms: what each lets people do, before and now, and why."""
    freedoms = view.report.freedoms or {}
    before = view.before.freedoms if view.before else None
    why = {name: _why(view, name, freedom) for name, freedom in freedoms.items()}
    titles = ["", "", *(["before", "now"] if before else [""])]
    titles += ["why"] if any(why.values()) else []
    rows = [titles, [":-:", *["---"] * (len(titles) - 1)]]
    for name in FREEDOMS:
        now = OUTCOMES[freedoms[name].outcome]
        cells = [now.picture, _asked(name, freedoms)]
        if before:
            cells.append(OUTCOMES[before[name].outcome].answer)
        is_other = before and before[name].outcome is not freedoms[name].outcome
        cells.append(f"**{now.answer}**" if is_other else now.answer)
        rows.append([*cells, *([why[name]] if any(why.values()) else [])])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _asked(name: str, freedoms: Mapping[str, Freedom]) -> str:
    """What a freedom lets people do; who cannot modify has little to share that is changed."""
    if name == "share" and freedoms["modify"].outcome is not Outcome.MET:
        return "**share** it?"
    return f"{_QUESTIONS[name].replace(name, f'**{name}**', 1)}?"


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
    """Why nothing can be said of what changed, where that is so; else where it was before."""
    if change and change.moved_from:
        return f"Moved here from {escape.code(change.moved_from)}."
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


def rests_on(report: Report) -> str:
    """What was looked at, what is taken on somebody's word, and whether a check fails for it."""
    said = [phrases.verified(report), phrases.on_word(report)]
    if not report.errors and report.verdict != "met":
        said.append("this fails no check, as nothing of it is required here")
    return f"{' · '.join(filter(None, said))}."


def footer(views: Sequence[View], sha: str = "") -> str:
    """What this is and what it is not, of one declaration or of several."""
    where = file_link(views[0]) if len(views) == 1 else f"{len(views)} files"
    at = f" at `{sha[:7]}`" if sha else ""
    return (
        f"<sub>{where}{at}, read against the [Open Source AI Definition (OSAID) 1.0]"
        f"({DEFINITION_URL}) of the Open Source Initiative (OSI). {DISCLAIMER} "
        f"[How this is decided]({RULES_URL}).</sub>"
    )
