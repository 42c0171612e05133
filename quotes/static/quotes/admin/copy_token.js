// Puts a new token on the clipboard, where the browser lets a page do so.
"use strict";
{
  const field = document.getElementById("token");
  const button = document.getElementById("copy-token");
  if (navigator.clipboard) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(field.value);
      button.textContent = button.dataset.done;
    });
  }
  field.addEventListener("focus", () => { field.select(); });
}
