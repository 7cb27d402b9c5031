"""Options and arguments that several commands share, each declared once and told in the language that is spoken."""

from __future__ import annotations

from typing import Any

import typer

from sim.cli.language import say


def option(*names: str, key: str, **more: Any) -> Any:
    """Declare an option whose help is the text `key`."""
    return typer.Option(*names, help=say(key), **more)


def argument(key: str, **more: Any) -> Any:
    """Declare an argument whose help is the text `key`."""
    return typer.Argument(help=say(key), **more)


def scenario_argument() -> Any:
    """SCENARIO: a name of the library or the path of a TOML file."""
    return argument("help.arg.scenario", metavar="SCENARIO")


def set_option() -> Any:
    """--set key=value, as often as wanted."""
    return option("--set", key="help.set", metavar="KEY=VALUE")


def json_option() -> Any:
    """--json."""
    return option("--json", key="help.json", metavar="")


def out_option() -> Any:
    """--out DIR."""
    return option("--out", key="help.out", metavar="DIR")
