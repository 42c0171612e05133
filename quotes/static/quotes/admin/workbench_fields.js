// Reads the fields of the candidate at hand: what was changed, as the action that saves it.
"use strict";
{
  const TYPING = 700; // milliseconds without a key after which a text is saved
  const SEARCHING = 250;

  const isText = (field) => field instanceof HTMLInputElement && field.type === "text";

  class Fields {
    // save: (members of an action “change”, or a whole action); typing: whether a text is open.
    constructor(panel, findAddress, save) {
      Object.assign(this, { panel, findAddress, save });
      this.typed = null;
      panel.addEventListener("input", (event) => this.onInput(event.target));
      panel.addEventListener("change", (event) => this.onChange(event.target));
      panel.addEventListener("focusout", () => this.flush());
      panel.addEventListener("keydown", (event) => this.onEnter(event));
      window.addEventListener("pagehide", () => this.flush());
    }

    // Whether something is being typed that putting the panel in anew would take away.
    get typing() {
      const field = document.activeElement;
      return isText(field) && this.panel.contains(field) && (!field.dataset.find || field.value !== "");
    }

    onInput(field) {
      if (field.dataset.find) {
        clearTimeout(this.searching);
        this.searching = setTimeout(() => this.find(field), SEARCHING);
      } else if (isText(field) && field.name) {
        this.typed = field;
        clearTimeout(this.waiting);
        if (!("whole" in field.dataset)) {
          this.waiting = setTimeout(() => this.flush(), TYPING);
        }
      }
    }

    // Enter saves the field, and never sends the form.
    onEnter(event) {
      if (event.key !== "Enter" || !isText(event.target)) {
        return;
      }
      event.preventDefault();
      const making = event.target.closest("[data-make]");
      if (making) {
        making.querySelector("[data-make-it]").click();
      } else if (event.target.dataset.find) {
        this.take(event.target);
      } else {
        this.flush();
      }
    }

    flush() {
      clearTimeout(this.waiting);
      const field = this.typed;
      this.typed = null;
      if (field) {
        this.save({ [field.name]: field.value });
      }
    }

    onChange(field) {
      if (field.dataset.find) {
        this.take(field);
      } else if (field.dataset.speaker || field.dataset.tenure) {
        this.save({ speakers: this.speakers() });
      } else if (field.dataset.topic) {
        this.save({ topics: this.topics() });
      } else if (field === this.typed) {
        this.flush();
      } else if (field.name && field.type === "checkbox") {
        this.save({ [field.name]: field.checked });
      } else if (field.name && !isText(field)) {
        this.save({ [field.name]: field.value });
      }
    }

    speakers() {
      const chosen = this.panel.querySelectorAll("[data-speaker]:checked");
      return Array.from(chosen, ({ dataset: { speaker } }) => {
        const tenure = this.panel.querySelector(`[data-tenure="${speaker}"]`);
        // Where no role can be chosen yet, the one that the text has elsewhere is taken.
        return { speaker: Number(speaker), ...(tenure && { tenure: tenure.value ? Number(tenure.value) : null }) };
      });
    }

    topics() {
      return Array.from(this.panel.querySelectorAll("[data-topic]:checked"), (box) => Number(box.dataset.topic));
    }

    async find(field) {
      const [model, name] = field.dataset.find.split(".");
      const asked = new URLSearchParams({ app_label: "quotes", model_name: model, field_name: name, term: field.value });
      try {
        const answer = await fetch(`${this.findAddress}?${asked}`, { credentials: "same-origin" });
        const { results } = await answer.json();
        field.list.replaceChildren(...results.map(({ id, text }) => {
          const option = document.createElement("option");
          option.value = `${text} · ${id}`;
          return option;
        }));
      } catch {
        field.list.replaceChildren();
      }
    }

    take(field) {
      const chosen = / · (\d+)$/.exec(field.value);
      if (!chosen) {
        return;
      }
      const key = Number(chosen[1]);
      field.value = "";
      if (field.dataset.adds === "speakers") {
        this.save({ speakers: [...this.speakers().filter((one) => one.speaker !== key), { speaker: key }] });
      } else if (field.dataset.adds === "topics") {
        this.save({ topics: [...new Set([...this.topics(), key])] });
      } else {
        this.save({ [field.dataset.sets]: key });
      }
    }

    // The members of something that is made in place.
    static made(part) {
      const members = Array.from(part.querySelectorAll("[data-member]"), (field) => [field.dataset.member, field.value]);
      return { action: part.dataset.make, ...Object.fromEntries(members) };
    }
  }

  window.workbench.Fields = Fields;
}
