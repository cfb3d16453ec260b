"""How the quality actions are spread over the years of a mandate (PRODUCT.md S11).

The actions themselves stand in their own subjects.
"""
