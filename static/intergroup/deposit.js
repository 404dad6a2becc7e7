// The sum of what is ticked, as one ticks; the page works without it.
"use strict";

const slip = document.getElementById("deposit");
const shown = document.getElementById("deposit-total");
const hasCents = shown && shown.textContent.includes(".");

function cents(box) {
  return Math.round(Number(box.dataset.amount) * 100);
}

function addUp() {
  const ticked = slip.querySelectorAll("input[name=entry]:checked");
  const sum = [...ticked].reduce((all, box) => all + cents(box), 0);
  const whole = Math.floor(Math.abs(sum) / 100).toLocaleString("en-US");
  const part = String(Math.abs(sum) % 100).padStart(2, "0");
  shown.textContent = (sum < 0 ? "−" : "") + whole + (hasCents ? `.${part}` : "");
}

if (slip && shown) {
  slip.addEventListener("change", addUp);
  addUp();
}
