// Sends what an editor does, one thing after the other, until the server has it. What waits is kept
// in the browser, too: closing the page, a lost connection and a session that ended lose nothing.
"use strict";
{
  const { Unsent } = window.workbench;
  const LONGEST_WAIT = 30000; // milliseconds between two attempts
  const csrf = () => {
    const cookie = /(?:^|;\s*)csrftoken=([^;]+)/.exec(document.cookie);
    return cookie ? decodeURIComponent(cookie[1]) : document.querySelector("[name=csrfmiddlewaretoken]").value;
  };

  class Saving {
    // told: (state) with "saving", "saved", "unsaved" or "signed-out".
    // beside: members that go with every action, as they are when it is sent.
    // done: (answer, action); refused: (status, answer, action).
    constructor({ address, user, store, told, beside, done, refused }) {
      Object.assign(this, { address, user, told, beside, done, refused });
      this.unsent = new Unsent(store);
      this.waiting = this.unsent.actions;
      // What other windows have waiting, too, perhaps.
      this.found = new Set(this.waiting);
      this.busy = false;
      this.attempts = 0;
      // Fulfilled when what waits now has been sent, or one attempt to send it has failed.
      this.attempt = Promise.resolve();
      window.addEventListener("focus", () => this.run());
      window.addEventListener("online", () => this.run());
      window.addEventListener("beforeunload", (event) => {
        if (this.waiting.length && this.attempts) {
          event.preventDefault();
        }
      });
    }

    add(asked) {
      const last = this.waiting.at(-1);
      // What another window would send all the same is not replaced.
      const again = last && !this.found.has(last) && !(this.busy && this.waiting.length === 1)
        && last.action === "resize" && asked.action === "resize" && last.candidate === asked.candidate;
      if (again) {
        this.unsent.drop(this.waiting.pop());
      }
      this.waiting.push(this.unsent.add(asked));
      return this.run();
    }

    run() {
      if (!this.busy && this.waiting.length) {
        this.attempt = this.sendAll();
      }
      return this.attempt;
    }

    async sendAll() {
      clearTimeout(this.timer);
      this.busy = true;
      this.told("saving");
      while (this.waiting.length && await this.sendFirst()) {
        this.attempts = 0;
      }
      this.busy = false;
      if (this.waiting.length) {
        this.attempts += 1;
        this.timer = setTimeout(() => this.run(), Math.min(1000 * 2 ** (this.attempts - 1), LONGEST_WAIT));
      } else {
        this.told("saved");
      }
    }

    // Whether the server has dealt with it, one way or the other. Where another window sent it, too,
    // the server does it once and answers both.
    async sendFirst() {
      const [action] = this.waiting;
      if (this.found.has(action) && !this.unsent.holds(action)) {
        // Another window had an answer to it meanwhile, or put a further move of borders in its place.
        this.waiting.shift();
        return true;
      }
      let response, answer;
      try {
        response = await fetch(this.address, {
          method: "POST",
          credentials: "same-origin",
          redirect: "manual",
          keepalive: true,
          headers: { "Content-Type": "application/json", "X-CSRFToken": csrf() },
          body: JSON.stringify({ ...action, ...this.beside(), user: this.user }),
        });
        answer = await response.json();
      } catch {
        // Nobody answered, or something that is not ours: a proxy, a page about the token.
        this.told(response && response.status === 403 ? "signed-out" : "unsaved");
        return false;
      }
      if (response.status === 401) {
        this.told("signed-out");
        return false;
      }
      if (response.status >= 500) {
        this.told("unsaved");
        return false;
      }
      this.waiting.shift();
      this.unsent.drop(action);
      if (response.ok) {
        this.done(answer, action);
      } else {
        this.refused(response.status, answer, action);
      }
      return true;
    }
  }

  window.workbench.Saving = Saving;
}
