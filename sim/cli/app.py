"""Starts the program: language, streams, commands, and how whatever goes wrong becomes one line and an exit code.

0 done · 1 a run failed · 2 bad input · 130 Ctrl-C or SIGTERM. Heavy libraries are imported inside the commands that
need them.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from sim.cli.compare import compare
from sim.cli.console import close_quietly, note, prepare_streams
from sim.cli.diff import diff
from sim.cli.doctor import doctor, version_line
from sim.cli.events import events
from sim.cli.explain import explain
from sim.cli.indicators import indicators
from sim.cli.language import LANGUAGES, choose_language, say, speak
from sim.cli.options import option
from sim.cli.run import run
from sim.cli.scenario import schema, show
from sim.cli.scenario_check import check
from sim.cli.scenarios import scenarios
from sim.cli.verify import verify
from sim.errors import BadInput, FengqiaoError, complain

PROGRAM: Final = "fengqiao"
DONE, FAILED, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130
HELP: Final = "--help"
DEBUG: Final = "FENGQIAO_DEBUG"
"""Environment variable that lets a fault of ours show its traceback."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    prepare_streams()
    _hear_schedulers()
    speak(choose_language(words, os.environ))
    try:
        return _guarded(words)
    except BrokenPipeError:  # whoever read us has seen enough
        close_quietly()
        return DONE


def _hear_schedulers() -> None:
    """Answer SIGTERM, which `timeout` and schedulers send, as Ctrl-C: whole results stay, checkpoints go."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)


def _guarded(words: list[str]) -> int:
    try:
        asked = _without_language(words) or [HELP]
        command = build(helping=HELP in asked or len(asked) == 1)
        result = command.main(args=asked, prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    except FengqiaoError as error:
        note(str(error))
        return error.exit_code
    except (KeyboardInterrupt, typer.Abort):
        note(say("fault.interrupted"))
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except SystemExit as end:  # how Typer and Rich answer a closed pipe
        raise BrokenPipeError from end
    except OSError as error:
        place = Path(str(error.filename or say("fault.output"))).name
        note(complain(place, say("fault.os"), error.strerror or error, say("fault.os_repair")))
        close_quietly()
        return BAD_INPUT
    except MemoryError:
        note(say("fault.memory"))
        return FAILED
    except Exception as error:  # noqa: BLE001 - the last door: no user ever meets a traceback
        return _other(error)
    if result == INTERRUPTED:  # newer versions of Typer answer Ctrl-C themselves
        note(say("fault.interrupted"))
    return result if isinstance(result, int) else DONE


def _other(error: Exception) -> int:
    """Answer a mistake on the command line, else a fault of ours."""
    if hasattr(error, "format_message"):
        context = getattr(error, "ctx", None)
        path = context.command_path if context is not None else PROGRAM
        note(say("fault.usage", path=path, what=error.format_message().rstrip(".")))
        return int(getattr(error, "exit_code", BAD_INPUT))
    if os.environ.get(DEBUG):
        raise error
    note(say("fault.ours", what=f"{type(error).__name__}: {error}", variable=DEBUG))
    return FAILED


def build(*, helping: bool = True) -> Any:
    """Return the tree of commands, told in the language that is spoken; `helping`: a help page may be asked for."""
    app = typer.Typer(add_completion=False, help=say("help"), epilog=say("help.epilog"), rich_markup_mode="rich")
    app.callback()(_root)
    _add(app, "scenarios", scenarios)
    below = typer.Typer(help=say("help.scenario"), rich_markup_mode="rich")
    _add(below, "show", show)
    _add(below, "check", check)
    _add(below, "schema", schema)
    app.add_typer(below, name="scenario")
    _add(app, "run", run)
    _add(app, "compare", compare)
    _add(app, "indicators", indicators)
    _add(app, "explain", explain)
    _add(app, "diff", diff)
    _add(app, "events", events)
    _add(app, "verify", verify)
    _add(app, "doctor", doctor)
    command = typer.main.get_command(app)
    if helping:  # what draws help pages takes a tenth of a second to load
        _translate(command)
    return command


def _add(group: typer.Typer, name: str, command: Callable[..., Any]) -> None:
    text, more = say(f"help.{command.__name__}"), say("help.lang_everywhere")
    group.command(name, help=text, short_help=text.partition("\n")[0], epilog=more)(command)


def _root(
    version: Annotated[bool, option("--version", key="help.version", is_eager=True, callback=_show_version)] = False,
    lang: Annotated[str, option("--lang", key="help.lang", metavar="zh|en")] = "",
) -> None:
    """Declare the options that come before a command; both are answered before it is reached."""


def _show_version(asked: bool) -> None:
    if asked:
        sys.stdout.write(version_line() + "\n")
        raise typer.Exit


def _without_language(words: list[str]) -> list[str]:
    """Take `--lang` out from wherever it stands: it is decided before anything else is said."""
    kept: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            return [*kept, word, *rest]
        if word == "--lang" or word.startswith("--lang="):
            asked = word.partition("=")[2] or next(rest, "")
            if asked not in LANGUAGES:
                rule = f"language must be one of {', '.join(LANGUAGES)}"
                raise BadInput(complain("--lang", rule, repr(asked), "Write --lang zh or --lang en"))
        else:
            kept.append(word)
    return kept


def _translate(command: Any) -> None:
    """Say what Typer itself says on every help page; a later Typer that says it otherwise does no harm."""
    from typer import rich_utils

    for name in ("ARGUMENTS_PANEL_TITLE", "OPTIONS_PANEL_TITLE", "COMMANDS_PANEL_TITLE", "DEFAULT_STRING"):
        setattr(rich_utils, name, say(f"typer.{name}"))
    rich_utils.REQUIRED_LONG_STRING = say("typer.REQUIRED_LONG_STRING")
    for one in (command, *_below(command)):
        shown = one.get_help_option(typer.Context(one))
        if shown is not None:
            shown.help = say("help.help")


def _below(command: Any) -> list[Any]:
    found: list[Any] = []
    for one in getattr(command, "commands", {}).values():
        found += [one, *_below(one)]
    return found
