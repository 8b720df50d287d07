"""Connections and the events that are delivered to them."""
