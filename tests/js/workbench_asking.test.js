import assert from "node:assert/strict";
import { test } from "node:test";

import { makeAsking } from "../../dashboard/workbench/asking.js";

function desk() {
  const sent = [];
  const timers = [];
  let number = 0;
  const timer = { later: (run) => timers.push(run), stop: () => {} };
  const asking = makeAsking((question) => sent.push(question), () => `q${(number += 1)}`, timer);
  return { sent, timers, ...asking };
}

test("an answer goes to the one who asked", async () => {
  const { sent, ask, receive } = desk();
  const answer = ask("search", { text: "Shusha" });
  assert.deepEqual(sent, [{ text: "Shusha", kind: "search", id: "q1" }]);
  receive({ id: "q1", found: 3 });
  assert.deepEqual(await answer, { found: 3 });
});

test("the second question waits for the first one's answer", async () => {
  const { sent, ask, receive } = desk();
  ask("edit");
  const second = ask("edit");
  assert.equal(sent.length, 1);
  receive({ id: "q1" });
  assert.equal(sent.length, 2);
  receive({ id: "q2", done: true });
  assert.deepEqual(await second, { done: true });
});

test("an answer that holds an error rejects with its words", async () => {
  const { ask, receive } = desk();
  const answer = ask("edit");
  receive({ id: "q1", error: "read-only" });
  await assert.rejects(answer, /read-only/);
});

test("a question without an answer is sent again, the same one", () => {
  const { sent, timers, ask } = desk();
  ask("edit").catch(() => {});
  timers[0]();
  assert.deepEqual(
    sent.map(({ id }) => id),
    ["q1", "q1"],
  );
});

test("an answer to another question, or none, changes nothing", () => {
  const { sent, ask, receive } = desk();
  ask("edit");
  ask("edit");
  receive(null);
  receive({ id: "q0" });
  assert.equal(sent.length, 1);
});
