// The answers of the groups: Enter goes to the next group, and a column that is pasted
// fills the rows from here on. Without this, the form works as any other.
"use strict";

const boxes = [...document.querySelectorAll(".answers tbody input")];

for (const [place, box] of boxes.entries()) {
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && boxes[place + 1]) {
      event.preventDefault();
      boxes[place + 1].focus();
      boxes[place + 1].select();
    }
  });
  box.addEventListener("paste", (event) => {
    const lines = event.clipboardData.getData("text").replace(/\r?\n$/, "").split(/\r?\n/);
    if (lines.length < 2) {
      return;
    }
    event.preventDefault();
    for (const [offset, line] of lines.entries()) {
      if (boxes[place + offset]) {
        boxes[place + offset].value = line.split("\t").pop().trim();
      }
    }
  });
}
