// Asks how far a capture is, says it, and shows the outcome as soon as it is there.
"use strict";
{
  const SECOND = 1000;
  const progress = document.querySelector("[data-progress-url]");
  let wait = SECOND / 2;
  const ask = async () => {
    try {
      const answer = await fetch(progress.dataset.progressUrl, { credentials: "same-origin" });
      const { says, done } = await answer.json();
      if (done) {
        window.location.reload();
        return;
      }
      const words = progress.querySelector("[data-says]");
      const told = says.charAt(0).toUpperCase() + says.slice(1);
      // A screen reader says what changes, and only that.
      if (words.textContent !== told) {
        words.textContent = told;
      }
    } catch {
      // No connection for a moment: the next question may be answered.
    }
    wait = Math.min(wait * 1.3, 5 * SECOND);
    setTimeout(ask, wait);
  };
  if (progress) {
    setTimeout(ask, wait);
  }
}
