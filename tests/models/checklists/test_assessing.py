"""The rules of an assessment as its version keeps them, and what a gap in them means."""

import pytest

from models.checklists.rules import ASSESSMENT, template
from models.checklists.rules.assessing import COLUMNS, kept_rules, read_rules

OURS = template(ASSESSMENT).assessing


def test_what_is_kept_reads_back_as_it_was():
    assert read_rules(kept_rules(OURS)) == OURS


@pytest.mark.parametrize("column", ["motivation_required", "four_eyes"])
def test_only_a_written_no_takes_away_a_reason_or_other_eyes(column):
    kept = kept_rules(OURS)
    assert getattr(read_rules(kept | {column: None}), column) is True
    assert getattr(read_rules(kept | {column: False}), column) is False


def test_labels_and_order_left_out_are_those_that_ship():
    bare = read_rules(dict.fromkeys(COLUMNS))
    assert (bare.labels, bare.advice_order) == (OURS.labels, OURS.advice_order)
    assert bare.legal_basis == ""
