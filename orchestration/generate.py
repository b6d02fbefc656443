"""`make generate`: write every file that is derived from the contracts and the rule catalogue (L10)."""

from lingtan.contracts.derive import derived_files, left_over
from lingtan.places import checkout
from quality.catalogue_page import RULES_PAGE, rules_page


def generate() -> list[str]:
    """Write the derived files that are not as they should be and remove those no contract gives any more.

    Returns the paths touched, within the checkout. `ContractError` where a contract or code list has a fault.
    """
    root = checkout()
    files = {**derived_files(), RULES_PAGE: rules_page().encode("utf-8")}
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
