"""Where the data lies, as a resource that a deployment can set."""

from pathlib import Path

import dagster as dg

from lingtan.places import Places


class PlacesResource(dg.ConfigurableResource[Places]):
    """The data folders; left empty, those of the environment (`LINGTAN_RAW`, `LINGTAN_EXPORTS`)."""

    raw: str = ""
    exports: str = ""

    def places(self) -> Places:
        """The folders to work in."""
        default = Places.from_environment()
        return Places(
            raw=Path(self.raw) if self.raw else default.raw,
            exports=Path(self.exports) if self.exports else default.exports,
        )
