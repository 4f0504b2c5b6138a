"""Checks: rules over a document, what they find and how it can be mended."""

from app.checks.aside import kept, keys
from app.checks.check import Finding, Fix, Rule, Severity
from app.checks.checker import Checker, check
from app.checks.examples import Example

__all__ = ["Checker", "Example", "Finding", "Fix", "Rule", "Severity", "check", "kept", "keys"]
