"""The room that lays all centres on one axis of days, a row each."""
