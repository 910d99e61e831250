/* Lines of the diary are kept on the device until they are sent, and sent once: every line has a
   key made here, and the server knows it. Without this script, or without storage, the form
   simply posts. Files are not kept; the page says so. */
(function () {
  "use strict";

  var form = document.querySelector("form[data-perangkat]");
  var place = document.querySelector("[data-antrean]");
  if (!form || !place || !canStore()) return;

  var prefix = "bina.perangkat." + form.getAttribute("data-perangkat");
  var DRAFT = prefix + ".draf";
  var QUEUE = prefix + ".antrean";
  var sending = false;

  function canStore() {
    try {
      localStorage.setItem("bina.coba", "1");
      localStorage.removeItem("bina.coba");
      return true;
    } catch (refused) {
      return false;
    }
  }

  function load(key, otherwise) {
    try {
      return JSON.parse(localStorage.getItem(key)) || otherwise;
    } catch (broken) {
      return otherwise;
    }
  }

  function store(key, value) {
    try {
      localStorage.setItem(key, JSON.stringify(value));
      return true;
    } catch (full) {
      return false;
    }
  }

  function queue() { return load(QUEUE, []); }

  function without(kunci) {
    store(QUEUE, queue().filter(function (line) { return line.isi.kunci !== kunci; }));
  }

  /* What is in the form, but for files and the token of this page. */
  function read() {
    var found = {};
    new FormData(form).forEach(function (value, name) {
      if (typeof value === "string" && name !== "csrfmiddlewaretoken") found[name] = value;
    });
    return found;
  }

  function fill(values) {
    Object.keys(values).forEach(function (name) {
      var field = form.elements.namedItem(name);
      if (field && field.type !== "file") field.value = values[name];
    });
  }

  function hasFiles() {
    return Array.prototype.some.call(form.elements, function (field) {
      return field.type === "file" && field.files.length > 0;
    });
  }

  function freshKey() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    var hex = Array.prototype.map.call(bytes, function (one) {
      return (one + 256).toString(16).slice(1);
    }).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  function say(state) {
    var told = place.querySelector("[data-antrean-kata]");
    told.textContent = state ? place.getAttribute("data-" + state) || "" : "";
  }

  /* The lines that wait, each with what is wrong with it and a way to mend it. */
  function show() {
    var lines = queue();
    var list = place.querySelector("ul");
    place.hidden = lines.length === 0;
    place.querySelector("[data-antrean-jumlah]").textContent =
      place.getAttribute("data-jumlah").replace("{n}", lines.length);
    list.replaceChildren.apply(list, lines.map(item));
  }

  function item(line) {
    var row = place.querySelector("template").content.cloneNode(true);
    var hours = line.isi.jam_mulai + " - " + line.isi.jam_selesai;
    row.querySelector("[data-isi]").textContent =
      [line.isi.tanggal, hours, line.isi.kegiatan].join(", ");
    var wrong = Object.keys(line.salah || {}).map(function (name) { return line.salah[name]; });
    row.querySelector("[data-salah]").textContent = wrong.join(" ");
    row.querySelector("[data-tanpa-berkas]").hidden = !line.berkas;
    var button = row.querySelector("button");
    button.hidden = wrong.length === 0;
    button.addEventListener("click", function () { mend(line); });
    return row;
  }

  function mend(line) {
    if (Object.keys(load(DRAFT, {})).length) {
      say("terisi");
      return;
    }
    fill(line.isi);
    store(DRAFT, line.isi);
    without(line.isi.kunci);
    show();
    form.elements.namedItem("kegiatan").focus();
  }

  function body(line) {
    var data = new FormData();
    Object.keys(line.isi).forEach(function (name) { data.append(name, line.isi[name]); });
    return data;
  }

  function post(data) {
    var token = form.elements.namedItem("csrfmiddlewaretoken").value;
    return fetch(form.getAttribute("action"), {
      method: "POST",
      body: data,
      headers: { "Bina-Perangkat": "1", "X-CSRFToken": token },
      credentials: "same-origin",
      redirect: "manual"
    });
  }

  /* Marks a refused line; tells whether to go on with the next one. */
  function refused(line, response) {
    return response.json().then(function (answer) {
      store(QUEUE, queue().map(function (one) {
        if (one.isi.kunci === line.isi.kunci) one.salah = answer.salah;
        return one;
      }));
    });
  }

  function next() {
    return queue().filter(function (line) { return !line.salah; })[0];
  }

  /* One after the other; what comes between stays and is tried again. */
  function send(sent) {
    var line = next();
    if (!line || (sending && !sent)) return finish(sent);
    sending = true;
    post(body(line)).then(function (response) {
      if (response.ok) {
        without(line.isi.kunci);
        return send((sent || 0) + 1);
      }
      if (response.status === 422) {
        return refused(line, response).then(function () { return send(sent || 1e-9); });
      }
      return stop(response.type === "opaqueredirect" ? "masuk" : "gangguan");
    }).catch(function () { stop("menunggu"); });
  }

  function stop(state) {
    sending = false;
    say(state);
    show();
  }

  function finish(sent) {
    if (sending && !sent) return;
    sending = false;
    show();
    say("");
    var writing = Object.keys(load(DRAFT, {})).length > 0;
    if (sent >= 1 && !writing) location.assign(form.getAttribute("action"));
  }

  function keep(line) {
    var kept = store(QUEUE, queue().concat([line]));
    if (kept) localStorage.removeItem(DRAFT);
    return kept;
  }

  /* For the next line the step and the day stay chosen. */
  function emptied() {
    ["jam_mulai", "jam_selesai", "kegiatan", "jumlah", "url", "judul", "foto", "berkas"]
      .forEach(function (name) {
        var field = form.elements.namedItem(name);
        if (field) field.value = "";
      });
    form.elements.namedItem("kunci").value = freshKey();
  }

  function offline() {
    emptied();
    stop("menunggu");
    place.scrollIntoView({ block: "center" });
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (sending) return;
    var line = { isi: read(), berkas: hasFiles() };
    if (!keep(line)) return form.submit();
    sending = true;
    show();
    post(new FormData(form)).then(function (response) {
      sending = false;
      without(line.isi.kunci);
      if (response.ok) {
        location.assign(form.getAttribute("action"));
      } else {
        form.submit(); /* the server says on its page what to mend, or asks to sign in */
      }
    }).catch(offline);
  });

  form.addEventListener("input", function () { store(DRAFT, read()); });

  form.removeAttribute("data-jaga"); /* what is typed is kept anyway */
  if (!form.hasAttribute("data-terisi")) fill(load(DRAFT, {}));
  window.addEventListener("online", function () { send(); });
  document.addEventListener("visibilitychange", function () { if (!document.hidden) send(); });
  setInterval(function () { if (next()) send(); }, 20000);
  show();
  send();
})();
