"""What every test shares."""

from __future__ import annotations

import gc

from hypothesis import HealthCheck, settings

settings.register_profile("kiosk", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("kiosk"))
settings.load_profile("kiosk")


gc.set_threshold(700, 10, 100)
"""As in the lobby (`kiosk.tui.rubbish`): what the drawing libraries remember is searched for rubbish ten times less."""
