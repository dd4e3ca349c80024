# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where the repository itself names another license than the declaration does."""

from collections.abc import Callable, Iterator

from osaid_action.evidence.license_inventory import CODE, DATA, PARAMETERS
from osaid_action.evidence.license_metadata import (
    LicenseClaim,
    card_claims,
    claimed_terms,
    claims,
    claims_in_card,
    disagreement,
    readme_claims,
    tag_claims,
)
from osaid_action.evidence.model_card import declared_cards
from osaid_action.evidence.observation import DECLARED, FOUND, EvidenceStatus, Observation
from osaid_action.evidence.paths import Paths, folder_of
from osaid_action.findings import Diagnostic
from osaid_action.licenses.evaluate import terms
from osaid_action.licenses.grant import Terms, undecided
from osaid_action.model import FREEDOMS, Declaration, Outcome, Part
from osaid_action.repository.tree import ResolvedPath, Tree

_MOST_LICENSES = 20  # of data, that a README's word is compared with


class LicenseConflicts:
    """What other files of the repository say of licenses; each is read once."""

    def __init__(self, declaration: Declaration, paths: Paths) -> None:
        self.declaration, self.paths = declaration, paths
        self.claims = paths.budget.cached(self._claims)

    def of_part(
        self, part: Part, component: str, resolved: ResolvedPath | None
    ) -> Iterator[Observation]:
        """Where the repository names another license for code here, or for weights.

        ``resolved`` is where the part lies here; None for what lies elsewhere.
        """
        group = component.partition(".")[0]
        if group not in (CODE, PARAMETERS) or (group == CODE and not resolved):
            return
        default = self.declaration.licenses.get("code", "") if group == CODE else ""
        declared = part.license or default
        if not declared:
            return
        where = (*part.path, "license") if part.license else ("licenses", "code")
        what = "the code here" if group == CODE else "the weights"
        for claim in dict.fromkeys(self.claims_of(group, resolved)):
            ours = terms(declared)
            if diagnostic := disagreement(claim, ours, where, what):
                found = _conflict(diagnostic, claim, ours, FOUND if resolved else DECLARED)
                if resolved or found.terms:  # of weights elsewhere, what grants no less is no news
                    yield found

    def claims_of(self, group: str, resolved: ResolvedPath | None) -> Iterator[LicenseClaim]:
        """What the repository says of the license of code or weights, at a path or elsewhere."""
        root = self.paths.root
        if group == PARAMETERS:
            for card in self._cards():
                yield from self.claims(claims_in_card, card)
        if resolved is None:
            return
        yield from (one for one in self.claims(readme_claims, root) if one.group == group)
        if group == PARAMETERS:
            yield from self.claims(card_claims, folder_of(resolved))
            return
        yield from self.claims(claims, root)
        if resolved.kind == "file":
            yield from self.claims(tag_claims, resolved.path)

    def _cards(self) -> Iterator[str]:
        """The cards of the model, wherever its weights lie: those declared, and a README."""
        cards = declared_cards(self.declaration, self.paths)
        resolved = [*cards, self.paths.resolved("README.md")]
        yield from dict.fromkeys(one.path for one in resolved if one.kind == "file")

    def of_data(self) -> Iterator[Observation]:
        """Where the README names a license for the data that no source has."""
        licensed = [one for one in self.declaration.source_list if one.license]
        expressions = dict.fromkeys(f"({one.license})" for one in licensed)
        said = [one for one in self.claims(readme_claims, self.paths.root) if one.group == DATA]
        if not said or not licensed or len(expressions) > _MOST_LICENSES:
            return
        declared = terms(" AND ".join(expressions)) if len(expressions) > 1 else None
        declared = declared or terms(licensed[0].license)
        for claim in said:
            where = (*licensed[0].path, "license")
            if diagnostic := disagreement(claim, declared, where, "the data"):
                yield _conflict(diagnostic, claim, terms(licensed[0].license), FOUND)

    def _claims(
        self, reader: Callable[[Tree, str], Iterator[LicenseClaim]], path: str
    ) -> tuple[LicenseClaim, ...]:
        """What other files of the repository say of licenses, each asked once in a run."""
        tree = self.paths.tree
        return tree.once((reader.__name__, path), lambda: tuple(reader(tree, path)))


def _conflict(
    diagnostic: Diagnostic, claim: LicenseClaim, declared: Terms, status: EvidenceStatus
) -> Observation:
    """A conflict; where the other license grants less, nobody can tell which of the two holds."""
    found = undecided(declared, diagnostic.message) if _grants_less(claim, declared) else None
    return Observation(status, diagnostics=(diagnostic,), terms=found)


def _grants_less(claim: LicenseClaim, declared: Terms) -> bool:
    """Whether a claim withholds a freedom that is declared; words that are no id do."""
    claimed = claimed_terms(claim)
    if claimed is None:
        return True
    theirs = claimed.grants
    if not any(grant.outcome is not Outcome.UNDECIDED for grant in theirs.values()):
        return True
    return any(
        declared.grants[freedom].outcome is Outcome.MET and theirs[freedom].outcome is Outcome.UNMET
        for freedom in FREEDOMS
    )
