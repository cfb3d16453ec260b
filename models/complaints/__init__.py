"""Complaints about career guidance: what it is about, by which routes it came, and its clocks.

Nothing here says who complained: no name, no address (PRODUCT.md features 50-58, DOMAIN.md 2).
"""
