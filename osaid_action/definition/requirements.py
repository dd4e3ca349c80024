# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""OSAID 1.0 as data: its requirements beside their words.

The definition: https://opensource.org/ai/open-source-ai-definition (version 1.0, 28 October 2024).
"""

from typing import NamedTuple

from osaid_action.definition.sections import code, data_information, osaid
from osaid_action.findings import Clause

DEFINITION = "OSAID-1.0"
DEFINITION_URL = "https://opensource.org/ai/open-source-ai-definition"

GRANTING, OSI_APPROVED, OWN = "granting", "osi-approved", "own"


class Requirement(NamedTuple):
    """One thing the definition asks for; its id is its place in the file."""

    id: str
    group: str  # data | code | parameters | lineage
    name: str  # in a sentence: "the training code"
    short: str  # in a list: "training code"
    clause: Clause
    terms: str  # GRANTING | OSI_APPROVED | OWN
    remedy: str  # what to do when it is not there
    missing: str  # the rule that speaks when it is not there


_DATA = " (1): a complete description of all training data tells"
_DATA_REMEDY = "OSAID wants it of all training data, also of what cannot be shared"

REQUIREMENTS = (
    Requirement(
        "data.description.provenance",
        "data",
        "the provenance of the training data",
        "data provenance",
        data_information(f"{_DATA} where it came from"),
        GRANTING,
        f"name every source and where it came from; {_DATA_REMEDY}",
        "data-provenance-missing",
    ),
    Requirement(
        "data.description.scope",
        "data",
        "the scope and characteristics of the training data",
        "data scope",
        data_information(f"{_DATA} its scope and characteristics"),
        GRANTING,
        f"say what the data covers: kinds, languages, amounts, dates; {_DATA_REMEDY}",
        "data-scope-missing",
    ),
    Requirement(
        "data.description.selection",
        "data",
        "how the training data was obtained and selected",
        "data selection",
        data_information(f"{_DATA} how it was obtained and selected"),
        GRANTING,
        f"say how each source was obtained and by which rules it was selected; {_DATA_REMEDY}",
        "data-selection-missing",
    ),
    Requirement(
        "data.description.labeling",
        "data",
        "the labeling procedures",
        "labeling",
        data_information(f"{_DATA} how it was labeled"),
        GRANTING,
        'say who labeled what, and by which instructions; without labels say `not_applicable: "…"`',
        "data-labeling-missing",
    ),
    Requirement(
        "data.description.processing",
        "data",
        "how the training data was processed and filtered",
        "data processing",
        data_information(f"{_DATA} how it was processed and filtered"),
        GRANTING,
        f"say how the data was cleaned, deduplicated, filtered; {_DATA_REMEDY}",
        "data-processing-missing",
    ),
    Requirement(
        "data.sources",
        "data",
        "the list of the training data",
        "the list of data",
        data_information(
            " (2) and (3): a list of all publicly available training data and of all that third "
            "parties offer, with where to get it, also for a fee"
        ),
        OWN,
        "list every data set under `data.sources` with its availability and where to get it",
        "data-sources-missing",
    ),
    Requirement(
        "code.data_processing",
        "code",
        "the data processing code",
        "data processing code",
        code("the complete source code, with the code that processed and filtered the data"),
        OSI_APPROVED,
        "publish the code that prepared the data, under an OSI-approved license",
        "data-processing-code-missing",
    ),
    Requirement(
        "code.training",
        "code",
        "the training code",
        "training code",
        code(
            "the complete source code used to train and run the system, with the training code, "
            "its arguments and settings"
        ),
        OSI_APPROVED,
        "publish the training code with its settings, under an OSI-approved license",
        "training-code-missing",
    ),
    Requirement(
        "code.validation",
        "code",
        "the validation and testing code",
        "validation code",
        code("the complete source code, with the validation and testing code"),
        OSI_APPROVED,
        "publish the code that validated and tested the model, under an OSI-approved license",
        "validation-code-missing",
    ),
    Requirement(
        "code.libraries",
        "code",
        "the supporting libraries",
        "libraries",
        code(
            "the complete source code, with supporting libraries such as tokenizers and "
            "hyperparameter search"
        ),
        OSI_APPROVED,
        "name the tokenizer and other libraries that come from outside the package registries; "
        'if there are none say `not_applicable: "…"`',
        "libraries-missing",
    ),
    Requirement(
        "code.inference",
        "code",
        "the inference code",
        "inference code",
        code("the complete source code, with the inference code"),
        OSI_APPROVED,
        "publish the code that runs the model, under an OSI-approved license",
        "inference-code-missing",
    ),
    Requirement(
        "code.architecture",
        "code",
        "the model architecture",
        "architecture",
        code("the complete source code, with the model architecture"),
        OSI_APPROVED,
        "publish the code that defines the architecture, under an OSI-approved license",
        "architecture-missing",
    ),
    Requirement(
        "parameters.weights",
        "parameters",
        "the weights",
        "weights",
        osaid(
            "OSAID 1.0, Parameters: the model parameters, such as weights or other configuration "
            "settings",
            "Parameters",
        ),
        GRANTING,
        "publish the weights under terms that grant all four freedoms",
        "weights-missing",
    ),
)
"""What OSAID 1.0 asks for ("Preferred form to make modifications to machine-learning systems")."""

LINEAGE = Requirement(
    "lineage",
    "lineage",
    "the models it is built on",
    "built on",
    osaid(
        "OSAID 1.0 asks the same of a system, a model and any of their parts; every model that "
        "this one is made from or runs with is such a part",
        "Open Source AI",
    ),
    OWN,
    "give each model in `built_on` a `declaration` of its own",
    "base-undeclared",
)

BY_ID = {requirement.id: requirement for requirement in (*REQUIREMENTS, LINEAGE)}

DISCLAIMER = (
    "Automatic check of what is declared. No legal advice; not made or endorsed by the OSI. "
    "The OSI certifies no system."
)

ATTESTED = {
    "data.description": (
        "that the description of the training data is complete, and enough for a skilled person "
        "to build a substantially equivalent system"
    ),
    "data.sources": "that all training data is listed, and can be had where the list says",
    "shared-alike": (
        "that the weights' license fits that of the data, which asks that what is made of it be "
        "shared alike: whether weights are made of their data no program settles"
    ),
    "unshareable": "that the data called unshareable cannot be shared",
    "code": "that the code is complete and is what was used to train and run the system",
    "libraries": (
        "that everything else comes from package registries, in the versions of its lock file"
    ),
    "lineage": (
        "that every model that it is made from, runs with or was taught by is named, as what it is"
    ),
    "holders": "that those whom the license files name hold the rights",
    "not_applicable": "that what is called not applicable does not apply",
    "asserted_free": "that the statement that the weights are free to all is the licensor's",
    "declaration": "that the declaration of another model, here, says what is true of that model",
    "same_licensor": "that whoever owns the model it is made from licenses this one too",
    "permission": "that the licensor of the model it is made from allows these terms",
    "not-binding": "that what is called not binding binds nobody",
    "third-party": "that this third party's account of the system is right",
}
"""What a program cannot check, by what calls for saying so."""
