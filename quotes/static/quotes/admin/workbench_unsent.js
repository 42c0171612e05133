// What waits to be sent, kept in the browser for all windows of one editor on one text. Each window
// puts in and takes out what is its own alone, and knows what another one has sent of it meanwhile.
"use strict";
{
  // So many actions are remembered as sent: more than one window ever has waiting.
  const MOST_SENT = 500;

  class Unsent {
    constructor(store) {
      Object.assign(this, { store, sentStore: `${store}-sent` });
    }

    // The actions that wait, the first first.
    get actions() {
      return this.read(this.store);
    }

    add(action) {
      this.write(this.store, [...this.actions, action]);
    }

    // It waits no longer: it is sent, or another action stands in its place.
    drop(action) {
      this.write(this.store, this.actions.filter((one) => one.key !== action.key));
    }

    // The server has dealt with it.
    sent(action) {
      this.write(this.sentStore, [...this.read(this.sentStore), action.key].slice(-MOST_SENT));
      this.drop(action);
    }

    wasSent(action) {
      return this.read(this.sentStore).includes(action.key);
    }

    // Sends at once, as a page that is closed has no time to wait; who sends alone waits for it.
    atOnce(send) {
      const sending = send();
      if (navigator.locks) {
        navigator.locks.request(this.store, { mode: "shared" }, () => sending).catch(() => {});
      }
      return sending;
    }

    // Sends while no other window sends. A site that is not served safely has no locks: there two
    // windows may, rarely, send the same at the same moment.
    alone(send) {
      return navigator.locks ? navigator.locks.request(this.store, send) : send();
    }

    read(name) {
      try {
        return JSON.parse(localStorage.getItem(name)) || [];
      } catch {
        return [];
      }
    }

    write(name, list) {
      try {
        if (list.length) {
          localStorage.setItem(name, JSON.stringify(list));
        } else {
          localStorage.removeItem(name);
        }
      } catch {
        // A browser without a store still saves what it can send.
      }
    }
  }

  window.workbench.Unsent = Unsent;
}
