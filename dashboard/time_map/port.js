// The line between the workbench and the map: the same messages in one page or across frames.

/** A port on the BroadcastChannel of this name: {send, listen, close}. */
export function channelPort(name) {
  const channel = new BroadcastChannel(name);
  return {
    send: (message) => channel.postMessage(message),
    listen: (hear) => {
      channel.onmessage = ({ data }) => hear(data);
    },
    close: () => channel.close(),
  };
}

/** Two ports in one page, joined to each other; messages arrive after the sender has finished. */
export function pagePorts() {
  const ears = [null, null];
  const port = (own) => ({
    send: (message) => queueMicrotask(() => ears[1 - own]?.(message)),
    listen: (hear) => {
      ears[own] = hear;
    },
    // Who has been followed by another listener closes nothing.
    close: (hear = ears[own]) => {
      if (ears[own] === hear) ears[own] = null;
    },
  });
  return [port(0), port(1)];
}
