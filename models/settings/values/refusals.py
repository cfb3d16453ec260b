"""What a setting may not hold, each said in one sentence."""

from models.kernel.errors import Refused
from models.kernel.text import N_


class SettingUnknown(Refused):
    sentence = N_("There is no setting called {key}.")


class SettingNotDays(Refused):
    sentence = N_("{raw} is not a number of days. Write a whole number from 1 to {most}.")


class SettingNotMonths(Refused):
    sentence = N_(
        "{raw} is not a list of months. Write whole numbers from 1 to {most} with commas, such as"
        " 12, 6, 3."
    )


class SettingNotChoice(Refused):
    sentence = N_("{raw} cannot be chosen here. Choose one of: {choices}.")


class SettingNotEmail(Refused):
    sentence = N_("{raw} is not an e-mail address. Write it as naam@voorbeeld.be.")
