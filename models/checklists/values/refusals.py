"""Why something cannot be done with a checklist: one clear sentence each."""

from models.kernel.errors import Refused
from models.kernel.text import N_


class VersionFixed(Refused):
    sentence = N_(
        "{title}, version {version}, is published and never changes again. Make a draft of it: that"
        " becomes the next version."
    )


class VersionSealed(Refused):
    sentence = N_(
        "{title}, version {version}, stands under the seal of a finished check and does not change"
        " any more. Make a draft of it: that becomes the next version."
    )


class VersionOfApplication(VersionSealed):
    sentence = N_(
        "An application came in with {title}, version {version}, and is judged by it, so it does"
        " not change any more. Make a draft of it: that becomes the next version."
    )


class VersionRetired(Refused):
    sentence = N_(
        "{title}, version {version}, is retired and never changes again. Make a draft of it: that"
        " becomes the next version."
    )


class VersionNotADraft(Refused):
    sentence = N_(
        "Only a draft can be thrown away. {title}, version {version}, is past that: retire it, and"
        " no new check will use it."
    )


class VersionNotTested(Refused):
    sentence = N_(
        "{title}, version {version}, was not tested yet. Begin its test, try it out, and publish it"
        " then."
    )


class VersionNotInUse(Refused):
    sentence = N_(
        "Only a version in test or a published one can be retired. {title}, version {version}, is a"
        " draft: throw it away."
    )


class VersionNotReady(Refused):
    sentence = N_(
        "{title}, version {version}, cannot be used in a new check. Choose one that is in test or"
        " published."
    )


class ChecklistIncomplete(Refused):
    sentence = N_("This checklist cannot be published yet: {mistake}")


class ChecklistUnknown(Refused):
    sentence = N_("There is no checklist {key} in version {version}. Choose one from the list.")


class ChecklistTitleMissing(Refused):
    sentence = N_("A checklist needs a title. Write what it is for in a few words.")


class SectionTitleMissing(Refused):
    sentence = N_("A section needs a title. Write it in a few words.")


class QuestionKeyTaken(Refused):
    sentence = N_("{key} is the number of another question in this checklist. Choose another one.")


class QuestionKeyWrong(Refused):
    sentence = N_(
        "{raw} cannot be the number of a question. Write letters, figures and dashes without"
        " blanks, such as DC-28, {most} characters at most."
    )


class ConditionWrong(Refused):
    sentence = N_(
        "This question cannot depend on {key}. Choose an earlier question of this checklist, and at"
        " least one answer."
    )


class OptionWrong(Refused):
    sentence = N_(
        "{raw} cannot be read as an answer to choose from. Write a line each: the answer, and after"
        " = what it counts as, such as: In elk dossier = ja."
    )


class NumberNotPossible(Refused):
    sentence = N_("{raw} cannot be right here. Write a number from {least} to {most}.")


class TemplateOfAnother(Refused):
    sentence = N_(
        "{name} holds the checklist {key}, not {title}. Take it over as a new draft, or choose the"
        " right workbook."
    )


class TemplateRefused(Refused):
    sentence = N_(
        "Nothing was taken over: {count} cells cannot be read. The first is {place}: {reason}"
    )


class UnitFixed(Refused):
    sentence = N_(
        "Earlier versions of this checklist are answered for something else, so this cannot change."
        " Make a new checklist instead."
    )


class LibraryThemeMissing(Refused):
    sentence = N_("Write under which theme the question is kept, in a word or two.")
