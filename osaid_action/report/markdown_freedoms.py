# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""The four freedoms as a table that a phone has room for: the answer, what it was, and why."""

from osaid_action.findings import Freedom, Report
from osaid_action.model import FREEDOMS, Outcome
from osaid_action.report import escape
from osaid_action.report.markdown_parts import SPACE, View, line_links
from osaid_action.report.phrases import GONE, OUTCOMES, because

_REASON = 240
_QUESTIONS = {
    "use": "use it",
    "study": "study how it works and inspect its parts",
    "modify": "modify it",
    "share": "share it, changed or not",
}


def table(view: View) -> str:
    """The four freedoms, in at most three columns; before and now share one."""
    now, before = _outcomes(view.report), _outcomes(view.before)
    why = {name: _why(view, name) for name in FREEDOMS}
    titles = ["freedom", f"was{SPACE}→{SPACE}is" if before else "answer", "why"]
    rows = [titles, ["---"] * len(titles)]
    for name in FREEDOMS:
        picture = OUTCOMES[now.get(name, Outcome.UNMET)].picture
        asked = f"{picture}{SPACE}{_asked(name, now)}"
        rows.append([asked, answer(before.get(name), now.get(name)), why[name]])
    width = 3 if any(why.values()) else 2
    return "\n".join(f"| {' | '.join(row[:width])} |" for row in rows)


def answer(before: Outcome | None, now: Outcome | None) -> str:
    """``yes``, or ``yes → **no**`` where it was another; ``gone`` where there is none any more."""
    is_ = OUTCOMES[now].answer if now else GONE
    if before is None or before is now:
        return is_.replace(" ", SPACE)
    was = OUTCOMES[before].answer
    return f"{was} →{SPACE}**{is_}**".replace("cannot tell", f"cannot{SPACE}tell")


def _outcomes(report: Report | None) -> dict[str, Outcome]:
    freedoms = report.freedoms if report else None
    return {name: one.outcome for name, one in (freedoms or {}).items()}


def _asked(name: str, now: dict[str, Outcome]) -> str:
    """What a freedom lets people do; who cannot modify has little to share that is changed."""
    if name == "share" and now.get("modify") is not Outcome.MET:
        return "**share** it?"
    return f"{_QUESTIONS[name].replace(name, f'**{name}**', 1)}?"


def _why(view: View, name: str) -> str:
    freedom: Freedom | None = (view.report.freedoms or {}).get(name)
    if freedom is None or freedom.outcome is Outcome.MET:
        return ""
    lines = list(dict.fromkeys(finding.line for finding in view.report.behind(freedom)))
    reason = escape.prose(because(name, freedom, view.report), _REASON)
    return f"{reason} ({line_links(lines, view.link)})" if lines else reason
