"""Code lists, concepts, one data structure and one dataflow a public table."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from lingtan.disclosure.cells import TOTAL
from lingtan.public.columns import CONFIDENTIALITY
from lingtan.public.edition import Edition, EditionTable
from lingtan.public.sdmx import identifiers as ids

if TYPE_CHECKING:
    from pysdmx.model import Codelist, Component, ConceptScheme, Dataflow, DataStructureDefinition

_OBS_STATUS = {
    ids.NORMAL: ("正常值", "Normal value"),
    ids.SUPPRESSED: ("缺失值；未公布", "Missing value; suppressed"),
}


def _both(names: tuple[str, str]) -> str:
    zh, en = names
    return zh if zh == en else f"{zh} {en}"


def _codelist(concept: str, names: tuple[str, str], codes: Mapping[str, tuple[str, str]]) -> "Codelist":
    from pysdmx.model import Code, Codelist

    return Codelist(
        id=f"CL_{concept}",
        name=_both(names),
        agency=ids.AGENCY,
        version=ids.VERSION,
        items=[Code(id=code, name=_both(codes[code])) for code in sorted(codes)],
    )


def _codes(tables: Sequence[EditionTable], dimension: str) -> dict[str, tuple[str, str]]:
    """The codes of a dimension with their names, out of every table that counts by it."""
    parts = ("code", "name_zh", "name_en")
    rows = (
        row
        for one in tables
        if dimension in one.table.by
        for row in one.frame.select(f"{dimension}_{part}" for part in parts).iter_rows()
    )
    return {ids.SDMX_TOTAL if code == TOTAL else code: (zh, en) for code, zh, en in rows}


def codelists(edition: Edition) -> dict[str, "Codelist"]:
    """The code lists by the concept that uses them: dimensions, statuses and units.

    Args:
        edition: the tables; a list has the codes that occur in them and no others.
    """
    spec = edition.public.dimensions
    used = [name for name in spec if any(name in one.table.by for one in edition.tables)]
    units = {ids.unit_id(one.measure.unit): (one.measure.unit, one.measure.unit) for one in edition.tables}
    lists = [
        *(
            (ids.dimension_id(name), (spec[name].zh, spec[name].en), _codes(edition.tables, name))
            for name in used
        ),
        (ids.CONF_STATUS, ("保密标记", "Confidentiality status"), CONFIDENTIALITY),
        (ids.OBS_STATUS, ("观测值状态", "Observation status"), _OBS_STATUS),
        (ids.UNIT_MEASURE, ("计量单位", "Unit of measure"), units),
    ]
    return {concept: _codelist(concept, names, codes) for concept, names, codes in lists}


def concept_scheme(lists: Mapping[str, "Codelist"]) -> "ConceptScheme":
    """The concepts of every table; those with a code list are called as it is.

    Args:
        lists: code lists by concept.
    """
    from pysdmx.model import Concept, ConceptScheme, DataType

    scheme = f"{ids.AGENCY}:{ids.CONCEPTS}({ids.VERSION})"

    def concept(name: str, text: str, kind: DataType) -> Concept:
        urn = f"urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept={scheme}.{name}"
        return Concept(id=name, urn=urn, name=text, dtype=kind)

    return ConceptScheme(
        id=ids.CONCEPTS,
        name="零碳园区统计的概念 Concepts of the statistics of zero-carbon parks",
        agency=ids.AGENCY,
        version=ids.VERSION,
        items=[
            concept(ids.TIME_PERIOD, "核算年度 Reference year", DataType.PERIOD),
            concept(ids.OBS_VALUE, "数值 Observation value", DataType.DECIMAL),
            concept(ids.IS_SYNTHETIC, "合成数据 Synthetic", DataType.BOOLEAN),
            *(concept(name, one.name or name, DataType.STRING) for name, one in lists.items()),
        ],
    )


def _components(
    one: EditionTable, lists: Mapping[str, "Codelist"], concepts: "ConceptScheme"
) -> Iterable["Component"]:
    from pysdmx.model import Component, Role

    def component(name: str, role: Role, attached: str | None = None, *, required: bool = True) -> Component:
        concept = concepts[name]
        if concept is None:
            raise KeyError(name)
        return Component(
            id=name,
            required=required,
            role=role,
            concept=concept,
            local_dtype=None if name in lists else concept.dtype,
            local_codes=lists.get(name),
            attachment_level=attached,
        )

    for dimension in one.table.by:
        yield component(ids.dimension_id(dimension), Role.DIMENSION)
    yield component(ids.TIME_PERIOD, Role.DIMENSION)
    # Not required: a withheld observation has its statuses and no value.
    yield component(ids.OBS_VALUE, Role.MEASURE, required=False)
    yield component(ids.CONF_STATUS, Role.ATTRIBUTE, "O")
    yield component(ids.OBS_STATUS, Role.ATTRIBUTE, "O")
    yield component(ids.UNIT_MEASURE, Role.ATTRIBUTE, "D")
    yield component(ids.IS_SYNTHETIC, Role.ATTRIBUTE, "D")


def data_structure(
    one: EditionTable, lists: Mapping[str, "Codelist"], concepts: "ConceptScheme"
) -> "DataStructureDefinition":
    """The structure of a table: its dimensions and year, the value, statuses and unit.

    Args:
        one: the table.
        lists: code lists by concept.
        concepts: every concept.
    """
    from pysdmx.model import Components, DataStructureDefinition

    return DataStructureDefinition(
        id=f"DSD_{ids.flow_id(one.table.code)}",
        name=_both((one.table.zh, one.table.en)),
        agency=ids.AGENCY,
        version=ids.VERSION,
        components=Components(list(_components(one, lists, concepts))),
    )


def dataflow(one: EditionTable, structure: "DataStructureDefinition", marks: str) -> "Dataflow":
    """The flow of a table; its description says the measure, the unit and the marks.

    Args:
        one: the table.
        structure: the structure of its data.
        marks: what the table says about itself; may be empty.
    """
    from pysdmx.model import Dataflow

    measure = one.measure
    return Dataflow(
        id=ids.flow_id(one.table.code),
        name=_both((one.table.zh, one.table.en)),
        description=f"{_both((measure.zh, measure.en))} [{measure.unit}] {marks}".strip(),
        agency=ids.AGENCY,
        version=ids.VERSION,
        structure=structure,
    )
