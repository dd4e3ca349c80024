# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Rules on terms: what licenses grant, restrict and leave open."""
# fmt: off

from osaid_action.definition.sections import CODE_TERMS, TERMS, THIRD_PARTY, faq
from osaid_action.findings import ERROR, NOTE, WARNING, Rule
from osaid_action.model import FREEDOMS

_LICENSOR = (
    "only whoever licenses it can change these terms; `osaid explain LICENSE` has the clauses"
)
LICENSOR_ALONE = ((THIRD_PARTY, _LICENSOR),)
_NAME_IT = "if its producer names a license, name it here; only its producer can give it one"
_TOLD_RIGHT = "see that both licenses are told right; a permission is named as `permission`"

LICENSE_RESTRICTS = {
    freedom: Rule(
        f"license-restricts-{freedom}", WARNING, f"A license restricts the freedom to {freedom}",
        "Terms that shut out a person, a purpose or a field grant the freedom to some, not to all.",
        "release it under terms that grant all four freedoms, for example Apache-2.0, or CC-BY-4.0 "
        "for what is not code; `osaid explain LICENSE` has the clauses",
        TERMS,
        remedies=LICENSOR_ALONE,
    )
    for freedom in FREEDOMS
}
"""By freedom: a license takes it away."""

LICENSE_MISSING = Rule(
    "license-missing", WARNING, "No license is named for something that is there",
    "Without a license, copyright leaves others the right to read what is published and no more.",
    "name a license; for what lies at home `licenses.code` and `licenses.documents` are the "
    "defaults. Weights that are free to all can say so with `asserted_free`",
    TERMS,
    remedies=((THIRD_PARTY, _NAME_IT),), in_short="no license is named for all of it",
)
DUTY = "when the license makes a duty of display or naming"
ON_SPDX_LIST = "when it is on SPDX's list and nobody has read it yet"
NO_NAME = "when it is a word that names no text"
OWN_TEXT = "when the terms are somebody's own"
LICENSE_UNKNOWN = Rule(
    "license-unknown", NOTE, "The terms of a license are not known",
    "What is not known is not called open.",
    "correct the id; for terms of your own, give their text as `license_file`",
    TERMS, remedies=(
        (DUTY, ("nobody has settled whether use is free under such a duty: take a license without "
               "it")),
        (ON_SPDX_LIST, ("it is on SPDX's list, and nobody has read it for us yet: read its text, "
                       "and tell us (https://github.com/osaid-action/osaid-action/issues)")),
        (NO_NAME, ("give its text as `license_file`, and its name as `license: LicenseRef-…`: a "
                   "word such as `other` names no text")),
        (OWN_TEXT, "a person has to read its text: what it grants no program can settle"),
    ),
    in_short="a license is not known",
)
LICENSE_NOT_OSI_APPROVED = Rule(
    "license-not-osi-approved", WARNING, "Code is not under an OSI-approved license",
    "OSAID asks for OSI-approved licenses for code, whatever else a license grants.",
    "use a license from the OSI's list, or offer one beside it: `MIT OR …`",
    CODE_TERMS, remedies=LICENSOR_ALONE, in_short="a license is not OSI-approved",
)
LICENSE_NOT_ON_OSI_LIST = Rule(
    "license-not-on-osi-list", NOTE, "A license is open in substance, not on the OSI's list",
    "For data information and parameters OSAID asks for OSI-approved terms; the OSI has "
    "published no list of such terms, so what counts is that all four freedoms are granted.",
    "nothing, unless you want no doubt: Apache-2.0 is on the list",
    TERMS,
)
LICENSE_REMARK = Rule(
    "license-remark", NOTE, "A license needs a remark",
    "A family of licenses, a condition or weaker evidence stands behind the reading.",
    "name the exact license",
    TERMS,
)
PATENTS_NOT_GRANTED = Rule(
    "patents-not-granted", NOTE, "A license says that it grants no patent rights",
    "OSAID does not ask for them, so no freedom is lost; whoever builds on it may want to know.",
    "nothing for OSAID; Apache-2.0 and OpenMDW-1.0 grant patent rights in so many words",
    TERMS,
)
LICENSE_WIDER_THAN_BASE = Rule(
    "license-wider-than-base", WARNING, "Weights are licensed more widely than their base",
    "Nobody can grant more than they were given.",
    "take over the terms of the base model, or show the permission",
    TERMS,
    remedies=((THIRD_PARTY, _TOLD_RIGHT),),
)
ASSERTED_FREE = Rule(
    "asserted-free", NOTE, "Weights without a license are declared free to all",
    "OSAID does not settle whether parameters need a license. The OSI's FAQ asks for an explicit "
    "assertion with their distribution.",
    "nothing; a license such as CC0-1.0 would be plainer",
    faq("parameters free by their nature or by a license"),
)
FURTHER_TERMS_RESTRICT = Rule(
    "further-terms-restrict", WARNING, "Terms beside the license restrict a freedom",
    "What binds beyond a license takes away what the license grants.",
    "drop these terms, or take them over into what the documentation asks of users",
    TERMS, remedies=LICENSOR_ALONE, in_short="terms beside the license restrict it",
)
FURTHER_TERMS_UNKNOWN = Rule(
    "further-terms-unknown", NOTE, "What terms beside the license do is not said",
    "A policy may bind users, or only ask them.",
    "say which freedoms they restrict (`restricts: [use]`), or that they bind nobody "
    "(`binding: false`)",
    TERMS, in_short="terms beside the license are not known",
)
FURTHER_TERMS_NOT_BINDING = Rule(
    "further-terms-not-binding", NOTE, "Terms beside the license are said to bind nobody",
    "They are told, and cost nothing.",
    "nothing: it is attested",
    TERMS,
)
ASSERTION_DOUBTED = Rule(
    "assertion-doubted", NOTE, "A statement that weights are free to all is in doubt",
    "A quote that is short, or has a word of limitation, does not say that everybody may use, "
    "study, modify and share them.",
    "give the address of the licensor's statement, or a license such as CC0-1.0",
    TERMS, in_short="the statement that the weights are free is in doubt",
)
OSAID_REQUIRED = Rule(
    "osaid-required", ERROR, "That OSAID is met was required, and it is not",
    "It was asked for with `--require osaid`.",
    "see the findings on each requirement",
    on_request=True,
)
FREEDOM_REQUIRED = Rule(
    "freedom-required", ERROR, "A freedom that was required is not met",
    "It was asked for with `--require`.",
    "see the findings on that freedom",
    on_request=True,
)
