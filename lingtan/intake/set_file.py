"""`set.yaml`: what the office says about a factor set. `raw/reference/README.md` explains it."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from lingtan.intake.layout import Title

Purpose = Literal["provincial_inventory", "energy_equivalent", "process", "scope3", "energy_loss"]
#: What a column of the factor file, or a constant, may be.
Role = Literal["activity", "carrier", "region", "data_year", "value", "uncertainty_percent", "unit", "gas"]


def _texts(mapping: object) -> object:
    """YAML reads an unquoted 1 as a number; labels and codes are texts."""
    if not isinstance(mapping, dict):
        return mapping
    return {str(key): value if isinstance(value, dict) else str(value) for key, value in mapping.items()}


_Texts = Annotated[dict[str, str], BeforeValidator(_texts)]
_YearText = Annotated[str | None, BeforeValidator(lambda year: None if year is None else str(year))]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Document(_Strict):
    """The document the factors were taken from (L8)."""

    code: str
    title_zh: str
    title_en: str
    issuer: str
    number: str | None = None


class DenominatorColumn(_Strict):
    """The unit stands in a column of the factor file."""

    column: str


class UnitOfFactor(_Strict):
    """What a value is, such as `Mt CO2` for each `10kt`, or for each unit that a column names."""

    numerator: str
    denominator: str | DenominatorColumn


class SetFile(_Strict):
    """A set as its office describes it."""

    id: Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.-]*$")]
    title: Title
    document: Document
    purpose: Purpose
    columns: dict[Role, str]
    unit: UnitOfFactor
    is_verified: bool
    publication_date: date | None = None
    data_year: _YearText = None
    constants: dict[Role, str | int] = {}
    maps: dict[Role, _Texts] = {}

    def column_of(self, role: Role) -> str | None:
        """The column of the factor file that plays a role."""
        if role == "unit" and isinstance(self.unit.denominator, DenominatorColumn):
            return self.unit.denominator.column
        return self.columns.get(role)

    def constant_of(self, role: Role) -> str | None:
        """What is the same for every row."""
        if role == "unit" and isinstance(self.unit.denominator, str):
            return self.unit.denominator
        if role == "data_year" and self.data_year is not None:
            return self.data_year
        value = self.constants.get(role)
        return None if value is None else str(value)


def load_set_file(path: Path) -> SetFile:
    """Read and check a `set.yaml`.

    Raises:
        ValueError: saying what is wrong and where in the file.
    """
    try:
        content: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        described = SetFile.model_validate(content)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ValueError(str(error)) from error
    except ValidationError as error:
        raise ValueError(
            "; ".join(f"{'.'.join(map(str, item['loc']))}: {item['msg']}" for item in error.errors())
        ) from error
    if "value" not in described.columns:
        raise ValueError("columns.value: names the column of the values")
    return described
