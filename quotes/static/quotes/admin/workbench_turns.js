// Keys pressed faster than the server answers: each waits until what went before it is answered, and
// then means what is at hand, as it would have for somebody who waited.
"use strict";
{
  class Turns {
    // underWay: the promise of all that was begun; mayAct: whether a key still means something.
    constructor(underWay, mayAct) {
      Object.assign(this, { underWay, mayAct });
      this.pressed = [];
      this.running = false;
    }

    async take(handle) {
      this.pressed.push(handle);
      if (this.running) {
        return;
      }
      this.running = true;
      try {
        for (await this.underWay(); this.pressed.length; await this.underWay()) {
          const next = this.pressed.shift();
          if (this.mayAct()) {
            await next();
          }
        }
      } finally {
        this.running = false;
      }
    }

    // What was pressed upon an answer that came otherwise than expected.
    forget() {
      this.pressed.length = 0;
    }
  }

  window.workbench.Turns = Turns;
}
