# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a comment tells one by one, in Markdown: changes, what is in the way, requirements."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple

from osaid_action.definition.requirements import BY_ID
from osaid_action.model import Finding, Outcome, Report, RequirementResult
from osaid_action.report import changes, escape
from osaid_action.report.markdown_parts import RULES_URL, View, line_links
from osaid_action.report.phrases import OUTCOMES, Group, grouped, told_attested, verified
from osaid_action.text import join_words, plural

_SEEN = 240
_FEW = 3
_TOGETHER = 4  # problems told with one remedy
_MOST = 50  # things told of in one section
_END = "\n</details>"


class Item(NamedTuple):
    """One item of a list, and how many things it tells of."""

    text: str
    weight: int = 1


class Section(NamedTuple):
    """A part that can be cut short: its beginning, what it lists, its end."""

    head: str
    items: Sequence[Item]
    foot: str
    noun: str  # for what is left out
    total: int  # of things to tell, also of those that no item was made for


# ------------------------------------------------------------------ what changed


def changed(view: View) -> Section:
    """What the change does to single things: one line for each."""
    told = changes.changed(view.change, escape.code, "**{}**".format)
    items = [Item(f"- {name}: {' · '.join(turns)}") for name, turns in told]
    return Section("**What this change does**\n", items, "", "changes", len(items))


# ------------------------------------------------------------------ what is in the way


def in_the_way(view: View) -> list[Section]:
    """What blocks the rest: what is new with this change first, then what was so before."""
    findings = view.report.blocking
    if view.before is None or view.change is None:
        against = any(finding.severity != "note" for finding in findings)
        title = "What is in the way" if against else "What cannot be told"
        return [_problems(f"**{title}**\n", findings, view)]
    new = [finding for finding in findings if finding.id in view.change.new_findings]
    old = [finding for finding in findings if finding.id not in view.change.new_findings]
    back = (*view.change.lost, *view.change.doubted)
    title = f"To get {changes.named(back)} back" if back else "In the way since this change"
    return [_problems(f"**{title}**\n", new, view), _as_before(old, view)]


def _as_before(findings: Sequence[Finding], view: View) -> Section:
    """What no reviewer of the change has to deal with, folded when it is long."""
    section = _problems("**In the way, as before**\n", findings, view)
    if section.total <= _FEW:
        return section
    title = f"{plural(section.total, 'point')} in the way, as before"
    return section._replace(head=_fold(title), foot=_END)


def _problems(head: str, findings: Sequence[Finding], view: View) -> Section:
    """An item for each problem, or for a few in a row with one remedy."""
    groups = grouped(findings)
    items, same = [], list[Group]()
    for group, following in zip_longest(groups[:_MOST], groups[1:_MOST]):
        same.append(group)
        is_last = following is None or _way_out(following) != _way_out(group)
        if is_last or len(same) == _TOGETHER:
            told = [_problem(each, findings, view) for each in same]
            text = "  \n  ".join([*told, _way_out(group), _sources(same)])
            items.append(Item(f"- {text}", len(same)))
            same = []
    return Section(head, items, "", "points", len(groups))


def _problem(group: Group, findings: Sequence[Finding], view: View) -> str:
    members = {f.id for f in findings if f.rule == group.first.rule and f.line in group.lines}
    price = _price(members, group.first, view.report)
    where = f"**{line_links(group.lines, view.link, 'Line')}**"
    return f"{where}: {escape.prose(group.message)}{price}"


def _price(members: set[str], first: Finding, report: Report) -> str:
    touched = [n for n, f in (report.freedoms or {}).items() if members & set(f.reasons)]
    if touched:
        verb = "leaves open" if first.severity == "note" else "costs"
        return f" · **{verb} {join_words(touched)}**"
    required = any(members & set(one.reasons) for one in report.requirements)
    return " · costs the requirement, no freedom" if required else ""


def _way_out(group: Group) -> str:
    return f"→ {escape.prose(group.first.remedy)}"


def _sources(groups: Sequence[Group]) -> str:
    """The clauses behind problems, and the pages on their rules."""
    rules = [group.first.rule for group in groups]
    told = [escape.prose(rule.clause.text) for rule in rules if rule.clause.text]
    told += [escape.link(rule.id, f"{RULES_URL}#{rule.id}") for rule in rules]
    return f"<sub>{' · '.join(dict.fromkeys(told))}</sub>"


def errors(view: View) -> Section:
    """What is wrong with an invalid file."""
    return _problems("", view.report.findings, view)._replace(noun="problems")


# ------------------------------------------------------------------ folded away


def requirements(view: View) -> Section:
    """Every requirement with its clause, license and evidence."""
    every = view.report.requirements
    outcomes = [one.outcome for one in every]
    said = [f"{outcomes.count(Outcome.MET)} met"]
    said += [f"{n} not met" for n in [outcomes.count(Outcome.UNMET)] if n]
    said += [f"{n} cannot be told" for n in [outcomes.count(Outcome.UNDECIDED)] if n]
    title = f"{plural(len(every), 'requirement')}: {', '.join(said)} · {verified(view.report)}"
    head = "| | requirement | license | evidence | what OSAID 1.0 asks for |\n|:-:|---|---|---|---|"
    rows = [Item(_requirement(one, view)) for one in every]
    return Section(f"{_fold(title)}\n{head}", rows, _END, "requirements", len(rows))


def _requirement(one: RequirementResult, view: View) -> str:
    name = BY_ID[one.id].name
    if one.line is not None:
        name += f" ({line_links([one.line], view.link)})"
    license_ = changes.licenses(one.license, escape.code) if one.license else ""
    asked = escape.prose(one.clause.text.removeprefix("OSAID 1.0, "))
    cells = [OUTCOMES[one.outcome].picture, name, license_, _looked(one), asked]
    return f"| {' | '.join(cells)} |"


def _looked(one: RequirementResult) -> str:
    """Its evidence, and what was seen."""
    if one.evidence is None:
        return "does not apply" if one.outcome is Outcome.MET else "absent"
    seen = escape.prose("; ".join(one.notes), _SEEN)
    return f"{one.evidence}: {seen}" if seen else one.evidence


def remarks(view: View) -> Section:
    """What decides nothing and is good to know."""
    groups = grouped(view.report.remarks)
    items = [
        Item(
            f"- {line_links(group.lines, view.link, 'Line')}: {escape.prose(group.message)} "
            f"→ {escape.prose(group.first.remedy)}"
        )
        for group in groups[:_MOST]
    ]
    decides = "decides" if len(groups) == 1 else "decide"
    title = f"{plural(len(groups), 'remark')}, which {decides} nothing"
    return Section(_fold(title), items, _END, "remarks", len(groups))


def attested(view: View) -> Section:
    """What is declared and no program can check."""
    items = [Item(f"- {escape.prose(point)}") for point in told_attested(view.report)]
    title = f"{plural(len(items), 'point')} declared that no program can check"
    return Section(_fold(title), items, _END, "points", len(items))


def _fold(title: str) -> str:
    return f"<details><summary>{title}</summary>\n"
