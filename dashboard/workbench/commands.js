// Keys -> what they do.

import { resized } from "./clock.js";
import { commandOf } from "./keyboard.js";

/** Do what a pressed key asks for, unless something nearer to it has. */
export function obey(app, event) {
  if (event.defaultPrevented) return;
  const [at] = event.composedPath();
  const wasClicked = at === app.clicked; // it has the focus, but nobody went there to press it
  const command = commandOf(event, wasClicked ? null : at);
  if (command && wasClicked) at.blur(); // or the space key would press it as it comes up
  if (command && run(app, command) !== false) event.preventDefault();
}

/** Do a command; false if there was nothing to do. */
export function run(app, command) {
  const { store } = app;
  switch (command?.name) {
    case "play":
      return app.togglePlay();
    case "step":
      return app.step(command.days);
    case "busy":
      return app.stepBusy(command.direction);
    case "first":
      return app.goToEnd(-1);
    case "last":
      return app.goToEnd(1);
    case "resize":
      return app.moveTo(resized(store.state.clock, command.days));
    case "mode":
      return app.setMode(command.mode);
    case "known":
      return app.toggleKnownMenu();
    case "story":
      return app.toggleStory();
    case "tell":
      return app.tellNext(command.way);
    case "zoom":
      return app.zoomAxis(command.factor);
    case "search":
      return app.openSearch();
    case "help":
      return app.openHelp();
    case "escape":
      return escape(app);
    default:
      return false;
  }
}

// The innermost thing first: help, card, chosen place, raised sheet.
function escape(app) {
  const { store } = app;
  const { selected, sheet } = store.state;
  if (app.isHelpOpen()) return app.closeHelp();
  if (store.state.playing) return app.pause();
  if (store.state.editing !== null) return app.stopCorrecting();
  if (selected.event !== null) return app.selectEvent(null);
  if (selected.place !== null) return app.selectPlace(null);
  if (store.state.story !== null) return app.endStory();
  if (app.isPhone() && sheet !== "peek") return store.set({ sheet: "peek" });
  return false;
}
