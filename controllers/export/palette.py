"""The colours of what leaves the house: the light tokens of the look, for paper is always light.

Six hexadecimal digits, as both openpyxl and reportlab take them; a test holds them against the
tokens in resources/themes/light.toml.
"""

INK = "1A1C20"
QUIET = "575C64"
LINE = "E5E4E0"
EDGE = "D3D2CD"
SUNKEN = "F8F8F6"
WINDOW = "F3F3F0"
ACCENT = "2851A3"
ACCENT_SOFT = "E6EDF9"
ACCENT_DEEP = "1F4288"
LATE = "B0241C"
LATE_SOFT = "FCEAE8"
DUE = "8A4F00"
DUE_SOFT = "FCF0DA"
DONE = "1D6A3B"
NOTE = "69468F"
WAIT = "575C64"
BAR_MANDATE = "3C66B8"
BAR_CERT = "3E756B"
FAINT = "646971"
