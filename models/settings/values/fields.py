"""The settings of an office, declared once: type, default, and the words of the form.

Numbers of rules that rest on a proposal, not on a source, are settings too; their defaults stand
in content/rule_parameters.yaml and nowhere else.
"""

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from functools import partial
from typing import Any

from models.kernel.text import N_
from models.settings.values.declaring import (
    SettingField,
    SettingGroup,
    SettingKind,
    first_closing,
    ruled,
    said,
    sender,
)
from models.settings.values.refusals import SettingUnknown
from models.terms.values import Changed, DatedValue

_T, _G = SettingKind, SettingGroup


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an office may set. `Settings()` is an office that set nothing."""

    officer_name: str = field(
        default="",
        metadata=said(
            *(_T.TEXT, _G.OFFICER, N_("Your name")),
            N_("Stands in checks and as contact person in letters."),
            most=120,  # it becomes the officer of a check
        ),
    )
    officer_function: str = field(
        default="",
        metadata=said(_T.TEXT, _G.OFFICER, N_("Your function"), N_("As it stands in letters.")),
    )
    officer_initials: str = field(
        default="",
        metadata=said(
            *(_T.TEXT, _G.OFFICER, N_("Your initials")),
            N_("Two or three letters, for narrow columns."),
        ),
    )
    officer_email: str = field(
        default="",
        metadata=said(
            *(_T.EMAIL, _G.OFFICER, N_("Your e-mail address")),
            N_("Centres can reach you here about a letter."),
            most=254,
        ),
    )
    officer_phone: str = field(
        default="",
        metadata=said(
            *(_T.TEXT, _G.OFFICER, N_("Your telephone number")),
            N_("Centres can reach you here about a letter."),
        ),
    )
    sender_name: str = field(
        default_factory=partial(sender, "name"),
        metadata=said(
            _T.TEXT, _G.SENDER, N_("Name of the sender"), N_("Stands at the top of letters.")
        ),
    )
    sender_address_lines: tuple[str, ...] = field(
        default_factory=partial(sender, "address_lines"),
        metadata=said(
            *(_T.LINES, _G.SENDER, N_("Address of the sender")),
            N_("Street and number, then postal code and municipality: a line each."),
        ),
    )
    sender_phone: str = field(
        default_factory=partial(sender, "phone"),
        metadata=said(
            *(_T.TEXT, _G.SENDER, N_("Telephone of the sender")),
            N_("The general number of the service."),
        ),
    )
    signatory_name: str = field(
        default="",
        metadata=said(
            *(_T.TEXT, _G.LETTERS, N_("Who signs letters")),
            N_("May stay empty: then your own name stands under the letter."),
        ),
    )
    signatory_function: str = field(
        default="",
        metadata=said(
            *(_T.TEXT, _G.LETTERS, N_("Function of who signs")),
            N_("Stands under the name of who signs."),
        ),
    )
    closing: str = field(
        default_factory=first_closing,
        metadata=said(
            *(_T.TEXT, _G.LETTERS, N_("Closing of letters")),
            N_("Without a comma: the letter puts it there."),
        ),
    )
    window_side: str = field(
        default="right",
        metadata=said(
            *(_T.CHOICE, _G.LETTERS, N_("Window of the envelope")),
            N_("The address is printed on this side."),
            choices=(("right", N_("Right")), ("left", N_("Left"))),
        ),
    )
    deciding_authority: str = field(
        default="VDAB",
        metadata=said(
            *(_T.TEXT, _G.LETTERS, N_("Who decides on mandates")),
            N_("Sources differ: VDAB, or the minister on the advice of VDAB."),
        ),
    )
    suspension: str = field(
        default="off",
        metadata=said(
            *(_T.CHOICE, _G.LETTERS, N_("Suspending a mandate")),
            N_("No rule was found for it; a registration can be suspended, a mandate perhaps not."),
            choices=(("off", N_("Not possible")), ("on", N_("Possible"))),
        ),
    )
    complaints_contact: str = field(
        default="",
        metadata=said(
            *(_T.TEXT, _G.LETTERS, N_("Where to complain about the service")),
            N_("Stands in the letter that refuses a mandate: a web form or an address."),
        ),
    )
    language: str = field(
        default="nl",
        metadata=said(
            *(_T.CHOICE, _G.SCREEN, N_("Language of the screen")),
            N_("Letters and workbooks stay in Dutch."),
            choices=(("nl", N_("Dutch")), ("en", N_("English"))),
        ),
    )
    theme: str = field(
        default="auto",
        metadata=said(
            *(_T.CHOICE, _G.SCREEN, N_("Appearance")),
            N_("Automatic follows your computer."),
            choices=(
                ("auto", N_("Automatic")),
                ("light", N_("Light")),
                ("dark", N_("Dark")),
                ("contrast", N_("High contrast")),
            ),
        ),
    )
    spelling: str = field(
        default="on",
        metadata=said(
            *(_T.CHOICE, _G.SCREEN, N_("Look after spelling")),
            N_("Words that no dictionary has are underlined while you write in a longer text."),
            choices=(("on", N_("Underline")), ("off", N_("Do not underline"))),
        ),
    )
    known_words: tuple[str, ...] = field(
        default=(),
        metadata=said(
            *(_T.LINES, _G.SCREEN, N_("Words of your office")),
            N_("Words that are spelled right though no dictionary has them: a line each."),
            most=60,
        ),
    )
    mandate_expiry_warnings_months: tuple[int, ...] = field(
        default_factory=ruled("mandate_expiry_warnings_months"),
        metadata=said(
            *(_T.MONTHS, _G.TERMS, N_("Warn before a mandate ends")),
            N_("So many months before; the largest number makes it a mandate that ends soon."),
            rule=True,
        ),
    )
    certificate_expiry_warnings_months: tuple[int, ...] = field(
        default_factory=ruled("certificate_expiry_warnings_months"),
        metadata=said(
            *(_T.MONTHS, _G.TERMS, N_("Warn before a certificate ends")),
            N_("So many months before; the largest number makes it a certificate that ends soon."),
            rule=True,
        ),
    )
    audit_announcement_days: int = field(
        default_factory=ruled("audit_announcement_days"),
        metadata=said(
            *(_T.DAYS, _G.TERMS, N_("Announce a dossier check")),
            N_("Calendar days before the visit. A proposal: no rule was found."),
            rule=True,
        ),
    )
    audit_report_days: int = field(
        default_factory=ruled("audit_report_days"),
        metadata=said(
            *(_T.DAYS, _G.TERMS, N_("Send the report")),
            N_("Calendar days after the visit. A proposal: no rule was found."),
            rule=True,
        ),
    )
    centre_response_days: int = field(
        default_factory=ruled("centre_response_days"),
        metadata=said(
            *(_T.DAYS, _G.TERMS, N_("Reaction of the centre")),
            N_("Calendar days to react to findings. A proposal: no rule was found."),
            rule=True,
        ),
    )
    action_plan_days: int = field(
        default_factory=ruled("action_plan_days"),
        metadata=said(
            *(_T.DAYS, _G.TERMS, N_("Improvement plan of the centre")),
            N_("Calendar days to send the plan. A proposal: no rule was found."),
            rule=True,
        ),
    )
    measure_days_major: int = field(
        default_factory=ruled("measure_days_major"),
        metadata=said(
            *(_T.DAYS, _G.TERMS, N_("Measure after a major shortcoming")),
            N_("Calendar days to carry it out. A proposal: no rule was found."),
            rule=True,
        ),
    )
    measure_days_minor: int = field(
        default_factory=ruled("measure_days_minor"),
        metadata=said(
            *(_T.DAYS, _G.TERMS, N_("Measure after a shortcoming")),
            N_("Calendar days to carry it out. A proposal: no rule was found."),
            rule=True,
        ),
    )

    rule_changes: tuple[DatedValue, ...] = ()
    """The changes of rules that officers recorded; no setting, but it goes everywhere with them."""

    @property
    def changed(self) -> Changed:
        """The numbers of rules as this office sets and recorded them, for `models.terms`."""
        untouched = Settings()
        office = {
            entry.key: getattr(self, entry.key)
            for entry in SETTINGS
            if entry.rule and getattr(self, entry.key) != getattr(untouched, entry.key)
        }
        return Changed(office, self.rule_changes)


def _entry(declared: Field[Any]) -> SettingField:
    return SettingField(key=declared.name, **declared.metadata)


SETTINGS: tuple[SettingField, ...] = tuple(
    _entry(declared) for declared in fields(Settings) if declared.metadata
)
"""Every setting in the order of the form."""

_BY_KEY: Mapping[str, SettingField] = {entry.key: entry for entry in SETTINGS}


def setting(key: str) -> SettingField:
    """Raises SettingUnknown for a key that is not declared."""
    if key not in _BY_KEY:
        raise SettingUnknown(key=key)
    return _BY_KEY[key]
