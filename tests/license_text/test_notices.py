# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Copyright lines are told from clauses, in several languages."""

import pytest

from osaid_action.license_text import canonical, notices

MIT = canonical.pattern("MIT").titles

NOTICES = """
Copyright (c) 2010-2024 Kenneth Example
Copyright (C) 2001-2020 Python Software Foundation; All Rights Reserved
Copyright (c) 2005-2023, NumPy Developers.
Copyright (c) 2014-present Matt Example & Collaborators
Copyright (c) Meta Platforms, Inc. and affiliates.
Copyright \u00a9 2023 \u963f\u91cc\u5df4\u5df4\u96c6\u56e2\u63a7\u80a1\u6709\u9650\u516c\u53f8
\u7248\u6743\u6240\u6709 (c) 2024 \u5317\u4eac\u5927\u5b66
Copyright (c) 2021 \u5c71\u7530\u592a\u90ce
Copyright \u00a9 2020 \uae40\ucca0\uc218
Copyright (c) 2018 \u0418\u0432\u0430\u043d \u041f\u0435\u0442\u0440\u043e\u0432
Copyright (c) 2019 Jane Doe <jane@example.org> (https://jane.example)
Copyright 2008 International Business Machines Corporation
Copyright (c) 2024 Allen Institute for AI
Copyright (c) 1998, Regents of the University of California
(c) 2020 jquery
\u00a9 2017 dcousens
Copyright (c) 2012-2024 the original author or authors
Copyright (c) 2022, Amazon.com, Inc. or its affiliates
Copyright 2001, Apple Computer, Inc.
Copyright 1999, 2000, 2001 Jean-loup Gailly and Mark Adler
Copyright 2019 The TensorFlow Authors.
Copyright (c) 2015-, Jupyter Development Team
Copyright (c) 2015 the attrs contributors (see AUTHORS)
SPDX-FileCopyrightText: 2026 The osaid-action authors
Copyright (c) [year] [fullname]
Copyright (c) <year> <copyright holders>. All rights reserved.
MIT License Copyright (c) 2024 Acme
""".strip().split("\n")

CLAUSES = """
Copyright (c) 2024 Acme. Non-commercial use only
Copyright 2024 Acme (research only)
Copyright (c) 2024 NON COMMERCIAL
Copyright (c) 2024 Acme Academic
Copyright (c) 2024 Acme, not for sale
Copyright (c) 2024 Acme - EU only
(c) 2024 Acme; Trial
Copyright (c) 2024 Acme. Hobbyists
Copyright (c) 2024 Acme, Research
Copyright (c) 2024 Limited
Copyright 2024 noncommercial
Copyright 2024 "Students of Acme"
Copyright 2024 Acme for Universities
Copyright 2024 all commercial rights reserved
Copyright 2024 Acme. Some rights reserved.
Copyright\u200b 2024 Acme
Copyright 2024 \u0410cme
Copyright (c) 2024 \u4ec5\u9650\u975e\u5546\u4e1a\u7528\u9014
Copyright (c) 2024 \u5b66\u4e60\u4ea4\u6d41
Copyright (c) 2024 \u7814\u7a76\u76ee\u7684\u306e\u307f
Copyright (c) 2024 \u0434\u043b\u044f \u0443\u0447\u0435\u0431\u044b
Copyright (c) 2024 \u0644\u0644\u0628\u062d\u062b \u0641\u0642\u0637
Copyright 2024 Nur Forschung
Copyright 2024 Acme Testlizenz
Copyright 2024 Zum Testen
Copyright 2024 R\u00e9serv\u00e9
Copyright 2024 Sin Lucro
Copyright 2024 Uso Acad\u00e9mico
Copyright (c) 2024 Acme <https://acme.example/acceptable-use-policy>
Copyright (c) 2024 Acme research-only@acme.example
""".strip().split("\n")


@pytest.mark.parametrize("line", NOTICES)
def test_copyright_lines(line):
    assert notices.kind(line, MIT) == notices.FINE


@pytest.mark.parametrize("line", CLAUSES)
def test_clauses_in_copyright_lines(line):
    assert notices.kind(line, MIT) != notices.FINE
    assert not notices.is_plain(line)


@pytest.mark.parametrize(
    "lines",
    [
        ["Copyright (c) 2012 Jane Doe,", "    John Roe and contributors"],
        ["Copyright (c) 2012", "Allen Short", "Antoine Example", "Apple Computer, Inc."],
        ["Copyright (c) 1998, Regents of the University", "of California. All rights reserved."],
    ],
)
def test_a_copyright_line_goes_on(lines):
    assert [found for _, found in notices.read(lines, MIT, after=False)] == ["fine"] * len(lines)


@pytest.mark.parametrize(
    "line", ["research only", "    Research Only", "    EU Citizens", "Paying Customers"]
)
def test_a_clause_is_not_how_a_copyright_line_goes_on(line):
    found = [kind for _, kind in notices.read(["Copyright (c) 2024 Acme,", line], MIT, after=False)]

    assert found == ["fine", "restriction"]


@pytest.mark.parametrize(
    "line",
    ["MIT License", "# The MIT License (MIT)", "MIT", "License: MIT", "LICENSE", "Expat License"],
)
def test_titles(line):
    assert notices.kind(line, MIT) == "fine"


@pytest.mark.parametrize(
    "line", ["GNU General Public License", "MIT-NC", "MIT License for Students", "BSD License"]
)
def test_other_titles(line):
    assert notices.kind(line, MIT) != "fine"
