"""Letters as they ship: places, variants and words."""

import copy
import re

import pytest

from models.content.reading import FOLDER, ContentWrong, content
from models.letters.rules.blocks import varied_body
from models.letters.rules.template import common, letter_template, read_letter, used_places

KINDS = sorted(
    path.stem.removeprefix("letter_")
    for path in FOLDER.glob("letter_*.yaml")
    if path.stem != "letter_common" and not re.search(r"_v\d+$", path.stem)
)
HEAVY = re.compile(
    r"\b(betreffende|dienen te|dient te|enkel|gelieve|indien|inzake|mits|reeds|slechts|steeds"
    r"|teneinde|tevens|trachten|verzoeken|wensen)\b",
    re.IGNORECASE,
)


def test_a_version_that_was_published_stays_as_it_was():
    first, newest = letter_template("audit_findings", 1), letter_template("audit_findings")
    second = letter_template("audit_findings", 2)
    assert (first.version, second.version, newest.version) == (1, 2, 3)
    assert set(second.places) - set(first.places) == {"coaching_list"}
    assert set(newest.places) - set(second.places) == {"reactions_sentence"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_letter_can_be_read_and_names_its_places(kind):
    template = letter_template(kind)
    assert template.key == kind
    assert set(template.places) <= set(common()["place_labels_nl"])
    for key in template.variants:
        assert set(used_places(varied_body(template, [key]))) <= set(template.places)


def test_the_audit_letter_avoids_heavy_words_in_every_variant():
    templates = letter_template("audit_findings"), letter_template("offer_findings")
    for variants in (
        [],
        ["no_findings"],
        ["only_observations"],
        ["one_dossier"],
        ["reactions_closed"],
    ):
        for template in templates:
            assert HEAVY.findall(varied_body(template, variants)) == []


def test_no_letter_of_that_kind():
    with pytest.raises(KeyError):
        letter_template("love")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"body": "{{weather}}", "variants": {}}, "weather is used but not declared"),
        ({"body": "Dag.", "variants": {}}, "is declared but not used"),
        ({"colour": "red"}, "letter.colour"),
        ({"version": "one"}, "letter.version"),
        ({"variants": {"x": {"drop_sections": ["Weer?"]}}}, "the body has no section 'Weer?'"),
        ({"variants": {"x": {"replace": [{"text": "Q!", "by": ""}]}}}, "does not say 'Q!'"),
        ({"variants": {"x": {"subject": "{{weather}}"}}}, "weather is used but not declared"),
    ],
)
def test_a_mistake_is_named_with_its_place(change, said):
    facts = copy.deepcopy(dict(content("letter_audit_findings")))
    facts["letter"] |= change
    with pytest.raises(ContentWrong) as caught:
        read_letter(facts, "brief.yaml")
    assert "brief.yaml" in str(caught.value)
    assert said in str(caught.value)
