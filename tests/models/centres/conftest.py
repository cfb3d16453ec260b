"""Dutch, for rules that say why."""

from collections.abc import Iterator

import pytest

from controllers import language


@pytest.fixture
def dutch() -> Iterator[None]:
    """The sentences as people here read them."""
    language.speak("nl")
    yield
    language.speak("en")
