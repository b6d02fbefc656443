"""Constructs that DuckDB and Spark read differently, found in SQL by its syntax tree."""

import re
from collections.abc import Iterator
from typing import Final

import sqlglot
from sqlglot import exp

#: Functions that differ in name, in result or in treatment of nulls; a dispatched macro is the way to them.
FUNCTIONS: Final = frozenset(
    {
        "arg_max",
        "arg_min",
        "avg",
        "concat",
        "concat_ws",
        "date_diff",
        "date_format",
        "date_trunc",
        "datediff",
        "explode",
        "group_concat",
        "listagg",
        "max_by",
        "min_by",
        "percentile",
        "quantile",
        "quantile_cont",
        "percentile_cont",
        "regexp_extract",
        "regexp_full_match",
        "regexp_ilike",
        "regexp_like",
        "regexp_matches",
        "regexp_replace",
        "sha",
        "sha2",
        "sha256",
        "string_agg",
        "strftime",
        "time_to_str",
        "unnest",
    }
)

#: What only the bodies of dispatched macros may say.
ENGINE_WORDS: Final = re.compile(
    r"::|//|\b(?:hugeint|divide|list|list_slice|array_to_string|read_parquet|try_cast|information_schema)\b\s*\(?",
    re.IGNORECASE,
)

_INTEGERS: Final = {exp.DType.INT, exp.DType.BIGINT, exp.DType.SMALLINT, exp.DType.TINYINT}
_FLOATS: Final = {exp.DType.FLOAT, exp.DType.DOUBLE}


def _null_orders(sql: str, dialect: str) -> list[bool]:
    tree = sqlglot.parse_one(sql, dialect=dialect)
    return [bool(node.args.get("nulls_first")) for node in tree.find_all(exp.Ordered)]


def _name(node: exp.Func) -> str:
    return (node.name if isinstance(node, exp.Anonymous) else node.sql_name()).lower()


def _of_node(node: exp.Expr) -> Iterator[str]:
    if isinstance(node, exp.Div | exp.IntDiv):
        yield "division outside exact_ratio"
    if isinstance(node, exp.TryCast):
        yield "try_cast"
    elif isinstance(node, exp.Cast):
        if node.to.this in _FLOATS:
            yield "floating point"
        fraction = any("." in one.name for one in node.this.find_all(exp.Literal) if not one.is_string)
        if node.to.this in _INTEGERS and fraction:
            yield "cast of a fraction to an integer"
    if isinstance(node, exp.Func) and _name(node) in FUNCTIONS:
        yield f"function {_name(node)}"
    if isinstance(node, exp.Star) and (node.args.get("except_") or node.args.get("except")):
        yield "star except"
    if isinstance(node, exp.Join) and (node.kind in ("SEMI", "ANTI") or node.method == "ASOF"):
        yield "semi, anti or asof join"
    if isinstance(node, exp.Exists) and node.find_ancestor(exp.Where, exp.Select) is not node.find_ancestor(
        exp.Where
    ):
        yield "exists outside where"
    if isinstance(node, exp.Sub | exp.Add) and any(node.find_all(exp.Interval)):
        yield "date arithmetic"
    if isinstance(node, exp.Identifier) and not node.name.isascii():
        yield "identifier that is not ASCII"


def problems(sql: str) -> list[str]:
    """What in a compiled query the two engines would not agree on; sorted, empty where nothing is."""
    tree = sqlglot.parse_one(sql, dialect="duckdb")
    found = {problem for node in tree.walk() for problem in _of_node(node)}
    # The engines' own defaults are the parser's: an order that says where nulls go is read alike by both.
    try:
        if _null_orders(sql, "duckdb") != _null_orders(sql, "spark"):
            found.add("order without nulls first or last")
    except sqlglot.errors.ParseError:
        found.add("unknown to Spark's grammar")
    return sorted(found)


def engine_words(source: str) -> list[str]:
    """Words of one engine that a model writes itself, its Jinja and comments aside."""
    bare = re.sub(r"\{[{%#].*?[}%#]\}|--[^\n]*", " ", source, flags=re.DOTALL)
    return sorted({match.group().strip("( ").lower() for match in ENGINE_WORDS.finditer(bare)})
