-- The lines of every table that makes activities, before
-- periods, boundaries and shares; power after its clearing.
{% for family in [
    "energy",
    "power_heat",
    "generation",
    "process",
    "other_gases",
    "anode_effect",
    "wastewater",
    "incineration",
    "electronics",
    "scope3",
    "removals",
    "instruments",
] %}
    select *
    from {{ ref("int_activity__" ~ family) }}
    {% if not loop.last %}
        union all
    {% endif %}
{% endfor %}
