"""Threads, messages and exports."""
