"""Loading the contracts from `raw/contracts/<form>/<version>.yaml`."""

from functools import cache
from pathlib import Path
from typing import Final

import yaml
from pydantic import TypeAdapter, ValidationError

from lingtan.contracts.consistency import inconsistencies, overlaps
from lingtan.contracts.model import Contract
from lingtan.contracts.yaml_text import ContractLoader
from lingtan.errors import LingtanError
from lingtan.places import checkout

CONTRACTS: Final = checkout() / "raw" / "contracts"


class ContractError(LingtanError):
    """A contract, or a code list it names, is not what it must be.

    Args:
        subject: The file or list.
        fault: What is wrong and where in it.
    """

    def __init__(self, subject: object, fault: str) -> None:
        super().__init__(
            zh=f"报表定义有误：{subject}：{fault}", en=f"fault in a form's definition: {subject}: {fault}"
        )


@cache
def _adapter() -> TypeAdapter[Contract]:
    return TypeAdapter(Contract)


def load_contract(path: Path) -> Contract:
    """Read one contract file and check it.

    Raises:
        ContractError: not YAML; a key is missing, unknown or of the wrong type; parts contradict each other.
    """
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), ContractLoader)
        if not isinstance(content, dict):
            raise ContractError(path, "not a mapping")
        contract = _adapter().validate_python({**content, "path": path})
    except yaml.YAMLError as error:
        raise ContractError(path, f"not YAML: {error}") from error
    except ValidationError as error:
        places = "; ".join(
            f"{'.'.join(str(part) for part in item['loc'])}: {item['msg']}" for item in error.errors()
        )
        raise ContractError(path, places) from error
    faults = inconsistencies(contract)
    if faults:
        raise ContractError(path, "; ".join(faults))
    return contract


@cache
def load_contracts() -> tuple[Contract, ...]:
    """All contracts of the checkout, ordered by form and version. `ContractError` also where two overlap."""
    contracts = [load_contract(path) for path in CONTRACTS.glob("*/*.yaml")]
    faults = overlaps(contracts)
    if faults:
        raise ContractError(CONTRACTS, "; ".join(faults))
    return tuple(sorted(contracts, key=lambda contract: (contract.form, int(contract.version))))


def contract_for(form: str, version: str) -> Contract:
    """The contract of this form and version; `ContractError` naming the known ones where there is none."""
    contracts = load_contracts()
    for contract in contracts:
        if (contract.form, contract.version) == (form, version):
            return contract
    known = ", ".join(f"{contract.form} {contract.version}" for contract in contracts)
    raise ContractError(f"{form} {version}", f"no such form and version; known: {known}")
