"""Writes `structures.xml` and one SDMX-CSV file a table."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import polars as pl

from lingtan.disclosure.cells import TOTAL
from lingtan.public.columns import CONFIDENTIAL, MARK
from lingtan.public.edition import Edition, EditionTable
from lingtan.public.sdmx import identifiers as ids
from lingtan.public.sdmx.structures import codelists, concept_scheme, data_structure, dataflow

if TYPE_CHECKING:
    from pysdmx.model import Dataflow, DataStructureDefinition

STRUCTURES: Final = "structures.xml"
#: Stands in the file in place of the moment of writing.
_PREPARED: Final = datetime(2000, 1, 1, tzinfo=UTC)


def _observations(edition: Edition, one: EditionTable) -> pl.DataFrame:
    """The rows of a table as SDMX calls them, every cell a text: a figure keeps its digits (L3)."""
    is_withheld = pl.col(MARK) == CONFIDENTIAL
    status = pl.when(is_withheld).then(pl.lit(ids.SUPPRESSED)).otherwise(pl.lit(ids.NORMAL))
    return one.frame.select(
        *(
            pl.col(f"{name}_code").replace(TOTAL, ids.SDMX_TOTAL).alias(ids.dimension_id(name))
            for name in one.table.by
        ),
        pl.col("reference_year").cast(pl.String).alias(ids.TIME_PERIOD),
        pl.col(one.measure.quantity).cast(pl.String).alias(ids.OBS_VALUE),
        pl.col(MARK).alias(ids.CONF_STATUS),
        status.alias(ids.OBS_STATUS),
        pl.lit(ids.unit_id(one.measure.unit)).alias(ids.UNIT_MEASURE),
        pl.lit(str(edition.is_synthetic).lower()).alias(ids.IS_SYNTHETIC),
    )


def _data(edition: Edition, one: EditionTable, structure: "DataStructureDefinition", flow: "Dataflow") -> str:
    from msgspec.structs import replace
    from pysdmx.io.csv.sdmx20.writer import write
    from pysdmx.io.pd import PandasDataset
    from pysdmx.model import Components, DataType, Schema

    # Texts on the way: pysdmx holds what it knows to be a decimal as a binary double (L3).
    components = Components([replace(part, local_dtype=DataType.STRING) for part in structure.components])
    schema = Schema("dataflow", ids.AGENCY, flow.id, components, ids.VERSION)
    dataset = PandasDataset(structure=schema, data=_observations(edition, one).to_pandas())
    return write([dataset]) or ""


def write_sdmx_files(edition: Edition, folder: Path) -> tuple[Path, ...]:
    """Write the structures (SDMX-ML 3.0) and the observations of every table (SDMX-CSV 2.0).

    A withheld observation has no value, CONF_STATUS C and OBS_STATUS Q; a sum over a dimension the code `_T`.

    Args:
        edition: what was published.
        folder: where the files go; made if absent.

    Returns:
        The files, structures first.
    """
    from pysdmx.io.xml.sdmx30.writer.structure import write
    from pysdmx.model import Organisation
    from pysdmx.model.message import Header

    folder.mkdir(parents=True, exist_ok=True)
    lists = codelists(edition)
    concepts = concept_scheme(lists)
    structures = [data_structure(one, lists, concepts) for one in edition.tables]
    flows = [
        dataflow(one, structure, edition.marks.line)
        for one, structure in zip(edition.tables, structures, strict=True)
    ]
    header = Header(
        id=edition.plan_id,
        test=edition.is_synthetic,
        prepared=_PREPARED,
        sender=Organisation(id=ids.AGENCY),
    )
    texts = {STRUCTURES: write([*lists.values(), concepts, *structures, *flows], header=header) or ""}
    for one, structure, flow in zip(edition.tables, structures, flows, strict=True):
        texts[f"{one.table.code}.csv"] = _data(edition, one, structure, flow)
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    return tuple(folder / name for name in texts)
