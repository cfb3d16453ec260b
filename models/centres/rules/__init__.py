"""What makes a number, an address or a name right: decisions without a database.

Which centre holds which number is not decided here but in the queries.
"""

from models.centres.rules.addressing import (
    email,
    municipality_fits,
    phone,
    phone_lost_zero,
    postal_code,
    province_of,
    show_phone,
    website,
)
from models.centres.rules.naming import legal_form, legal_name_key, same_name
from models.centres.rules.numbers import (
    enterprise_number,
    establishment_number,
    mask_national_numbers,
    national_numbers,
    show_enterprise_number,
    show_establishment_number,
)

__all__ = [
    "email",
    "enterprise_number",
    "establishment_number",
    "legal_form",
    "legal_name_key",
    "mask_national_numbers",
    "municipality_fits",
    "national_numbers",
    "phone",
    "phone_lost_zero",
    "postal_code",
    "province_of",
    "same_name",
    "show_enterprise_number",
    "show_establishment_number",
    "show_phone",
    "website",
]
