# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Declarations by somebody who wants "met" without a release: none gets it unless nobody can know.

What nobody can know is attested, with the words that it rests on.
"""

import pytest

from tests.made import AT_HOME, ELSEWHERE, GONE, dumped, report, rules, whole
from tests.test_reading_cases import CODE, HUB, SITE, base, code, points, source, weights

PACKAGE = {"location": "pkg:pypi/transformers@4.48.0", "license": "Apache-2.0"}
GERMAN = (
    *("Die Herkunft geben wir nicht bekannt.", "Umfang: vertraulich.", "Dazu keine Angaben."),
    *("Dazu äußern wir uns nicht.", "Die Verarbeitung bleibt unser Geheimnis."),
)
CHINESE = (
    "数据来源暂不公开。",
    "规模保密。",
    "属于商业机密。",
    "标注流程不予披露。",
    "处理细节恕不公开。",
)
FRENCH = (
    *("La provenance n'est pas communiquée.", "Étendue confidentielle.", "Secret des affaires."),
    *("Nous ne divulguons pas l'annotation.", "Le traitement n'est pas publié."),
)
RUSSIAN = (
    *("Происхождение не раскрывается.", "Объём конфиденциален.", "Это коммерческая тайна."),
    *("Разметка не раскрывается.", "Обработка не разглашается."),
)
TURKISH = (  # in no list of ours
    *(
        "Veri kaynaklar\u0131 aç\u0131klanmamaktad\u0131r.",
        "Kapsam gizlidir.",
        "Seçim yöntemi paylaş\u0131lm\u0131yor.",
    ),
    *("Etiketleme bilgisi verilmemektedir.", "İşleme süreci ticari s\u0131rd\u0131r."),
)
CYRILLIC = str.maketrans("oceay", "\u043e\u0441\u0435\u0430\u0443")
WIDE = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
POLITE = (
    "For competitive reasons we have decided to keep the origin of our corpus to ourselves.",
    "The scope of the corpus is something we would rather not talk about at present.",
    "How we selected is our secret sauce and stays in house.",
    "Labeling guidelines are not available to the public.",
    "Processing followed best practice; the details stay with us.",
)

ATTACKS = {
    "refusals in German": points(*GERMAN),
    "refusals in Chinese": points(*CHINESE),
    "refusals in French": points(*FRENCH),
    "refusals in Russian": points(*RUSSIAN),
    "refusals in a language without a list": points(*TURKISH),
    "polite refusals": points(*POLITE),
    "letters from another script": points("Not disclosed to anybody.".translate(CYRILLIC)),
    "figures for letters": points("N0t d1scl0sed to the public."),
    "letters nobody sees": points("N\u200bo\u200bt d\u00adisclosed."),
    "wide letters": points("Not disclosed.".translate(WIDE)),
    "one answer for all": points("Web pages of Common Crawl from 2023 and books of Gutenberg."),
    "an address for an answer": points(*(f"{SITE}{number}" for number in range(5))),
    "a home page for each point": {
        f"data.description.{point}": {"location": SITE, "license": "CC-BY-4.0", "revision": "1"}
        for point in ("provenance", "scope", "selection", "labeling", "processing")
    },
    "an owner's page for the code": code(location="https://github.com/lab"),
    "a page of prose for the code": code(location=f"{AT_HOME}/blob/v1/README.md#code"),
    "a license for the weights": weights(location=f"{AT_HOME}/LICENSE", license="MIT"),
    "packages for all code": {f"code.{name}": PACKAGE for name in CODE},
    "settings on a home page": {"code.training.settings": SITE},
    "no settings": {"code.training.settings": GONE},
    "training done by others": {"code.training": {"not_applicable": "A contractor did that."}},
    "weights that are the base's": {
        **base(license="MIT"),
        "parameters.weights": {"not_applicable": "They are the base's, with our changes."},
    },
    "a small open part that excuses all": {
        **base("included", license="MIT", location=f"{ELSEWHERE}/part"),
        "parameters.weights": {"not_applicable": "Only the part has weights."},
        "code.training": {"not_applicable": "Nothing of ours is trained."},
    },
    "code whose key part is missing": {
        "code.training": [
            {"location": f"{AT_HOME}/t", "settings": f"{AT_HOME}/s"},
            {"not_released": "The part that matters."},
        ]
    },
    "a secret pipeline, and the same words twice": {
        "code.data_processing": {"not_applicable": "Our pipeline is a trade secret."},
        "data.description.processing": {"not_applicable": "Our pipeline is a trade secret."},
    },
    "data for sale at a sister site": {
        "system.homepage": SITE,
        **source(availability="obtainable", location="https://data.lab.example.org/x", fee=True),
    },
    "data of no place": source(availability="public"),
    "data called unshareable in a word": source(
        availability="unshareable", because="privacy", description="Data."
    ),
    "a choice of two that are not free": {
        "parameters.weights.license": "CC-BY-NC-4.0 OR CC-BY-ND-4.0"
    },
    "a choice with an own license": {"parameters.weights.license": "CC-BY-NC-4.0 OR LicenseRef-x"},
    "a free license and a policy": {"parameters.weights.license": "MIT AND LicenseRef-policy"},
    "a policy with nothing in its list": {
        "parameters.weights.further_terms": {"location": f"{SITE}p", "restricts": []}
    },
    "free by a sentence on something else": weights(
        asserted_free="Our team in Paris worked for three years on this model."
    ),
    "free for some": weights(
        asserted_free="These weights are free for everybody who does research with them."
    ),
    "free by a home page": weights(asserted_free=SITE),
    "a permission by word of mouth": base(license="llama2", permission="They said yes to us."),
    "a permission on a home page": base(license="llama2", permission=SITE),
    "an owner of both that is none": base(
        license="llama2", location=f"{HUB}/meta-llama/x", same_licensor=True
    ),
    "an access that takes a name": {"parameters.weights.access": "gated"},
    "a limit written like a place": weights(license="CC-BY-4.0-NC"),
    "another limit written like a place": weights(license="CC-BY-SA-3.0-ND"),
    "a version of nobody": weights(license="CC-BY-4.9"),
    "a fan's word": {"declared": {"by": "A fan", "role": "third-party"}},
    "a fan's word with a source that is none": {
        "declared": {"by": "A fan", "role": "third-party"},
        **{
            f"data.description.{point}.source": "the paper"
            for point in ("provenance", "scope", "selection", "labeling", "processing")
        },
    },
}


@pytest.mark.parametrize("changes", ATTACKS.values(), ids=list(ATTACKS))
def test_an_attack_does_not_get_what_it_wants(changes):
    made = report(changes)

    assert made.valid, [one.message for one in made.findings]
    assert made.verdict != "met"
    assert made.label in ("closed", "code-available", "weights-available", "open-weights")


POLICY = {"location": f"{SITE}p", "binding": False}
PRAISE = "A diverse mixture of high quality that experts curated with great care."
NOBODY_KNOWS = {
    "praise": ({"data.description.scope": {"text": PRAISE}}, PRAISE),
    "an excuse in plain words": (
        {"code.libraries": {"not_applicable": "All else comes from PyPI, as locked."}},
        "All else comes from PyPI",
    ),
    "data that cannot be shared": (
        source(
            availability="unshareable",
            because="contract",
            description="Some 40,000 letters that we agreed not to pass on to others.",
        ),
        "Some 40,000 letters",
    ),
    "a policy that binds nobody": ({"parameters.weights.further_terms": POLICY}, f"{SITE}p"),
    "a statement that all is free": (
        weights(asserted_free="Everybody may use, study, modify and share these weights freely."),
        "Everybody may use",
    ),
    "one data set of many": ({}, "that all training data is listed"),
    "a base that is called a teacher": (
        {**base("teacher"), "data.sources.0.generated_by": "Base"},
        "is named, as what it is",
    ),
    "code that was never used": ({}, "is what was used to train"),
}


@pytest.mark.parametrize(("changes", "told"), NOBODY_KNOWS.values(), ids=list(NOBODY_KNOWS))
def test_what_nobody_can_know_is_attested(changes, told):
    made = report(changes)

    assert made.verdict == "met"
    assert made.as_declared
    assert any(told in f"{one.what} {one.text}" for one in made.attested)


FILES = {
    "a policy beside the license": {"USAGE_POLICY": "Read this before you use the model."},
    "a card that names another base": {"README.md": "---\nbase_model: meta/Llama\n---\n"},
    "a card that names more data": {"README.md": "---\ndatasets: [lab/secret]\n---\n"},
    "files of an adapter": {"adapter_config.json": "{}"},
}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Everybody may use, study, modify and share these weights.", "met"),
        ("Our team in Paris worked for three years on this model.", "undecided"),
        ("Everybody may use these weights for research only.", "undecided"),
        ("Not disclosed.", "unmet"),
    ],
)
def test_a_statement_in_a_file_is_read(home, text, verdict):
    changes = weights(asserted_free={"location": "FREE.txt"})

    assert report(changes, home({"FREE.txt": text})).verdict == verdict


def test_a_permission_in_a_file_that_is_not_there_is_an_error(home):
    changes = base(license="llama2", permission={"location": "yes.md"})

    assert "path-missing" in rules(report(changes, home({})), "error")


def test_a_declaration_of_another_maker_is_his_only_with_a_source(home):
    theirs = dumped(whole({"system.name": "Base", "system.producer": "Another"})).decode()
    parent = {"name": "Base", "relation": "finetune", "declaration": "base.yaml", "license": "MIT"}
    tree = home({"base.yaml": theirs})

    made = report({"built_on": [parent]}, tree)
    remedies = {one.remedy for one in made.findings if one.rule.id == "base-undecided"}
    sourced = report({"built_on": [{**parent, "source": "https://another.example.org/1"}]}, tree)

    assert (made.verdict, sourced.verdict) == ("undecided", "met")
    assert len(remedies) == 1
    assert "name the original as `source` in this entry" in remedies.pop()
    assert any(one.text == "base.yaml" for one in sourced.attested)


@pytest.mark.parametrize("files", FILES.values(), ids=list(FILES))
def test_what_the_repository_says_otherwise_is_heard(home, files):
    made = report({}, home(files))

    assert made.verdict == "undecided"
    assert len(rules(made)) == 1


@pytest.mark.parametrize("settings", ["gone.yaml", ["conf/a.yaml", "gone.yaml"], "conf/empty.yaml"])
def test_settings_that_are_not_there_are_not_settings(home, settings):
    tree = home({"conf/a.yaml": "lr: 1\n", "conf/empty.yaml": ""})
    made = report({"code.training.settings": settings}, tree)

    assert made.verdict == "unmet"
    assert rules(made, "error") == {"path-missing"}


@pytest.mark.parametrize("words", ["see the paper", "not disclosed", "my conf/a.yaml"])
def test_words_in_place_of_settings_are_no_location(home, words):
    made = report({"code.training.settings": words}, home({"conf/a.yaml": "lr: 1\n"}))

    assert rules(made, "error") == {"not-a-location"}


@pytest.mark.parametrize("place", ["parameters.weights", "code.inference", "data.sources.0"])
def test_further_terms_in_a_file_that_is_not_there_are_an_error(home, place):
    changes = {f"{place}.further_terms": {"location": "POLICY.md", "binding": False}}

    assert rules(report(changes, home({})), "error") == {"path-missing"}
    assert not rules(report(changes, home({"POLICY.md": "Be kind."})), "error")


def test_a_placeholder_for_further_terms_is_told():
    made = report({"parameters.weights.further_terms": "TODO"})

    assert rules(made, "note") == {"placeholder"}
