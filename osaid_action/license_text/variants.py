# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""Where true copies of license texts differ: names to fill in, known wordings, parts left out.

The rules follow the templates of the SPDX license list, but for its free-form fields: a place that
SPDX leaves open to any text takes a name here and nothing else.
https://github.com/spdx/license-list-XML/blob/main/DOCS/xml-fields.md
"""

import re
from typing import NamedTuple

_ROLE = (
    r"(?:authors?|copyright (?:holders?|owners?)|contributors?|regents|distributors|<[^<>]{3,40}>)"
)
_ROLES = rf"(?:(?:the|any|any of the) )?{_ROLE}(?:,? (?:and|or)(?: its| the| any)? {_ROLE})?"
_ADDRESS = (
    r"<?https?://(?:www\.)?fsf\.org/?>?|51 Franklin St(?:reet)?,.{8,60}?USA"
    r"|59 Temple Place.{8,60}?USA|675 Mass Ave.{8,40}?USA"
)
_ADDRESSES = (
    "http://fsf.org",
    "51 Franklin Street, Fifth Floor, Boston, MA 02110-1301 USA",
    "51 Franklin St, Fifth Floor, Boston, MA 02110-1301 USA",
    "59 Temple Place, Suite 330, Boston, MA 02111-1307 USA",
    "59 Temple Place - Suite 330, Boston, MA 02111-1307, USA",
    "675 Mass Ave, Cambridge, MA 02139, USA",
)
_BSD = r"BSD-|ALGLIB|Apache-1|OLDAP|ZPL|PHP|Sendmail|Sleepycat|Xnet|NCSA|Artistic-2|Plexus|TOSL"
_SUBROUTINES = (
    "this general public license does not permit incorporating your program into proprietary"
    " programs if your program is a subroutine library you may consider it more useful to permit"
    " linking proprietary applications with the library if this is what you want to do use the gnu"
    " {} general public license instead of this license"
)
"""The last paragraph of the GPL's appendix, which shorter copies have not."""

_APACHE_NOTICE = (
    "licensed under the apache license version 2 0 the license you may not use this file except in"
    " compliance with the license you may obtain a copy of the license at"
    " http www apache org licenses license 2 0 unless required by applicable law or agreed to in"
    " writing software distributed under the license is distributed on an as is basis without"
    " warranties or conditions of any kind either express or implied see the license for the"
    " specific language governing permissions and limitations under the license"
)
"""The notice that the appendix of the Apache License ends with; some copies have it alone."""

_CC0 = (
    "the text of the Creative Commons public licenses is dedicated to the public domain under the"
    " CC0 Public Domain Dedication"
)
_WIKI = "wiki.creativecommons.org/Considerations_for_"


class Rule(NamedTuple):
    """A place of canonical texts that varies: whose, which words, and what may stand there."""

    ids: str  # a regular expression for the beginning of the ids
    words: str  # one for the words, and perhaps for others in front; a space stands for white space
    options: tuple[str, ...]  # besides the words themselves; "" is nothing at all
    noted: bool = False  # to leave it out is no change of terms, but to be mentioned


RULES = (
    Rule(
        r"BSD|NCSA|ECL-1|Xnet|OLDAP|UCAR",
        r"Neither the names? of .{3,90}?,? nor the names of (?:its|their) contributors may"
        r"(?= (?:not )?be used)",
        (
            "neither the name of {name} nor the names of its contributors may",
            "neither the names of {name} nor the names of its contributors may",
            "neither the names of {name} nor the names of their contributors may",
            "neither the name of {name} nor the names of their contributors may",
            "neither the name of {name} nor the names of other contributors may",
            "neither the name of {name} nor the names of any contributors may",
            "neither the name of {name} nor the names of the contributors may",
            "neither the name of {name} nor the names of contributors may",
            "neither the name of {name} nor the name of its contributors may",
            "neither the name of {name} nor those of its contributors may",
            "neither the name of author nor the names of any contributors may",
            "the name of {name} may not",
            "the names of {name} may not",
            "the names of its contributors may not",
            "the names of the contributors may not",
            "the names of any contributors may not",
            "none of the names of its contributors may",
        ),
    ),
    Rule(_BSD, rf"provided by >> {_ROLES}(?= [^A-Z ]*AS IS)", ("{name}",)),
    Rule("", rf"in no event shall >> {_ROLES}(?= be liable)", ("{name}",)),
    Rule(
        "PostgreSQL",
        r"in no event shall >> THE UNIVERSITY OF CALIFORNIA(?= be liable)",
        ("{name}",),
    ),
    Rule(
        "PostgreSQL",
        r"THE UNIVERSITY OF CALIFORNIA(?= (?:has been|specifically|has no))",
        ("{name}",),
    ),
    Rule("PostgreSQL", r"if >> THE UNIVERSITY OF CALIFORNIA", ("{name}",)),
    Rule(
        "ISC|0BSD",
        rf"{_ROLES} DISCLAIMS(?= all warranties)",
        ("{name} disclaims", "{name} disclaim"),
    ),
    Rule(
        "ISC",
        r"modify, and(?:/or)? distribute",
        ("modify and distribute", "modify and/or distribute"),
    ),
    Rule(
        "MIT$",
        r"this permission notice(?= shall)",
        ("this permission notice including the next paragraph",),
    ),
    Rule("BSD-", r"EXPRESS(?:ED)?(?= or implied warrant)", ("express", "expressed")),
    Rule("X11$", r"X CONSORTIUM(?= (?:be|shall)|\.)", ("{name}",)),
    Rule("X11$", r"X Window System is a trademark of X Consortium, Inc\.", ("",)),
    Rule("NCSA", r"developed by: >> <.*?>\s+<.*?>\s+<URL.*?>", ("{holders}",)),
    Rule("Apache-2|ECL-2", r"TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION", ("",)),
    Rule("Apache-2|ECL-2|.*GPL|SSPL", r"END OF TERMS AND CONDITIONS", ("",)),
    Rule("Apache-2|ECL-2", r"APPENDIX: How to apply.*", ("", f"{{notice}} {_APACHE_NOTICE}")),
    Rule("Apache-2|ECL-2", r"Copyright \[yyyy\] \[name of copyright owner\]", ("{notice}",)),
    Rule(
        "",
        r"Copyright (?:\(c\)|©) <year>,? <(?:copyright holders?|owner|name of author)>",
        ("{notice}",),
    ),
    Rule("GFDL", r"ADDENDUM: How to use this License for your documents.*", ("",)),
    Rule(".*GPL", r"How to Apply These Terms to Your New (?:Programs|Libraries).*", ("",)),
    Rule(".*GPL|GFDL", rf"foundation, inc\. >> (?:{_ADDRESS})", _ADDRESSES),
    Rule(".*GPL|GFDL", rf"foundation, inc\., >> (?:{_ADDRESS})", _ADDRESSES),
    Rule(
        ".*GPL-2",
        r"write to the Free Software Foundation, Inc\., .{20,80}?USA",
        ("see http://www.gnu.org/licenses",),
    ),
    Rule(".*GPL-2", r"use the gnu >> (?:Library|Lesser)(?= general public)", ("library", "lesser")),
    Rule(".*GPL", r"(?:Ty Coon|Moe Ghoul)", ("ty coon", "moe ghoul")),
    Rule(".*GPL", r"(?:philosophy|licenses)(?=/why-not-lgpl)", ("philosophy", "licenses")),
    Rule(
        ".*GPL-2",
        r"(?:GNU (?:LESSER |LIBRARY )?GENERAL PUBLIC LICENSE )?TERMS AND CONDITIONS FOR COPYING",
        (
            "terms and conditions for copying",
            "gnu general public license terms and conditions for copying",
            "gnu lesser general public license terms and conditions for copying",
            "gnu library general public license terms and conditions for copying",
        ),
    ),
    Rule(
        ".*GPL-[12]|LGPL-2", r"(?:a brief|an) idea(?= of what it does)", ("an idea", "a brief idea")
    ),
    Rule(
        ".*GPL-[12]|LGPL-2",
        r"copyright \(c\) <?>> (?:yyyy|year)(?=>? +name of author)",
        ("yyyy", "year", "19yy", "20yy"),
    ),
    Rule(
        "GPL-2",
        r"President of Vice",
        (
            f"president of vice {_SUBROUTINES.format('lesser')}",
            f"president of vice {_SUBROUTINES.format('library')}",
        ),
    ),
    Rule("LGPL-3", r"GNU GENERAL PUBLIC LICENSE Version 3, 29 June 2007.*", ("",)),
    Rule("GFDL", r"gnu.org/>> (?:copyleft|licenses)", ("copyleft", "licenses")),
    Rule(
        "CC-.*4.0",
        rf"More considerations for licensors(?: :)?(?: {_WIKI}licensors)?",
        (
            "more considerations for licensors",
            f"more considerations for licensors {_WIKI}licensors",
        ),
    ),
    Rule(
        "CC-.*4.0",
        rf"More[ _]considerations for the public(?: :)?(?: {_WIKI}licensees)?",
        (
            "more considerations for the public",
            f"more considerations for the public {_WIKI}licensees",
        ),
    ),
    Rule(
        "CC-.*4.0",
        r"Except for the limited purpose(?= of indicating that material)",
        (f"{_CC0} except for the limited purpose",),
    ),
    Rule(
        "PostgreSQL",
        r"PostgreSQL Database Management System \(formerly.*?(?=Permission to use)",
        ("{notice}", ""),
    ),
    Rule("Artistic-1", r"The End\s*$", ("",)),
    Rule("Unicode-3", r"Copyright (?:©|\(c\)) 1991-2023 Unicode, Inc\.", ("{notice}",)),
    Rule("BSD-4-Clause$", r"developed by >> the organization", ("{name}", "the project")),
    Rule("EUPL", r"EUPL (?:©|\(c\)) the European (?:Community|Union) [0-9, ]+", ("",), noted=True),
    Rule(
        "CC",
        r"CREATIVE COMMONS CORPORATION IS NOT A LAW FIRM.*?(?:ITS USE|HEREUNDER)\.",
        ("",),
        noted=True,
    ),
    Rule(
        "CC-.*4.0",
        r"Creative Commons Corporation \(.{1,3}Creative Commons.{1,3} is not a law firm.*?"
        r"(?= Creative Commons Attribution[^\n]{0,60}4\.0 International Public License\s)",
        ("",),
        noted=True,
    ),
    Rule(
        "CC",
        r"(?:Creative Commons Notice )?Creative Commons is not a party to (?:its public|this L).*",
        ("",),
        noted=True,
    ),
)


_MORE_NAMES = (
    ("MIT$", "Expat"),
    ("BSD-[23]", "New Revised Simplified Modified"),
    ("Apache", "ASL Software Foundation"),
    ("GPL-2", "GNU GPL GPLv2 v2"),
    ("GPL-3", "GNU GPL GPLv3 v3"),
    ("LGPL-2", "GNU LGPL LGPLv2 v2 Library Lesser"),
    ("LGPL-3", "GNU LGPL LGPLv3 v3 Lesser"),
    ("AGPL-3", "GNU AGPL AGPLv3 v3"),
    ("ODbL|ODC|PDDL", "ODC Open Data Commons"),
    ("CC0", "CC Zero Public Domain Dedication Legal Code"),
    ("CC", "Creative Commons Public Legal Code CC Unported Generic International License"),
    ("Zlib", "zlib/libpng"),
)
"""Words of the names that people give to licenses besides the official name and id."""


_CC_PARTS = {"BY": "Attribution", "NC": "NonCommercial", "ND": "NoDerivatives", "SA": "ShareAlike"}


def more_names(key: str) -> list[str]:
    """Return further names of the license ``key``; those of Creative Commons are made of parts."""
    names = [more for pattern, more in _MORE_NAMES if re.match(pattern, key)]
    if key.startswith("CC-"):
        parts = [_CC_PARTS.get(part, part) for part in key.split("-")[1:]]
        names += [" ".join(parts), " ".join(parts).replace("NoDerivatives", "NoDerivs")]
    return names
