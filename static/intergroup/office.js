// Small helps for the office pages; everything works without them.
"use strict";

// Give each cell of a list the name of its column, so that rows can stand as cards.
for (const box of document.querySelectorAll("#changelist-form .results")) {
  const names = [...box.querySelectorAll("thead th")].map((th) =>
    (th.querySelector(".text") || th).textContent.trim(),
  );
  for (const row of box.querySelectorAll("tbody tr")) {
    [...row.cells].forEach((cell, i) => {
      if (names[i] && !cell.classList.contains("action-checkbox")) {
        cell.dataset.label = names[i];
      }
    });
  }
  box.classList.add("as-cards");
}
