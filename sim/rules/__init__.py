"""Pure functions of numbers: what a grievance, a claimant, a forum or a principal does, each with its source.

No agent, no array of the engine and no random source lives here: a rule is given numbers (and the uniform draw where
it needs one) and gives numbers back. The engine and the readable twin call the same rules. `p` is the read-only
parameter record of `rules.parameters`.
"""
