from unittest import mock

from chat_backend.agents.checkpoints import Checkpoints
from tests.support import ServerTest

RUN_WITH_TWO_TOOLS = [
    "agent_started",
    "agent_thinking",
    "tool_executing",
    "tool_completed",
    "tool_executing",
    "tool_completed",
    "agent_completed",
]


class AgentTest(ServerTest):
    def run_agent(self, client, thread_id, agent, prompt):
        """Starts an agent and waits for its last event; the run's ID and its events."""
        run_id = client.post(f"/threads/{thread_id}/runs", agent=agent, prompt=prompt)["run_id"]
        events = client.events_until("agent_completed", "agent_error")
        return run_id, [event for event in events if event["body"].get("run_id") == run_id]

    def test_a_run_with_tools_publishes_its_steps_in_order(self):
        alice, bob = self.user("alice"), self.user("bob")
        thread_id = self.thread(alice, bob)
        bob.post(f"/threads/{thread_id}/messages", text="Soup at noon?")
        alice.post(f"/threads/{thread_id}/messages", text="No soup today.")
        run_id, events = self.run_agent(alice, thread_id, "researcher", "soup")
        self.assertEqual([event["type"] for event in events], RUN_WITH_TWO_TOOLS)
        answer = "Messages that mention soup: 2, with 6 words in all."
        self.assertEqual(events[-1]["body"]["answer"], answer)
        self.assertEqual({event["body"]["thread_id"] for event in events}, {thread_id})

    def test_a_run_keeps_tools_checkpoints_and_answer(self):
        alice = self.user()
        thread_id = self.thread(alice)
        alice.post(f"/threads/{thread_id}/messages", text="two words")
        run_id, _ = self.run_agent(alice, thread_id, "researcher", "words")
        run = alice.get(f"/activity/{run_id}")
        self.assertEqual((run["status"], run["user_id"]), ("completed", alice.user_id))
        self.assertEqual([call["tool"] for call in run["tools"]], ["search", "word_count"])
        self.assertEqual(
            [checkpoint["label"] for checkpoint in run["checkpoints"]],
            [f"{run_id}_checkpoint_1", f"{run_id}_checkpoint_2"],
        )

    def test_the_answer_becomes_a_message_by_an_agent(self):
        alice = self.user()
        thread_id = self.thread(alice)
        self.run_agent(alice, thread_id, "calculator", "6 * 7")
        message = alice.get(f"/threads/{thread_id}/messages")["messages"][-1]
        self.assertEqual((message["text"], message["by_agent"]), ("6 * 7 = 42", True))

    def test_a_run_that_fails_says_why(self):
        alice = self.user()
        run_id, events = self.run_agent(alice, self.thread(alice), "calculator", "1 / 0")
        self.assertEqual(events[-1]["type"], "agent_error")
        self.assertTrue(events[-1]["body"]["error_id"].startswith("error_"))
        self.assertEqual(alice.get(f"/activity/{run_id}")["status"], "failed")

    def test_runs_and_their_events_are_only_for_who_started_them(self):
        alice, bob = self.user("alice"), self.user("bob")
        thread_id = self.thread(alice, bob)
        run_id, _ = self.run_agent(alice, thread_id, "calculator", "1 + 1")
        self.assertEqual(bob.poll(), [])
        self.assertRefused(404, "GET", f"/activity/{run_id}", bob)
        self.assertEqual(bob.get(f"/activity/{thread_id}"), {"runs": []})
        self.assertEqual(alice.get(f"/activity/{thread_id}"), {"runs": [run_id]})

    def test_a_question_opens_a_thread_of_its_own(self):
        alice = self.user()
        asked = alice.post("/ask", agent="calculator", prompt="2 + 3")
        events = alice.events_until("agent_completed")
        self.assertEqual(events[-1]["body"]["answer"], "2 + 3 = 5")
        self.assertEqual({event["body"]["run_id"] for event in events}, {asked["run_id"]})
        threads = [one["id"] for one in alice.get("/threads")["threads"]]
        self.assertEqual(threads, [asked["thread_id"]])
        self.assertEqual(alice.get(f"/activity/{asked['thread_id']}"), {"runs": [asked["run_id"]]})

    def test_two_users_at_once_do_not_mix(self):
        alice, bob = self.user("alice"), self.user("bob")
        asked = [
            (client, client.post("/ask", agent="calculator", prompt=f"{number} + 1"))
            for number in range(5)
            for client in (alice, bob)
        ]
        self.application.runner.wait()
        for client in (alice, bob):
            mine = {answer["run_id"] for owner, answer in asked if owner is client}
            self.assertEqual(len(mine), 5)
            self.assertEqual({event["body"]["run_id"] for event in client.poll()}, mine)

    def test_an_unknown_agent_is_not_found(self):
        alice = self.user()
        path = f"/threads/{self.thread(alice)}/runs"
        self.assertRefused(404, "POST", path, alice, agent="nobody", prompt="hello")

    def test_a_checkpoint_is_stored_under_its_id(self):
        alice = self.user()
        thread_id = self.thread(alice)
        run_id, _ = self.run_agent(alice, thread_id, "calculator", "1 + 1")
        checkpoints = Checkpoints(self.application.database)
        with mock.patch("chat_backend.agents.checkpoints._new_uuid", return_value="state-1"):
            self.assertEqual(checkpoints.save(run_id, {"tool": "none"}), "state-1")
        self.assertEqual(len(checkpoints.of_run(run_id)), 2)
