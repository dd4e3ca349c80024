# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-FileCopyrightText: 2018 Metabolize LLC
# SPDX-License-Identifier: Apache-2.0 AND MIT
"""How wide printable ASCII is in Verdana at 11 pixels, in hundredths of a pixel, from the space on.

Written by scripts/generate.py from the npm package anafanafo 2.0.0 (MIT).
"""

FIRST = 32
WIDTHS = (
    *(387, 433, 505, 900, 699, 1184, 799, 295, 500, 500, 699, 900, 400, 500, 400, 500),
    *(699, 699, 699, 699, 699, 699, 699, 699, 699, 699, 500, 500, 900, 900, 900, 600),
    *(1100, 752, 754, 768, 848, 696, 632, 853, 827, 463, 500, 762, 612, 927, 823, 866),
    *(663, 866, 765, 752, 678, 805, 752, 1088, 754, 677, 754, 500, 500, 500, 900, 699),
    *(699, 661, 685, 573, 685, 655, 387, 685, 696, 302, 379, 651, 302, 1070, 696, 668),
    *(685, 685, 469, 573, 433, 696, 651, 900, 651, 651, 578, 698, 500, 698, 900),
)
