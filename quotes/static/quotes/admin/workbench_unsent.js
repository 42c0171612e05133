// What waits to be sent, kept in the browser for all windows of one editor on one text: a window that
// is closed leaves it to the next. Each action has an entry of its own, as windows do not see at once
// what another one writes: in a list that all share, one would write over what the other put in.
"use strict";
{
  let count = 0;

  // Keys in the order in which they are made, different in every window.
  const newKey = () => {
    count += 1;
    return `${Date.now()} ${String(count).padStart(6, "0")} ${Math.random().toString(36).slice(2)}`;
  };

  class Unsent {
    constructor(store) {
      this.prefix = `${store} `;
    }

    // The actions that wait, the first first.
    get actions() {
      try {
        const names = Object.keys(localStorage).filter((name) => name.startsWith(this.prefix));
        return names.sort().map((name) => this.read(name)).filter(Boolean);
      } catch {
        return [];
      }
    }

    // Gives the action a key, by which the server knows it when it is sent twice.
    add(asked) {
      const action = { key: newKey(), ...asked };
      try {
        localStorage.setItem(this.prefix + action.key, JSON.stringify(action));
      } catch {
        // A browser without a store still saves what it can send.
      }
      return action;
    }

    // It waits no longer: the server has dealt with it, or another action stands in its place.
    drop(action) {
      try {
        localStorage.removeItem(this.prefix + action.key);
      } catch {
        // Nothing was kept.
      }
    }

    // Whether it still waits; where the browser does not say, it does.
    holds(action) {
      try {
        return localStorage.getItem(this.prefix + action.key) !== null;
      } catch {
        return true;
      }
    }

    read(name) {
      try {
        return JSON.parse(localStorage.getItem(name));
      } catch {
        return null;
      }
    }
  }

  window.workbench.Unsent = Unsent;
}
