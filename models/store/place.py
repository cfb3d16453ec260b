"""Where a file may live: on a disk of this computer, outside folders that others synchronise."""

import os
from pathlib import Path

from models.store.refusals import PlaceInCloud, PlaceOnNetwork

NETWORK = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "smb2fs", "afpfs", "webdav"),
        *("davfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "9p", "ncpfs", "afs", "ceph"),
        *("glusterfs", "fuse.glusterfs", "beegfs", "lustre", "remote"),
    }
)
CLOUDS = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "box sync": "Box",
    "pcloud drive": "pCloud",
}
CLOUD_VARIABLES = {
    "OneDrive": "OneDrive",
    "OneDriveCommercial": "OneDrive",
    "OneDriveConsumer": "OneDrive",
}


def check_place(path: Path) -> None:
    """Raises PlaceOnNetwork or PlaceInCloud; a database is damaged in such places."""
    whole = path.resolve()
    if service := _cloud(whole):
        raise PlaceInCloud(path=path, service=service)
    if kind := _network(whole):
        raise PlaceOnNetwork(path=path, kind=kind)


def _cloud(path: Path) -> str:
    for variable, service in CLOUD_VARIABLES.items():
        if (root := os.environ.get(variable)) and path.is_relative_to(Path(root).resolve()):
            return service
    for part in path.parent.parts:
        for word, service in CLOUDS.items():
            if part.lower() == word or part.lower().startswith(
                (f"{word} -", f"{word} (", f"{word}-")
            ):
                return service
    return ""


def _network(path: Path) -> str:
    if str(path).startswith("\\\\"):
        return "UNC"
    import psutil

    best, kind = Path(path.anchor), ""
    for partition in psutil.disk_partitions(all=True):
        mount = Path(partition.mountpoint)
        if path.is_relative_to(mount) and len(mount.parts) >= len(best.parts):
            words = {partition.fstype.lower(), *partition.opts.lower().split(",")}
            best, kind = mount, next(iter(sorted(words & NETWORK)), "")
    return kind
