# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What says nothing, in eleven languages, and what only looks like it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.assessment.non_answers import read_reason, read_text, same_words
from osaid_action.assessment.prose import sentences
from osaid_action.validation.yaml_reader import read

NOTHING = {"refusal", "empty", "pointer"}
ORDER = {"answers": 2, "too-short": 1, "refusal": 0, "empty": 0, "pointer": 0}
EXAMPLES = sorted(Path("examples").glob("*/OPEN_AI_SYSTEM.yaml"))


def lines(name):
    path = Path(__file__).parent / "prose" / name
    return [line for line in path.read_text("utf-8").splitlines() if line and line[0] != "#"]


REFUSALS, HONEST, ATTACKS = (lines(f"{n}.txt") for n in ("refusals", "honest", "attacks"))
some_refusal = st.sampled_from(REFUSALS)
some_text = st.one_of(
    st.sampled_from([*HONEST, *REFUSALS]), st.text(max_size=60), st.just("3 T tokens")
)


def told(value, keys):
    """The texts below some keys, wherever they are."""
    if isinstance(value, dict):
        for key, below in value.items():
            yield from [below] if key in keys and isinstance(below, str) else told(below, keys)
    elif isinstance(value, list):
        for below in value:
            yield from told(below, keys)


@pytest.mark.parametrize("text", REFUSALS)
def test_a_refusal_is_no_answer(text):
    assert read_text(text).kind in NOTHING


@pytest.mark.parametrize("text", ATTACKS)
def test_an_attack_is_no_answer(text):
    assert read_text(text).kind != "answers"


@pytest.mark.parametrize("text", HONEST)
def test_no_sentence_of_an_honest_description_is_a_non_answer(text):
    kinds = {sentence: read_text(sentence).kind for sentence in sentences(text)}

    assert read_text(text).kind == "answers"
    assert not [sentence for sentence, kind in kinds.items() if kind in NOTHING]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda p: p.parent.name)
def test_no_sentence_of_an_example_is_a_non_answer(path):
    declaration = read(path.read_bytes()).data
    judged = {key: value for key, value in declaration.items() if key != "system"}
    texts = [*told(judged, {"text", "description"})]
    reasons = [*told(judged, {"not_applicable"})]

    for text in texts:
        assert read_text(text).kind == "answers"
        assert not [each for each in sentences(text) if read_text(each).kind in NOTHING]
    assert {read_reason(reason).kind for reason in reasons} <= {"answers"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "empty"),
        ("n/a", "empty"),
        ("-", "empty"),
        ("?", "empty"),
        ("🤷", "empty"),
        ("None.", "empty"),
        ("unknown", "empty"),
        ("TODO", "empty"),
        ("T.B.D.", "empty"),
        ("To be determined", "empty"),
        ("Will be added later.", "empty"),
        ("Details will be published soon.", "empty"),
        ("coming soon", "empty"),
        ("see the paper", "pointer"),
        ("Please refer to our technical report for details.", "pointer"),
        ("Available on request.", "pointer"),
        ("See the Llama 2 paper.", "pointer"),
        ("not disclosed", "refusal"),
        ("confidential", "refusal"),
        ("we do not share details of this at present", "refusal"),
        ("proprietary pipeline", "refusal"),
        ("\uff4eot dis\uff43losed", "refusal"),
        ("n\u200bot dis\u00adclosed", "refusal"),
        ("n\u043et discl\u043esed", "refusal"),  # Cyrillic letters
        ("n0t d1scl0sed", "refusal"),
        ("n o t d i s c l o s e d", "refusal"),
        ("NOT_DISCLOSED", "refusal"),
        ("not-disclosed 🤐", "refusal"),
        ("NotDisclosed", "refusal"),
        ("Not disclosed. Secret. See the paper.", "refusal"),
        ("English web text", "too-short"),
        ("Not disclosed. English web text.", "too-short"),
        ("日本語", "too-short"),
        ("1 2 3", "too-short"),
        ("data data data data data", "too-short"),
        ("2 T tokens", "answers"),
        ("日本語のウェブページから集めた文章", "answers"),
        ("We do not publish the 300 million pairs of the first stage.", "answers"),
        ("Which pages of Wikipedia were taken is not disclosed.", "answers"),
        ("Not disclosed here but described in docs/data-card.md.", "answers"),
        # praise, and the question itself, leave no words of an answer
        ("We take data quality very seriously and use only the best data.", "too-short"),
        ("The data was selected by our own selection procedure.", "too-short"),
        ("We comply with the laws, the GDPR among them.", "too-short"),
        ("Our team takes great care. English web text of 2024.", "answers"),
        ("We did not use labels.", "answers"),
        ("Proprietary dataset of Acme, collected by Acme.", "answers"),
        ("Our employees labeled the images by hand.", "answers"),
        ("Known only to our employees.", "refusal"),
    ],
)
def test_kinds(text, kind):
    assert read_text(text).kind == kind


def test_the_words_are_quoted():
    reading = read_text("Wikipedia. Not disclosed.")

    assert read_text("We do not tell. Secret.").quoted == ("We do not tell.", "Secret.")
    assert reading.kind == "too-short"


def test_that_there_is_none_describes_no_data():
    assert read_text("There is none.").kind == "empty"


def test_the_own_name_names_nothing():
    text = "We do not disclose what Acme took."

    assert read_text(text).kind == "answers"
    assert read_text(text, ["Acme Inc."]).kind == "refusal"
    assert read_text("Proprietary dataset of Acme, by Acme.", ["Acme"]).kind == "refusal"


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("Pre-training used no labels.", "answers"),
        ("OLMo 7B carries it.", "answers"),
        ("Nothing is trained here.", "answers"),
        ("라벨이 없습니다.", "answers"),
        ("not applicable", "empty"),
        ("Does not apply to our system.", "empty"),
        ("No se aplica", "empty"),
        ("because", "empty"),
        ("no", "empty"),
        ("Company policy", "empty"),
        # what was there and is lost, or another's, does not make it none
        ("The scripts were lost.", "refusal"),
        ("It is patented.", "refusal"),
        ("Gehört dem Auftraggeber.", "refusal"),
        ("特許のため", "refusal"),
        ("Nothing was lost, for there were no labels.", "answers"),
        ("secret", "refusal"),
        ("trade secret", "refusal"),
        ("we do not publish it", "refusal"),
        ("We compete with others and keep it secret", "refusal"),
        ("Gigatron, the training code, was not published.", "refusal"),
        ("The paper describes the steps. The 300 scripts are not published.", "refusal"),
        ("see base", "pointer"),
        ("n/a", "empty"),
        ("none", "empty"),
        ("", "empty"),
        ("There is none.", "answers"),
        ("There are none", "answers"),
        ("We have none.", "answers"),
        ("Es gibt keine.", "answers"),
        ("Il n'y en a aucun.", "answers"),
        ("No tenemos ninguno.", "answers"),
        ("Их нет.", "answers"),
        ("لا يوجد.", "answers"),
        ("我们没有。", "answers"),
        ("There is none available.", "refusal"),
        ("There is nothing to say.", "refusal"),
        ("There is none; it is secret.", "refusal"),
        ("Es gibt keine Angaben.", "refusal"),
        ("لا توجد معلومات", "refusal"),
    ],
)
def test_reasons(reason, kind):
    assert read_reason(reason).kind == kind


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        ("Wikipedia", True),
        ("NASA", True),
        ("UNICEF", True),
        ("FOOBARS", False),
        ("X", False),
        ("OpenAlex", True),
        ("WiKiPeDiA", False),
        ("wikipedia", False),
        ("NDA", False),
        ("300", True),
        ("2024", False),
        ("100", False),
        ("docs/data.md", True),
    ],
)
def test_a_name_a_figure_or_a_link_makes_a_refusal_tell_something(name, is_one):
    assert read_text(f"We do not disclose what {name} gave to us").kind == (
        "answers" if is_one else "refusal"
    )


def test_a_capital_at_the_beginning_or_on_every_word_names_nothing():
    assert read_text("Wikipedia we do not disclose to others").kind == "refusal"
    assert read_text("We Do Not Disclose What Wikipedia Gave").kind == "refusal"
    assert read_text("WE DO NOT DISCLOSE WHAT NASA GAVE").kind == "refusal"
    assert read_text("WE DO NOT say WHAT NASA gave TO US").kind == "refusal"
    assert read_text("Not Disclosed To Wikipedia").kind == "refusal"


def test_the_same_words_for_several_points():
    texts = {
        "provenance": "The provenance of our data is of high quality.",
        "scope": "The scope of our data is of high quality!",
        "selection": "Pages were taken when two readers wanted them.",
    }

    assert same_words(texts) == (("provenance", "scope"),)
    assert same_words({"scope": "a b c"}) == ()


@given(some_text, some_refusal)
def test_a_refusing_sentence_makes_nothing_better(text, refusal):
    for longer in (f"{text} {refusal}", f"{text}\n- {refusal}", f"{refusal} {text}"):
        parts = [kind for each in sentences(longer) if (kind := read_text(each).kind)]
        assert ORDER[read_text(longer).kind] <= max(
            ORDER["too-short"], ORDER[read_text(text).kind], *map(ORDER.get, parts)
        )
    assert ORDER[read_text(f"{text}\n- {refusal}").kind] <= ORDER[read_text(text).kind]


@given(some_refusal, st.sampled_from([str.lower, str.upper, str.title, str.swapcase]))
def test_case_does_not_matter(text, change):
    assert read_text(change(text)).kind in NOTHING


@given(some_refusal, st.sampled_from(["  ", "\n", "\n\n", "\t", "\u00a0", "\u3000"]))
def test_white_space_does_not_matter(text, space):
    assert read_text(space + text.replace(" ", space) + space).kind in NOTHING


@given(some_refusal, st.sampled_from(["", "!", "…", "!!!", " 🤐", ";", "\u200b."]))
def test_punctuation_does_not_matter(text, end):
    assert read_text(f"“{text.rstrip('.。')}{end}”").kind in NOTHING


@given(st.text())
def test_any_text_has_a_reading(text):
    assert read_text(text).kind in ORDER
    assert read_reason(text).kind in ORDER
    assert same_words({"scope": text, "selection": text}) == (("scope", "selection"),)


@pytest.mark.parametrize(
    "text",
    ["Not disclosed. ", "a", "a ", "é", "\ufdfa", "不", "公开不", ". ", "1,", "\n-", "\u0430a "],
)
@pytest.mark.usefixtures("ends")
def test_two_mebibytes_are_read(text):
    assert read_text(text * (2 * 1024 * 1024 // len(text))).kind in ORDER
