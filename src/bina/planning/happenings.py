"""What this room tells the rooms above (core.happenings)."""

from typing import Final

# Ids of plans that end now before the day they were agreed for: a transfer, study, retirement.
SKP_BERAKHIR: Final = "skp.berakhir"
