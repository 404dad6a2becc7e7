// The sums of a ballot as one types, and Enter to the box below; the page works without.
"use strict";

const ballot = document.getElementById("ballot");

function number(box) {
  const text = box.value.trim();
  return /^\d{1,7}$/.test(text) ? Number(text) : 0;
}

// What is written in the boxes of a kind, on one side: 0 is the room, 1 is online.
function sum(kind, side) {
  const rows = ballot.querySelectorAll(`tr[data-kind="${kind}"]`);
  return [...rows].reduce((all, row) => all + number(row.querySelectorAll("input")[side]), 0);
}

function needed(total) {
  const parts = Number(ballot.dataset.parts);
  const of = Number(ballot.dataset.of);
  if ("more" in ballot.dataset) {
    return Math.floor((parts * total) / of) + 1;
  }
  return Math.max(Math.ceil((parts * total) / of), 1);
}

function tell(name, count, most) {
  const shown = ballot.querySelector(`[data-sum="${name}"]`);
  if (shown) {
    shown.textContent = most ? `${count} ${shown.dataset.of.replace("%s", most)}` : count;
    shown.classList.toggle("apart", Boolean(most) && count > most);
  }
}

function addUp() {
  const hasSeveral = ballot.querySelector('tr[data-kind="valid"]') !== null;
  const valid = [0, 1].map((side) => sum(hasSeveral ? "valid" : "votes", side));
  const blank = [0, 1].map((side) => sum("blank", side));
  const cast = [0, 1].map((side) => valid[side] + blank[side] + sum("invalid", side));
  const blanks = "blanks" in ballot.dataset ? blank[0] + blank[1] : 0;
  const total = valid[0] + valid[1] + blanks;
  tell("room", cast[0], sum("given", 0));
  tell("online", cast[1], sum("given", 1));
  tell("total", total);
  tell("needed", total ? needed(total) : "–");
}

// Enter leads down from box to box, and from the last one to the button.
function goOn(event) {
  const row = event.target.closest(".boxes tbody tr");
  if (event.key !== "Enter" || !row) {
    return;
  }
  event.preventDefault();
  const side = [...row.querySelectorAll("input")].indexOf(event.target);
  const rows = [...ballot.querySelectorAll("tr[data-kind]")];
  const next = rows[rows.indexOf(row) + 1];
  (next ? next.querySelectorAll("input")[side] : ballot.querySelector("button")).focus();
}

if (ballot) {
  ballot.querySelector(".sums").hidden = false;
  ballot.addEventListener("input", addUp);
  ballot.addEventListener("keydown", goOn);
  addUp();
}
