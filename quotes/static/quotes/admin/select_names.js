// Gives the boxes that select2 makes of selects the names that the selects have.
"use strict";
{
  const $ = django.jQuery;
  const nameOf = (select) => {
    const label = select.labels && select.labels[0];
    return select.getAttribute("aria-label") || (label ? label.textContent.replace(/:\s*$/, "").trim() : "");
  };
  const name = (root) => {
    for (const select of root.querySelectorAll("select.admin-autocomplete:not([name*='__prefix__'])")) {
      const box = select.parentElement.querySelector(".select2-selection");
      for (const part of box ? [box, ...box.querySelectorAll(".select2-search__field, [role=textbox]")] : []) {
        part.setAttribute("aria-label", nameOf(select));
      }
    }
  };
  $(() => name(document));
  document.addEventListener("formset:added", (event) => setTimeout(() => name(event.target)));
  // The box to type in is made anew each time.
  $(document).on("select2:open", (event) => {
    const field = document.querySelector(".select2-container--open .select2-search__field");
    if (field) {
      field.setAttribute("aria-label", nameOf(event.target));
    }
  });
}
