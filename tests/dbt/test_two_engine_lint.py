"""Models stay in what DuckDB and Spark share; division and lists live in dispatched macros alone."""

from pathlib import Path

import pytest

from tests.dbt.two_engine_lint import engine_words, problems
from tests.dbt.warehouse_inputs import PROJECT, Inputs, run

MODELS = sorted((PROJECT / "models").rglob("*.sql"))


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    inputs = Inputs(tmp_path_factory.mktemp("lint"), {}, [])
    inputs.write()
    run(inputs, "compile")
    return inputs.folder / "target" / "compiled" / "lingtan" / "models"


@pytest.mark.parametrize(
    ("sql", "problem"),
    [
        ("select a / b as c from t", "division outside exact_ratio"),
        ("select a // b as c from t", "division outside exact_ratio"),
        ("select avg(a) as a from t", "function avg"),
        ("select concat(a, b) as c from t", "function concat"),
        ("select regexp_replace(a, 'x', 'y') as c from t", "function regexp_replace"),
        ("select regexp_matches(a, 'x') as c from t", "function regexp_like"),
        ("select strftime(a, '%Y') as c from t", "function time_to_str"),
        ("select sha256(a) as c from t", "function sha2"),
        ("select listagg(a, ',') as c from t", "function group_concat"),
        ("select datediff('day', a, b) as c from t", "function datediff"),
        ("select quantile_cont(a, 0.5) as c from t", "function percentile_cont"),
        ("select arg_max(a, b) as c from t", "function arg_max"),
        ("select unnest(a) as c from t", "function explode"),
        ("select a + interval 1 day as c from t", "date arithmetic"),
        ("select * exclude (a) from t", "star except"),
        ("select a from t semi join u on t.a = u.a", "semi, anti or asof join"),
        ("select a from t asof join u on t.a >= u.a", "semi, anti or asof join"),
        ("select try_cast('12.5' as int) as a", "try_cast"),
        ("select cast(2.5 as int) as a", "cast of a fraction to an integer"),
        ("select cast(a as double) as a from t", "floating point"),
        ("select row_number() over (order by a) as c from t", "order without nulls first or last"),
        ("select exists (select 1 from u where u.a = t.a) as c from t", "exists outside where"),
        ('select a as "排放" from t', "identifier that is not ASCII"),
    ],
)
def test_each_forbidden_construct_is_found(sql: str, problem: str) -> None:
    assert problem in problems(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "select sum(a) * cast(0.5 as decimal(7, 6)) as a from t group by all",
        "select row_number() over (partition by b order by a desc nulls last, c nulls last) as c from t",
        "select a from t where exists (select 1 from u where u.a = t.a)",
        "select cast(count(*) as bigint) as a, a || '/' || b as k, '排放' as name_zh from t group by a, b",
    ],
)
def test_the_shared_subset_passes(sql: str) -> None:
    assert problems(sql) == []


@pytest.mark.parametrize(
    "source", ["select a::hugeint", "select divide(a, b)", "select list(a)", "from read_parquet('x')"]
)
def test_words_of_one_engine_are_found(source: str) -> None:
    assert engine_words(source)


@pytest.mark.parametrize("path", MODELS, ids=lambda path: path.stem)
def test_model_stays_in_the_shared_subset(compiled: Path, path: Path) -> None:
    # What dispatched macros write is engine-specific on purpose: a model's own words are judged beside it.
    assert engine_words(path.read_text(encoding="utf-8")) == []
    assert problems((compiled / path.relative_to(PROJECT / "models")).read_text(encoding="utf-8")) == []
