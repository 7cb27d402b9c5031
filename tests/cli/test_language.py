"""Claims about languages: who asks is answered in his own, and no text is missing in either."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

from sim.cli.language import LANGUAGES, choose_language, language, say, speak
from sim.cli.texts import TEXTS

CLI = Path(__file__).parents[2] / "sim" / "cli"


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize(
    ("argv", "environ", "spoken"),
    [
        (["compare", "--lang", "zh"], {"LANG": "en_GB.UTF-8"}, "zh"),
        (["--lang=en", "run"], {"LANG": "zh_CN.UTF-8"}, "en"),
        (["run"], {"LANG": "zh_CN.GBK"}, "zh"),
        (["run"], {"LC_ALL": "zh_TW", "LANG": "en_US"}, "zh"),
        (["run"], {"LC_ALL": "C", "LANG": "zh_CN"}, "en"),
        (["run", "--", "--lang", "zh"], {"LANG": "C"}, "en"),
        (["run"], {"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_language_is_the_one_asked_for_else_of_the_locale(
    argv: list[str], environ: dict[str, str], spoken: str
) -> None:
    """A user who reads one language only must not meet the other."""
    assert choose_language(argv, environ) == spoken


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_both_languages_say_the_same(key: str) -> None:
    """A text with a value missing in one language hides it from half of the readers."""
    zh, en = TEXTS[key]
    assert zh.strip()
    assert en.strip()
    assert fields(zh) == fields(en)
    assert not re.search(r"[\u4e00-\u9fff]", en)


def test_every_text_that_is_asked_for_exists_and_every_text_is_asked_for() -> None:
    """A missing text would crash in the middle of a command; a dead one misleads translators."""
    said: set[str] = set()
    patterns: set[str] = set()
    for path in CLI.glob("*.py"):
        source = path.read_text("utf-8")
        said |= {key for key in TEXTS if f'"{key}"' in source or f"'{key}'" in source}
        patterns |= set(re.findall(r"say\(\s*f[\"']([^\"']+)[\"']", source))
        asked = set(re.findall(r"(?:say|key=|argument)\(?\s*[\"']([a-z_]+\.[A-Za-z_.0-9]+)[\"']", source))
        assert asked <= set(TEXTS), path.name
    built = [re.compile("^" + re.sub(r"\\\{.*?\\\}", ".+", re.escape(pattern)) + "$") for pattern in patterns]
    dead = {key for key in TEXTS if key not in said and not any(one.match(key) for one in built)}
    assert not dead


def test_speaking_changes_what_is_said() -> None:
    """One process may serve both, as the tests do."""
    before = language()
    try:
        said = []
        for lang in LANGUAGES:
            speak(lang)
            said.append(say("help.json"))
        assert said == list(TEXTS["help.json"])
    finally:
        speak(before)
