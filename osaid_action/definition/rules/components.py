# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Rules on components, data sets and models that one is built on: what is there, and how."""
# fmt: off

from osaid_action.definition.requirements import REQUIREMENTS
from osaid_action.definition.sections import (
    KEPT_BACK,
    KEPT_IN_PART,
    NO_ASKING,
    PART,
    TERMS,
    THIRD_PARTY,
    THIRD_PARTY_SAYS_NO,
    THIRD_PARTY_SHOWS_NO,
    code,
    data_information,
    faq,
)
from osaid_action.findings import ERROR, NOTE, WARNING, Rule

_WHERE = (
    'if its producer published it, say where it is; else `not_released: "…"` with a `source` says '
    "so. Only its producer can release it"
)
ELSEWHERE = ((THIRD_PARTY, _WHERE),)
_AS_IT_IS = "if you cannot, leave it as it is: it is honest, and costs no more than leaving it out"
_PUBLISH = {
    "code": "publish it under an OSI-approved license",
    "data": "tell it, as OSAID asks also of data that cannot be shared",
    "parameters": "publish them under a license that grants the four freedoms",
}
_NOT_RELEASED = (
    *ELSEWHERE,
    (
        THIRD_PARTY_SAYS_NO,
        "add a `source` that says so, or shows what is there. Only its producer can release it",
    ),
    (THIRD_PARTY_SHOWS_NO, "nothing to fix here: only its producer can release it"),
)
ONLY_ITS_MAKER = ((THIRD_PARTY, "only its producer can change this; it stays as it is declared"),)
SETTINGS_ELSEWHERE = ((THIRD_PARTY, "if its producer published them, add `settings`"),)

MISSING = {
    requirement.id: Rule(
        requirement.missing, WARNING,
        f"{requirement.name[0].upper()}{requirement.name[1:]}: not there",
        "It is part of the preferred form for making modifications, which OSAID calls a "
        "precondition of exercising the freedoms.",
        requirement.remedy,
        requirement.clause,
        remedies=(
            (KEPT_BACK, f"{_PUBLISH[requirement.group]}; {_AS_IT_IS}"),
            (KEPT_IN_PART, f"publish the rest too; {_AS_IT_IS}"),
            *_NOT_RELEASED,
        ),
    )
    for requirement in REQUIREMENTS
}
"""By requirement: it is not there."""

DATA_DESCRIPTION_MISSING = Rule(
    "data-description-missing", WARNING, "The description of the training data: not there",
    "OSAID asks for a complete description of all training data, also of what cannot be shared.",
    "tell where the data came from, what it covers, how it was obtained and selected, labeled, "
    "processed and filtered: one text for all, or one for each",
    data_information(" (1)"),
    remedies=(
        (KEPT_BACK, f"{_PUBLISH['data']}; {_AS_IT_IS}"),
        (KEPT_IN_PART, f"{_PUBLISH['data']}; {_AS_IT_IS}"),
        *_NOT_RELEASED,
    ),
    in_short="the training data is not described",
)
NON_ANSWER = Rule(
    "non-answer", WARNING, "A text says nothing of what it is there for",
    "A refusal, an empty word or a pointer without a place is no description and no reason.",
    'say what is asked; what is kept back is `not_released: "…"`',
    TERMS, remedies=ELSEWHERE, in_short="a text says nothing",
)
TEXT_TOO_SHORT = Rule(
    "text-too-short", NOTE, "A text says too little to tell anything",
    "In fewer than five words (a figure counts as three) nothing can be described. What only "
    "praises, or says the question again, leaves none.",
    "say more, or point to where more is said",
    data_information(" (1)"),
)
LOCATION_DOUBTFUL = Rule(
    "location-doubtful", NOTE, "A location cannot be what it stands for",
    "A home page, an owner's page, a license, the declaration itself, for code and weights a page "
    "or a folder of prose, for a description a picture or the whole repository is not what is "
    "asked for.",
    "point to the very file, folder or page",
    in_short="a location cannot be what it stands for",
)
SAME_WORDS = Rule(
    "same-words", NOTE, "The same words stand for several of the five points",
    "Where data came from, what it covers and how it was processed are told by different words.",
    "say of each point what it asks, or give one `description` that tells all five",
    data_information(" (1)"),
)
THIRD_PARTY_WORD = Rule(
    "third-party-word", NOTE, "A third party says what only the producer can say",
    "Who did not make a system cannot release in its maker's name, nor say what does not apply.",
    "add `source`: where the producer says so; who is the producer gives `declared.by` and "
    "`system.producer` one name",
)
PACKAGE_ALONE = Rule(
    "package-alone", NOTE, "A package is named for code that was the project's own",
    "A package from a registry shows how things can be done, not what was done with this data.",
    "add the scripts that were run; a package may stand beside them",
    code("the complete source code used to train and run the system"),
)
NOT_APPLICABLE_DOUBTFUL = Rule(
    "not-applicable-doubtful", NOTE, "Something is called not applicable beside what tells of it",
    "The same file tells that it was done.",
    'declare the code that did it, or say `not_released: "…"`',
    code("if used"),
)
CARRIED = "when a model that one builds on may carry it"
_LIBRARY = (
    'name that library as its code, such as `{location: "pkg:pypi/scikit-learn@1.5.2", license: '
    "BSD-3-Clause}`, or the model that carries it in `built_on`"
)
BY_A_LIBRARY = "when it is an architecture that a library defines"
NOT_APPLICABLE_REFUSED = Rule(
    "not-applicable-refused", WARNING, "Something cannot be called not applicable",
    "Only what a system can do without may be: labeling, data processing, validation, libraries, "
    "and what a model in `built_on` carries.",
    'declare it, or say `not_released: "…"`',
    code("if used"),
    remedies=(
        (CARRIED, "name the model that carries it in `built_on`, or declare it"),
        (BY_A_LIBRARY, _LIBRARY),
        *ELSEWHERE,
    ),
    in_short="something cannot be called not applicable",
)
SETTINGS_NOT_SHOWN = Rule(
    "settings-not-shown", NOTE, "The settings of the training runs are not shown",
    "OSAID counts arguments and settings to the training code.",
    "add `settings: path/to/config` to `code.training`",
    code("training, including the arguments and settings used"),
    remedies=SETTINGS_ELSEWHERE,
)
_GATED = Rule(
    "access-gated", WARNING, "One must hand something over to get at it",
    "An account, contact data or conditions accepted by name are asking for permission.",
    "publish a copy that anybody can download, and name that one alone: of a list all parts count",
    NO_ASKING, remedies=ONLY_ITS_MAKER,
    in_short="the download is gated: it asks for an account or consent",
)
_APPROVAL = Rule(
    "access-approval", WARNING, "Somebody decides who gets it",
    "That is asking for permission.",
    "publish a copy that anybody can download, and name that one alone: of a list all parts count",
    NO_ASKING, remedies=ONLY_ITS_MAKER, in_short="access is by approval: one has to ask",
)
ACCESS = {"gated": _GATED, "approval": _APPROVAL}
"""By the access that is declared: it takes freedoms away."""

SOURCE_LOCATION_MISSING = Rule(
    "source-location-missing", WARNING, "It is not said where a data set can be got",
    "The list of training data has to say where to obtain it.",
    "add its `location`",
    data_information(" (2) and (3)"),
)
SOURCE_NOT_RELEASED = Rule(
    "source-not-released", WARNING, "A data set is kept back",
    "Data that could be shared and is not cannot be studied. What cannot be shared, and why, can "
    "be described as `unshareable`.",
    "release it, or describe it as `unshareable` if it cannot be shared",
    data_information(""),
    remedies=ONLY_ITS_MAKER,
)
SOURCE_NOT_EXPLAINED = Rule(
    "source-not-explained", WARNING, "Data that cannot be shared is not explained",
    "Unshareable data is described in place of being shared: what it is, how it was collected, "
    "and why it cannot be shared.",
    "add its `because` and its `description`",
    data_information(" (1)"),
    in_short="a data set that cannot be had is not explained",
)
SOURCE_FROM_PRODUCER = Rule(
    "source-from-producer", NOTE, "Data that is obtainable comes from the producer",
    "OSAID's third list is of data that third parties offer. What its maker sells or lends out "
    "under conditions was kept back, or is offered: that cannot be told from here.",
    "name the third party, or call it `open` and give its license, or `not_released`",
    data_information(" (3)"),
)
SOURCE_LICENSE = Rule(
    "source-license", WARNING, "No license that grants the four freedoms is named for open data",
    "The OSI's FAQ defines open data as data that may be copied, changed and shared on. It goes "
    "beyond the letter of OSAID here.",
    "name its license, or call it `public` or `obtainable`",
    faq("the four classes of data"),
)
SOURCE_WITHDRAWN = Rule(
    "source-withdrawn", WARNING, "A data set has gone offline",
    "Public data can go away; its description stands in for it. It is not open any more.",
    "keep its description complete, with dates and hashes",
    faq("public data"),
)
TEACHER_UNLISTED = Rule(
    "teacher-unlisted", NOTE, "No data set is said to be written by a model that taught",
    "What a teacher wrote is training data, and is listed like any other.",
    "add `generated_by` to the data set that it wrote",
    data_information(""),
)
TEACHER_TERMS = Rule(
    "teacher-terms", NOTE, "A teacher's terms speak of training on its output",
    "Such terms bind whoever took the output from that model; what they mean for others is not "
    "known.",
    "nothing: it is told, and costs nothing",
)
PERMISSION_UNSHOWN = Rule(
    "permission-unshown", NOTE, "It is not shown that the licensor of a base allows other terms",
    "Who owns a model may license what is made from it anew. That it is so is shown by one owner "
    "of both, or by a statement that others can read.",
    "give `permission` as a URL, or the locations of both under one owner",
    TERMS,
)
BASE_NAMES_ANOTHER = Rule(
    "base-names-another", NOTE, "The declaration of a model is of a system of another name",
    "It may be that of another model.", "see that it is the right file", PART,
)
BASE_CYCLE = Rule(
    "base-cycle", ERROR, "Models are built on each other in a circle",
    "None of them could be assessed first.",
    "remove one of the links",
    PART,
)
BASE_LICENSE_MISSING = Rule(
    "base-license-missing", NOTE, "No license is named for a model it is built on",
    "What may be done with that model, and with what is made from it, is told by its license.",
    "name its `license`: that settles use and share",
    TERMS, in_short="no license is named for a model it is built on",
)
BASE_UNDECLARED = Rule(
    "base-undeclared", NOTE, "A model it is built on has no declaration here",
    "Its license tells of use and share. Whether it can be studied and modified, and so whether "
    "it meets OSAID, is told by a declaration of its own.",
    "put its maker's OPEN_AI_SYSTEM.yaml into this repository and name it as `declaration`; is "
    "there none, write one with `role: third-party` and at least its weights and their license "
    "(`osaid init --from-model-card`); if you know that its data or code is not released, say "
    '`not_released: "…"` in its entry; or leave it',
    PART, in_short="a model it is built on has no declaration",
)
BASE_UNMET = Rule(
    "base-unmet", WARNING, "A model it is built on does not meet OSAID",
    "A system is no more open than what it is made from.",
    "build on a model that meets OSAID",
    PART, remedies=ONLY_ITS_MAKER, in_short="a model it is built on does not grant it",
)
BASE_UNDECIDED = Rule(
    "base-undecided", NOTE, "It cannot be told whether a model it is built on meets OSAID",
    "Its own declaration does not settle it.",
    "see that model's own report",
    PART, in_short="it is not known of a model it is built on",
)
BASE_INVALID = Rule(
    "base-invalid", ERROR, "The declaration of a model it is built on is invalid",
    "Nothing can be said of that model.",
    "fix that file: run `osaid check` on it",
    PART, in_short="the declaration of a model it is built on is invalid",
)
BASE_NOT_RELEASED = Rule(
    "base-not-released", WARNING, "A model it is built on is not wholly released",
    "What is not released of it can be neither studied nor changed.",
    "build on a model that is released with its data information and code",
    PART, remedies=ONLY_ITS_MAKER, in_short="a model it is built on is not wholly released",
)
BASE_API_ONLY = Rule(
    "base-api-only", WARNING, "A model it runs with can only be called",
    "Behind an API there is nothing to run, study, change or share.",
    "run it with a model whose weights are released",
    PART, remedies=ONLY_ITS_MAKER, in_short="a model it runs with can only be called",
)
