// The keys of the workbench: letters decide, arrows lead on and, with the shift key, move borders.
// They are off where somebody types, and where the editor switched them off.
"use strict";
{
  const { selected, Turns } = window.workbench;
  const STORE = "wortlaut-workbench-keys";

  const takesKeys = (element) => element.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");

  // Whether a letter is large is for the shift key to say, not for caps lock.
  const keyOf = ({ key, shiftKey }) =>
    key.length > 1 ? key : shiftKey ? key.toUpperCase() : key.toLowerCase();

  class Keys {
    // box: the switch; told: (whether they are on); underWay: the promise of all that was begun.
    // movesOn: whether nothing but moves of borders is under way.
    // does: what they do: press(selector), undo(), goBeside(which), moveBorder(border, forward),
    // fromSelection(action, stretch).
    constructor({ text, panel, box, told, underWay, movesOn, does }) {
      Object.assign(this, { text, panel, box, movesOn });
      this.turns = new Turns(
        underWay,
        // Letters behind one that led into a field were meant for the field.
        () => !takesKeys(document.activeElement),
      );
      this.press = does.press;
      this.meanings = this.meaningsOf(does);
      this.shifted = {
        ArrowRight: () => does.moveBorder("end", true),
        ArrowLeft: () => does.moveBorder("end", false),
        ArrowDown: () => does.moveBorder("start", true),
        ArrowUp: () => does.moveBorder("start", false),
      };
      box.parentElement.hidden = false;
      box.checked = localStorage.getItem(STORE) !== "off";
      box.addEventListener("change", () => {
        localStorage.setItem(STORE, box.checked ? "on" : "off");
        told(box.checked);
      });
      document.addEventListener("keydown", (event) => this.onKey(event));
    }

    meaningsOf({ press, undo, goBeside, fromSelection }) {
      const focus = (selector) => (this.panel.querySelector(selector) || this.panel).focus();
      const next = () => goBeside("next"), previous = () => goBeside("previous");
      return {
        a: () => press('[data-do="accept"]'),
        x: () => press('[data-do="reject"]'),
        A: () => press('[data-do="accept_all"]'),
        u: undo,
        s: () => press('[data-do="new_speaker"]'),
        c: () => focus("#wb-counts-from:not(:disabled)"),
        d: () => press('[data-do="date_by_publication"]'),
        t: () => press('[data-make="new_statement"] [data-make-it]'),
        g: () => press('[data-do="publish"]'),
        m: (stretch) => fromSelection("mark", stretch),
        b: (stretch) => fromSelection("resize", stretch),
        e: () => focus("#wb-fields :is(input:not([type=hidden]), select):not(:disabled)"),
        j: next, n: next, ArrowDown: next,
        k: previous, p: previous, ArrowUp: previous,
      };
    }

    onKey(event) {
      if (event.key === "Escape" && this.panel.contains(document.activeElement)) {
        this.panel.focus({ preventScroll: true });
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !this.box.checked || takesKeys(event.target)) {
        return;
      }
      const similar = /^[1-9]$/.test(event.key) && `[data-similar="${event.key}"]`;
      const moving = event.shiftKey && this.shifted[event.key];
      const handle = similar ? () => this.press(similar) : moving || this.meanings[keyOf(event)];
      // A selection that grows by shift and arrows in the text itself is the browser's.
      const growing = moving && selected(this.text) !== null;
      if (handle && !growing) {
        event.preventDefault();
        if (moving && this.movesOn() && !this.turns.pressed.length) {
          // Word by word borders move at once: those on their way are sent as one.
          moving();
        } else if (!(event.repeat && this.turns.running)) {
          // A key held down does not go on after it is let go.
          const stretch = selected(this.text);
          this.turns.take(() => handle(stretch));
        }
      }
    }

    // What was pressed upon an answer that came otherwise than expected.
    forget() {
      this.turns.forget();
    }
  }

  window.workbench.Keys = Keys;
}
