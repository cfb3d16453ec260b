"""The journal in words: steps, fields, names, undo, and the proof that names what is broken."""

from enum import StrEnum
from itertools import product
from uuid import UUID

import pytest
from sqlalchemy import text

from controllers.complaint_field_words import chooses
from controllers.field_words import (
    CHOICES,
    FIELDS,
    OTHERWISE,
    TABLES,
    field_word,
    table_word,
    value_word,
)
from controllers.history import about, act
from controllers.language import speak
from controllers.row_names import _NAMES as NAMES
from controllers.row_names import kinds, row_name
from controllers.story import referred
from models.checks.values import (
    AnswerValue,
    Grade,
    ReactionKind,
    ReactionOutcome,
    RecheckOutcome,
    Rung,
    Verdict,
)
from models.kernel.errors import Gone
from models.kernel.text import use
from models.store.entity import Entity
from models.store.types import Choice
from tests.controllers.finished import finished_check, settle

TABLES_OF_THE_TRADE = Entity.metadata.tables


@pytest.fixture(autouse=True)
def dutch():
    from gettext import NullTranslations

    speak("nl")
    yield
    use(NullTranslations())


@pytest.fixture
def letter(controllers):
    settle(controllers)
    return controllers.letters.write_audit_letter(finished_check(controllers))


def tamper(store, sentence, **values):
    """Another program writes in the file, past the journal."""
    with store._writing.begin() as raw:
        raw.execute(text(sentence), values)


@pytest.mark.parametrize("table", sorted(TABLES_OF_THE_TRADE))
def test_every_table_and_field_has_a_word(table):
    assert table in TABLES
    assert table in NAMES
    for column in TABLES_OF_THE_TRADE[table].c:
        assert column.name in {"id", *FIELDS} or (table, column.name) in OTHERWISE, column.name
    assert kinds()[table].__tablename__ == table


def test_no_word_is_left_over():
    fields = {column.name for table in TABLES_OF_THE_TRADE.values() for column in table.c}
    assert set(FIELDS) <= fields
    assert set(TABLES) == set(NAMES) == set(TABLES_OF_THE_TRADE)
    assert all(field in TABLES_OF_THE_TRADE[table].c for table, field in OTHERWISE)


def test_every_link_tells_where_it_leads():
    for table in TABLES_OF_THE_TRADE.values():
        for column in table.c:
            leads = column.name.endswith("_id")
            assert bool(referred(table.name, column.name)) is leads, column


def test_a_table_nobody_gave_words_is_told_by_its_bare_name(controllers):
    assert table_word("survey_answer") == "Survey answer"
    assert field_word("survey_answer", "survey_id") == "survey"
    with controllers.history._store.look() as session:
        assert row_name(session, "survey_answer", UUID(int=7)) == ""


SAID_BY_KIND = (
    *(AnswerValue, Grade, Verdict),
    *(RecheckOutcome, ReactionKind, ReactionOutcome, Rung),
)


def choices() -> list[StrEnum]:
    columns = (column for table in TABLES_OF_THE_TRADE.values() for column in table.c)
    kinds = {column.type.choices for column in columns if isinstance(column.type, Choice)}
    return sorted((value for kind in kinds for value in kind), key=repr)


@pytest.mark.parametrize("value", choices(), ids=repr)
def test_every_choice_has_a_word(value):
    assert value_word(value)
    known = isinstance(value, SAID_BY_KIND) or chooses(value)
    assert value in CHOICES or known


def test_two_kinds_that_are_written_alike_are_told_apart():
    assert RecheckOutcome.PARTLY == ReactionOutcome.PARTLY
    assert value_word(RecheckOutcome.PARTLY) == "Deels opgelost"
    assert value_word(ReactionOutcome.PARTLY) == "Deels aanvaard"


def test_a_list_of_steps_needs_none_of_their_lines(controllers, letter):
    (newest,) = controllers.history.steps(controllers.history.ids()[:1])
    assert newest.lines == ()
    assert controllers.history.story(newest.id).step.lines


def test_new_is_what_the_first_line_of_a_row_made(controllers, store):
    centre = controllers.centres.add("0566988259", "Demer")
    made, *_ = controllers.history.of_row(centre)
    controllers.centres.edit(centre, "locality", "Hasselt")
    changed, *_ = controllers.history.of_row(centre)

    def born(step: UUID) -> bool:
        return controllers.history.story(step).rows[0].born

    assert born(made)
    assert not born(changed)
    tamper(store, "UPDATE change SET payload = NULL WHERE step = :step", step=made.bytes)
    assert not born(changed)  # what was purged was there before all the same


def test_a_filled_place_is_told_in_names(controllers, letter):
    controllers.letters.fill(letter, "closing", "Hoogachtend")
    controllers.letters.fill(letter, "closing", "Met achting")
    story = controllers.history.story(controllers.history.ids()[0])
    assert act(story.step) == "Brief invullen"
    (row,) = story.rows
    assert (row.word, row.born) == ("Plaats in een brief", False)
    assert row.name == f"slotformule · {controllers.letters.file(letter).reference}"
    (field,) = row.fields
    assert (field.name, field.old, field.new) == ("tekst", "Hoogachtend", "Met achting")


def test_nowhere_in_the_history_stands_an_id(controllers, letter):
    for step in controllers.history.ids():
        for row in controllers.history.story(step).rows:
            assert row.name, row
            for field, value in product(row.fields, ("old", "new")):
                said = getattr(field, value)
                with pytest.raises(ValueError):
                    UUID(said)


def test_a_date_is_told_as_people_write_it(controllers, letter):
    check = controllers.letters.file(letter).check_id
    told = [
        field
        for step in controllers.history.of_row(check)
        for row in controllers.history.story(step, check).rows
        for field in row.fields
    ]
    assert ("dag van het bezoek of van het nazicht", "14 apr 2026") in {
        (each.name, each.new) for each in told
    }
    assert ("afgerond op", "4 mei 2026 11:00") in {
        (each.name, each.new.replace("09:00", "11:00")) for each in told
    }


def test_a_step_of_one_row_tells_only_that_row(controllers, letter):
    dossier = controllers.checks.file(controllers.letters.file(letter).check_id).dossiers[0]
    (step,) = controllers.history.of_row(dossier.id)
    assert len(controllers.history.story(step).rows) == 6
    assert [row.name for row in controllers.history.story(step, dossier.id).rows] == ["KZ-001"]
    assert controllers.history.row_name(dossier.id) == "KZ-001"
    assert controllers.history.row_name(UUID(int=7)) == ""


def test_undone_steps_say_so_and_a_redo_takes_it_back(controllers, letter):
    controllers.letters.fill(letter, "closing", "Hoogachtend")
    done = controllers.history.ids()[0]

    def undone() -> bool:
        return controllers.history.steps([done])[0].undone

    assert not undone()
    controllers.history.undo()
    assert undone()
    newest = controllers.history.steps(controllers.history.ids()[:1])[0]
    assert act(newest) == "Ongedaan gemaakt: brief invullen"
    controllers.history.redo()
    assert not undone()
    controllers.history.undo()
    assert undone()


def test_oldest_first_is_newest_first_turned_round(controllers, letter):
    assert controllers.history.ids(descending=False) == controllers.history.ids()[::-1]


def test_a_step_that_is_not_there_is_gone(controllers):
    with pytest.raises(Gone):
        controllers.history.story(UUID(int=7))


def test_a_whole_history_says_so(controllers, letter):
    found = controllers.history.checked()
    count = f"{found.lines:,}".replace(",", ".")
    assert found.whole
    assert found.sentence == f"Alle {count} regels kloppen en de keten is heel."


def test_a_changed_row_is_named(controllers, letter, store):
    tamper(store, "UPDATE centre SET locality = 'Brugge'")
    found = controllers.history.checked()
    assert not found.whole
    assert found.sentence == (
        "Centrum Loopbaanhuis De Kade: gemeente is buiten dit programma gewijzigd."
    )


def test_a_changed_link_is_named_by_its_number(controllers, letter, store):
    tamper(store, "UPDATE change SET payload = replace(payload, 'Gent', 'Brugge') WHERE n > 4")
    found = controllers.history.checked()
    assert "De keten is gebroken bij regel " in found.sentence


def test_a_missing_link_is_named_by_its_neighbours(controllers, letter, store):
    tamper(store, "DELETE FROM change WHERE n = 5")
    assert controllers.history.checked().sentence.startswith(
        "De keten is gebroken tussen regel 4 en regel 6: er ontbreken regels. "
    )


def test_a_cut_end_is_noticed(controllers, letter, store):
    tamper(store, "DELETE FROM change WHERE n = (SELECT max(n) FROM change)")
    assert controllers.history.checked().sentence.startswith("Het einde van de keten klopt niet")


def test_a_row_that_came_or_went_is_named(controllers, letter, store):
    tamper(store, "DELETE FROM contact")
    assert "is uit het bestand verdwenen" in controllers.history.checked().sentence


def test_a_step_that_was_rewritten_is_noticed(controllers, letter, store):
    tamper(store, "UPDATE step SET who = 'Iemand anders'")
    found = controllers.history.checked()
    assert found.sentence.startswith("Een stap van de geschiedenis is buiten dit programma")
    assert "nog" in found.sentence


def test_a_setting_is_told_by_its_label(controllers):
    controllers.settings.edit("officer_phone", "02 506 12 05")
    story = controllers.history.story(controllers.history.ids()[0])
    assert about(story.step) == story.rows[0].name == "Uw telefoonnummer"
