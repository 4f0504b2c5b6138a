"""Last year's text becomes this year's: every change is proposed with its reason, none is made."""

from app.rollover.proposal import Proposal
from app.rollover.proposals import accepted, base_year, proposals, rolled

__all__ = ["Proposal", "accepted", "base_year", "proposals", "rolled"]
