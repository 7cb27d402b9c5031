"""Campaigns and emergency mode by the page: what each place is under today, what weights and hours become."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sim.names import Event, Forum, Phase
from tests.twin import rulebook as rules

if TYPE_CHECKING:
    from tests.twin.institutions import Principal
    from tests.twin.model import TwinModel
    from tests.twin.people import Place

ON, SAGS = 1, 2


@dataclass(frozen=True)
class Drive:
    """One campaign as this society meets it; `first` is the tick of its first day, `places` are indices."""

    first: int
    length: int
    period: int
    intensity: float
    places: frozenset[int]

    def stage(self, tick: int, sag_days: int) -> int:
        stage: int = rules.campaign_stage(tick, self.first, self.length, self.period, sag_days)
        return stage


def drives_of(scenario: Any, world: Any, burn_in: int) -> list[Drive]:
    """The campaigns of a scenario, none where they are switched off."""
    drives = []
    for one in scenario.campaigns if scenario.processes.campaigns else ():
        codes = scenario.campaign_places(one)
        places = frozenset(i for i, code in enumerate(world.code) if code in codes)
        drives.append(Drive(burn_in + one.start, one.length, one.period, one.intensity, places))
    return drives


def campaign_day(model: TwinModel) -> None:
    """The morning: whoever is under another pressure than yesterday answers the appraisal at once."""
    p = model.p
    for principal in model.reviewed:
        here = [drive for drive in model.drives if principal.place.index in drive.places]
        stages = [drive.stage(model.tick, p.campaign_sag_days) for drive in here]
        pressure = 0.0
        for drive, stage in zip(here, stages, strict=True):
            pressure += rules.campaign_pull(stage, drive.intensity, p.campaign_sag)
        if pressure == principal.pressure:
            continue
        principal.pressure = pressure
        principal.answer(*principal.known)
        model.history.note(
            model.tick, Phase.CANDIDATES, Event.CAMPAIGN, principal.place.key,
            detail=stages.count(ON) | stages.count(SAGS) << 8,
            x=principal.misreporting, y=principal.suppression, z=principal.effort,
        )  # fmt: skip


def weights(principal: Principal) -> tuple[float, float]:
    """(w_u, w_z) of today: the levers', moved by the emergency, then by campaigns."""
    p, levers, row = principal.model.p, principal.model.levers, principal.place.index
    w_u, w_z = float(levers["appraisal_w_u"][row]), float(levers["appraisal_w_z"][row])
    if principal.emergency:
        w_u, w_z = rules.weight_under(w_u, 1.0, p.emergency_w_u), rules.weight_under(w_z, 1.0, p.emergency_w_z)
    pressure = principal.pressure
    return rules.weight_under(w_u, pressure, p.campaign_w_u), rules.weight_under(w_z, pressure, p.campaign_w_z)


def hours(principal: Principal, forum: Forum) -> float:
    """Factor on the hours of an administrative forum of the place."""
    p, petition = principal.model.p, int(forum == Forum.PETITION)
    mode: float = rules.emergency_hours(p, int(principal.emergency), petition)
    return float(rules.hours_under(principal.pressure, p.campaign_hours)) * mode


def switch_modes(model: TwinModel) -> None:
    """The last evening of a review period: into emergency mode, or out of it, by what was reported."""
    p = model.p
    if not p.on_emergency:
        return
    days = int(p.emergency_periods) * int(p.appraisal_review_days)
    for principal in model.reviewed:
        incidents = _reported(model, principal.place, model.tick - days + 1)
        residents = sum(len(household.members) for household in principal.place.households_below)
        rate = rules.incident_rate(incidents, residents, days)
        mode = bool(rules.emergency_after(p, int(principal.emergency), incidents, rate))
        if mode == principal.emergency:
            continue
        principal.emergency = mode
        model.history.note(
            model.tick, Phase.INSTITUTIONS, Event.EMERGENCY, principal.place.key,
            detail=int(mode), x=float(incidents), y=rate,
        )  # fmt: skip


def _reported(model: TwinModel, place: Place, since: int) -> int:
    """Petitions registered at the place, and outside by people of it, and crowds that came to it, from a tick on."""
    own = [c for _, c in model.filings if c.place is place and c.forum == Forum.PETITION and c.opened >= since]
    beyond = [path for tick, path in model.arrivals if tick >= since and place in path]
    crowds = [tick for tick, office in model.incidents if office is place and tick >= since]
    return len(own) + len(beyond) + len(crowds)
