"""Every link and picture of every page leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.docs.pages import ROOT, markdown, without_code

PAGES = markdown()


def targets(page: str) -> list[str]:
    """Return the targets of links and pictures, Markdown or HTML."""
    bare = without_code(page)
    return re.findall(r"\]\(([^)\s]+)[^)]*\)", bare) + re.findall(r"(?:src|href|srcset)=\"([^\"]+)\"", bare)


def anchors(page: str) -> set[str]:
    """Return the anchors that headings make."""
    lines = re.findall(r"^#+ (.+)$", re.sub(r"```.*?```", "", page, flags=re.DOTALL), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.strip().lower()).replace(" ", "-") for line in lines}


@pytest.mark.parametrize("name", sorted(PAGES))
def test_every_link_leads_somewhere(name: str) -> None:
    """A dead link on the first page tells a newcomer that nobody has read it."""
    here = (ROOT / name).parent
    for target in targets(PAGES[name]):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = unquote(target).partition("#")
        path = (here / file).resolve() if file else ROOT / name
        assert path.exists(), f"{name} links to {target}"
        if anchor and path.suffix == ".md":
            assert anchor in anchors(path.read_text("utf-8")), f"{name} links to {target}"


def test_a_dead_link_is_noticed(tmp_path: Path) -> None:
    """The pattern must see the links it is there for."""
    page = '[a](missing.md) ![b](docs/x.png) <img src="y.svg"> `[c](no.md)` [d](e.md#part "title")'
    assert targets(page) == ["missing.md", "docs/x.png", "e.md#part", "y.svg"]
    assert anchors("# The day: a contract\n## 3.3 Wo?") == {"the-day-a-contract", "33-wo"}


def test_every_page_can_be_reached_from_the_readme() -> None:
    """A page that nothing links to is read by nobody and rots."""
    reached, open_ = set(), ["README.md", "README.zh.md"]
    while open_:
        name = open_.pop()
        if name in reached or name not in PAGES:
            continue
        reached.add(name)
        for target in targets(PAGES[name]):
            if not re.match(r"[a-z]+:|#", target):
                path = ((ROOT / name).parent / unquote(target).partition("#")[0]).resolve()
                inside = path / "README.md" if path.is_dir() else path
                if inside.is_relative_to(ROOT):
                    open_.append(str(inside.relative_to(ROOT)))
    assert set(PAGES) - reached == set()
