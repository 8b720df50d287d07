import uuid
from unittest import mock

from tests.support import ServerTest


class JobTest(ServerTest):
    def perform(self, client, **body):
        """Queues a job and waits until it is done; the job as the client sees it."""
        job_id = client.post("/jobs", **body)["job_id"]
        event = client.events_until("job_done", "job_failed")[-1]
        self.assertEqual(event["body"]["job_id"], job_id)
        return client.get(f"/jobs/{job_id}")

    def test_a_digest_counts_messages_by_author(self):
        alice, bob = self.user("alice"), self.user("bob")
        thread_id = self.thread(alice, bob)
        for client in (alice, bob, bob):
            client.post(f"/threads/{thread_id}/messages", text="hello")
        job = self.perform(alice, kind="digest", thread_id=thread_id)
        self.assertEqual((job["kind"], job["status"]), ("digest", "done"))
        self.assertEqual(job["result"]["authors"], {alice.user_id: 1, bob.user_id: 2})

    def test_an_export_job_names_the_export(self):
        alice = self.user()
        job = self.perform(alice, kind="export", thread_id=self.thread(alice, title="Supper"))
        export = alice.get(f"/exports/{job['result']['export_id']}")
        self.assertTrue(export["text"].startswith("# Supper"))

    def test_a_purge_removes_events_that_were_seen(self):
        alice, bob = self.user("alice"), self.user("bob")
        thread_id = self.thread(alice, bob)
        for text in ("one", "two"):
            alice.post(f"/threads/{thread_id}/messages", text=text)
        position = alice.poll()[0]["position"]
        job = self.perform(alice, kind="purge", position=position)
        self.assertEqual(job["result"], {"removed": 1})
        self.assertEqual(len(bob.poll()), 2)

    def test_jobs_are_only_for_who_queued_them(self):
        alice, bob = self.user("alice"), self.user("bob")
        job = self.perform(alice, kind="digest", thread_id=self.thread(alice))
        self.assertRefused(404, "GET", f"/jobs/{job['id']}", bob)
        self.assertEqual(bob.get("/jobs"), {"jobs": []})
        self.assertEqual([one["id"] for one in alice.get("/jobs")["jobs"]], [job["id"]])

    def test_a_job_in_a_thread_of_somebody_else_is_refused(self):
        alice, bob = self.user("alice"), self.user("bob")
        thread_id = self.thread(alice)
        self.assertRefused(404, "POST", "/jobs", bob, kind="export", thread_id=thread_id)

    def test_an_unknown_kind_is_refused(self):
        self.assertRefused(400, "POST", "/jobs", self.user(), kind="mine")

    def test_a_job_id_is_its_kind_and_twelve_digits(self):
        alice = self.user()
        fixed = uuid.UUID("12345678-1234-4234-8234-123456789abc")
        with mock.patch("chat_backend.jobs.queue.uuid.uuid4", return_value=fixed):
            job_id = self.application.jobs.add("purge", alice.user_id, {"position": 0})
        self.assertEqual(job_id, "purge_123456781234")
        alice.events_until("job_done")
