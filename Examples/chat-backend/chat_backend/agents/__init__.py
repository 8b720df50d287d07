"""Agents, their runs and their tools."""
