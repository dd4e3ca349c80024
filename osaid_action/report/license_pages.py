# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What ``osaid explain`` and ``osaid licenses`` say, for a reader who must choose a license."""

from collections.abc import Iterator

from osaid_action.licenses.catalogue import basis, copy_read, spdx_list_version, stands_for
from osaid_action.licenses.clauses import GRANTS, LEAVES_OPEN, RESTRICTS, effect, touching
from osaid_action.licenses.evaluate import evaluate, tree
from osaid_action.licenses.export import clauses_data, explain_data, listing_data, select
from osaid_action.licenses.grant import Grants, License, Terms, display_name, goes_beyond_a_notice
from osaid_action.licenses.spdx_expression import Node
from osaid_action.model import FREEDOMS, Outcome
from osaid_action.report.phrases import OUTCOMES
from osaid_action.report.text import WIDTH
from osaid_action.text import cut, indented, join_words, plural

__all__ = ["clauses_data", "explain", "explain_data", "listing", "listing_data", "summary"]

_CLAUSE_TITLES = {
    RESTRICTS: "What restricts",
    LEAVES_OPEN: "What goes beyond a notice, and alone does not settle use",
    GRANTS: "What any open license may ask",
}
_SOURCES = {
    "catalogue": "this project's catalogue",
    "open-family": "this project's catalogue, as one of an open family",
    "cc-family": "this project's catalogue, as one of the Creative Commons family",
    "osi": "the OSI's approval",
    "fsf-libre": "the Free Software Foundation's list of free licenses",
    "fsf-nonfree": "the Free Software Foundation's list of non-free licenses",
    "blue-oak": "the Blue Oak Council's list of permissive licenses, which is weaker evidence",
    "unknown": "nothing that we follow",
}

_BASES = {
    "read": "its text was read",
    "reported": "others quote or describe its text",
    "recalled": "its text was not read again",
}

_KINDS = {
    "model": "models",
    "data": "data",
    "code": "code",
    "data-or-docs": "data or documents",
    "data-or-model": "data or models",
    "model-or-data": "models or data",
    "model-or-code": "models or code",
    "code-or-model": "code or models",
    "any": "anything",
    "addendum": "adding to another license",
}

_ADVICE = {
    "fit": """\
Fit for code, parameters and data alike. Ship its text and name it where it applies.""",
    "in substance": """\
Fit for parameters, data and documents: it is open in substance.

For code the definition asks for a license that the OSI approved: take Apache-2.0 or MIT, or offer
one of them as a choice beside this one.""",
    "leaves open": """\
Nobody is shut out, but a duty to show or to bear a name goes beyond a notice, and whether use is
then free for any purpose nobody has settled: it counts as met nowhere and as unmet nowhere.

If the work is yours, take a license without that duty: MIT, Apache-2.0 or OpenMDW-1.0.""",
    "restricts": """\
If the work is yours: release parameters under Apache-2.0, MIT or OpenMDW-1.0; data and documents
under CC-BY-4.0, CC-BY-SA-4.0 or CC0-1.0; code under Apache-2.0 or MIT. A list of banned uses binds
users, and an open license may not have one; a model card may ask for care instead.

If the limit comes from a model that yours is built on, a new license does not lift it: choose
another base, or declare it as it is.""",
    "unknown": """\
Name a license that is known here, or have a person read the text: until then nobody can count on
the four freedoms. A LicenseRef- that is not in the catalogue counts as if none
were named, unless license_file shows its text.""",
}
"""What to do about it: paragraphs with an empty line between."""


def explain(expression: str) -> str:
    """Explain a license or an expression in plain text; raises ``ExpressionError``."""
    root = tree(expression)
    terms = evaluate(root, text_shown=True)
    blocks = [_title(terms), _tree_block(root), _freedoms(terms), _clauses(terms)]
    blocks += [_definition(terms), _facts(terms), _advice(terms), _yaml(terms)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _title(terms: Terms) -> str:
    first = terms.licenses[0]
    if len(terms.licenses) > 1 or not first.name:
        return _paragraph(terms.expression)
    about = [f"by {first.steward}"] if first.steward else []
    about += [f"written for {_KINDS[first.kind]}"] if first.kind in _KINDS else []
    lines = [f"{first.id}: {first.name}", ", ".join(about)]
    if terms.expression != first.id:
        lines.insert(0, f"{terms.expression}, read as {first.id}")
    return "\n".join(_paragraph(line) for line in lines if line)


def _paragraph(text: str, indent: int = 0, label: str = "", gap: int = 0) -> str:
    """Wrap a text; a label stands before its first line."""
    return "\n".join(indented(text, " " * indent + label.ljust(gap), WIDTH))


def _tree_block(root: Node) -> str:
    """Show each part of an expression with what it amounts to."""
    return "\n".join(["Part by part", *_branches(root, 1)]) if root.operator else ""


def _branches(node: Node, depth: int) -> Iterator[str]:
    terms = evaluate(node, text_shown=True)
    name = {"AND": "all of (AND)", "OR": "a choice of (OR)"}.get(node.operator, terms.expression)
    yield _paragraph(f"{name}: {summary(terms.grants)}", 2 * depth)
    for part in node.parts:
        yield from _branches(part, depth + 1)


def summary(grants: Grants) -> str:
    """Say in half a line what is granted, restricted and unknown."""
    parts = []
    for outcome in (Outcome.UNMET, Outcome.UNDECIDED, Outcome.MET):
        verb = OUTCOMES[outcome].grants
        names = [freedom for freedom in FREEDOMS if grants[freedom].outcome is outcome]
        if len(names) == len(FREEDOMS):
            return f"{verb} all four freedoms"
        parts += [f"{verb} {join_words(names)}"] if names else []
    return "; ".join(parts)


def _freedoms(terms: Terms) -> str:
    lines = ["What it says to the four freedoms"]
    for freedom, grant in terms.grants.items():
        why = _kinds(terms, freedom) or (grant.clause if grant.outcome is not Outcome.MET else "")
        said = OUTCOMES[grant.outcome].grant
        text = f"{said}: {why}" if why else said
        lines.append(_paragraph(text, 2, freedom, 8))
    return "\n".join(lines)


def _kinds(terms: Terms, freedom: str) -> str:
    """Name the kinds of clauses that take a freedom away or leave it open."""
    outcome = terms.grants[freedom].outcome
    touched = touching(terms.clauses, freedom)
    if outcome is Outcome.MET:
        return ""  # what any open license may ask is no reason
    if len(terms.licenses) == 1 and terms.licenses[0].certainty == "low":
        reported = [clause.kind for clause in touched if effect(clause) is not Outcome.MET]
        return f"{', '.join(reported)}, as reported" if reported else ""
    deciding = [clause.kind for clause in touched if effect(clause) is outcome]
    return ", ".join(dict.fromkeys(deciding))


def _clauses(terms: Terms) -> str:
    """Show each clause with its kind, the freedoms it touches and where it stands."""
    blocks = []
    for weight, title in _CLAUSE_TITLES.items():
        clauses = [clause for clause in terms.clauses if effect(clause) is weight]
        lines = [title]
        for clause in clauses:
            place = f", {clause.section}" if clause.section else ""
            text = f"on {join_words(clause.freedoms)}{place}: {clause.text}"
            lines.append(_paragraph(text, 2, clause.kind, 20))
        blocks += ["\n".join(lines)] if clauses else []
    return "\n\n".join(blocks)


def _definition(terms: Terms) -> str:
    """Say what the definition makes of it: code needs the OSI's approval, the rest freedom."""
    substance = f"{OUTCOMES[terms.granting].requirement}: it {summary(terms.grants)}"
    if terms.granting is Outcome.MET and terms.osi is not Outcome.MET:
        substance += " (open in substance, not on the OSI's list)"
    listed = {
        Outcome.MET: "it is on the OSI's list",
        Outcome.UNMET: "it is not on the OSI's list, which code needs",
        Outcome.UNDECIDED: "nobody can say whether the OSI approved it",
    }
    lines = [
        "Under the Open Source AI Definition 1.0",
        _paragraph(substance, 2, "parameters, data", 18),
        _paragraph(f"{OUTCOMES[terms.osi].requirement}: {listed[terms.osi]}", 2, "code", 18),
    ]
    return "\n".join(lines)


def _facts(terms: Terms) -> str:
    """Say where this comes from: in full for one license, shortly for several."""
    lines = ["Where this comes from"]
    if len(terms.licenses) > 1:
        ids = dict.fromkeys(license_.id for license_ in terms.licenses)
        lines += [_paragraph(f"osaid explain {id_}", 2) for id_ in ids]
        lines += [_paragraph(_sentence(remark), 2) for remark in terms.remarks]
    else:
        rows = _rows(terms.licenses[0])
        lines += [_paragraph(text, 2, label, 15) for label, text in rows if text]
    return "\n".join(lines)


def _rows(license_: License) -> Iterator[tuple[str, str]]:
    approved = {Outcome.MET: "approved", Outcome.UNMET: "not on its list"}
    fsf = {True: "free", False: "not free", None: "says nothing"}
    yield "OSI", f"{approved.get(license_.osi, 'cannot tell')} (SPDX list {spdx_list_version()})"
    yield "FSF", f"{fsf[license_.fsf]} (SPDX list {spdx_list_version()})"
    yield (
        "Patents",
        "it says that it grants none" if license_.withholds_patents else "",
    )
    yield "Also written", ", ".join(license_.aliases)
    members = stands_for(license_.id)
    yield "Worst of", ", ".join(members) if members != (license_.id,) else ""
    yield "Text", license_.url
    yield "Copy read", copy_read(license_.id)
    yield "Known from", _SOURCES[license_.source]
    yield "Certainty", _certainty(license_)
    yield "Note", _sentence(license_.note)


def _certainty(license_: License) -> str:
    if not license_.certainty or license_.kind == "label":
        return ""
    known = _BASES.get(basis(license_.id), "")
    how = f": {known}" if known else ""
    so = "; it is taken as unknown" if license_.certainty == "low" else ""
    return f"{license_.certainty}{how}, {license_.checked}{so}"


def _sentence(text: str) -> str:
    return text if not text or text[-1] in ".?" else f"{text}."


def _advice(terms: Terms) -> str:
    paragraphs = _ADVICE[_advised(terms)].split("\n\n")
    return "\n".join(["What to do", *(_paragraph(text, 2) for text in paragraphs)])


def _yaml(terms: Terms) -> str:
    """How it is declared, to copy; and where it costs a freedom, what would not."""
    weights = '  parameters:\n    weights: {{location: "https://…", license: {}}}'
    ours = weights.format(display_name(terms))
    if terms.granting is Outcome.MET:
        code = f"  licenses: {{code: {display_name(terms)}}}\n" if terms.osi is Outcome.MET else ""
        return f"To declare it\n{code}{ours}"
    costs = "This costs a freedom" if terms.granting is Outcome.UNMET else "This does not settle it"
    return f"{costs}\n{ours}\n\nThis grants all four\n{weights.format('Apache-2.0')}"


def _advised(terms: Terms) -> str:
    if terms.granting is Outcome.MET:
        return "fit" if terms.osi is Outcome.MET else "in substance"
    if terms.granting is Outcome.UNMET:
        return "restricts"
    duties = any(goes_beyond_a_notice(terms, freedom) for freedom in FREEDOMS)
    return "leaves open" if duties else "unknown"


def listing(restricts: str | None = None, *, osi: bool = False, query: str = "") -> str:
    """List the known licenses, one on a line, that pass every filter given."""
    chosen = select(restricts, osi=osi, query=query)
    head = (
        "use, study, modify, share: + granted, - restricted, ? cannot tell;"
        f" SPDX {spdx_list_version()}"
    )
    lines = [_line(license_) for license_ in chosen]
    return "\n".join([head, *lines, plural(len(chosen), "license")]) + "\n"


def _line(license_: License) -> str:
    marks = " ".join(OUTCOMES[license_.grants[freedom].outcome].sign for freedom in FREEDOMS)
    approved = "OSI" if license_.osi is Outcome.MET else "   "
    return cut(f"{marks}  {approved}  {license_.id}  {license_.name}".rstrip(), WIDTH)
