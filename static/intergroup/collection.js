// The collection sheet: Enter goes to the next amount, sums add themselves up, and a
// box finds a group as one types. The server adds everything up again.
"use strict";

const form = document.querySelector(".collection-form");
const rows = [...form.querySelectorAll(".collection tbody tr")];
const counted = form.elements.counted;
const pieces = [...form.querySelectorAll(".pieces input")];
const out = (name) => form.querySelector(`[data-sum="${name}"]`);

const pattern = out("total").textContent.trim();
const places = (pattern.split(".")[1] || "").replace(/\D/g, "").length;
const symbol = pattern.replace(/[\d.,−]/g, "");

// Cents of an amount as people write it; nothing for what cannot be read.
function cents(text) {
  let bare = text.replace(/[^\d.,-]/g, "");
  if (/,\d{1,2}$/.test(bare)) {
    bare = bare.replaceAll(".", "").replace(",", ".");
  }
  const value = Number(bare.replaceAll(",", ""));
  return Number.isFinite(value) ? Math.round(value * 100) : 0;
}

function said(amount) {
  const figures = (Math.abs(amount) / 100).toLocaleString("en-US", {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
  return `${amount < 0 ? "−" : ""}${symbol}${figures}`;
}

function countedCents() {
  const filled = pieces.filter((each) => each.value.trim());
  if (filled.length) {
    return filled.reduce((sum, each) => sum + cents(each.dataset.value) * (parseInt(each.value, 10) || 0), 0);
  }
  return counted.value.trim() ? cents(counted.value) : null;
}

function addUp() {
  let filled = 0;
  let total = 0;
  let cash = 0;
  for (const row of rows) {
    const amount = cents(row.querySelector("input.money").value);
    filled += amount ? 1 : 0;
    total += amount;
    cash += row.querySelector("select").value === "cash" ? amount : 0;
  }
  const there = countedCents();
  out("rows").textContent = filled;
  out("total").textContent = said(total);
  out("cash").textContent = said(cash);
  out("counted").textContent = there === null ? "–" : said(there);
  out("difference").textContent = there === null ? "–" : said(there - cash);
  out("difference").classList.toggle("apart", there !== null && there !== cash);
}

// Enter leads from row to row, and from the last one to the notes and coins.
function onEnter(event) {
  const box = event.target;
  if (event.key !== "Enter" || box.matches("button, summary")) {
    return;
  }
  event.preventDefault();
  const row = box.closest(".collection tr");
  const shown = rows.filter((each) => !each.hidden);
  const next = row && shown[shown.indexOf(row) + 1];
  if (next) {
    const amount = next.querySelector("input.money");
    amount.focus();
    amount.select();
  } else if (row) {
    counted.focus();
  } else {
    const all = [...form.querySelectorAll("input:not([type=hidden]), select, button")].filter((each) => each.checkVisibility());
    const after = all[all.indexOf(box) + 1];
    if (after) {
      after.focus();
    }
  }
}

// What is typed here hides the rows that do not have it.
function addFinder() {
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "search";
  box.id = "find-row";
  label.htmlFor = box.id;
  label.textContent = form.dataset.find;
  const field = document.createElement("div");
  field.className = "field";
  field.append(label, box);
  form.querySelector(".collection").before(field);
  box.addEventListener("input", () => {
    const wanted = box.value.trim().toLowerCase();
    for (const row of rows) {
      const told = `${row.cells[0].textContent.trim()} ${row.cells[1].textContent.trim()}`;
      row.hidden = wanted !== "" && !told.toLowerCase().includes(wanted);
    }
  });
  box.addEventListener("keydown", (event) => {
    const first = rows.find((each) => !each.hidden);
    if (event.key === "Enter" && first) {
      event.preventDefault();
      event.stopPropagation();
      first.querySelector("input.money").focus();
      box.value = "";
      rows.forEach((each) => { each.hidden = false; });
    }
  });
}

addFinder();
addUp();
form.addEventListener("input", addUp);
form.addEventListener("change", addUp);
form.addEventListener("keydown", onEnter);
