# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Whether a component is there: released, whole, told, and not excused without a reason."""

import pytest

from osaid_action.assessment.availability import (
    against_availability,
    against_words,
    excused,
    quoted,
)
from osaid_action.assessment.non_answers import Reading, read_text
from osaid_action.definition.rules.evidence import PATH_MISSING
from osaid_action.evidence.observation import CONTRADICTED, VERIFIED, Observation
from osaid_action.model import Outcome
from osaid_action.validation.loader import load
from tests.made import GONE, IDS, POINTS, report, whole

NO = {"not_released": "We keep it."}
NONE = {"not_applicable": "Pre-training used no labels."}
COMPONENTS = [one for one in IDS if one != "data.sources"]
THIRD = {"declared": {"by": "A critic", "role": "third-party", "date": "2026"}}


def against(identity, changes=None, evidence=None):
    """What is said against a component: outcome, rule, place."""
    declaration = load(whole(changes))
    component = declaration.components.get(identity, declaration.sources)
    found = against_availability(component, declaration, evidence or {})
    return [(outcome.value, one.rule.id, one.path) for outcome, one in found]


def path(identity):
    return tuple(identity.split("."))


@pytest.mark.parametrize("identity", IDS)
def test_nothing_is_said_against_what_is_there(identity):
    assert against(identity) == []


@pytest.mark.parametrize("value", [GONE, NO, [NO]])
@pytest.mark.parametrize("identity", COMPONENTS)
def test_what_is_not_there_is_unmet_by_a_rule_of_its_own(identity, value):
    ((outcome, rule, where),) = against(identity, {identity: value})

    assert (outcome, where) == ("unmet", path(identity))
    assert rule.endswith("-missing")


def test_no_two_components_share_the_rule():
    rules = [against(identity, {identity: NO})[0][1] for identity in IDS]

    assert len({*rules}) == len(IDS)


@pytest.mark.parametrize("point", POINTS)
def test_of_a_whole_description_that_is_not_there_one_rule_speaks(point):
    assert against(f"data.description.{point}", {"data.description": NO}) == [
        ("unmet", "data-description-missing", ("data", "description"))
    ]


@pytest.mark.parametrize("identity", COMPONENTS)
def test_what_is_released_in_part_is_unmet(identity):
    parts = [{"location": "a", "settings": "s"} if identity.startswith("code") else "a", NO]

    assert [found[0] for found in against(identity, {identity: parts})] == ["unmet"]


# ------------------------------------------------------------------ not applicable

ANY = ["data.description.labeling", "code.data_processing", "code.validation", "code.libraries"]


@pytest.mark.parametrize("identity", IDS)
def test_alone_only_some_things_may_be_not_applicable(identity):
    found = against(identity, {identity: NONE, "data.description.processing": GONE})
    if identity == "data.description.processing":
        found = against(identity, {identity: NONE})

    assert found == (
        [] if identity in ANY else [("unmet", "not-applicable-refused", path(identity))]
    )


@pytest.mark.parametrize("reason", ["", "n/a", "secret", "see the paper"])
def test_a_reason_that_is_none_is_a_no(reason):
    ((outcome, rule, _),) = against(
        "code.libraries", {"code.libraries": {"not_applicable": reason}}
    )

    assert (outcome, rule) == ("unmet", "libraries-missing")


@pytest.mark.parametrize(
    ("source", "changes", "expected"),
    [
        (None, {}, []),
        (None, THIRD, [("undecided", "third-party-word", ("code", "libraries"))]),
        ("https://x.y/1", THIRD, []),
    ],
)
def test_a_third_partys_excuse_needs_a_source(source, changes, expected):
    excuse = {**NONE, **({"source": source} if source else {})}

    assert against("code.libraries", {**changes, "code.libraries": excuse}) == expected


@pytest.mark.parametrize(
    ("identity", "other", "is_doubtful"),
    [
        ("code.data_processing", "data.description.processing", True),
        ("code.validation", "code.evaluation", True),
        ("code.validation", "documents.evaluation_results", True),
        ("code.validation", "documents.evaluation_data", False),
        ("code.libraries", "code.evaluation", False),
    ],
)
@pytest.mark.parametrize("value", ["docs/x.md", NO, GONE])
def test_what_is_declared_beside_an_excuse_makes_it_doubtful(identity, other, is_doubtful, value):
    changes = {"data.description.processing": GONE, identity: NONE}
    if value is not GONE:
        changes[other] = value

    assert against(identity, changes) == (
        [("undecided", "not-applicable-doubtful", path(identity))]
        if is_doubtful and value == "docs/x.md"
        else []
    )


@pytest.mark.parametrize(
    ("relations", "identity", "expected"),
    [
        ([], "code.architecture", False),
        (["finetune"], "code.architecture", True),
        (["teacher"], "code.architecture", False),
        (["teacher", "finetune"], "code.architecture", True),
        (["merge"], "data.sources", True),
        (["finetune"], "data.sources", False),
        (["included"], "code.training", True),
        (["included", "finetune"], "code.training", False),
    ],
)
def test_what_may_not_apply_depends_on_the_models_that_lend(relations, identity, expected):
    based = [{"name": one, "relation": one} for one in relations]
    excuse = {"parameters.weights": NONE} if "included" in relations else {}

    assert excused(identity, load(whole({**excuse, "built_on": based}))) is expected


@pytest.mark.parametrize("weights", [NONE, NO])
def test_the_other_excuses_count(weights):
    changes = {"built_on": [{"name": "B", "relation": "included"}], "parameters.weights": weights}

    assert excused("data.sources", load(whole(changes))) is (weights is NONE)


def test_the_list_of_data_is_one_of_the_excuses():
    declaration = load(whole({"data.sources": NONE}))

    assert against("data.sources", {"data.sources": NONE}) == [
        ("unmet", "not-applicable-refused", ("data", "sources"))
    ]
    assert not excused("data.sources", declaration)


@pytest.mark.parametrize(
    ("identity", "is_carried"), [("code.inference", False), ("code.architecture", True)]
)
def test_what_a_model_may_carry_has_another_way_out(identity, is_carried):
    declaration = load(whole({identity: NONE}))
    ((_, refused),) = against_availability(declaration.components[identity], declaration, {})

    assert (refused.remedy != refused.rule.remedy) is is_carried


# ------------------------------------------------------------------ what is said

SCOPE = "data.description.scope"
WORDS = [
    ("300 B tokens of English and German text, half of it from 2020 on.", []),
    ("not disclosed", [("unmet", "non-answer")]),
    ("see the paper", [("unmet", "non-answer")]),
    ("English web text", [("undecided", "text-too-short")]),
]


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_words_in_place_are_read(text, expected):
    found = against(SCOPE, {f"{SCOPE}.text": text})

    assert found == [(*one, (*path(SCOPE), "text")) for one in expected]


@pytest.mark.parametrize(("text", "expected"), WORDS)
@pytest.mark.parametrize(("identity", "is_read"), [(SCOPE, True), ("code.inference", False)])
def test_a_file_is_read_when_it_describes_data(text, expected, identity, is_read):
    seen = {path(identity): Observation(VERIFIED, content=text.encode())}
    location = "docs/x.md" if is_read else "run.py"
    found = against(identity, {identity: location}, seen)

    assert found == ([(*one, path(identity)) for one in expected] if is_read else [])


def test_a_file_that_is_no_text_is_taken_at_its_word():
    seen = {path(SCOPE): Observation(VERIFIED, content=b"%PDF-1.7")}

    assert against(SCOPE, {SCOPE: "data.pdf"}, seen) == []


@pytest.mark.parametrize("producer", ["Acme", None])
def test_the_systems_own_name_names_nothing(producer):
    changes = {f"{SCOPE}.text": "We do not disclose what Acme took."}
    changes |= {"system.producer": producer} if producer else {}

    assert len(against(SCOPE, changes)) == (producer is not None)


@pytest.mark.parametrize(("source", "is_open"), [(None, True), ("https://x.y/paper", False)])
@pytest.mark.parametrize(("changes", "is_third"), [({}, False), (THIRD, True)])
def test_a_third_partys_own_text_leaves_it_open(source, is_open, changes, is_third):
    changes = {**changes, **({f"{SCOPE}.source": source} if source else {})}

    assert against(SCOPE, changes) == (
        [("undecided", "third-party-word", (*path(SCOPE), "text"))] if is_third and is_open else []
    )


def test_a_third_partys_path_is_no_word():
    assert against(SCOPE, {**THIRD, SCOPE: "docs/data.md"}) == []


@pytest.mark.parametrize("exists", [True, False])
def test_what_is_not_where_it_should_be_is_unmet(exists):
    where = ("code", "inference", "location")
    gone = PATH_MISSING.at(where, "gone")
    seen = {where[:2]: Observation(CONTRADICTED, diagnostics=(gone,), exists=exists)}

    assert against("code.inference", evidence=seen) == (
        [] if exists else [("unmet", "path-missing", where)]
    )


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        (Reading("answers"), None),
        (Reading("too-short", ("English",)), Outcome.UNDECIDED),
        (Reading("refusal", ("No.",)), Outcome.UNMET),
        (Reading("pointer", ("See it.",)), Outcome.UNMET),
        (Reading("empty"), Outcome.UNMET),
    ],
)
def test_words_that_say_nothing_are_a_no_and_too_few_leave_it_open(reading, expected):
    found = list(against_words(reading, "the scope", ("x",)))

    assert [one.outcome for one in found] == ([expected] if expected else [])
    assert all(one.diagnostic.path == ("x",) for one in found)


def test_the_words_are_quoted_or_called_empty():
    assert quoted(Reading("empty")) == "empty"
    assert quoted(Reading("refusal", ("We do not\ntell.", "Secret."))) == (
        '"We do not tell."; "Secret."'
    )
    assert quoted(read_text("x" * 1000)).endswith('…"') is (read_text("x" * 1000).quoted != ())


POINT = "data.description.scope"


@pytest.mark.parametrize(
    ("location", "content", "is_doubtful"),
    [
        ("docs/scope.png", b"", True),
        ("https://x.y/z/scope.SVG", b"", True),
        (".", b"", True),
        ("./", b"", True),
        ("docs/", b"", False),
        ("docs/scope.md", b"\x89PNG\r\n\x1a\n\x00", True),
        ("docs/scope.pdf", b"%PDF-1.7\n\x00", False),
        ("docs/scope.docx", b"PK\x03\x04\x00", False),
        ("docs/scope.md", "Zwei Dörfer am Meer, gezählt nach Häusern.".encode("utf-16"), False),
    ],
)
def test_a_picture_and_a_whole_repository_describe_nothing(location, content, is_doubtful):
    evidence = {path(POINT): Observation(content=content)}

    assert against(POINT, {POINT: location}, evidence) == (
        [("undecided", "location-doubtful", path(POINT))] if is_doubtful else []
    )


def test_a_page_of_prose_is_no_code_and_the_code_is_asked_for():
    made = report({"code.inference": "docs/run.md"})

    (found,) = [one for one in made.findings if one.rule.id == "location-doubtful"]
    assert found.remedy == (
        "point to the inference code as such: a file or a folder, not a page about it"
    )


def test_a_picture_may_be_code_and_the_whole_repository_too():
    for location in (".", "docs/model.svg"):
        assert against("code.architecture", {"code.architecture": location}) == []


@pytest.mark.parametrize(
    ("relation", "identity", "remedy"),
    [
        (None, "data.sources", "name the model that carries it"),
        ("teacher", "code.training", "name the model that carries it"),
        ("finetune", "data.sources", "declare it"),
        ("merge", "code.training", "declare it"),
        ("included", "data.sources", "declare it"),
        ("quantized", "parameters.weights", "declare it"),
    ],
)
def test_who_has_named_a_model_is_not_told_to_name_one(relation, identity, remedy):
    parents = [{"name": "Base", "relation": relation}] if relation else []
    excuse = {identity: {"not_applicable": "It is that of the base."}, "built_on": parents}
    declaration = load(whole({**excuse, "data.description.scope": "a.md"}))
    component = declaration.components.get(identity, declaration.sources)
    ((_, refused),) = against_availability(component, declaration, {})

    assert refused.rule.id == "not-applicable-refused"
    assert refused.remedy.startswith(remedy)


# ------------------------------------------------------------------ code


@pytest.mark.parametrize(
    ("parts", "is_shown"),
    [
        ({"location": "src/"}, False),
        ({"location": "src/", "settings": "a.yaml"}, True),
        ([{"location": "a", "settings": "s"}, {"location": "b"}], True),
        ([{"location": "a"}, {"location": "b"}], False),
    ],
)
def test_training_code_shows_its_settings_somewhere(parts, is_shown):
    assert against("code.training", {"code.training": parts}) == (
        [] if is_shown else [("undecided", "settings-not-shown", ("code", "training"))]
    )


@pytest.mark.parametrize("identity", ["code.data_processing", "code.validation", "code.libraries"])
@pytest.mark.parametrize(
    ("parts", "is_alone"),
    [("pkg:pypi/torch", True), (["pkg:pypi/a", "pkg:pypi/b"], True), (["pkg:pypi/a", "b"], False)],
)
def test_packages_alone_are_not_code_of_ones_own(identity, parts, is_alone):
    where = (*path(identity), 0) if isinstance(parts, list) else path(identity)

    assert against(identity, {identity: parts}) == (
        [("undecided", "package-alone", where)] if is_alone and identity != "code.libraries" else []
    )


@pytest.mark.parametrize(
    ("relations", "identity", "is_offered"),
    [
        (["finetune"], "code.architecture", True),
        (["finetune", "included"], "code.architecture", True),
        (["quantized"], "data.description.scope", True),
        (["finetune"], "data.description.scope", False),
        (["finetune", "merge"], "data.description.scope", False),
        (["included"], "code.architecture", False),
        (["teacher"], "code.architecture", False),
        (["finetune"], "code.training", False),
        (["finetune"], "code.inference", False),
        ([], "code.architecture", False),
    ],
)
def test_that_a_part_is_the_bases_is_offered_where_that_is_enough(relations, identity, is_offered):
    bases = [{"name": "Stork 7B", "relation": one} for one in relations]
    declaration = load(whole({identity: GONE, "built_on": bases}))
    component = declaration.components[identity]
    (told,) = (one.diagnostic for one in against_availability(component, declaration, {}))
    key = identity.rpartition(".")[2]

    assert (f'`{key}: {{not_applicable: "It is that of Stork 7B."}}`' in told.remedy) is is_offered


def test_a_refusal_beside_it_is_no_excuse():
    excuses = {
        "data.description.processing": {"not_applicable": "It was taken as it came."},
        "code.data_processing": {"not_applicable": "Not disclosed."},
    }

    assert [rule for _, rule, _ in against("data.description.processing", excuses)] == [
        "not-applicable-refused"
    ]
    excuses["code.data_processing"] = {"not_applicable": "The texts were taken as they came."}
    assert against("data.description.processing", excuses) == []
