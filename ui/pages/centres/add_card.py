"""A small card over the window to begin something new in a centre file."""

from __future__ import annotations

from ui.kit.act_card import ActCard, Values

__all__ = ["AddCard", "Values"]


class AddCard(ActCard):
    """A few fields and one verb; `made(answer)` tells what came of it."""
