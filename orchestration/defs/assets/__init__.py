"""The assets in the order in which data goes: intake, plan, warehouse, release."""
