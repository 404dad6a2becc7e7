// The sum of each fund, and of all, as one types; the page works without it.
"use strict";

const grid = document.querySelector("#opening table");

function cents(text) {
  const bare = text.replace(/[^0-9.,()−–-]/g, "").replace(/[−–]/g, "-");
  const isBelow = /^\(.*\)$|-/.test(bare);
  const digits = bare.replace(/[()-]/g, "");
  const plain = /,\d{1,2}$/.test(digits)
    ? digits.replace(/\./g, "").replace(",", ".")
    : digits.replace(/,/g, "");
  const amount = Math.round(Number(plain) * 100);
  return isBelow ? -amount : amount;
}

function figures(sum) {
  if (Number.isNaN(sum)) {
    return "–";
  }
  const whole = Math.floor(Math.abs(sum) / 100).toLocaleString("en-US");
  const part = String(Math.abs(sum) % 100).padStart(2, "0");
  return `${sum < 0 ? "−" : ""}${whole}.${part}`;
}

function addUp() {
  const sums = [];
  for (const row of grid.tBodies[0].rows) {
    const sign = row.dataset.owed ? -1 : 1;
    [...row.querySelectorAll("input")].forEach((box, i) => {
      sums[i] = (sums[i] || 0) + sign * cents(box.value);
    });
  }
  const [funds, all] = grid.tBodies[1].rows;
  sums.forEach((sum, i) => {
    funds.cells[i + 1].textContent = figures(sum);
  });
  const inAll = sums.reduce((one, other) => one + other, 0);
  all.querySelector("[data-all]").textContent = figures(inAll);
}

if (grid) {
  grid.tBodies[1].hidden = false;
  grid.addEventListener("input", addUp);
  addUp();
}
