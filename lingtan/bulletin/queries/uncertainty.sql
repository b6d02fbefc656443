-- The uncertainty of the sum of park results over the nation, or that it is not quantified and for what part it is known.
select uncertainty_status_code, known_tco2e, absolute_tco2e, propagated_percent, simulated_percent
from cmp_uncertainty
where
    figure_level_code = 'nation'
    and total_code = 'result'
    and method_code = $method
    and boundary_code = $boundary
    and reference_year = $year
