# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""What a sentence's words count for, before anybody asks what it comes to."""

import pytest

from osaid_action.assessment.prose import words
from osaid_action.assessment.sentence import Sentence


def read(language, text):
    (piece,) = words(text)
    return Sentence(language, piece)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        # who has not agreed is a reason, when something else is named as well
        ("en", "It cannot be shared because the speakers did not consent", "answers"),
        ("en", "It cannot be shared because they did not consent", "refusal"),
        ("en", "It cannot be shared because of speakers and lawyers", "refusal"),
        ("it", "I dati non possono essere condivisi perche i pazienti non consentono", "answers"),
        # a part that tells
        ("en", "We publish the list, not the pages", "answers"),
        ("en", "We publish it all, not the pages", "refusal"),
        ("en", "The articles were tokenized word by word, information is unavailable", "answers"),
        ("en", "The data was used, information is unavailable", "refusal"),
        ("zh", "我们公开清单、不公开网页", "answers"),
        ("zh", "我们不公开清单、也不公开网页", "refusal"),
        ("ko", "목록은 공개하고 페이지는 공개하지 않습니다", "answers"),
        ("ko", "목록은 공개하지 않고 페이지는 공개하지 않습니다", "refusal"),
        # who did it, and who knows of it
        ("en", "The labels were given by authorised staff", "answers"),
        ("en", "The labels are known by authorised staff", "refusal"),
        # another deed is denied
        ("en", "It is not known to contain information", "answers"),
        ("en", "It does not conform to the above list", "answers"),
        ("en", "No demographic information was collected", "answers"),
        ("en", "No information on the collected data is available", "refusal"),
        # another is asked, or it was done
        ("en", "Workers were asked to describe pictures by request of a museum", "answers"),
        ("en", "We contact farmers, fishermen and millers", "answers"),
        ("en", "Please contact us by email for details", "pointer"),
        ("fr", "Nous avons demande aux paysans", "answers"),
        ("en", "Removed deleted or empty", "answers"),
        ("en", "Left empty", "empty"),
        ("en", "Headlines will contain personal information", "answers"),
        ("en", "Information will be added", "empty"),
    ],
)
def test_what_counts(language, text, kind):
    assert read(language, text).kind(evident=False) == kind


@pytest.mark.parametrize(
    ("language", "text", "tells"),
    [
        ("en", "The data was collected by collecting data", False),
        ("en", "The data was collected and filtered", True),
        ("en", "We collected pages of farmers", True),
        ("es", "Los datos se recopilaron recopilando datos", False),
        ("ar", "جمعت البيانات عن طريق جمع البيانات", False),
        ("ko", "데이터를 수집하여 데이터를 수집했습니다", False),
    ],
)
def test_the_same_said_twice_tells_nothing(language, text, tells):
    assert read(language, text).tells() is tells
