"""How the campaigns of a scenario are listed: a table for people, plain data for --json."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sim.cli.language import pick, say
from sim.cli.numbers import plain

if TYPE_CHECKING:
    from rich.console import Console

    from sim.scenario import Scenario


def told_campaigns(scenario: Scenario) -> list[dict[str, Any]]:
    """Return each campaign as it stands in the file, with the number of places that it reaches."""
    return [
        {**campaign.model_dump(mode="json"), "reached": len(scenario.campaign_places(campaign))}
        for campaign in scenario.campaigns
    ]


def show_campaigns(console: Console, scenario: Scenario) -> None:
    """Print a table of the campaigns, nothing where there are none."""
    if not scenario.campaigns:
        return
    from rich.table import Table

    off = "" if scenario.processes.campaigns else say("campaigns.off")
    console.print(say("campaigns.title") + off, style="bold")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for key in ("name", "days", "period", "places", "reached", "intensity"):
        table.add_column(say(f"campaigns.{key}"), justify="left" if key in ("name", "days", "places") else "right")
    for campaign in scenario.campaigns:
        table.add_row(
            pick(campaign.zh, campaign.en),
            f"{campaign.start}–{campaign.start + campaign.length - 1}",
            plain(campaign.period) if campaign.period else say("campaigns.once"),
            campaign.places or say("campaigns.everywhere"),
            f"{len(scenario.campaign_places(campaign)):,}",
            plain(campaign.intensity),
        )
    console.print(table)
    console.print()
