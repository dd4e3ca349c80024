# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What is known of licenses as JSON-ready values, for programs."""

from collections.abc import Iterable
from typing import Any

from osaid_action.licenses.catalogue import (
    all_licenses,
    basis,
    copy_read,
    spdx_list_version,
    stands_for,
)
from osaid_action.licenses.clauses import KINDS, Clause
from osaid_action.licenses.evaluate import evaluate, tree
from osaid_action.licenses.grant import Grants, License
from osaid_action.licenses.spdx_expression import Node
from osaid_action.model import Outcome


def explain_data(expression: str) -> dict[str, Any]:
    """Explain a license or an expression; raises ``ExpressionError``."""
    root = tree(expression)
    terms = evaluate(root, text_shown=True)
    distinct = {license_.id: license_ for license_ in terms.licenses}
    return {
        "expression": terms.expression,
        "freedoms": _freedoms(terms.grants),
        "requirements": {
            "code": terms.osi.value,
            "data": terms.granting.value,
            "parameters": terms.granting.value,
        },
        "clauses": clauses_data(terms.clauses),
        "kinds": {clause.kind: KINDS[clause.kind].meaning for clause in terms.clauses},
        "remarks": list(terms.remarks),
        "tree": _branch(root),
        "licenses": [_record(license_) for license_ in distinct.values()],
        "spdx_list": spdx_list_version(),
    }


def clauses_data(clauses: Iterable[Clause]) -> list[dict[str, Any]]:
    """Give clauses as reports carry them: ``kind``, ``freedoms``, ``section`` and ``text``."""
    return [{**clause._asdict(), "freedoms": list(clause.freedoms)} for clause in clauses]


def listing_data(
    restricts: str | None = None, *, osi: bool = False, query: str = ""
) -> list[dict[str, Any]]:
    """List the known licenses that restrict a freedom, are OSI-approved and mention ``query``."""
    return [_record(license_) for license_ in select(restricts, osi=osi, query=query)]


def select(restricts: str | None = None, *, osi: bool = False, query: str = "") -> list[License]:
    """Choose the licenses of a listing, by id; no filter chooses all."""
    chosen = (
        license_
        for license_ in all_licenses()
        if (not restricts or license_.grants[restricts].outcome is Outcome.UNMET)
        and (not osi or license_.osi is Outcome.MET)
        and query.lower() in _searched(license_)
    )
    return sorted(chosen, key=lambda license_: license_.id.lower())


def _searched(license_: License) -> str:
    words = (license_.id, license_.name, license_.steward, license_.kind, *license_.aliases)
    return " ".join(words).lower()


def _branch(node: Node) -> dict[str, Any]:
    terms = evaluate(node, text_shown=True)
    branch: dict[str, Any] = {"expression": terms.expression, "osi": terms.osi.value}
    branch["freedoms"] = {name: grant.outcome.value for name, grant in terms.grants.items()}
    if node.operator:
        branch |= {"operator": node.operator, "parts": [_branch(part) for part in node.parts]}
    return branch


def _freedoms(grants: Grants) -> dict[str, dict[str, str]]:
    return {
        freedom: {"outcome": grant.outcome.value, "clause": grant.clause}
        for freedom, grant in grants.items()
    }


def _record(license_: License) -> dict[str, Any]:
    members = stands_for(license_.id)
    return {
        **license_._asdict(),
        "grants": _freedoms(license_.grants),
        "osi": license_.osi.value,
        "aliases": list(license_.aliases),
        "clauses": clauses_data(license_.clauses),
        "basis": basis(license_.id),
        "copy": copy_read(license_.id),
        "stands_for": list(members) if members != (license_.id,) else [],
    }
