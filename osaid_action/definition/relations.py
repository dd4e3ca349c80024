# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What the relation to a model in `built_on` means: what may not apply, and what it lends.

OSAID 1.0 asks the same of a system and of its parts, and the weights with the data information and
the code that made them. What that leaves to a system made from another is our reading.
"""

DESCRIPTION = (
    "data.description.provenance",
    "data.description.scope",
    "data.description.selection",
    "data.description.labeling",
    "data.description.processing",
)

TEACHER = "teacher"
"""It wrote training data; it is no part of the system, and lends nothing."""

NEEDED_TO_RUN = frozenset({"included", "adapter"})
"""The system runs with that model, however it was made: its license and its access count."""

MADE_FROM = frozenset({"finetune", "adapter", "merge", "quantized"})
"""The weights were made from those of that model."""

MAY_NOT_APPLY = (
    "data.description.labeling",
    "code.data_processing",
    "code.validation",
    "code.libraries",
)
"""What any system may do without: OSAID says "if used" of code; of labels it is our reading."""

EXCUSED = (
    (frozenset({"finetune", "adapter"}), ("code.architecture",)),
    (frozenset({"merge", "quantized"}), (*DESCRIPTION, "data.sources", "code.architecture")),
)
"""What else may be not applicable where each model (included ones aside) is of these relations.
The recipe of a merge or a quantization is its training."""

EXCUSED_WITHOUT_WEIGHTS = (
    *DESCRIPTION,
    "data.sources",
    "code.training",
    "code.architecture",
    "parameters.weights",
)
"""What may be not applicable where nothing of one's own is trained: every model is included, and
the weights are not applicable as well."""

CARRIED_BY_OTHERS = frozenset(EXCUSED_WITHOUT_WEIGHTS)
"""All that some relation excuses."""


def may_not_apply(identity: str, relations: frozenset[str], not_applicable: frozenset[str]) -> bool:
    """Whether a requirement may be called not applicable.

    ``relations`` are those to the models that lend (no teachers), ``not_applicable`` what else the
    declaration calls so.
    """
    if identity in MAY_NOT_APPLY:
        return True
    if identity == "data.description.processing" and "code.data_processing" in not_applicable:
        return True
    made = relations - {"included"}
    if relations and not made:
        return "parameters.weights" in not_applicable and identity in EXCUSED_WITHOUT_WEIGHTS
    rows = [excused for kinds, excused in EXCUSED if made & kinds]
    return bool(rows) and all(identity in excused for excused in rows)
