"use strict";
// allauth looks for its orders in inline scripts; here they stand in data attributes.
for (const place of document.querySelectorAll("[data-passkey]")) {
  const { passkey, ...ids } = place.dataset;
  window.allauth.webauthn.forms[passkey]({ ids });
}

// It only logs a key that failed; this tells the person.
document.addEventListener("allauth.error", () => {
  document.getElementById("passkey-trouble").hidden = false;
});
