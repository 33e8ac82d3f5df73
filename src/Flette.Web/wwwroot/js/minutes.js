// Live minutes: what is typed is sent line by line and seen at once, others' lines come by themselves, and nothing is lost when the
// network is. Without this script the page does the same with a form for each line.
(() => {
  "use strict";

  const { WaitingLines, Sender, Follower, Field, Way } = window.fletteMinutes;
  const parts = window.fletteMinutes;
  const main = document.querySelector("[data-minutes]");
  const form = main?.querySelector("[data-write]");
  if (!form) return;

  const follow = `${location.pathname}/linjer`;
  const waiting = new WaitingLines(main.dataset.person, main.dataset.minutes);
  const status = main.querySelector("[data-saved]");
  const list = main.querySelector("[data-waits]");
  const template = main.querySelector("template[data-wait]");
  const asked = main.querySelector("[data-asked]");
  const saved = new Map();
  let way = Way.open;
  let savedAt = "";

  const words = {
    [Way.open]: "sender",
    [Way.away]: "venter på nettet",
    [Way.signedOut]: "venter på at du logger inn",
    [Way.closed]: "ikke lagret",
  };

  const sender = new Sender(waiting, form.getAttribute("action"), {
    kept: async (line, where) => {
      saved.set(line.key, line);
      savedAt = new Date().toLocaleTimeString("nb-NO", { hour: "2-digit", minute: "2-digit" }).replace(":", ".");
      show();
      await follower.now(where.searchParams.get("linje"));
      saved.delete(line.key);
      show();
    },
    refused: ask,
    way: change,
    changed: show,
  });
  const follower = new Follower(main, follow, { way: change });
  const field = new Field(main, form, follow);

  function change(to) {
    const opened = to === Way.open && way !== Way.open;
    way = to;
    show();
    if (opened && waiting.all().length > 0) sender.now();
  }

  /** What waits, and how it stands with it. */
  function show() {
    const all = waiting.all();
    const lines = [...saved.values(), ...all.filter((line) => !line.asked)];
    list.replaceChildren(
      ...lines.map((line) => {
        const item = template.content.cloneNode(true);
        item.querySelector("[data-text]").textContent = line.text;
        item.querySelector("[data-state]").textContent = saved.has(line.key) ? "lagret" : line.held ? "kunne ikke lagres" : words[way];
        return item;
      }),
    );
    list.hidden = lines.length === 0;
    say(all.filter((line) => !line.asked).length);
  }

  function say(count) {
    const many = `${count} ${count === 1 ? "linje" : "linjer"}`;
    const room = waiting.safe ? "" : " Nettleseren har ikke plass til dem, så ikke lukk siden.";
    const text =
      way === Way.signedOut ? `Du er logget ut. ${count > 0 ? `${many} er ikke lagret ennå og sendes når du er inne igjen.` : "Teksten din står her."}${room}`
      : way === Way.closed ? `Du kan ikke skrive i dette møtet lenger. Det som ikke er lagret, står her, så du kan ta vare på det.`
      : count > 0 && way === Way.away ? `Ikke lagret ennå: ${many} venter på nettet.${room}`
      : way === Way.away ? "Uten nett. Det du skriver, blir tatt vare på."
      : count > 0 && !waiting.safe ? `Ikke lagret ennå: ${many}.${room}`
      : savedAt ? `Lagret ${savedAt}`
      : "";
    // A status is read aloud when it changes; the same words again are nothing new.
    if (status.dataset.says === text) return;
    status.dataset.says = text;
    status.textContent = text;
    if (way === Way.signedOut) {
      const link = document.createElement("a");
      link.className = "ds-link";
      link.href = location.pathname;
      link.textContent = "Logg inn";
      status.append(" ", link);
    }
  }

  /** A line that is not taken: the server's own form with why, above the field, and what is typed meanwhile left alone. */
  function ask(line, html) {
    waiting.change({ ...line, held: true, asked: true });
    const page = new DOMParser().parseFromString(html, "text/html");
    const box = page.querySelector("[data-writing]");
    for (const one of box.querySelectorAll("[id]")) one.id = `${one.id}-${line.key}`;
    for (const name of ["for", "aria-describedby", "aria-labelledby"]) {
      for (const one of box.querySelectorAll(`[${name}]`)) {
        const ids = one.getAttribute(name).split(" ");
        one.setAttribute(name, ids.map((id) => `${id}-${line.key}`).join(" "));
      }
    }
    for (const one of box.querySelectorAll("[autofocus]")) one.removeAttribute("autofocus");
    box.dataset.line = line.key;
    asked.querySelector(`[data-line="${line.key}"]`)?.remove();
    asked.append(box);
    const area = parts.grow(box.querySelector("[data-write]"));
    if (field.text === "") area.focus();
    show();
  }

  const held = (key) => waiting.all().find((line) => line.key === key);

  main.addEventListener("submit", (event) => {
    const to = event.target;
    if (to.matches("[data-write]")) {
      event.preventDefault();
      const text = to.elements.Typed.value;
      if (text.trim() === "") return;
      const fields = [...new FormData(to, event.submitter)].filter(([name]) => name !== "FormKey" && !name.startsWith("__"));
      const key = to.elements.FormKey.value;
      const before = held(key);
      if (before) waiting.forget(before);
      waiting.keep({ key, text: text.trim(), fields });
      if (to === form) field.next();
      else to.closest("[data-writing]").remove();
      field.focus();
      show();
      sender.now();
    } else if (to.closest('[data-part="there"], [data-fresh]') && !to.dataset.native) {
      event.preventDefault();
      press(to, event.submitter);
    } else if (to.closest("[data-asked]")) {
      // Read as finished minutes instead: then it is no line that waits.
      const line = held(to.closest("[data-line]").dataset.line);
      if (line) waiting.forget(line);
    }
  });

  async function press(to, by) {
    let answer = null;
    try {
      answer = await parts.post(to.getAttribute("action"), [...new FormData(to, by)].filter(([name]) => !name.startsWith("__")));
    } catch {
      return change(Way.away);
    }
    if (answer.status === 201) {
      if (to.closest("[data-fresh]")) {
        to.closest("[data-fresh]").replaceChildren();
        field.focus();
      }
      if (to.elements.Name) to.elements.Name.value = "";
      return follower.now();
    }
    // The page itself says why not.
    to.dataset.native = "";
    to.requestSubmit(by);
  }

  main.addEventListener("click", (event) => {
    const box = event.target.closest("[data-drop]")?.closest("[data-line]");
    if (!box) return;
    const line = held(box.dataset.line);
    if (line) waiting.forget(line);
    box.remove();
    field.focus();
    show();
  });

  main.addEventListener("keydown", (event) => {
    if (event.isComposing || !event.target.matches("[data-write] textarea")) return;
    if (field.takes(event)) return;
    if (event.key === "Enter" && !event.shiftKey && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      event.target.form.requestSubmit();
    } else if (event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey && event.target.value === "") {
      const undo = main.querySelector("[data-fresh] button");
      if (undo) {
        event.preventDefault();
        undo.click();
      }
    }
  });

  addEventListener("beforeunload", (event) => {
    if (waiting.all().length > 0) event.preventDefault();
  });

  // What waited when the page was closed goes first; what was refused is asked about again.
  for (const line of waiting.all()) waiting.change({ ...line, held: false, asked: false, renewed: 0 });
  show();
  if (waiting.all().length > 0) sender.now();
})();
