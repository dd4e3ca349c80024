# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""OR is one alternative, whole: the one that grants most freedoms."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.licenses.catalogue import all_licenses, find
from osaid_action.licenses.choices import take
from osaid_action.licenses.evaluate import terms, tree
from osaid_action.licenses.grant import Grant, unlisted
from osaid_action.licenses.spdx_expression import Node
from osaid_action.model import FREEDOMS, Outcome, worst

MET, UNMET, UNDECIDED = Outcome.MET, Outcome.UNMET, Outcome.UNDECIDED
LETTERS = {MET: "A", UNMET: "R", UNDECIDED: "?"}
RANK = {UNMET: 0, UNDECIDED: 1, MET: 2}

UNLIKE = ["MIT", "CC0-1.0", "llama2", "kimi-k2", "JSON", "CC-BY-ND-4.0", "apple-amlr", "Foo-1.0"]
UNLIKE += [
    "kimi-k3",
    "Elastic-2.0",
    "other",
    "LicenseRef-Mine",
    "BSD-3-Clause-OpenWebUI",
    "SUL-1.0",
]
UNLIKE += ["BSD-3-Clause-No-Military-License", "lfm-open-1.0", "commons-clause", "3D-Slicer-1.0"]
LEAVES = st.one_of(st.sampled_from(UNLIKE), st.sampled_from([x.id for x in all_licenses()]))
EXPRESSIONS = st.recursive(
    LEAVES,
    lambda parts: st.builds("({}) {} ({})".format, parts, st.sampled_from(["AND", "OR"]), parts),
    max_leaves=6,
)


def outcomes(expression):
    return tuple(terms(expression).grants[freedom].outcome for freedom in FREEDOMS)


def everything(expression):
    return (*outcomes(expression), terms(expression).osi)


def letters(expression):
    return "".join(LETTERS[outcome] for outcome in outcomes(expression))


def granted(expression):
    return {f for f, outcome in zip(FREEDOMS, outcomes(expression), strict=True) if outcome is MET}


def alternatives(node):
    """Every whole alternative of a tree, as what binds together: slow and plain."""
    if not node.operator:
        yield (node.word,)
    elif node.operator == "OR":
        for part in node.parts:
            yield from alternatives(part)
    else:
        for combination in product(*(tuple(alternatives(part)) for part in node.parts)):
            yield sum(combination, ())


def standing(words):
    joined = [worst(column) for column in zip(*(outcomes(word) for word in words), strict=True)]
    return (*joined, worst(terms(word).osi for word in words))


def openness(one):
    use, study, modify, share, osi = one
    order = [RANK[outcome] for outcome in (use, modify, share, study, osi)]
    return (one[:4].count(MET), osi is MET, *order)


def hoped(one):
    return [MET if outcome is UNDECIDED else outcome for outcome in one]


@given(EXPRESSIONS)
def test_it_is_the_best_whole_alternative_of_all(expression):
    found = [standing(words) for words in alternatives(tree(expression))]
    best = max(found, key=openness)
    rivals = [one for one in found if openness(hoped(one)) > openness(best)]

    for place, outcome in enumerate(outcomes(expression)):
        open_elsewhere = any(rival[place] is UNDECIDED for rival in rivals)
        lifted = best[place] is UNMET and open_elsewhere
        assert outcome is (UNDECIDED if lifted else best[place])
    assert RANK[terms(expression).osi] == max(RANK[other[4]] for other in found)


@given(EXPRESSIONS)
def test_what_is_granted_one_alternative_grants_alone(expression):
    together = [standing(words) for words in alternatives(tree(expression))]

    assert any(
        all(one[FREEDOMS.index(freedom)] is MET for freedom in granted(expression))
        for one in together
    )


@given(EXPRESSIONS, EXPRESSIONS)
def test_another_choice_never_grants_fewer_freedoms(expression, other):
    assert len(granted(f"({expression}) OR ({other})")) >= len(granted(expression))


@given(EXPRESSIONS, EXPRESSIONS)
def test_another_duty_never_grants_more_freedoms(expression, other):
    assert len(granted(f"({expression}) AND ({other})")) <= len(granted(expression))


@given(EXPRESSIONS, EXPRESSIONS, EXPRESSIONS)
def test_and_reaches_into_a_choice(one, two, three):
    spread = f"(({one}) AND ({three})) OR (({two}) AND ({three}))"

    assert outcomes(f"(({one}) OR ({two})) AND ({three})") == outcomes(spread)


@given(EXPRESSIONS, st.sampled_from(["({}) AND ({})", "({}) OR ({})"]), EXPRESSIONS)
def test_a_part_that_grants_everything_never_grants_fewer(part, form, rest):
    assert len(granted(form.format("MIT", rest))) >= len(granted(form.format(part, rest)))


@given(EXPRESSIONS)
def test_offering_mit_beside_it_settles_everything(expression):
    result = terms(f"({expression}) OR MIT")

    assert (result.granting, result.osi) == (MET, MET)
    assert not any("not known" in remark for remark in result.remarks)


@given(EXPRESSIONS)
def test_an_osi_approved_alternative_is_the_one_that_is_taken(expression):
    result = terms(expression)

    assert result.osi is not MET or result.granting is MET


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("CC-BY-ND-4.0 OR JSON", "RAAA"),
        ("JSON OR CC-BY-ND-4.0", "RAAA"),
        ("BSD-3-Clause-OpenWebUI OR JSON", "RAAA"),
        ("CC-BY-ND-4.0 OR kimi-k3", "AARR"),
        ("llama2 OR gemma", "RARR"),
        ("kimi-k2 OR llama2", "?AAA"),
        ("kimi-k2 OR MIT", "AAAA"),
        ("Foo-1.0 OR llama2", "?A??"),
        ("Foo-1.0 OR CC-BY-ND-4.0", "AA??"),
        ("Foo-1.0 OR CC0-1.0", "AAAA"),
        ("(CC-BY-ND-4.0 OR JSON) AND CC-BY-ND-4.0", "AARR"),
        ("(llama2 OR MIT) AND JSON", "RAAA"),
        ("kimi-k2 AND JSON", "RAAA"),
        ("LicenseRef-Mine OR llama2", "RARR"),
    ],
)
def test_choices(expression, expected):
    assert letters(expression) == expected


@pytest.mark.parametrize("expression", ["CC0-1.0 OR MIT", "MIT OR CC0-1.0", "OpenMDW-1.0 OR ISC"])
def test_among_equals_the_osi_approved_one_is_taken(expression):
    assert (terms(expression).granting, terms(expression).osi) == (MET, MET)


@pytest.mark.parametrize(
    ("expression", "approved"),
    [("Foo-1.0 OR CC0-1.0", UNDECIDED), ("Foo-1.0 OR llama2", UNDECIDED), ("JSON OR gemma", UNMET)],
)
def test_a_choice_that_is_not_known_may_yet_be_approved(expression, approved):
    assert terms(expression).osi is approved


def test_the_clauses_are_those_of_what_is_taken():
    assert terms("MIT OR llama2").clauses == ()
    assert terms("CC-BY-ND-4.0 OR JSON").clauses == find("JSON").clauses
    assert terms("JSON AND gemma").clauses == find("JSON").clauses + find("gemma").clauses
    assert terms("gemma AND gemma").clauses == find("gemma").clauses


def test_the_other_choice_does_not_matter_where_one_settles_all():
    assert terms("AGPL-3.0-only OR LicenseRef-commercial").remarks == ()
    assert "not in the catalogue" in terms("llama2 OR LicenseRef-commercial").remarks[0]


def test_many_choices_of_many_are_read():
    choice = " OR ".join(UNLIKE)

    assert terms(" AND ".join(f"({choice})" for _ in range(6))).granting is MET


@given(LEAVES, LEAVES)
def test_and_is_the_worse_of_both(left, right):
    pairs = zip(everything(left), everything(right), strict=True)

    assert everything(f"({left}) AND ({right})") == tuple(worst(pair) for pair in pairs)


@given(EXPRESSIONS, EXPRESSIONS, st.sampled_from(["{} AND {}", "{} OR {}"]))
def test_order_does_not_matter(left, right, form):
    one, two = f"({left})", f"({right})"

    assert everything(form.format(one, two)) == everything(form.format(two, one))


# ------------------------------------------------------------------ licenses made up for it

OUTCOMES = {"A": MET, "R": UNMET, "?": UNDECIDED}


def made_up(word):
    """A license that is called what it grants of the freedoms, and whether the OSI approved it."""
    grants = {f: Grant(OUTCOMES[letter], word) for f, letter in zip(FREEDOMS, word, strict=False)}
    return unlisted(word, (), OUTCOMES[word[4]], "")._replace(grants=grants)


def taken(expression):
    return take(parsed(expression), made_up)


def parsed(expression):
    """Words with OR between those with AND between them."""
    choices = [
        Node("AND", tuple(Node(word=word) for word in choice.split(" AND ")))
        for choice in expression.split(" OR ")
    ]
    return Node("OR", tuple(choices))


def ids(expression):
    return [license_.id for license_ in taken(expression).licenses]


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("AARRR OR RAAAR", ["RAAAR"]),
        ("AAAAR OR RAAAA", ["AAAAR"]),
        ("AAAAR OR AAAAA", ["AAAAA"]),
        ("RAAAR OR ARAAR OR AARAR OR AAARR", ["ARAAR"]),
        ("RRAAR OR RARAR OR RAARR", ["RRAAR"]),
        ("?AAAR OR RAAAR", ["?AAAR"]),
        ("AAAA? OR AAAAR", ["AAAA?"]),
        ("RAAAR AND AAAAA OR AARRR", ["RAAAR", "AAAAA"]),
        ("AAAAA AND ARAAA OR ARAAR AND AAAAR", ["AAAAA", "ARAAA"]),
    ],
)
def test_the_alternative_that_grants_most_is_taken_whole(expression, expected):
    assert ids(expression) == expected
    assert ids(" OR ".join(reversed(expression.split(" OR ")))) == expected


def test_of_two_that_are_alike_the_first_is_taken():
    first, second = Node(word="one"), Node(word="two")

    def alike(word):
        return made_up("AAAAA")._replace(id=word)

    assert take(Node("OR", (first, second)), alike).licenses[0].id == "one"
    both = Node("AND", (Node("OR", (first, second)), Node("OR", (second, first))))
    assert [license_.id for license_ in take(both, alike).licenses] == ["one", "two"]


def test_of_ways_to_the_same_end_the_first_is_taken():
    left = Node("OR", (Node(word="RAAAA"), Node(word="AAAAR")))
    right = Node("OR", (Node(word="RAAAR"), Node(word="RAAAA")))

    assert [x.id for x in take(Node("AND", (left, right)), made_up).licenses] == ["RAAAA", "RAAAA"]


@pytest.mark.parametrize(
    ("expression", "settled"),
    [("AAAAA", True), ("AAAAR", False), ("AAA?A OR AAAAA", True), ("AARAA OR AAAAR", False)],
)
def test_it_is_settled_where_all_is_granted_and_approved(expression, settled):
    assert taken(expression).settled is settled


def test_what_is_restricted_stays_open_where_a_rival_is_not_known():
    result = taken("AARRR OR ????R")

    assert [result.grants[f].outcome for f in FREEDOMS] == [MET, MET, UNDECIDED, UNDECIDED]
    assert result.grants["share"].clause == "another choice of it is not known"
    assert result.grants["use"].clause == "AARRR"
    assert [license_.id for license_ in result.licenses] == ["AARRR"]


@pytest.mark.parametrize("expression", ["AARRR OR RR??R", "AARAR OR AAR?R"])
def test_what_is_no_rival_even_at_its_best_opens_nothing(expression):
    assert taken(expression).grants["modify"].outcome is UNMET


def test_a_rival_that_may_grant_use_opens_it():
    assert taken("RAAAR OR ?AARR").grants["use"].outcome is UNDECIDED


@pytest.mark.parametrize(
    ("expression", "approved"),
    [
        ("AAAAR OR RAAAA", MET),
        ("AAAAR OR RAAA?", UNDECIDED),
        ("AAAAA AND RAAA? OR RRRRR", UNDECIDED),
    ],
)
def test_any_alternative_may_be_the_approved_one(expression, approved):
    assert taken(expression).osi is approved
