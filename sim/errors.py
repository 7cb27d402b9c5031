"""The one tree of errors: what a user did wrong, and what went wrong on our side.

    FengqiaoError                 root: catch this to catch everything of ours        exit code 1
    ├── BadInput                  the user can repair it                              exit code 2
    │   ├── ScenarioError         a scenario file or an override
    │   ├── PlacesError           a place table
    │   ├── PolicyError           an unknown policy, a bad dose, target or date
    │   ├── ObjectiveError        an objective or output made only of reported figures
    │   ├── OutputError           an output folder that cannot be written
    │   └── StoredFileError       a cache, checkpoint or run folder that cannot be trusted
    └── RunFailed                 a run that could not reach its end
        ├── NotStationary         the burn-in never settled; names the series
        ├── Runaway               grievances make grievances without end
        └── DigestMismatch        a re-run gave another history than its manifest says

Every message is one line: place, rule, what was got, how to repair. Nothing else decides exit codes.
"""

from __future__ import annotations


class FengqiaoError(Exception):
    """Root of the tree. `exit_code` is what the command line returns."""

    exit_code: int = 1


class BadInput(FengqiaoError):
    """Something the user gave breaks a rule. Build the message with :func:`complain`."""

    exit_code = 2


class ScenarioError(BadInput):
    """A scenario file or an override breaks a rule."""


class PlacesError(BadInput):
    """A place table breaks a rule."""


class PolicyError(BadInput):
    """A policy, its dose, target or dates break a rule."""


class ObjectiveError(BadInput):
    """Reported figures were asked for without what happened in the model beside them."""


class OutputError(BadInput):
    """Results cannot be written where the user asked for them."""


class StoredFileError(BadInput):
    """A stored file (cache, checkpoint, run folder) is damaged or belongs to another version."""


class RunFailed(FengqiaoError):
    """A run could not reach its end."""


class NotStationary(RunFailed):
    """The burn-in did not settle within its longest length."""


class Runaway(RunFailed):
    """Grievances made grievances until the run held more of them than it may."""


class DigestMismatch(RunFailed):
    """A re-run gave another history than the one that was stored."""


def complain(place: str, rule: str, got: object, repair: str) -> str:
    """Return the one line every error of ours is made of.

    `place` is file:line or a dotted key, `rule` what must hold, `got` the offending value, `repair` what to do.
    """
    text = f"{place}: {rule}, got {got}. {repair.rstrip('.')}."
    return " ".join(text.split())
