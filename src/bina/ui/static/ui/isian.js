/* What was typed and could not be saved yet outlives a reload: kept in this tab for this person
   until the server has it, and gone with the tab. Works beside the autosave of ui/bina.js; without
   script or storage the page asks before it is left. */
(function () {
  "use strict";

  var form = document.querySelector("form[data-simpan-otomatis]");
  var place = form && form.querySelector("[data-simpan-status][data-pemilik]");
  if (!place) return;

  function key() {
    var owner = place.getAttribute("data-pemilik");
    return "bina.isian." + owner + "." + form.getAttribute("data-simpan-otomatis");
  }

  function read() {
    var found = {};
    new FormData(form).forEach(function (value, name) {
      if (typeof value !== "string" || name === "csrfmiddlewaretoken") return;
      (found[name] = found[name] || []).push(value);
    });
    return found;
  }

  function keep(sent) {
    try {
      sessionStorage.setItem(key(), JSON.stringify({ isi: read(), terkirim: !!sent }));
    } catch (refused) { /* the page still asks before it is left */ }
  }

  function drop() {
    try { sessionStorage.removeItem(key()); } catch (refused) { /* nothing is kept then */ }
  }

  function kept() {
    try { return JSON.parse(sessionStorage.getItem(key())); } catch (broken) { return null; }
  }

  function fill(values) {
    Array.prototype.forEach.call(form.elements, function (field) {
      var own = values[field.name];
      if (!field.name || field.type === "file" || field.name === "csrfmiddlewaretoken") return;
      if (field.type === "checkbox" || field.type === "radio") {
        field.checked = !!own && own.indexOf(field.value) >= 0;
      } else if (own) {
        field.value = own.length > 1 ? own.shift() : own[0];
      }
    });
  }

  /* A form that was sent and came back at another state has arrived; anything else has not. */
  function restore() {
    var found = kept();
    if (!found) return;
    var state = form.elements.namedItem("suntingan");
    var same = state && (found.isi.suntingan || [])[0] === state.value;
    if (found.terkirim && !same) return drop();
    fill(found.isi);
    place.textContent = place.getAttribute("data-dipulihkan");
    form.dispatchEvent(new CustomEvent("bina:dipulihkan", { bubbles: true }));
  }

  form.addEventListener("input", function () { keep(false); });
  form.addEventListener("submit", function () { keep(true); });
  form.addEventListener("bina:tersimpan", drop);
  restore();
})();
