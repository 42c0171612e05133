// Shows a snapshot's text beside an occurrence as soon as the editor has chosen the snapshot.
"use strict";
{
  const $ = django.jQuery;
  const show = async (select) => {
    const row = select.closest(".inline-related");
    const pane = row && row.querySelector("[data-text-url]");
    if (!pane || !select.value || pane.dataset.snapshot === select.value) {
      return;
    }
    const address = pane.dataset.textUrl.replace("/0/", `/${encodeURIComponent(select.value)}/`);
    const answer = await fetch(address, { credentials: "same-origin" });
    if (answer.ok) {
      pane.outerHTML = await answer.text();
    }
  };
  // select2 speaks through jQuery only.
  $(document).on("change", "select[name$='-snapshot']", (event) => show(event.target));

  // Brings the marked passage into view within its pane.
  for (const mark of document.querySelectorAll(".snapshot-text mark:first-of-type")) {
    const pane = mark.closest(".snapshot-text");
    pane.scrollTop = mark.offsetTop - pane.offsetTop - pane.clientHeight / 3;
  }
}
