// What our tests use of node:test and node:assert, so that they run in a browser as well.

window.results = [];

export async function test(name, run) {
  const result = { name, error: null, ended: false };
  window.results.push(result);
  try {
    await run();
  } catch (error) {
    result.error = String(error?.stack ?? error);
  }
  result.ended = true;
}

function fail(message, ...values) {
  throw new Error([message, ...values.map((value) => JSON.stringify(value))].join(" "));
}

// Key by key, as assert.deepEqual does; sets and typed arrays as lists with their kind.
function shapeOf(value) {
  if (value instanceof Set) return ["Set", [...value].map(shapeOf)];
  if (ArrayBuffer.isView(value)) return [value.constructor.name, [...value].map(shapeOf)];
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : `number ${value}`;
  if (value === undefined) return "undefined";
  if (value === null || typeof value !== "object") return value;
  return Object.keys(value).sort().map((key) => [key, shapeOf(value[key])]);
}

export default {
  ok: (value) => value || fail("not true:", value),
  equal: (one, other) => Object.is(one, other) || fail("not equal:", one, other),
  deepEqual: (one, other) =>
    JSON.stringify(shapeOf(one)) === JSON.stringify(shapeOf(other)) || fail("not equal:", one, other),
  throws: (run, expected) => {
    try {
      run();
    } catch (error) {
      if (!expected.test(String(error))) fail(`threw ${error}, not ${expected}`);
      return;
    }
    fail("did not throw");
  },
  rejects: async (promise, expected) => {
    try {
      await promise;
    } catch (error) {
      if (!expected.test(String(error))) fail(`rejected with ${error}, not ${expected}`);
      return;
    }
    fail("did not reject");
  },
};
