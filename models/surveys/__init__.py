"""How satisfied users of the voucher are, per centre and period: counts, never a bare percentage.

Who answered what is not kept here.
"""
