// Asks before a page is left on which something was typed and not saved.
"use strict";
{
  let unsaved = document.querySelector(".errornote") !== null;
  for (const form of document.querySelectorAll("#content-main > form[id$='_form']")) {
    form.addEventListener("input", () => { unsaved = true; });
    django.jQuery(form).on("change", () => { unsaved = true; });
    form.addEventListener("submit", () => { unsaved = false; });
  }
  window.addEventListener("beforeunload", (event) => {
    if (unsaved) {
      event.preventDefault();
    }
  });
}
