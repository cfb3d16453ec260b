"""Where processes come from that are killed in the middle: forked from one that has read all."""

import multiprocessing
import os

OFFICE = multiprocessing.get_context("forkserver" if os.name == "posix" else "spawn")
OFFICE.set_forkserver_preload(["tests.models.store.worker", "tests.controllers.at_the_table"])
