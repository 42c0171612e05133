// The workbench: single keys decide the candidate at hand, the page follows what the server answers,
// and what another editor decides on the same text is seen a few seconds later.
"use strict";
{
  const { length, selected, wordsOf, moved, sentenceBehind, Saving, Fields, Keys } = window.workbench;
  const POLL = 4000; // milliseconds
  const root = document.getElementById("workbench");
  const part = (name) => document.getElementById(`wb-${name}`);
  const text = part("text"), panel = part("panel");
  const state = {
    candidate: Number(root.dataset.candidate) || null,
    version: root.dataset.version,
    outline: root.dataset.outline,
    newest: null,
    undoable: [],
    stretch: null,
    stale: false,
    asked: 0,
    // Candidates on their way to be shown, and the promise of the last.
    going: 0,
    gone: null,
    // Whether the editor went to the candidate at hand, and was not led there by an action.
    wentThere: false,
  };

  // Telling

  const tell = (sentence) => { part("told").textContent = sentence; };
  const warn = (sentences) => { part("alert").textContent = sentences.join(" "); };
  const toldSaving = (what) => {
    const words = { saving: "saving", saved: "saved", unsaved: "unsaved", "signed-out": "signedOut" }[what];
    part("saved").textContent = root.dataset[words];
    root.dataset.saveState = what;
    part("login").hidden = what !== "signed-out";
    if (what === "unsaved" || what === "signed-out") {
      keys.forget();
    }
  };
  const heading = () => {
    const wording = panel.querySelector(".wb-wording");
    return [panel.querySelector("h2"), wording].map((one) => one ? one.textContent.trim() : "").join(": ");
  };

  // Showing

  const focusKey = () => {
    const element = document.activeElement;
    if (!panel.contains(element) && !part("drafts").contains(element)) {
      return null;
    }
    if (element.id) {
      return `#${CSS.escape(element.id)}`;
    }
    const { do: action, go } = element.dataset;
    return action ? `[data-do="${action}"]` : go ? `[data-go="${go}"]` : "#wb-panel";
  };

  const showPanel = (html) => {
    const focused = focusKey();
    const opened = Array.from(panel.querySelectorAll("details"), (one) => one.open);
    const same = state.shown === state.candidate;
    panel.innerHTML = html;
    state.shown = state.candidate;
    state.stale = false;
    if (same) {
      panel.querySelectorAll("details").forEach((one, place) => { one.open = Boolean(opened[place]); });
    }
    if (focused) {
      (document.querySelector(focused) || panel).focus({ preventScroll: true });
    }
  };

  // What became of each candidate, in the text and in the list.
  const showStates = (states) => {
    const labels = { open: root.dataset.stateOpen, accepted: root.dataset.stateAccepted, rejected: root.dataset.stateRejected };
    const of = (element) => states[element.dataset.candidate] || "open";
    for (const mark of text.querySelectorAll("mark")) {
      mark.classList.remove("is-open", "is-accepted", "is-rejected");
      mark.classList.add(`is-${of(mark)}`);
      if (mark.dataset.kind) {
        mark.title = `${mark.dataset.kind}, ${labels[of(mark)]}`;
      }
    }
    for (const link of part("lines").querySelectorAll("[data-candidate]")) {
      const line = link.closest("li");
      line.className = `is-${of(link)}`;
      line.querySelector("[data-state-label]").textContent = labels[of(link)];
    }
  };

  const showCurrent = () => {
    for (const mark of text.querySelectorAll("mark")) {
      mark.classList.toggle("current", Number(mark.dataset.candidate) === state.candidate);
    }
    for (const link of part("lines").querySelectorAll("[data-candidate]")) {
      if (Number(link.dataset.candidate) === state.candidate) {
        link.setAttribute("aria-current", "true");
      } else {
        link.removeAttribute("aria-current");
      }
    }
    const mark = text.querySelector("mark.current");
    if (mark) {
      const top = mark.getBoundingClientRect().top - text.getBoundingClientRect().top;
      const bottom = top + mark.getBoundingClientRect().height;
      if (top < 0 || bottom > text.clientHeight) {
        text.scrollTop += top - text.clientHeight / 3;
      }
    }
  };

  const show = (answer, { keepPanel = false } = {}) => {
    state.candidate = answer.candidate;
    state.version = answer.version;
    state.newest = numberOf(answer.decisions);
    state.stretch = null;
    if (answer.outline !== state.outline) {
      if (answer.text === undefined || hasSelection()) {
        // Not taken away while somebody selects words; asked for again at the next poll.
        state.version = "";
      } else {
        text.innerHTML = answer.text;
        part("lines").innerHTML = answer.lines;
        state.outline = answer.outline;
      }
    }
    showStates(answer.states);
    part("progress").textContent = answer.progress;
    part("meter").value = Object.keys(answer.states).length;
    part("meter").max = part("lines").querySelectorAll("[data-candidate]").length;
    part("drafts").innerHTML = answer.drafts;
    if (keepPanel) {
      state.stale = true;
    } else {
      showPanel(answer.panel);
    }
    showCurrent();
    history.replaceState(null, "", state.candidate ? `?candidate=${state.candidate}` : location.pathname);
  };
  const hasSelection = () => selected(text) !== null;
  const numberOf = (decisions) => Math.max(0, ...Object.values(decisions).map((one) => one.number));

  // Asking

  const ask = async (candidate, version = "") => {
    const number = state.asked += 1;
    const query = new URLSearchParams({ candidate: candidate || "", version, outline: state.outline });
    try {
      const response = await fetch(`${root.dataset.stateUrl}?${query}`, { credentials: "same-origin", redirect: "manual" });
      if (response.status === 401) {
        toldSaving("signed-out");
        return null;
      }
      const answer = response.ok ? await response.json() : null;
      if (answer && root.dataset.saveState === "signed-out") {
        toldSaving("saved");
        saving.run();
      }
      // A later question has been asked: this answer is old.
      return number === state.asked ? answer : null;
    } catch {
      return null;
    }
  };

  const goNow = async (candidate) => {
    fields.flush();
    await saving.attempt;
    const answer = await ask(candidate);
    if (answer) {
      document.getSelection().removeAllRanges();
      show(answer);
      state.wentThere = true;
      warn([]);
      tell(heading());
    } else {
      keys.forget();
    }
  };

  const go = (candidate) => {
    state.going += 1;
    state.gone = goNow(candidate).finally(() => { state.going -= 1; });
    return state.gone;
  };

  // What others decided since the decision of the number given.
  const tellNews = (newest, decisions) => {
    const news = Object.values(decisions)
      .filter((one) => one.by !== Number(root.dataset.user) && one.number > newest)
      .map((one) => one.told);
    if (newest !== null && news.length) {
      tell(news.join(". "));
      part("saved").textContent = news.join(". ");
    }
  };

  const poll = async () => {
    if (document.hidden || state.going || saving.busy || saving.waiting.length) {
      return;
    }
    const answer = await ask(state.candidate, state.version);
    if (answer && !answer.same && !state.going && !saving.busy) {
      const { newest } = state;
      show(answer, { keepPanel: fields.typing });
      tellNews(newest, answer.decisions);
    }
  };

  // Doing

  // What “undo” takes back, the last thing first; null for what no key takes back. What made no
  // difference needs none.
  const remember = (answer, action) => {
    const reopening = (one) => one && one.action === "reopen" && one.candidate === action.candidate;
    if (["accept", "reject", "accept_as"].includes(action.action)) {
      state.undoable.push({ action: "reopen", candidate: action.candidate });
    } else if (action.action === "reopen" && (action.undoing || state.undoable.some(reopening))) {
      state.undoable = state.undoable.filter((one) => !reopening(one));
    } else if (!action.undoing && (answer.undo === null || answer.undo.action)) {
      state.undoable.push(answer.undo);
    }
  };

  const saving = new Saving({
    address: root.dataset.doUrl,
    user: Number(root.dataset.user),
    store: `wortlaut-workbench-${root.dataset.snapshot}-${root.dataset.user}`,
    told: toldSaving,
    beside: () => ({ outline: state.outline }),
    done: (answer, action) => {
      state.asked += 1;
      state.wentThere = false;
      remember(answer, action);
      if (saving.waiting.some((one) => one.action === "resize")) {
        return;
      }
      document.getSelection().removeAllRanges();
      show(answer, { keepPanel: action.action === "change" && fields.typing });
      warn([]);
      tell(`${answer.sentence} ${action.action === "change" ? "" : heading()}`.trim());
    },
    refused: (status, answer, action) => {
      keys.forget();
      warn(answer.sentences || []);
      state.stretch = null;
      if (status === 409 && answer.panel && !fields.typing) {
        show(answer);
      }
      const field = action.action === "change" && panel.querySelector(`[name="${Object.keys(action).at(-1)}"]`);
      if (field) {
        field.setAttribute("aria-invalid", "true");
      }
    },
  });

  const act = (action, members = {}) => {
    if (action !== "change") {
      fields.flush();
    }
    return saving.add({ action, candidate: state.candidate, ...members });
  };

  const fields = new Fields(panel, root.dataset.findUrl, (members) => act("change", members));

  // One's own last action; or the decision at hand, where the editor went back to one of his own.
  const undo = () => {
    const head = panel.querySelector("[data-mine]");
    const last = state.undoable.at(-1);
    if (saving.waiting.length) {
      warn([root.dataset.unsaved]);
    } else if (head && (state.wentThere || !state.undoable.length)) {
      act("reopen", { mine: true, undoing: true });
    } else if (last) {
      state.undoable.pop();
      fields.flush();
      const { action, ...members } = last;
      act(action, { ...members, ...(action === "reopen" && { mine: true }), undoing: true });
    } else {
      tell(state.undoable.length ? root.dataset.notByKey : root.dataset.noUndo);
    }
  };

  const fromSelection = (action, stretch) => {
    if (stretch) {
      act(action, stretch);
    } else if (action === "mark") {
      const head = panel.querySelector("[data-end]");
      const behind = sentenceBehind(text.textContent, head ? Number(head.dataset.end) : 0);
      if (behind) {
        act("mark", behind);
      }
    } else {
      warn([root.dataset.nothingSelected]);
    }
  };

  let words = null;
  const moveBorder = (border, forward) => {
    const head = panel.querySelector("[data-end]");
    if (!head || head.dataset.state !== "open") {
      return;
    }
    words = words || wordsOf(text.textContent, text.lang);
    const now = state.stretch || { start: Number(head.dataset.start), end: Number(head.dataset.end) };
    const stretch = moved(words, now, border, forward);
    if (stretch) {
      state.stretch = stretch;
      act("resize", stretch);
    }
  };

  const press = (selector) => {
    const button = document.querySelector(selector);
    if (button && !button.matches(":disabled")) {
      button.click();
      return true;
    }
    return false;
  };
  const goBeside = (which) => {
    const link = panel.querySelector(`[data-go="${which}"]`);
    return link && go(Number(link.dataset.candidate));
  };

  const keys = new Keys({
    text,
    panel,
    box: part("keys"),
    told: (on) => tell(on ? root.dataset.keysOn : root.dataset.keysOff),
    underWay: () => Promise.all([state.gone, saving.attempt]),
    movesOn: () => saving.waiting.length && saving.waiting.every((one) => one.action === "resize") && !state.going,
    does: { press, undo, goBeside, moveBorder, fromSelection },
  });

  root.addEventListener("click", (event) => {
    const target = event.target.closest("[data-do], [data-make-it], [data-give], [data-recount], a[data-candidate], mark");
    if (!target || event.ctrlKey || event.metaKey) {
      return;
    }
    if (target.matches("mark")) {
      if (!hasSelection()) {
        go(Number(target.dataset.candidate));
      }
      return;
    }
    event.preventDefault();
    const { do: action, give, candidate, quote } = target.dataset;
    if (action) {
      act(action, quote ? { quote: Number(quote) } : {});
    } else if ("makeIt" in target.dataset) {
      const { action: make, ...members } = Fields.made(target.closest("[data-make]"));
      act(make, members);
    } else if ("recount" in target.dataset) {
      act("change", { said_on: "", said_on_basis: "" });
    } else if (give) {
      act("give_to_all", { field: give });
    } else {
      go(Number(candidate));
    }
  });
  panel.addEventListener("focusout", () => setTimeout(async () => {
    if (state.stale && !fields.typing && !state.going && !saving.waiting.length) {
      const answer = await ask(state.candidate);
      if (answer && !fields.typing) {
        show(answer);
      }
    }
  }, 50));

  state.shown = state.candidate;
  showCurrent();
  toldSaving("saved");
  if (saving.waiting.length) {
    saving.run();
  }
  ask(state.candidate).then((answer) => { state.newest = answer && numberOf(answer.decisions); });
  setInterval(poll, POLL);
  root.dataset.ready = String(length(text.textContent));
}
