"""A file is there whole, or not at all, and the sentence says what to do."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from controllers.export.landing import (
    DiskFull,
    FolderMissing,
    FolderNotWritable,
    TargetInUse,
    land,
    named,
)
from models.kernel.errors import Unavailable


def test_a_file_lands_and_nothing_else(tmp_path):
    made = land(b"brief", tmp_path / "brief.pdf")
    assert made.path.read_bytes() == b"brief"
    assert made.sha256 == sha256(b"brief").hexdigest()
    assert [entry.name for entry in tmp_path.iterdir()] == ["brief.pdf"]


def test_a_new_file_replaces_the_old_one(tmp_path):
    target = tmp_path / "brief.pdf"
    target.write_bytes(b"oud")
    land(b"nieuw", target)
    assert target.read_bytes() == b"nieuw"


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(FolderMissing) as refused:
        land(b"x", tmp_path / "weg" / "brief.pdf")
    assert "weg" in str(refused.value)


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "bestand").write_bytes(b"")
    with pytest.raises(FolderMissing):
        land(b"x", tmp_path / "bestand" / "brief.pdf")


def test_a_folder_in_the_place_of_the_file_keeps_standing(tmp_path):
    (tmp_path / "brief.pdf" / "inhoud").mkdir(parents=True)
    with pytest.raises(Unavailable):
        land(b"x", tmp_path / "brief.pdf")
    assert (tmp_path / "brief.pdf" / "inhoud").is_dir()
    assert [entry.name for entry in tmp_path.iterdir()] == ["brief.pdf"]


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="root may write all")
def test_a_folder_without_rights_is_named(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(FolderNotWritable):
            land(b"x", tmp_path / "brief.pdf")
    finally:
        tmp_path.chmod(0o700)


@pytest.fixture
def small_disk(tmp_path):
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root can make a small disk")
    disk = tmp_path / "schijf"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody mount")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def test_a_full_disk_keeps_the_old_file_and_no_crumb(small_disk: Path):
    target = small_disk / "brief.pdf"
    land(b"oud", target)
    with pytest.raises(DiskFull) as refused:
        land(b"x" * 200_000, target)
    assert "brief.pdf" in str(refused.value)
    assert target.read_bytes() == b"oud"
    assert [entry.name for entry in small_disk.iterdir()] == ["brief.pdf"]


def test_a_file_open_elsewhere_is_told_apart_from_a_closed_folder(tmp_path):
    """Windows refuses the replacement itself; the words must speak of the file."""
    from controllers.export.landing import _why

    target = tmp_path / "brief.pdf"
    assert isinstance(_why(PermissionError(), target, replacing=True), TargetInUse)
    assert isinstance(_why(PermissionError(), target, replacing=False), FolderNotWritable)


@pytest.mark.parametrize(
    ("chosen", "written"),
    [
        ("brief", "brief.pdf"),
        ("brief 12.03.2026", "brief 12.03.2026.pdf"),
        ("brief.PDF", "brief.PDF"),
        ("brief.pdf", "brief.pdf"),
    ],
)
def test_a_name_without_an_ending_gets_it(tmp_path: Path, chosen: str, written: str) -> None:
    assert named(tmp_path / chosen, ".pdf") == tmp_path / written
