# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Every rule a finding can speak by: how bad it is, why it matters, how to satisfy it."""

from typing import NamedTuple

from osaid_action.definition.requirements import REQUIREMENTS

ERROR, WARNING, NOTE = "error", "warning", "note"


class Rule(NamedTuple):
    """A rule; ids are kebab-case names and are never used again for something else."""

    id: str
    severity: str
    title: str
    why: str
    remedy: str
    clause: str = ""


_TERMS = "OSAID 1.0: made available under terms, and in a way, that grant the four freedoms"
_CODE_TERMS = "OSAID 1.0, Code: under OSI-approved licenses"
_NO_ASKING = "OSAID 1.0: to use the system for any purpose and without having to ask for permission"
_PART = "OSAID 1.0: the same is asked of a system and of each of its parts"
_FORMAT = "The published JSON Schema of OPEN_AI_SYSTEM.yaml"
_READING = "How declarations are read: plain YAML that every reader reads alike"
_EVIDENCE = "Evidence: a declaration is a claim, and what it points to is looked at"

_MISSING = tuple(
    Rule(
        requirement.missing,
        WARNING,
        f"{requirement.name[0].upper()}{requirement.name[1:]}: not there",
        "It is part of the preferred form for making modifications, which OSAID calls a "
        "precondition of exercising the freedoms.",
        requirement.remedy,
        requirement.clause,
    )
    for requirement in REQUIREMENTS
)

_RESTRICTS = tuple(
    Rule(
        f"license-restricts-{freedom}",
        WARNING,
        f"A license restricts the freedom to {freedom}",
        "Terms that shut out a person, a purpose or a field grant the freedom to some, not to all.",
        "Release it under terms that grant all four freedoms, for example Apache-2.0, or CC-BY-4.0 "
        "for what is not code; `osaid explain LICENSE` has the clauses.",
        _TERMS,
    )
    for freedom in ("use", "study", "modify", "share")
)

_TABLE = (
    Rule("not-utf-8", ERROR, "The file is not UTF-8",
         "Readers would disagree about its text.", "Save it as UTF-8.", _READING),
    Rule("control-character", ERROR, "A control character stands in the file",
         "It can hide text or command a terminal.", "Remove it.", _READING),
    Rule("not-yaml", ERROR, "The file is not YAML",
         "Nothing can be read from it.", "Mend the line that is named.", _READING),
    Rule("tab", ERROR, "A tab is used where only spaces may stand",
         "YAML does not indent with tabs.", "Indent with spaces.", _READING),
    Rule("empty", ERROR, "The file is empty", "There is no declaration in it.",
         'Begin with `open_ai_system: "1.0"` and `system:`.', _READING),
    Rule("too-large", ERROR, "The file is over a limit of size",
         "A reader that has no limits can be brought down by one file.",
         "Move long texts into files of their own.", _READING),
    Rule("too-deep", ERROR, "The file is nested too deeply",
         "A reader that has no limits can be brought down by one file.", "Flatten it.", _READING),
    Rule("anchor", ERROR, "An anchor (&) is used",
         "Some YAML readers refuse them, and a small file can grow large by them.",
         "Write the value out.", _READING),
    Rule("alias", ERROR, "An alias (*) is used",
         "Some YAML readers refuse them, and a small file can grow large by them.",
         "Write the value out.", _READING),
    Rule("merge-key", ERROR, "A merge key (<<) is used",
         "YAML 1.2 has none: readers disagree.", "Write the keys out.", _READING),
    Rule("tag", ERROR, "A tag (!) is used", "Tags change what a value is, reader by reader.",
         "Remove it.", _READING),
    Rule("second-document", ERROR, "A second document begins in the file",
         "A reader that stops at the first would miss it.", "Keep one document a file.", _READING),
    Rule("repeated-key", ERROR, "A key stands twice", "Readers take the first or the last.",
         "Keep one of the two.", _READING),
    Rule("key-not-text", ERROR, "A key is not text", "Keys of a declaration are names.",
         "Put it in quotes, or write it as text.", _READING),
    Rule("unknown-key", ERROR, "A key is unknown", "It would be passed over in silence.",
         "Use the key that was meant; a key of your own begins with `x-`.", _FORMAT),
    Rule("missing-key", ERROR, "A key that must be there is not", "Without it nothing can be said.",
         "Add it.", _FORMAT),
    Rule("wrong-value", ERROR, "A value is not one of those that are possible",
         "It cannot be understood.", "Use one of those named.", _FORMAT),
    Rule("wrong-type", ERROR, "A value is of the wrong kind", "It cannot be understood.",
         "Write what the message asks for; quote text that looks like a number.", _FORMAT),
    Rule("not-a-location", ERROR, "A text stands where a location is expected",
         "A string is a location: a path or an https URL. A string with white space is one only if "
         "a file of that name is there.",
         "Write `{text: …}` for a description in place, `{location: …}` for a path.", _FORMAT),
    Rule("too-many-problems", ERROR, "There are more problems than are told",
         "The first ones usually cause the rest.", "Mend those first.", _FORMAT),
    Rule("license-not-an-expression", ERROR, "A license is no SPDX expression",
         "It cannot be looked up.", "Use an SPDX id, such as `Apache-2.0`.",
         "SPDX specification, annex on license expressions"),
    Rule("base-cycle", ERROR, "Models are built on each other in a circle",
         "None of them could be assessed first.", "Remove one of the links.", _PART),
    Rule("path-missing", ERROR, "A path that is declared is not there",
         "The declaration says something is released and the repository does not show it.",
         "Correct the path, commit the file, or say `not_released: …`.", _EVIDENCE),
    Rule("path-case", ERROR, "A path is written in another case than in the repository",
         "It is there on some systems and not on others.", "Write it as the repository has it.",
         _EVIDENCE),
    Rule("path-outside", ERROR, "A path leaves the repository",
         "What lies outside is not released with it; links and `..` are followed only inside.",
         "Point to a file in the repository, or to an https URL.", _EVIDENCE),
    Rule("hash-mismatch", ERROR, "A file has another SHA-256 than declared",
         "It is not the file that was meant.", "Correct the file or the hash.", _EVIDENCE),
    Rule("license-altered", ERROR, "A license's text was changed",
         "A license with a word added, removed or changed is another license, whatever its title "
         "says; its terms are nobody's to vouch for.",
         "Put the unchanged text there, or declare what it is.", _EVIDENCE),
    Rule("license-mismatch", ERROR, "A license's text is that of another license",
         "The text that goes with the files is what holds.",
         "Declare the license that is there, or put the right text there.", _EVIDENCE),
    Rule("license-noted", WARNING, "A license's file holds other words than its text",
         "What they mean for the terms a person has to read; names of holders are none of them.",
         "Keep the license's text alone in its file.", _EVIDENCE),
    Rule("license-conflict", WARNING, "The repository names another license elsewhere",
         "People read pyproject.toml, package.json, CITATION.cff, badges and model cards, and take "
         "them at their word.", "Make the two agree.", _EVIDENCE),
    Rule("license-text-unknown", NOTE, "A license's text could not be compared",
         "There is no text of that license here to compare it with.", "Read it yourself.",
         _EVIDENCE),
    Rule("license-text-missing", WARNING, "A license's text is not in the repository",
         "Most licenses ask that their text goes with the files.",
         "Add a LICENSE file with the license's text.", _EVIDENCE),
    Rule("settings-unreadable", WARNING, "A file of settings does not parse",
         "Settings that cannot be read are not shown.", "Mend the file.", _EVIDENCE),
    Rule("weights-unreadable", WARNING, "A file of weights is not what its name says",
         "Its header cannot be read.", "Check that the file was uploaded whole.", _EVIDENCE),
    Rule("url-gone", WARNING, "A URL that is declared is not there",
         "The declaration says something is released, and nobody finds it where it points.",
         "Correct the URL, or say `not_released: …`.", _EVIDENCE),
    Rule("access-conflict", WARNING, "Hugging Face lets people in on other terms than declared",
         "Who has to hand over contact data, or to be let in, has to ask for permission; who "
         "has not, need not be told so.",
         "Declare the access that the repository's settings give, or change the settings.",
         _NO_ASKING),
    Rule("revision-missing", WARNING, "A revision that is declared is not there",
         "It pins nothing, and nobody can get at what was meant.",
         "Name a branch, tag or commit that is there.", _EVIDENCE),
    Rule("url-unanswered", NOTE, "A URL could not be looked at",
         "A network that is silent, or that wants to know who asks, proves nothing either way.",
         "Look for yourself, or run it again.", _EVIDENCE),
    Rule("freedom-required", ERROR, "A freedom that was required is not met",
         "It was asked for with `--require`.", "See the findings on that freedom."),
    Rule("license-missing", WARNING, "Something is there without a license",
         "Without a license, copyright leaves others the right to read what is published and no "
         "more.",
         "Name a license; for what lies at home `licenses.code` and `licenses.documents` are the "
         "defaults. Weights that are free to all can say so with `asserted_free`.", _TERMS),
    Rule("license-unknown", NOTE, "The terms of a license are not known",
         "What is not known is not called open.",
         "Correct the id; for terms of your own, give their text as `license_file`.", _TERMS),
    Rule("license-not-osi-approved", WARNING, "Code is not under an OSI-approved license",
         "OSAID asks for OSI-approved licenses for code, whatever else a license grants.",
         "Use a license from the OSI's list, or offer one beside it: `MIT OR …`.", _CODE_TERMS),
    Rule("license-not-on-osi-list", NOTE, "A license is open in substance, not on the OSI's list",
         "For data information and parameters OSAID asks for OSI-approved terms; the OSI has "
         "published no list of such terms, so what counts is that all four freedoms are granted.",
         "Nothing, unless you want no doubt: Apache-2.0 is on the list.", _TERMS),
    Rule("license-remark", NOTE, "A license needs a remark",
         "A family of licenses, a condition or weaker evidence stands behind the reading.",
         "Name the exact license.", _TERMS),
    Rule("license-wider-than-base", WARNING, "Weights are licensed more widely than their base",
         "Nobody can grant more than they were given.",
         "Take over the terms of the base model, or show the permission.", _TERMS),
    Rule("asserted-free", NOTE, "Weights without a license are declared free to all",
         "OSAID leaves open whether parameters need a license. The OSI's FAQ asks for an explicit "
         "assertion with their distribution.",
         "Nothing; a license such as CC0-1.0 would be plainer.",
         "OSI FAQ on OSAID 1.0: parameters free by their nature or by a license"),
    Rule("access-gated", WARNING, "One must hand something over to get at it",
         "An account, contact data or conditions accepted by name are asking for permission.",
         "Publish a copy that anybody can download.", _NO_ASKING),
    Rule("access-approval", WARNING, "Somebody decides who gets it",
         "That is asking for permission.", "Publish a copy that anybody can download.", _NO_ASKING),
    Rule("source-location-missing", WARNING, "It is not said where a data set can be got",
         "The list of training data has to say where to obtain it.", "Add its `location`.",
         "OSAID 1.0, Data Information (2) and (3)"),
    Rule("source-not-released", WARNING, "A data set is kept back",
         "Data that could be shared and is not cannot be studied. What cannot be shared, and why, "
         "can be described as `unshareable`.",
         "Release it, or describe it as `unshareable` if it cannot be shared.",
         "OSAID 1.0, Data Information"),
    Rule("source-not-explained", WARNING, "Data that cannot be shared is not explained",
         "Unshareable data is described in place of being shared: what it is, how it was "
         "collected, and why it cannot be shared.", "Add its `reason` and its `description`.",
         "OSAID 1.0, Data Information (1)"),
    Rule("source-license", WARNING, "Open data carries no license that grants the four freedoms",
         "The OSI's FAQ defines open data as data that may be copied, changed and shared on. It "
         "goes beyond the letter of OSAID here.",
         "Name its license, or call it `public` or `obtainable`.",
         "OSI FAQ on OSAID 1.0: the four classes of data"),
    Rule("source-withdrawn", WARNING, "A data set has gone offline",
         "Public data can go away; its description stands in for it. It is not open any more.",
         "Keep its description complete, with dates and hashes.",
         "OSI FAQ on OSAID 1.0: public data"),
    Rule("not-applicable-refused", WARNING, "Something cannot be called not applicable",
         "Only what a system can do without may be: labeling, data processing, validation, "
         "libraries, and what a model in `built_on` carries.",
         "Declare it, or say `not_released: …`.", "OSAID 1.0, Code: if used"),
    Rule("base-undeclared", NOTE, "A model it is built on has no declaration here",
         "Whether that model meets OSAID cannot be told from this file.",
         "Put its declaration into this repository and name it as `declaration`.", _PART),
    Rule("base-unmet", WARNING, "A model it is built on does not meet OSAID",
         "A system is no more open than what it is made from.",
         "Build on a model that meets OSAID.", _PART),
    Rule("base-undecided", NOTE, "It cannot be told whether a model it is built on meets OSAID",
         "Its own declaration leaves it open.", "See that model's own report.", _PART),
    Rule("base-invalid", ERROR, "The declaration of a model it is built on is invalid",
         "Nothing can be said of that model.", "Mend that file: run `osaid check` on it.", _PART),
    Rule("base-not-released", WARNING, "A model it is built on is not wholly released",
         "What is not released of it can be neither studied nor changed.",
         "Build on a model that is released with its data information and code.", _PART),
    Rule("base-api-only", WARNING, "A model it runs with can only be called",
         "Behind an API there is nothing to run, study, change or share.",
         "Run it with a model whose weights are released.", _PART),
    Rule("placeholder", NOTE, "Something only holds a place",
         "Empty text, TODO and TBD count as absent.", "Fill it in, or remove it."),
    Rule("settings-not-shown", NOTE, "The settings of the training runs are not shown",
         "OSAID counts arguments and settings to the training code.",
         "Add `settings: path/to/config` to `code.training`.",
         "OSAID 1.0, Code: training, including the arguments and settings used"),
    Rule("unpinned", NOTE, "Something elsewhere is not pinned",
         "What stands at a URL can change after the declaration was written.",
         "Add `revision` or `sha256`."),
    Rule("anchor-missing", NOTE, "A heading that a path points to is not in the file",
         "A reader will look for it.", "Correct what stands after #.", _EVIDENCE),
)  # fmt: skip

RULES = {rule.id: rule for rule in (*_MISSING, *_RESTRICTS, *_TABLE)}
