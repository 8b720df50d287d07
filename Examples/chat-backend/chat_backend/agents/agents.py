"""The agents. Each is a generator of steps; the result of a tool is sent back into it."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Generator, Union


@dataclass
class Think:
    text: str


@dataclass
class UseTool:
    tool: str
    argument: str


@dataclass
class Answer:
    text: str


Step = Union[Think, UseTool, Answer]
Steps = Generator[Step, str, None]


class Agent:
    """Works for one user; a new instance is made for every run."""

    name = "agent"

    def __init__(self, user_id: str):
        self.user_id = user_id
        self.agent_id = f"agent_{self.name}_{self.user_id}_{uuid.uuid4().hex[:12]}"

    def steps(self, prompt: str) -> Steps:
        raise NotImplementedError


class Researcher(Agent):
    """Looks for words in the thread and says how often they were used."""

    name = "researcher"

    def steps(self, prompt: str) -> Steps:
        yield Think(f"looking for {prompt!r}")
        found = yield UseTool("search", prompt)
        if not found:
            yield Answer(f"Nobody has mentioned {prompt}.")
            return
        words = yield UseTool("word_count", found)
        count = len(found.splitlines())
        yield Answer(f"Messages that mention {prompt}: {count}, with {words} words in all.")


class Calculator(Agent):
    """Calculates an expression."""

    name = "calculator"

    def steps(self, prompt: str) -> Steps:
        yield Think("calculating")
        value = yield UseTool("calculate", prompt)
        yield Answer(f"{prompt} = {value}")
