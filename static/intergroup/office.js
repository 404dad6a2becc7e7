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

// What does not fit scrolls in its own box, and the box can be reached by keys.
for (const each of document.querySelectorAll("table.sheet")) {
  if (!each.closest(".table-box, .scroll")) {
    const box = document.createElement("div");
    box.className = "table-box";
    each.replaceWith(box);
    box.append(each);
  }
}
for (const box of document.querySelectorAll(".table-box, .scroll, .results, .report-paper")) {
  if (box.scrollWidth > box.clientWidth && !box.hasAttribute("tabindex")) {
    let name = box.querySelector("caption") || box.previousElementSibling;
    while (name && !name.matches("caption, h1, h2, h3")) {
      name = name.previousElementSibling;
    }
    name = name || document.querySelector("h1") || document.querySelector("title");
    box.tabIndex = 0;
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", name.textContent.trim());
  }
}

// A box that searches as one types is drawn by a script that forgets its label.
function nameSearchBoxes() {
  for (const box of document.querySelectorAll(".select2-selection")) {
    const select = box.closest(".select2-container").previousElementSibling;
    const label = select && select.labels && select.labels[0];
    if (label) {
      const shown = box.querySelector("[role=textbox]");
      const chosen = box.textContent.trim();
      const name = label.textContent.replace(/:\s*$/, "").trim();
      box.removeAttribute("aria-labelledby");
      box.setAttribute("aria-label", chosen ? `${name}: ${chosen}` : name);
      if (shown) {
        shown.setAttribute("aria-label", name);
      }
      if (box.hasAttribute("aria-owns")) {
        box.setAttribute("aria-controls", box.getAttribute("aria-owns"));
        const field = document.querySelector(".select2-dropdown .select2-search__field");
        if (field) {
          field.setAttribute("aria-label", name);
        }
      }
    }
  }
}
new MutationObserver(nameSearchBoxes).observe(document.body, { childList: true, subtree: true });
