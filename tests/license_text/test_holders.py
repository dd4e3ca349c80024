# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Real holders, as their own files name them, in the four places where a license names one.

None is an error, and each is shown to the reader. What is put behind a holder is shown, too.
"""

import pytest

from osaid_action.license_text import template
from osaid_action.license_text.copyright_notice import is_sample
from osaid_action.license_text.verify import verify

HOLDERS = """
Daniel Stenberg, <daniel@haxx.se>, and many contributors
the curl authors
The SQLite authors
The Go Authors
The Rust Project Developers
The Chromium Authors. All rights reserved.
Python Software Foundation
the Pallets projects
Kenneth Reitz et al.
Linus Torvalds and others
The Regents of the University of California
Massachusetts Institute of Technology
Carnegie Mellon University
Lawrence Livermore National Security, LLC
UT-Battelle, LLC
Triad National Security, LLC
The Board of Trustees of the University of Illinois
President and Fellows of Harvard College
ETH Zürich
École Polytechnique Fédérale de Lausanne (EPFL)
Inria
Commissariat à l'énergie atomique et aux énergies alternatives (CEA)
Universität Heidelberg
Technische Universität München
Max-Planck-Gesellschaft zur Förderung der Wissenschaften e.V.
Deutsches Forschungszentrum für Künstliche Intelligenz GmbH
Fraunhofer-Gesellschaft e. V.
Forschungszentrum Jülich GmbH
SAP SE
Robert Bosch GmbH
Siemens AG
Zalando SE
Aleph Alpha GmbH
Mistral AI SAS
Hugging Face SAS
Criteo S.A.
Telefónica I+D
Universitat Politècnica de Catalunya
Barcelona Supercomputing Center
Politecnico di Torino
Fondazione Bruno Kessler
Stichting Centrum Wiskunde & Informatica
Technische Universiteit Delft
Københavns Universitet
Norsk Regnesentral
Språkbanken, Göteborgs universitet
KTH Royal Institute of Technology
Helsingin yliopisto
CSC - IT Center for Science Ltd.
Univerzita Karlova
Masarykova univerzita
Politechnika Warszawska
Allegro.pl sp. z o.o.
Budapesti Műszaki és Gazdaságtudományi Egyetem
Univerza v Ljubljani
Лаборатория Касперского
ПАО Сбербанк
Яндекс
Εθνικό Μετσόβιο Πολυτεχνείο
אוניברסיטת תל אביב
جامعة الملك سعود
दीपक शर्मा
มหาวิทยาลัยจุฬาลงกรณ์
清华大学
智谱AI
北京深度求索人工智能基础技术研究有限公司
Beijing DeepSeek Artificial Intelligence Fundamental Technology Research Co., Ltd.
Alibaba Cloud
THL A29 Limited, a Tencent company
Baidu, Inc.
Huawei Technologies Co., Ltd
Bytedance Ltd. and/or its affiliates
MiniMax AI
Moonshot AI
株式会社サイバーエージェント
株式会社Preferred Networks
国立研究開発法人情報通信研究機構
LINE Corporation
rinna Co., Ltd.
Preferred Networks, Inc.
네이버 주식회사
NAVER Corp.
Kakao Brain Corp.
LG AI Research
Seoul National University R&DB Foundation
Nguyễn Văn An
VinAI Research
Jürgen Schmidhuber
François Chollet
Łukasz Kaiser
José Valim
Ørjan Åsmund Øye
Sébastien Bubeck (Microsoft)
Yukihiro "Matz" Matsumoto
Guido van Rossum
D. J. Bernstein
Meta Platforms, Inc. and affiliates.
Facebook, Inc. and its affiliates.
NVIDIA CORPORATION & AFFILIATES. All rights reserved.
Google LLC
OpenAI
EleutherAI
BigScience Workshop
Allen Institute for Artificial Intelligence
MosaicML, Inc. and other contributors
X.AI Corp
01.AI
H2O.ai, Inc.
fast.ai, Inc.
deepset GmbH
the scikit-learn developers
NumPy Developers.
the respective contributors
project contributors (see AUTHORS)
Contributors to the OpenVDB Project
Jane Q. Public, Jr., and John R. Doe III
Jane Doe (https://github.com/janedoe)
Jane Doe <jane.doe+oss@mail.example.org>, John Doe <john@example.com>
""".strip().split("\n")

APACHE = template.text("Apache-2.0")
BSD = template.text("BSD-3-Clause")
FOUNDATION = "the Apache Software Foundation (http://www.apache.org/)"
PLACES = {
    "first line": ("MIT", lambda name: f"Copyright (c) 2024 {name}\n\n{template.text('MIT')}"),
    "appendix": (
        "Apache-2.0",
        lambda name: APACHE.replace("[yyyy] [name of copyright owner]", f"2024 {name}"),
    ),
    "neither the name of": (
        "BSD-3-Clause",
        lambda name: BSD.replace("the copyright holder nor", f"{name} nor"),
    ),
    "includes software developed by": (
        "Apache-1.1",
        lambda name: template.text("Apache-1.1").replace(FOUNDATION, name),
    ),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_real_holder_is_no_error_and_is_shown(place, figures):
    id_, written = PLACES[place]
    found = {name: verify(written(name), [id_]) for name in HOLDERS}

    verified = sum(one.answer == "verified" for one in found.values())
    figures.append(f"{len(HOLDERS)} holders in {place}: {verified} verified, none an error")
    assert {name for name, one in found.items() if one.answer == "contradicted"} == set()
    assert {name for name, one in found.items() if not is_shown(name, one)} == set()
    assert verified >= 0.75 * len(HOLDERS)


def is_shown(words, verdict):
    """Whether a reader of the evidence sees the words."""
    shown = " ".join((*verdict.holders, *(quote.words for quote in verdict.quotes)))
    return all(word.strip('.,;:()<>"') in shown for word in words.split())


TAILS = """
All uses reserved
All commercial rights reserved
non-commercial only
Non-Commercial Only
, academic use
, Academic Use Only
, for research
 for evaluation purposes only
 (internal use)
 (Personal Use Only)
, not for resale
, No Resale
, no derivatives
, No Military Use
, except in the EU
, Except EU
, patent rights withheld
, Patents Reserved
 / commercial license required
 - license fee applies
 - Max Five Seats
, up to 700 million users
, <1B MAU
, until 2028
 Exp 2027
, Valid Through 2026
 revocable
 Revocable
, Confidential
 - Trade Secret
, subject to the Acme terms
, Subject To Terms
, see https://acme.example/terms
, see TERMS.md
 (see EULA)
 under CC-BY-NC
 Under GPL
 AND GPL-3.0
 OpenRAIL
 with Commons Clause
, licensed to Acme customers
, Licensed Users
. Users must ask first.
. No warranty of any kind
; redistribution prohibited
: ask before use
, Community Edition
, Beta Evaluation
, NoAI
, AI Opt-Out
, No Training
, text and data mining reserved
, TDM Reserved
, Outside China
, 仅限非商业用途
, 研究目的に限る
, 상업적 이용 금지
, nur für Forschung
, Nur Für Forschung
, usage interdit
, Uso Académico
, только для исследований
, للبحث فقط
""".strip("\n").split("\n")


@pytest.mark.parametrize("place", ["first line", "appendix"])
def test_what_is_put_behind_a_holder_is_shown(place, figures):
    id_, written = PLACES[place]
    found = {tail: verify(written(f"Acme Robotics{space(tail)}"), [id_]) for tail in TAILS}

    passed = sum(one.answer == "verified" for one in found.values())
    figures.append(f"{len(TAILS)} tails in {place}: {passed} verified, all shown")
    assert {tail for tail, one in found.items() if not is_shown(tail, one)} == set()


def space(tail):
    return tail if tail[0] in " .,;:/" else f" {tail}"


def test_a_tail_that_plainly_limits_is_no_name():
    found = [
        verify(PLACES["first line"][1](f"Acme{space(tail)}"), ["MIT"]).answer for tail in TAILS
    ]

    assert found[TAILS.index("non-commercial only")] == "contradicted"
    assert found[TAILS.index(", Academic Use Only")] == "contradicted"
    assert found.count("verified") <= 20


@pytest.mark.parametrize(
    "line",
    [
        "Copyright (c) <year> <copyright holders>",
        "Copyright [yyyy] [name of copyright owner]",
        "Copyright (c) 2024 <owner>. All rights reserved.",
        "Copyright (c) {year} {name}",
    ],
)
def test_a_sample_is_nobody(line):
    assert is_sample(line)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright (c) 2024 Heron Lab",
        "Copyright (c) <year> Heron Lab",
        "Copyright (c) 2024 Heron Lab <owner>",
        "Copyright (c) 2024 the copyright holders",
        "Copyright (c) 2024",
        "<x> " * 200,
    ],
)
def test_who_is_named_is_somebody(line):
    assert not is_sample(line)
