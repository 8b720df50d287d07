"""Tests of the chat backend; each starts a real server on a free port."""
