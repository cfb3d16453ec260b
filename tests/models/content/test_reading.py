"""Content files are read once, and a mistake names its file and place."""

import pytest

from models.content.reading import FOLDER, ContentWrong, Place, content, parse_content


def test_every_content_file_can_be_read():
    names = sorted(path.stem for path in FOLDER.glob("*.yaml"))
    assert len(names) >= 12
    for name in names:
        assert content(name) is content(name)


def test_no_yaml_and_no_mapping_are_refused():
    for text in ("a: [", "- one\n- two", "", "plain"):
        with pytest.raises(ContentWrong) as caught:
            parse_content(text, "brief.yaml")
        assert "brief.yaml" in str(caught.value)


def test_a_tag_that_would_run_code_is_refused():
    with pytest.raises(ContentWrong):
        parse_content("a: !!python/object/apply:os.getcwd []", "brief.yaml")


def test_facts_are_checked_where_they_stand():
    place = Place({"a": 1, "b": True, "c": [{"d": " "}], "e": ["x", 1]}, "lijst.yaml", "top")
    assert place.number("a") == 1.0
    assert place.get("b", bool) is True
    wrong = [
        (lambda: place.get("b", int), "top.b"),
        (lambda: place.number("b"), "top.b"),
        (lambda: place.text("missing"), "top.missing"),
        (lambda: place.each("c")[0].text("d"), "top.c[0].d"),
        (lambda: place.texts("e"), "top.e"),
        (lambda: place.only("a", "b", "c"), "top.e"),
        (lambda: place.inside("a"), "top.a"),
    ]
    for ask, where in wrong:
        with pytest.raises(ContentWrong) as caught:
            ask()
        assert where in str(caught.value)
