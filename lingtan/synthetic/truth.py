"""What a release has to say about a synthetic nation, to the last decimal.

Independent on purpose (DESIGN section 4): methods are stated in `truth_*` modules in plain Python from
ACCOUNTING sections 2, 3 and 5; factor values come from the reference seeds and the fictional office's sets;
nothing is read from `method_terms`, `energy_terms`, a model or a release.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import TypeVar

from lingtan.synthetic.model import Nation
from lingtan.synthetic.reference_sets import equivalent_coefficients
from lingtan.synthetic.rounding import total
from lingtan.synthetic.truth_energy import VARIANTS, park_energy
from lingtan.synthetic.truth_parks import COMPONENTS, park_terms
from lingtan.synthetic.truth_provinces import province_emission
from lingtan.synthetic.truth_reference import reference_values

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True)
class Truth:
    """Exact results of one nation and year.

    `park_components`: (park, component) -> t CO2 under CN-NZCP-2025; None where no term could be estimated.
    `partial`: the (park, component) with a term that could not. `park_energy`: (park, energy method) -> tce;
    None where the year has no equivalent coefficient. `province_inventory`: province -> t CO2 under
    CEADS-PROV. Silent parks appear nowhere.
    """

    seed: int
    year: int
    province_of_park: Mapping[str, str]
    park_components: Mapping[tuple[str, str], Decimal | None]
    partial: frozenset[tuple[str, str]]
    park_energy: Mapping[tuple[str, str], Decimal | None]
    province_inventory: Mapping[str, Decimal]

    def park_totals(self) -> dict[str, Decimal]:
        """Park -> sum of its components."""
        return _summed((park, value) for (park, _), value in self.park_components.items())

    def national_components(self) -> dict[str, Decimal | None]:
        """Component -> sum of park results over the nation; None where no park has one."""
        sums = _summed((component, value) for (_, component), value in self.park_components.items())
        return {component: sums.get(component) for component in COMPONENTS}

    def province_components(self) -> dict[tuple[str, str], Decimal | None]:
        """(province, component) -> sum of park results; None where no reported park has one."""
        sums = _summed(
            ((self.province_of_park[park], component), value)
            for (park, component), value in self.park_components.items()
        )
        keys = product(self.province_inventory, COMPONENTS)
        return {key: sums.get(key) for key in keys}

    def national_inventory(self) -> Decimal:
        """Sum of the provincial inventories."""
        return total(*self.province_inventory.values())


def _summed(pairs: Iterable[tuple[Key, Decimal | None]]) -> dict[Key, Decimal]:
    found: dict[Key, list[Decimal]] = {}
    for key, value in pairs:
        if value is not None:
            found.setdefault(key, []).append(value)
    return {key: total(*values) for key, values in found.items()}


def truth(nation: Nation) -> Truth:
    """Work out the truth of one nation."""
    values = reference_values()
    equivalent = equivalent_coefficients().get(nation.year)
    components: dict[tuple[str, str], Decimal | None] = {}
    partial = set()
    energy: dict[tuple[str, str], Decimal | None] = {}
    for park_return in nation.returns:
        code = park_return.park.code
        terms = park_terms(values, park_return)
        for component in (name for name in COMPONENTS if name in terms):
            known = [term for term in terms[component] if term is not None]
            components[code, component] = total(*known) if known else None
            if len(known) < len(terms[component]):
                partial.add((code, component))
        found = park_energy(values, park_return, equivalent)
        energy |= {(code, variant): found.get(variant) for variant in VARIANTS}
    return Truth(
        seed=nation.seed,
        year=nation.year,
        province_of_park={one.park.code: one.park.province_code for one in nation.returns},
        park_components=components,
        partial=frozenset(partial),
        park_energy=energy,
        province_inventory={
            inventory.province_code: province_emission(values, inventory) for inventory in nation.inventories
        },
    )
