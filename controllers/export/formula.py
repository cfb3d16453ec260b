"""A formula of ours, told apart from a text that begins as one."""


class Formula(str):
    """Our own text with a leading =; never a person's."""

    __slots__ = ()
