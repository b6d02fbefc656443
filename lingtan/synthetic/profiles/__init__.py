"""What each kind of park reports: one function a profile, one module a family of industries.

Belongs here: units, carriers, flows and rough ratios of invented parks. Does not belong here: any rule of a
method; a profile says what a park would write down, never what follows from it.
"""

from collections.abc import Callable
from typing import Final

from lingtan.synthetic.builder import ReturnBuilder
from lingtan.synthetic.profiles.chemicals import chemicals
from lingtan.synthetic.profiles.commerce import data_centre, electronics, food
from lingtan.synthetic.profiles.conversion import coking, refinery
from lingtan.synthetic.profiles.metals import aluminium, ferroalloys, steel_furnace, steel_works
from lingtan.synthetic.profiles.minerals import cement
from lingtan.synthetic.profiles.renewables import biomass, pilot, solar
from lingtan.synthetic.profiles.services import capture, environment, tenancy
from lingtan.synthetic.profiles.transport import logistics, port
from lingtan.synthetic.profiles.utility import utility

PROFILES: Final[dict[str, Callable[[ReturnBuilder], None]]] = {
    "aluminium": aluminium,
    "biomass": biomass,
    "capture": capture,
    "cement": cement,
    "chemicals": chemicals,
    "coking": coking,
    "data_centre": data_centre,
    "electronics": electronics,
    "environment": environment,
    "ferroalloys": ferroalloys,
    "food": food,
    "logistics": logistics,
    "pilot": pilot,
    "port": port,
    "refinery": refinery,
    "solar": solar,
    "steel_furnace": steel_furnace,
    "steel_works": steel_works,
    "tenancy": tenancy,
    "utility": utility,
}
"""Profile name (of `register_plan`) -> the function that fills a return."""
