# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""One sentence in one language: what it comes to when it names nothing, and when it names a thing.

The corpora of `prose/` are read by test_non_answers.py; here stands what each step decides.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osaid_action.assessment.lexicon import LATIN, RUNS
from osaid_action.assessment.prose import words
from osaid_action.assessment.sentence import ANSWERS, EMPTY, POINTER, REFUSAL, Sentence


def kind(language, text, *, evident=False):
    (piece,) = words(text)
    return Sentence(language, piece).kind(evident=evident)


TELLING_IS_DENIED = """
    en  We do not say which pages were used
    en  We do not say that pages were used
    en  Details are given to nobody
    en  The details are shared with nobody at all
    en  Details were shared never
    en  We collected pages and shared nothing
    en  No details of how pages were selected are given
    en  No details of pages were given
    en  No information on how it was collected
    en  We give no details
    en  We give no hospital details
    en  We do not provide pages of hospital physicians
    en  We cannot, as of today, share
    en  We cannot, at this time, in view of our obligations, disclose the sources.
    en  Undisclosed sources were used
    en  The sources are not public and were removed
    en  Pages where no license is known were removed and nothing was described
    de  Wir geben keine Angaben
    de  Angaben geben wir nicht
    de  Wir sagen dazu im Moment leider nichts
    de  Zu unseren Quellen äußern wir uns grundsätzlich nicht.
    fr  Nous ne divulguons rien
    ru  Опубликовать список источников невозможно.
    ar  لم ننشر أي شيء عن عملية التصفية.
    zh  我们无法披露数据的筛选方法
    zh  这个问题不予回答
    ja  公開していない
    ko  공개하지 않음
    ko  선별 기준은 외부에 알려지지 않았습니다.
"""
KEPT_FROM_OTHERS = """
    en  Secret
    en  Secret sauce
    en  The hospital sauce is secret
    pt  Mantido em segredo pela empresa.
    ko  경쟁상의 이유로 공개를 거부합니다.
"""
AN_EXCUSE_TELLS_NOTHING = """
    en  We do not disclose them because regulators, competitors and partners watch us
    en  We do not share details because hospital physicians and regulators might complain
"""
TELLING_IS_DENIED_OF_SOMETHING_ELSE = """
    en  We removed pages that are not public
    en  We share details, others never
    en  Pages that are not public were removed
    en  No public records were used
    en  The corpus describes plants that are not described in any other flora of the region.
    fr  Les pages qui ne sont pas publiques ont été supprimées
    ru  Статьи, которые нельзя публиковать, были удалены
    zh  不能公开的病历已删除
    ja  公開していない記録を除外した
    ja  公開していない、記録を除外した
    ja  公開されていない会議の記録は含まれていません
    ko  공개하지 않은 기록은 제외했습니다
"""
SOMETHING_ELSE_IS_DENIED = """
    en  We do not filter or disclose
    en  Collected by nobody
    en  Pages filtered not
    en  Used nothing
    en  Nothing was used
    en  The crawler respected robots.txt and did not visit pages behind a login.
    de  Gefiltert wurde nicht
    de  Die Aufnahmen enthalten keine Namen
    es  Las imágenes sin descripción fueron eliminadas
    pt  Documentos repetidos foram removidos e nenhum texto foi traduzido por máquina.
    zh  数据为高速公路摄像头拍摄的车辆图片、车牌已打码、不包含行人面部、也不提供拍摄地点
"""
MUCH_IS_TOLD_BESIDE_IT = """
    en  Hospital physicians wrote notes that we do not disclose
    en  We do not disclose hospital physicians notes because regulators
    en  We do not provide pages of hospital physicians patients
    en  Secret sauce of hospital physicians
    en  Secret is hospital sauce
    en  Not removed secrets
    en  Removed secrets
    en  We do not disclose because regulators ask, hospital physicians annotated notes yesterday
    ar  لا يمكن مشاركة الصور لأن المرضى لم يوافقوا، ويصف الجدول أعمارهم وتشخيصاتهم.
"""
ONLY_A_PLACE_IS_HELD = """
    en  Nothing
    en  Nothing was done
    en  Soon
    en  You will find nothing about this here.
"""
ONLY_A_PROMISE = """
    en  Details will be published soon
    en  Hospital notes will be shared soon
    ko  자세한 내용은 알려 드릴 수 없음을 양해 바랍니다.
"""
MORE_THAN_A_PROMISE = """
    en  Details of hospital physicians notes will follow
    en  Hospital physicians patients will share notes
"""
ELSEWHERE_OR_ON_REQUEST = """
    en  Page
    en  Ask by email
    en  Ask the authors
    en  Contact hospital authors by email
    en  See Smith, Jones, Miller
    en  Described in the hospital paper
    en  Found on the hospital website of physicians
    en  Please see how it was trained in the paper
    de  Auf Anfrage erhältlich.
    ko  논문을 참고하세요.
"""
MORE_THAN_A_POINTER = """
    en  Contact us for hospital notes
    en  Email hospital physicians in Geneva about diabetes notes
    en  See Smith, Jones, Miller, Brown
    en  See how we filtered pages
    en  Removed page
    en  Paper page of hospital
    en  Found on the hospital website of physicians patients notes
"""


def rows(*tables):
    """The language and the text of each line."""
    lines = "\n".join(tables).splitlines()
    return [tuple(line.split(maxsplit=1)) for line in lines if line.strip()]


@pytest.mark.parametrize(
    ("language", "text"), rows(TELLING_IS_DENIED, KEPT_FROM_OTHERS, AN_EXCUSE_TELLS_NOTHING)
)
def test_a_sentence_that_denies_to_tell_refuses_unless_it_names_something(language, text):
    assert kind(language, text) == REFUSAL
    assert kind(language, text, evident=True) in (ANSWERS, POINTER)


@pytest.mark.parametrize(
    ("language", "text"),
    rows(
        TELLING_IS_DENIED_OF_SOMETHING_ELSE,
        SOMETHING_ELSE_IS_DENIED,
        MUCH_IS_TOLD_BESIDE_IT,
        MORE_THAN_A_PROMISE,
        MORE_THAN_A_POINTER,
    ),
)
def test_a_sentence_that_tells_something_answers(language, text):
    assert kind(language, text) == ANSWERS
    assert kind(language, text, evident=True) == ANSWERS


@pytest.mark.parametrize(("language", "text"), rows(ONLY_A_PLACE_IS_HELD, ONLY_A_PROMISE))
def test_a_sentence_that_holds_a_place_is_empty_unless_it_names_something(language, text):
    assert kind(language, text) == EMPTY
    assert kind(language, text, evident=True) == ANSWERS


@pytest.mark.parametrize(("language", "text"), rows(ELSEWHERE_OR_ON_REQUEST))
def test_a_sentence_that_only_points_elsewhere_does_so_with_a_name_too(language, text):
    assert kind(language, text) == POINTER
    assert kind(language, text, evident=True) == POINTER


@pytest.mark.parametrize(
    ("text", "blunt"),
    [("See https://x.y/z", POINTER), ("We do not disclose https://x.y/z", REFUSAL)],
)
def test_a_link_answers_where_names_count(text, blunt):
    assert kind("en", text) == blunt
    assert kind("en", text, evident=True) == ANSWERS


@pytest.mark.parametrize(("between", "expected"), [(7, REFUSAL), (8, ANSWERS)])
def test_a_negation_reaches_eight_words_ahead(between, expected):
    """Words of no meaning, so that nothing but the distance counts."""
    assert kind("en", f"cannot {'the ' * between}disclose") == expected


@pytest.mark.parametrize(("between", "expected"), [(23, REFUSAL), (24, ANSWERS)])
def test_it_reaches_three_times_as_far_when_something_is_put_between(between, expected):
    assert kind("en", f"cannot, {'the ' * between}disclose") == expected


def test_a_clause_ends_the_reach():
    assert kind("en", "We cannot now, we disclose") == ANSWERS


@given(st.sampled_from([*LATIN, *RUNS, "ru", "ar"]), st.text(min_size=1), st.booleans())
def test_any_sentence_comes_to_one_of_four_things(language, text, evident):
    for piece in words(text):
        found = Sentence(language, piece).kind(evident=evident)

        assert found in ((ANSWERS, POINTER) if evident else (ANSWERS, POINTER, REFUSAL, EMPTY))
