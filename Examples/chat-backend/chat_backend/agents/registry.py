"""Which agents there are."""

from typing import Dict, List, Optional, Type

from chat_backend.agents.agents import Agent, Calculator, Researcher
from chat_backend.agents.context import ExecutionContext
from chat_backend.agents.tools import Tools
from chat_backend.chat.messages import MessageStore


class AgentRegistry:
    """Makes agents and the tools they may use."""

    def __init__(self, messages: MessageStore):
        self._messages = messages
        self._agents: Dict[str, Type[Agent]] = {}
        for agent in (Researcher, Calculator):
            self._agents[agent.name] = agent

    def names(self) -> List[str]:
        return sorted(self._agents)

    def create(self, name: str, user_id: str) -> Optional[Agent]:
        agent = self._agents.get(name)
        return agent(user_id) if agent else None

    def tools(self, context: ExecutionContext) -> Tools:
        return Tools(self._messages, context)
