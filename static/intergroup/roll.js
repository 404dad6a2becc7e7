// Taps without leaving the place, and groups found as one types; the page works without.
"use strict";

const box = document.getElementById("q");
const PARTS = ["quorum", "running", "roll", "officers", "observers"];

function find() {
  const words = box.value.toLowerCase().split(/\s+/).filter(Boolean);
  const waiting = document.querySelector("input[name=show]").checked;
  let shown = 0;
  for (const row of document.querySelectorAll("#roll .row")) {
    const told = row.getAttribute("aria-label").toLowerCase();
    const isFound = words.every((word) => told.includes(word));
    row.hidden = !isFound || (waiting && !row.classList.contains("waiting"));
    shown += row.hidden ? 0 : 1;
  }
  document.getElementById("nobody").hidden = shown > 0 || !document.querySelector("#roll .row");
}

// Put what the page says now in the place of what it said, a refusal beside the quorum.
async function tap(event) {
  const form = event.target;
  const button = event.submitter;
  if (!form.matches("#roll, .row") || !button) {
    return;
  }
  event.preventDefault();
  const row = button.closest(".row").id;
  const answer = await fetch(form.action, { method: "POST", body: new FormData(form, button) });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (!answer.ok || !page.getElementById("roll")) {
    window.location.reload();
    return;
  }
  for (const id of PARTS) {
    document.getElementById(id).replaceWith(page.getElementById(id));
  }
  const told = page.querySelector(".messagelist");
  if (told) {
    document.getElementById("quorum").append(told);
  }
  find();
  const again = row && document.querySelector(`#${row} button`);
  if (again) {
    again.focus({ preventScroll: true });
  }
}

if (box) {
  box.addEventListener("input", find);
  document.querySelector("input[name=show]").addEventListener("change", find);
  box.form.addEventListener("submit", (event) => {
    event.preventDefault();
    find();
  });
  document.addEventListener("submit", tap);
  find();
}
