{{ config(materialized="ephemeral") }}

-- The entries of totals with the relative uncertainties of their quantity and factor: as the unit
-- supplied them for the line, else as the document of the factor gives it (L8). A factor that is exact
-- by its definition, such as that of a mass reported as such, stays exact whatever a unit says.
with
    supplied as (
        select
            submission_id,
            table_name,
            line_id,
            {%- for part in ("quantity", "factor") %}
                max(
                    case
                        when parameter_code = '{{ part }}_uncertainty'
                        then {{ lingtan.fitting_decimal("parameter_value", 10, 6) }}
                    end
                ) as {{ part }}_uncertainty_ratio
                {%- if not loop.last %},{% endif %}
            {%- endfor %}
        from {{ ref("fct_parameters") }}
        where parameter_code in ('quantity_uncertainty', 'factor_uncertainty') and parameter_value >= 0
        group by submission_id, table_name, line_id
    ),

    matched as (
        select
            facts.*,
            supplied.quantity_uncertainty_ratio,
            case
                when factors.uncertainty_ratio = 0
                then factors.uncertainty_ratio
                else coalesce(supplied.factor_uncertainty_ratio, factors.uncertainty_ratio)
            end as factor_uncertainty_ratio
        from {{ ref("fct_emissions") }} as facts
        left join
            supplied
            on facts.submission_id = supplied.submission_id
            and facts.table_name = supplied.table_name
            and facts.line_id = supplied.line_id
        left join
            {{ ref("int_factors__all") }} as factors
            on facts.factor_id = factors.factor_id
            and factors.uncertainty_ratio is not null
        where not facts.is_memo and facts.scope_code in ('NA', '1', '2')
    )

select
    *,
    submission_id || '/' || table_name || '/' || line_id as line_code,
    case when entry_kind_code = 'elimination' then -1 else 1 end as entry_sign,
    factor_id is not null
    and quantity_uncertainty_ratio is not null
    and factor_uncertainty_ratio is not null
    -- So that the squares of the next step have room.
    and {{ lingtan.fits_decimal("emission_tco2e", 24, 12) }} as is_known
from matched
