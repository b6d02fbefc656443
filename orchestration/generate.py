"""`make generate`: write every file that is derived from contracts, rules, models and sample rows (L10)."""

from lingtan.contracts.derive import derived_files, left_over
from lingtan.contracts.derive_samples import sample_files
from lingtan.places import checkout
from lingtan.release.warehouse_page import WAREHOUSE_PAGE, warehouse_page
from quality.catalogue_page import RULES_PAGE, rules_page


def generated_files() -> dict[str, bytes]:
    """Path within the checkout -> content, for everything that is generated.

    Raises:
        ContractError: a contract or code list has a fault.
    """
    pages = {RULES_PAGE: rules_page(), WAREHOUSE_PAGE: warehouse_page(checkout() / "dbt_project" / "models")}
    return {
        **derived_files(),
        **sample_files(),
        **{path: text.encode("utf-8") for path, text in pages.items()},
    }


def generate() -> list[str]:
    """Write the derived files that are not as they should be and remove those no contract gives any more.

    Returns the paths touched, within the checkout. `ContractError` where a contract or code list has a fault.
    """
    root = checkout()
    files = generated_files()
    touched = [
        path
        for path, content in files.items()
        if not (root / path).is_file() or (root / path).read_bytes() != content
    ]
    for path in touched:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(files[path])
    stale = left_over(root, files)
    for path in stale:
        (root / path).unlink()
    return [*touched, *stale]


def main() -> None:
    """Generate, and say what changed."""
    touched = generate()
    for path in touched:
        print(path)
    print(f"已更新 {len(touched)} 个文件 · {len(touched)} files updated")


if __name__ == "__main__":
    main()
