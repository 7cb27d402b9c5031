"""Which language the command line speaks, and how a text of the catalogue is said. The texts themselves: `texts`."""

from __future__ import annotations

import locale
from collections.abc import Mapping, Sequence
from typing import Final

from sim.cli.texts import TEXTS

LANGUAGES: Final = ("zh", "en")
_VARIABLES: Final = ("LC_ALL", "LC_MESSAGES", "LANG")

_spoken = ["en"]


def choose_language(argv: Sequence[str], environ: Mapping[str, str]) -> str:
    """Return what `--lang` asks for, else the language of the locale, else "en".

    A language that is not spoken is refused later, where `--lang` is parsed.
    """
    asked = _asked(argv)
    if asked in LANGUAGES:
        return asked
    said = next((environ[name] for name in _VARIABLES if environ.get(name)), "") or locale.getlocale()[0] or ""
    return "zh" if said.lower().startswith(("zh", "chinese")) else "en"


def speak(lang: str) -> None:
    """Speak `lang` ("zh" or "en") from now on, in this process."""
    _spoken[0] = lang


def language() -> str:
    """Return the language that is spoken."""
    return _spoken[0]


def say(key: str, **values: object) -> str:
    """Return the text `key` of the catalogue in the language that is spoken, with `values` filled in."""
    zh, en = TEXTS[key]
    return (zh if _spoken[0] == "zh" else en).format(**values)


def pick(zh: str, en: str) -> str:
    """Return the one of two texts that suits the language that is spoken."""
    return zh if _spoken[0] == "zh" else en


def _asked(argv: Sequence[str]) -> str:
    for at, word in enumerate(argv):
        if word == "--":
            break
        if word == "--lang" and at + 1 < len(argv):
            return argv[at + 1]
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return ""
