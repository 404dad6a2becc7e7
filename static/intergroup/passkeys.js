"use strict";
// allauth only logs a passkey that failed; this tells the person.
document.addEventListener("allauth.error", () => {
  document.getElementById("passkey-trouble").hidden = false;
});
