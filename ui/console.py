"""Headless verbs: the second face of the house, without Qt. Its shapes are a contract."""

from __future__ import annotations

import argparse
import json
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.kernel.clock import Clock
from models.kernel.errors import AppError, Refused
from ui.console_words import HELP, day_typed, speak_dutch
from ui.traces import discreet

if TYPE_CHECKING:
    from ui.asked import Draw

DONE, REFUSED, USAGE, UNAVAILABLE, BUG = 0, 1, 2, 3, 70
REGIMES = ("registered", "receipt")
EXPORTS = (
    *("checklist", "template", "answers", "closing", "report", "paper"),
    *("assessment", "assessment_paper"),
    *("centre", "timeline"),
)
LISTS = (
    *(
        "centres",
        "mandates",
        "certificates",
        "counsellors",
        "conditions",
        "coverage",
        "checks",
        "findings",
        "letters",
    ),
    *("measures", "patterns"),
    *("actions", "attachments", "applications", "complaints", "decisions"),
)


def parse(argv: list[str], version: str) -> argparse.Namespace | int:
    """The options and the verb; an exit code when the words are off or help was asked."""
    parser = _parser(version)
    try:
        found = parser.parse_args(argv)
        if found.verb == "export" and (found.subject is None) is not (found.what == "answers"):
            parser.error("export: bij answers hoort geen onderwerp, bij al het andere wel een")
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    else:
        return found


def run(options: argparse.Namespace, clock: Clock, draw: Draw | None = None) -> int:
    """Do one verb; print its answer; give the exit code."""
    from ui.verbs import Console

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        _print(options, Console(options, clock, draw).do())
    except BrokenPipeError:  # who reads us has seen enough, such as `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except AppError as error:
        _refuse(options, error)
        return REFUSED if isinstance(error, Refused) else UNAVAILABLE
    except Exception as error:  # noqa: BLE001 - the wall between us and the shell
        print(discreet(error), file=sys.stderr)
        return BUG
    return DONE


def _print(options: argparse.Namespace, answer: dict[str, Any]) -> None:
    if options.json:
        print(json.dumps(answer, ensure_ascii=False, default=str), flush=True)
        return
    for key, value in answer.items():
        if isinstance(value, list):
            _print_list(key, value)
        else:
            print(f"{key}: {_line(value)}")
    sys.stdout.flush()


def _print_list(key: str, values: list[Any], indent: str = "") -> None:
    """Line by line; of a sheet that was read in also every cell with its reason."""
    print(f"{indent}{key}: {len(values)}")
    for line in values:
        print(f"{indent}  {_line(line)}")
        for name, part in line.items() if isinstance(line, dict) else ():
            if isinstance(part, list) and all("reason" in one for one in part) and part:
                _print_list(name, part, f"{indent}    ")


def _line(value: Any) -> str:
    if isinstance(value, dict):
        shown = (f"{key} {_line(part)}" for key, part in value.items() if part not in (None, ""))
        return " · ".join(shown)
    return f"{len(value)}" if isinstance(value, list) else str(value)


def _refuse(options: argparse.Namespace, error: AppError) -> None:
    if options.json:
        words = {"code": error.code, "sentence": str(error), "field": error.field}
        print(json.dumps({"refused": words}, ensure_ascii=False))
    print(str(error), file=sys.stderr)


def _parser(version: str) -> argparse.ArgumentParser:
    speak_dutch()
    top = argparse.ArgumentParser(
        prog="waarmerk", description="Waarmerk: toezicht op loopbaanbegeleiding."
    )
    top.add_argument(
        "--version", action="version", version=f"Waarmerk {version}", help="toont de versie"
    )
    _options(top, defaults=True)
    verbs = top.add_subparsers(dest="verb", metavar="OPDRACHT")
    for name, arguments in _VERBS.items():
        verb = verbs.add_parser(name, help=HELP[name])
        _options(verb, defaults=False)
        for argument, settings in arguments:
            verb.add_argument(argument, **settings)
    return top


def _options(parser: argparse.ArgumentParser, *, defaults: bool) -> None:
    """The options stand before the verb or after it."""
    off: Any = None if defaults else argparse.SUPPRESS
    parser.add_argument("--file", type=Path, default=off, metavar="PATH")
    parser.add_argument("--passphrase-file", type=Path, default=off, metavar="PATH")
    no: Any = False if defaults else argparse.SUPPRESS
    parser.add_argument("--json", action="store_true", default=no)
    parser.add_argument("--today", type=day_typed, default=off, metavar="YYYY-MM-DD")
    language: Any = "nl" if defaults else argparse.SUPPRESS
    parser.add_argument("--lang", choices=("nl", "en"), default=language)


_PATH: dict[str, Any] = {"type": Path}
_COUNT: dict[str, Any] = {"type": int, "required": True, "metavar": "N"}
_FLAG: dict[str, Any] = {"action": "store_true"}
_VERBS: dict[str, tuple[tuple[str, dict[str, Any]], ...]] = {
    "create": (),
    "demo": (("path", _PATH), ("--seed", {"type": int, "default": 1})),
    "import": (
        ("what", {"choices": ("centres", "checklist", "assessment", "template")}),
        ("source", _PATH),
        ("--dry-run", _FLAG),
    ),
    "list": (("what", {"choices": LISTS}), ("--centre", {}), ("--xlsx", _PATH)),
    "centre": (
        ("number", {}),
        ("--as-known", {"type": day_typed, "metavar": "YYYY-MM-DD"}),
    ),
    "export": (
        ("what", {"choices": EXPORTS}),
        ("subject", {"nargs": "?"}),
        ("path", _PATH),
        ("--use", {"choices": ("officer", "centre"), "default": "officer"}),
        ("--version", {"type": int, "metavar": "N", "dest": "of_version"}),
        ("--centre", {"metavar": "NUMBER"}),
        ("--empty", _FLAG),
    ),
    "letter": (("kind", {}), ("subject", {}), ("path", _PATH)),
    "verify": (),
    "term": (("kind", {}), ("start", {}), ("--regime", {"choices": REGIMES})),
    "sample": (
        ("list", _PATH),
        ("--size", {"type": int, "required": True, "metavar": "N"}),
        ("--spares", {"type": int, "default": 0, "metavar": "M"}),
        ("--seed", {"metavar": "TEXT"}),
        ("--by", {"metavar": "COLUMN"}),
        ("--without", {**_PATH, "metavar": "LIST"}),
    ),
    "assurance": (
        ("--population", _COUNT),
        ("--sample", _COUNT),
        ("--bad", _COUNT),
        ("--level", {"default": "0.95"}),
    ),
    "screens": (("folder", _PATH), ("--page", {"default": ""})),
    "tour": (("folder", _PATH),),
}
