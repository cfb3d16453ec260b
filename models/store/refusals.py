"""Why a file cannot be opened, made or written: one clear sentence each."""

from models.kernel.errors import Refused, Unavailable
from models.kernel.text import N_


class PassphraseWrong(Refused):
    sentence = N_(
        "This passphrase does not open the file. Check Caps Lock and try again, or use the"
        " recovery key."
    )


class PassphraseTooShort(Refused):
    sentence = N_("A passphrase has at least {least} characters. Four loose words do well.")


class RecoveryKeyWrong(Refused):
    sentence = N_("This recovery key does not open the file. Read group {group} once more.")


class RecoveryKeyElsewhere(Refused):
    sentence = N_(
        "This recovery key was typed without a mistake, but it belongs to another file. Look for"
        " the one printed with this file."
    )


class FileMissing(Unavailable):
    sentence = N_("There is no file at {path}. It may have been moved: open it from its new place.")


class FileExists(Refused):
    sentence = N_("{path} exists already. Choose another name, or open that file.")


class KeyFileMissing(Unavailable):
    sentence = N_(
        "The key file {path} is missing. It belongs beside the file: put it back from a backup."
    )


class KeyFileDamaged(Unavailable):
    sentence = N_("The key file {path} is damaged. Put it back from a backup.")


class NotOurFile(Unavailable):
    sentence = N_("{path} is not a Waarmerk file. Choose a file that ends in .waarmerk.")


class FileDamaged(Unavailable):
    sentence = N_(
        "{path} is damaged. Nothing was changed. Work on with the newest backup, and keep this file"
        " for repair."
    )


class FileTooNew(Unavailable):
    sentence = N_(
        "{path} was made by a newer Waarmerk. Nothing was changed. Install the newest version to"
        " open it."
    )


class FileInUse(Unavailable):
    sentence = N_(
        "{path} is open in another Waarmerk ({who}). Close it there first; two at once is not safe."
    )


class FileBusy(Unavailable):
    sentence = N_("The file is busy for a long time already. Wait a moment and try again.")


class DiskFull(Unavailable):
    sentence = N_(
        "The disk is full, so this was not saved. Free some room; what you typed is still on the"
        " screen."
    )


class PlaceForbidden(Unavailable):
    sentence = N_("Waarmerk may not write in {path}. Choose a folder of your own.")


class PlaceOnNetwork(Unavailable):
    sentence = N_(
        "{path} lies on a network share ({kind}). A database is not safe there: choose a folder on"
        " this computer."
    )


class PlaceInCloud(Unavailable):
    sentence = N_(
        "{path} lies in a folder that {service} synchronises. A database gets damaged there:"
        " choose a folder outside it."
    )


class DiskTrouble(Unavailable):
    sentence = N_("The disk refuses: {reason}. What you typed is still on the screen; try again.")
