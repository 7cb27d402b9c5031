"""Every mistake in `tests/invalid/` gives one clear line and exit code 2; the expected line stands beside the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from sim.errors import BadInput
from sim.scenario import load_scenario

FOLDER = Path(__file__).parents[1] / "invalid"
MISTAKES = sorted(path.name for path in FOLDER.iterdir() if path.suffix != ".message" and ".part" not in path.suffixes)
MISTAKES = [name for name in MISTAKES if not name.startswith("good.")]


def load_mistake(name: str) -> None:
    """Load what the file stands for: a scenario, a place table, an override or a name."""
    path = FOLDER / name
    text = path.read_text(encoding="utf-8").strip() if path.suffix in (".set", ".name") else ""
    match path.suffix:
        case ".toml":
            load_scenario(path)
        case ".csv":
            load_scenario(FOLDER / "good.toml", {"places": name})
        case ".set":
            load_scenario(FOLDER / "good.toml", [text])
        case ".name":
            load_scenario(text)


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_answered_by_its_line(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who wrote the file must learn where, which rule, what was got and how to repair it, without a traceback."""
    monkeypatch.chdir(FOLDER)
    with pytest.raises(BadInput) as raised:
        load_mistake(name)
    expected = (FOLDER / name).with_suffix(".message").read_text(encoding="utf-8")
    assert f"{raised.value}\n" == expected
    assert raised.value.exit_code == 2
    assert raised.value.__cause__ is None
    assert "\n" not in str(raised.value)


def test_every_file_beside_the_mistakes_belongs_to_one() -> None:
    """A message without its mistake would look tested and be dead."""
    messages = {path.stem for path in FOLDER.glob("*.message")}
    assert messages == {Path(name).stem for name in MISTAKES}


def test_the_file_without_a_mistake_loads() -> None:
    """Each mistake differs from it in one thing, so its own soundness is what makes the others mean something."""
    assert load_scenario(FOLDER / "good.toml").level_ids == ("village", "town")
