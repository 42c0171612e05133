// Sends what an editor does, one thing after the other, until the server has it. What waits is kept
// in the browser, too: closing the page, a lost connection and a session that ended lose nothing.
"use strict";
{
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
      Object.assign(this, { address, user, store, told, beside, done, refused });
      this.waiting = this.kept();
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

    kept() {
      try {
        return JSON.parse(localStorage.getItem(this.store)) || [];
      } catch {
        return [];
      }
    }

    keep() {
      try {
        if (this.waiting.length) {
          localStorage.setItem(this.store, JSON.stringify(this.waiting));
        } else {
          localStorage.removeItem(this.store);
        }
      } catch {
        // A browser without a store still saves what it can send.
      }
    }

    add(action) {
      const last = this.waiting.at(-1);
      const again = last && !(this.busy && this.waiting.length === 1)
        && last.action === "resize" && action.action === "resize" && last.candidate === action.candidate;
      if (again) {
        this.waiting.pop();
      }
      this.waiting.push(action);
      this.keep();
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
      while (this.waiting.length && await this.send(this.waiting[0])) {
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

    // Whether the server has dealt with it, one way or the other.
    async send(action) {
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
      this.keep();
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
