"""Columns by their letter, as Excel names them."""


def column_letter(index: int) -> str:
    """The letter of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_index(letter: str) -> int:
    """The place of a column counted from 0: A is 0, AA is 26."""
    index = 0
    for sign in letter.upper():
        index = index * 26 + ord(sign) - 64
    return index - 1
