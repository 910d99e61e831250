/* Small helps on top of pages that work without them. No eval, no inline handlers; storage is
   only emptied here (ui/harian.js and ui/isian.js fill it). */
(function () {
  "use strict";

  var changed = new WeakSet();
  var saving = null; // the autosave under way

  /* Saving by hand while an autosave is under way: it would be told that somebody else was faster,
     and that somebody is the same person. It waits for the number the autosave brings back. */
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!saving || !form.elements.namedItem("suntingan")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    var by = event.submitter;
    saving.then(function () { form.requestSubmit(by); });
  }, true);

  /* Land on the summary of what to mend, or follow its links into the field itself. */
  function focusSummary() {
    var summary = document.querySelector("[data-ringkasan]");
    if (summary) summary.focus();
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("[data-ringkasan] a[href^='#']");
    var field = link && document.getElementById(link.hash.slice(1));
    if (!field) return;
    event.preventDefault();
    field.scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  });

  /* One press is one act: the second press of a form under way is dropped. */
  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (form.hasAttribute("data-boleh-ulang") || event.defaultPrevented) return;
    if (form.hasAttribute("data-terkirim")) {
      event.preventDefault();
      return;
    }
    changed.delete(form);
    if (form.matches("[hx-get],[hx-post]")) return;
    form.setAttribute("data-terkirim", "");
    form.querySelectorAll("button:not([type=button])").forEach(function (button) {
      button.setAttribute("aria-disabled", "true");
    });
  });

  /* Signing out empties what this device keeps of the person; unsent lines are asked about. */
  function keptKeys() {
    try {
      return Object.keys(localStorage).filter(function (key) {
        return key.indexOf("bina.perangkat.") === 0;
      });
    } catch (refused) {
      return [];
    }
  }

  /* What ui/isian.js keeps in this tab. */
  function forget() {
    try { sessionStorage.clear(); } catch (refused) { /* nothing is kept then */ }
  }

  function unsent(keys) {
    return keys.reduce(function (sum, key) {
      if (!key.endsWith(".antrean")) return sum;
      return sum + (localStorage.getItem(key).match(/"isi":/g) || []).length;
    }, 0);
  }

  document.addEventListener("submit", function (event) {
    var form = event.target;
    if (!form.hasAttribute("data-keluar")) return;
    var keys = keptKeys();
    var n = unsent(keys);
    if (n && !window.confirm(form.getAttribute("data-keluar").replace("{n}", n))) {
      event.preventDefault();
      return;
    }
    keys.forEach(function (key) { localStorage.removeItem(key); });
    forget();
  }, true);

  /* Coming back by the browser's arrow, the form is free again. */
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    document.querySelectorAll("[data-terkirim]").forEach(function (form) {
      form.removeAttribute("data-terkirim");
      form.querySelectorAll("[aria-disabled]").forEach(function (button) {
        button.removeAttribute("aria-disabled");
      });
    });
  });

  /* Leaving with unsaved words asks first: only forms marked data-jaga. */
  document.addEventListener("input", function (event) {
    var form = event.target.closest("form[data-jaga]");
    if (form) changed.add(form);
  });

  window.addEventListener("beforeunload", function (event) {
    document.querySelectorAll("form[data-jaga]").forEach(function (form) {
      if (changed.has(form)) event.preventDefault();
    });
  });

  /* Autosave: form[data-simpan-otomatis="address"]; the page says in words how it went. */
  var pending = new WeakMap();

  function tell(form, state, replacements) {
    var place = form.querySelector("[data-simpan-status]");
    if (!place) return;
    var text = place.getAttribute("data-" + state) || "";
    place.setAttribute("data-keadaan", state);
    place.textContent = text.replace("{jam}", (replacements && replacements.jam) || "");
  }

  function clock() {
    var now = new Date();
    return [now.getHours(), now.getMinutes()]
      .map(function (part) { return String(part).padStart(2, "0"); })
      .join(document.documentElement.lang === "id" ? "." : ":");
  }

  /* What the server says the form is now: numbers of new rows, the state it was saved at. */
  function take(form, news) {
    Object.keys(news.isian || {}).forEach(function (name) {
      var own = form.elements[name];
      if (own) own.value = news.isian[name];
      if (name !== "suntingan") return;
      document.querySelectorAll("input[name=suntingan]").forEach(function (field) {
        field.value = news.isian[name];
      });
    });
    if (!news.alamat) return;
    form.setAttribute("data-simpan-otomatis", news.alamat);
    form.setAttribute("action", news.alamat);
    history.replaceState(null, "", news.alamat);
  }

  var busy = new WeakSet();

  function save(form) {
    if (busy.has(form)) {
      pending.set(form, setTimeout(save, 1200, form));
      return;
    }
    busy.add(form);
    tell(form, "menyimpan");
    saving = fetch(form.getAttribute("data-simpan-otomatis"), {
      method: "POST",
      body: new FormData(form),
      headers: { "Bina-Autosave": "1" },
      credentials: "same-origin",
      redirect: "error"
    }).then(function (response) {
      if (response.ok) {
        changed.delete(form);
        form.dispatchEvent(new CustomEvent("bina:tersimpan"));
        tell(form, "tersimpan", { jam: clock() });
        if (response.status === 200) return response.json().then(take.bind(null, form));
      } else {
        tell(form, { 409: "didahului", 422: "kurang" }[response.status] || "gagal");
      }
    }).catch(function () { tell(form, "gagal"); }).then(function () {
      busy.delete(form);
      saving = null;
    });
  }

  document.addEventListener("input", function (event) {
    var form = event.target.closest("form[data-simpan-otomatis]");
    if (!form) return;
    changed.add(form);
    clearTimeout(pending.get(form));
    pending.set(form, setTimeout(save, 1200, form));
  });

  document.addEventListener("submit", function (event) {
    clearTimeout(pending.get(event.target));
  });

  document.addEventListener("bina:dipulihkan", function (event) { changed.add(event.target); });

  /* A part of the page that could not be fetched must not fail in silence. */
  ["htmx:responseError", "htmx:sendError"].forEach(function (name) {
    document.addEventListener(name, function () {
      var place = document.querySelector("[data-gangguan]");
      if (!place) return;
      place.hidden = false;
      place.focus();
    });
  });

  /* The user menu closes with Escape and when one looks elsewhere. */
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    document.querySelectorAll("details.b-user[open]").forEach(function (menu) {
      menu.open = false;
      menu.querySelector("summary").focus();
    });
  });

  document.addEventListener("click", function (event) {
    document.querySelectorAll("details.b-user[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
  });

  document.addEventListener("DOMContentLoaded", focusSummary);
})();
