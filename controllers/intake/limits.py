"""How large a workbook from elsewhere may be before we refuse to open it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """What we are willing to open. The defaults hold ten times the largest list there is."""

    packed_bytes: int = 64 << 20
    unpacked_bytes: int = 768 << 20
    ratio: int = 200
    """Unpacked against packed; below `ratio_floor` bytes nobody is hurt."""
    ratio_floor: int = 32 << 20
    entries: int = 2_000
    rows: int = 200_000
    columns: int = 16_384
    area: int = 16_000_000
    """Cells in the rectangle around all filled cells of a sheet."""
    text_bytes: int = 1 << 30
    """Text when every cell has its own copy of the shared strings."""

    def say_packed(self) -> str:
        return f"{self.packed_bytes >> 20} MB"
