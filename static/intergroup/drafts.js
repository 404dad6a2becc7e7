// Saves what is typed while it is typed; without it there is a button that saves.
// A form with data-draft is sent to its own address with draft=1. The answer has “told”,
// a sentence, and “read”, the stamp or number of what is saved now; 409 has “theirs”.
"use strict";

const PAUSE = 1500; // milliseconds without a key

function watch(form) {
  const told = form.querySelector("[data-draft-told]");
  const box = form.querySelector("[data-draft-theirs]");
  const read = form.querySelector('input[name="read"]');
  let timer = 0;
  let isChanged = false;
  let isSending = false;
  let isOver = false; // somebody else wrote: nothing more is saved by itself

  function say(sentence) {
    told.textContent = sentence;
  }

  function showTheirs(text) {
    if (!box || !text) {
      return;
    }
    const head = document.createElement("strong");
    const words = document.createElement("p");
    head.textContent = form.dataset.theirs;
    words.textContent = text;
    words.className = "as-typed";
    box.replaceChildren(head, words);
    box.hidden = false;
  }

  async function save() {
    if (!isChanged || isSending || isOver) {
      return;
    }
    isChanged = false;
    isSending = true;
    const sent = new FormData(form);
    sent.append("draft", "1");
    try {
      const answer = await fetch(form.action || window.location.href, { method: "POST", body: sent, keepalive: true });
      const said = await answer.json();
      say(said.told);
      if (answer.ok) {
        read.value = said.read;
      } else {
        isOver = true;
        showTheirs(said.theirs);
      }
    } catch {
      isChanged = true;
      say(form.dataset.failed);
      timer = window.setTimeout(save, 10 * PAUSE);
    } finally {
      isSending = false;
    }
    if (isChanged && !timer) {
      timer = window.setTimeout(save, PAUSE);
    }
  }

  function later() {
    isChanged = true;
    if (isOver) {
      return;
    }
    say(form.dataset.waiting);
    window.clearTimeout(timer);
    timer = window.setTimeout(() => {
      timer = 0;
      save();
    }, PAUSE);
  }

  form.addEventListener("input", later);
  form.addEventListener("submit", () => {
    isOver = true;
    window.clearTimeout(timer);
  });
  // A tab that is closed or laid aside: what was typed last goes along.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") {
      save();
    }
  });
}

document.querySelectorAll("form[data-draft]").forEach(watch);
