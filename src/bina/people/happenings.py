"""What this room tells the rooms above (core.happenings)."""

from typing import Final

# Ids of placements that have an end now, or an earlier one: a transfer, a retirement.
PENEMPATAN_BERAKHIR: Final = "penempatan.berakhir"
