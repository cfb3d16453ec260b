"""One room per subject; rooms do not know each other. This is the only list of them."""

from importlib import import_module

RAIL = ("centres", "checks", "letters", "history", "settings", "about")
"""Packages under ui.pages, in the order of the rail. Each has page.PAGE: the class to make."""


def page_class(key: str) -> type:
    """The page of this key; its module is only imported when somebody goes there."""
    found: type = import_module(f"ui.pages.{key}.page").PAGE
    return found
