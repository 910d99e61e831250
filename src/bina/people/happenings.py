"""What this room tells the rooms above (core.happenings)."""

from typing import Final

# Ids of placements that have an end now, or an earlier one: a transfer, a retirement.
PENEMPATAN_BERAKHIR: Final = "penempatan.berakhir"
# Ids of people whose kedudukan hukum became another while they stay active: study, leave, return.
KEDUDUKAN_BERUBAH: Final = "kedudukan.berubah"
