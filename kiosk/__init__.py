"""A touch kiosk for in-school family resource centers."""

__version__ = "0.1.0"
