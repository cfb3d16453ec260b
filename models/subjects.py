"""Every subject with tables, known at once: a file is opened with all of them or none."""

from models.actions import entities as actions
from models.applications import entities as applications
from models.attachments import entities as attachments
from models.centres import entities as centres
from models.checklists import entities as checklists
from models.checks import entities as checks
from models.complaints import entities as complaints
from models.duplicates import entities as duplicates
from models.letters import entities as letters
from models.mandates import entities as mandates
from models.retention import entities as retention
from models.settings import entities as settings
from models.surveys import entities as surveys

SUBJECTS = (
    *(settings, centres, attachments, mandates, actions, checklists, checks, surveys, applications),
    complaints,
    *(letters, duplicates, retention),
)
