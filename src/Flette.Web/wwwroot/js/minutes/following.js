// Asks what others have written while the page is seen, and puts it in: line by line, so that what has focus keeps it.
(() => {
  "use strict";

  const parts = (window.fletteMinutes ??= {});
  const every = 1_500;

  parts.Follower = class {
    #main;
    #address;
    #tell;
    #timer = 0;
    #asking = null;
    #fresh = null;
    #stopped = false;

    /** @param tell way(state), reached() */
    constructor(main, address, tell) {
      this.#main = main;
      this.#address = address;
      this.#tell = tell;
      document.addEventListener("visibilitychange", () => (document.hidden ? this.#pause() : this.now()));
      this.#plan();
    }

    /** Asks at once. @param line the line just written here, to be offered for taking back */
    async now(line) {
      this.#fresh = line ?? this.#fresh;
      this.#pause();
      // One at a time: an answer that comes late must not put back what has changed since.
      while (this.#asking) await this.#asking;
      this.#asking = this.#ask().finally(() => (this.#asking = null));
      await this.#asking;
      this.#plan();
    }

    #pause() {
      clearTimeout(this.#timer);
      this.#timer = 0;
    }

    #plan() {
      if (this.#timer || document.hidden || this.#stopped) return;
      this.#timer = setTimeout(() => this.now(), every);
    }

    async #ask() {
      const query = new URLSearchParams({ after: this.#main.dataset.mark });
      if (this.#fresh) query.set("linje", this.#fresh);
      let answer;
      try {
        answer = await fetch(`${this.#address}?${query}`, { headers: { "Flette-Part": "1" }, redirect: "manual", cache: "no-store" });
      } catch {
        return this.#tell.way(parts.Way.away);
      }
      if (answer.type === "opaqueredirect" || answer.status === 401) return this.#tell.way(parts.Way.signedOut);
      if ([404, 409, 410].includes(answer.status)) {
        this.#stopped = true;
        return this.#tell.way(parts.Way.closed);
      }
      if (answer.status === 304) return this.#tell.way(parts.Way.open);
      if (!answer.ok) return this.#tell.way(parts.Way.away);
      const mark = answer.headers.get("Flette-Mark");
      const html = await answer.text();
      this.#tell.way(parts.Way.open);
      if (!mark) return;
      this.#main.dataset.mark = mark;
      this.#put(new DOMParser().parseFromString(html, "text/html"));
      this.#fresh = null;
    }

    #put(page) {
      const now = (name, from) => from.querySelector(`[data-part="${name}"]`);
      this.#lines(now("lines", this.#main), now("lines", page));
      for (const name of ["there", "end"]) this.#replace(now(name, this.#main), now(name, page));
      const fresh = now("fresh", page);
      const place = this.#main.querySelector("[data-fresh]");
      // Only her own line is offered for taking back; what was offered stays until there is another.
      if (fresh) place.replaceChildren(...fresh.childNodes);
    }

    #lines(old, fresh) {
      const before = old.querySelector(":scope > ol");
      const after = fresh.querySelector(":scope > ol");
      if (!before || !after) {
        old.replaceChildren(...fresh.childNodes);
        return;
      }
      const standing = new Map([...before.children].map((line) => [line.id, line]));
      let at = before.firstElementChild;
      for (const line of [...after.children]) {
        const own = standing.get(line.id);
        standing.delete(line.id);
        if (own && own.dataset.version === line.dataset.version) {
          if (own === at) at = at.nextElementSibling;
          else before.insertBefore(own, at);
        } else if (own) {
          if (own === at) at = at.nextElementSibling;
          const focused = own.contains(document.activeElement);
          own.replaceWith(line);
          if (focused) line.querySelector("a")?.focus();
        } else {
          before.insertBefore(line, at);
        }
      }
      for (const gone of standing.values()) gone.remove();
    }

    /** A part with what is typed in it and what has focus left as it was. */
    #replace(old, fresh) {
      const focus = document.activeElement;
      const inside = old.contains(focus);
      const same = (form, other) =>
        inside && other.name === focus.name && other.value === focus.value && other.tagName === form.tagName;
      const typed = [...old.querySelectorAll("input:not([type=hidden])")].map((field) => [field.name, field.value]);
      const address = inside ? focus.getAttribute("href") : null;
      const [from, to] = inside && focus.selectionStart !== undefined ? [focus.selectionStart, focus.selectionEnd] : [];
      old.replaceChildren(...fresh.childNodes);
      for (const [name, value] of typed) {
        const field = old.querySelector(`input[name="${CSS.escape(name)}"]`);
        if (field) field.value = value;
      }
      if (!inside) return;
      const again = [...old.querySelectorAll("a, button, input:not([type=hidden])")].find(
        (one) => (address && one.getAttribute("href") === address) || same(focus, one),
      );
      again?.focus();
      if (again && from !== undefined && from !== null && again.setSelectionRange) again.setSelectionRange(from, to);
    }
  };
})();
