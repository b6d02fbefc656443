"""How a delivery was sent: format and encoding, since more than one of each is accepted."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the two columns; readings from before leave them empty."""
    op.add_column("reading", sa.Column("file_format", sa.String()))
    op.add_column("reading", sa.Column("text_encoding", sa.String()))
