# SPDX-FileCopyrightText: 2026 The osaid-action authors
# SPDX-License-Identifier: Apache-2.0
"""All that is found in a checkout, by the key of the declaration it is for."""

from collections.abc import Mapping

from osaid_action.scaffold.card import find_in_cards
from osaid_action.scaffold.checkout import Checkout
from osaid_action.scaffold.code import find_code
from osaid_action.scaffold.data_sources import find_data_sources
from osaid_action.scaffold.described import find_described
from osaid_action.scaffold.documents import find_documents
from osaid_action.scaffold.found import Found, as_guesses, first_claim, unique
from osaid_action.scaffold.libraries import find_libraries
from osaid_action.scaffold.licenses import find_licenses
from osaid_action.scaffold.lineage import find_parents
from osaid_action.scaffold.neighbors import find_neighbors
from osaid_action.scaffold.notebooks import find_in_notebooks
from osaid_action.scaffold.origin import owner_of, resembles
from osaid_action.scaffold.system import find_system
from osaid_action.scaffold.weights import find_weights

Survey = Mapping[str, tuple[Found, ...]]
"""What was found for each key; ``weights.…`` are the keys of ``parameters.weights``."""

_CARD_FIRST = ("weights.license", "weights.access")


def survey(checkout: Checkout, folder: str) -> Survey:
    """Look at a checkout; ``folder`` is how its own folder is called."""
    system = find_system(checkout, folder)
    name, home = value(system, "system.name"), value(system, "system.repository")
    weights = find_weights(checkout, name, home)
    has_weights = bool(weights["weights.here"] or weights["weights.linked"])
    code = find_code(checkout, has_weights=has_weights)
    noted = find_in_notebooks(checkout)
    trained = (*code["code.training"], *noted["code.training"])
    found: dict[str, tuple[Found, ...]] = {
        **system,
        **find_licenses(checkout),
        **code,
        **find_libraries(checkout, home),
        **weights,
        **find_data_sources(checkout, trained, code["code.data_processing"]),
        **find_described(checkout),
        **find_documents(checkout),
        **find_parents(checkout, home, code["code.settings"], trained),
    }
    for more in (noted, _of_use(find_neighbors(checkout, home), found, home)):
        for key, each in more.items():
            found[key] = unique((*found[key], *each))
    for key, said in find_in_cards(checkout).items():
        if key == "code.inference" and found[key]:
            continue
        both = (*said, *found.get(key, ())) if key in _CARD_FIRST else (*found.get(key, ()), *said)
        found[key] = first_claim(both) if key == "system.name" else unique(both)
    return found | {
        "weights.license": agreed(found["weights.license"]),
        "weights.linked": _without_parents(found["weights.linked"], found["built_on"]),
    }


def _without_parents(linked: tuple[Found, ...], parents: tuple[Found, ...]) -> tuple[Found, ...]:
    """Models that may be the system's, without what it is made from."""
    places = {one.value.get("location") for one in parents if isinstance(one.value, dict)}
    return tuple(one for one in linked if one.is_claim or one.location not in places)


def _of_use(near: Survey, found: Survey, home: str) -> Survey:
    """What is linked, without the trainers of others where one's own is here."""
    if not claims(found, "code.training"):
        return near
    owner = owner_of(home)
    ours = (one for one in near["code.training"] if resembles(owner_of(one.location), owner))
    return {**near, "code.training": tuple(ours)}


def agreed(found: tuple[Found, ...]) -> tuple[Found, ...]:
    """One license where all agree; where they differ none is sure."""
    every = unique(found)
    return every if len(every) == 1 else as_guesses(every)


def value(found: Survey, key: str) -> str:
    """The value of a key with one text; empty when there is none."""
    every = found.get(key, ())
    return every[0].location if every else ""


def claims(found: Survey, key: str) -> tuple[Found, ...]:
    """What is sure of a key."""
    return tuple(one for one in found.get(key, ()) if one.is_claim)


def weights_place(found: Survey) -> tuple[Found, ...]:
    """Where the weights are: what surely lies here, else the one model linked, else all."""
    here, linked = claims(found, "weights.here"), claims(found, "weights.linked")
    return here or linked or (*found.get("weights.linked", ()), *found.get("weights.here", ()))
