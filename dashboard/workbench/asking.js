// Questions to Python, one at a time: Streamlit may drop one of two that come in quick succession.

const PATIENCE = 6000; // ms until a question is sent once more; Python answers the same one once
const TRIES = 5;

/**
 * send(question) posts it; returns {ask(kind, body) -> Promise<answer>, receive(answer)}. An answer
 * that holds an `error` rejects with it. `later(run, ms)` and `stop(handle)` are the timer.
 */
export function makeAsking(send, newId, { later, stop } = TIMER) {
  const queue = [];
  let current = null;
  let handle = null;

  function next() {
    current = queue.shift() ?? null;
    if (current) attempt();
  }
  function attempt() {
    current.tries += 1;
    send(current.question);
    handle = later(() => {
      if (current.tries < TRIES) attempt();
      else settle({ error: "no answer" });
    }, PATIENCE);
  }
  function settle({ id, error, ...answer }) {
    stop(handle);
    const { resolve, reject } = current;
    if (error === undefined) resolve(answer);
    else reject(new Error(error));
    next();
  }
  return {
    ask(kind, body = {}) {
      return new Promise((resolve, reject) => {
        queue.push({ question: { ...body, kind, id: newId() }, tries: 0, resolve, reject });
        if (!current) next();
      });
    },
    receive(answer) {
      if (current && answer && answer.id === current.question.id) settle(answer);
    },
  };
}

const TIMER = {
  later: (run, ms) => setTimeout(run, ms),
  stop: (handle) => clearTimeout(handle),
};
