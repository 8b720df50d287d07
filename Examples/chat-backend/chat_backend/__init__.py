"""A multi-user chat backend: accounts, threads, agents, jobs, and events by long poll."""

__version__ = "0.9.3"
