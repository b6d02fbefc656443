select document_code, document_kind_code, title_zh, title_en, issuer, document_number, publication_date
from {{ ref("documents") }}
union all
select
    document_code,
    document_kind_code,
    title_zh,
    title_en,
    issuer,
    document_number,
    cast(publication_date as date) as publication_date
from {{ source("plan", "office_documents") }}
union all
-- The document of a factor that a respondent measured is the submission in the factor's id.
select
    'SUBMISSION' as document_code,
    'submission' as document_kind_code,
    '报送资料' as title_zh,
    'The submission itself' as title_en,
    cast(null as string) as issuer,
    cast(null as string) as document_number,
    cast(null as date) as publication_date
