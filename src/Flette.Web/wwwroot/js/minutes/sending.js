// Sends lines one after another, each with a form key of its own, so that it is written once however often it is sent. What gets no
// answer is sent again; what is refused is handed back with the server's own words.
(() => {
  "use strict";

  const parts = (window.fletteMinutes ??= {});
  const shortest = 1_000;
  const longest = 10_000;

  /** How it stands with the way to the server. */
  parts.Way = Object.freeze({ open: "open", away: "away", signedOut: "signedOut", closed: "closed" });

  parts.Sender = class {
    #waiting;
    #address;
    #tell;
    #busy = false;
    #timer = 0;
    #pause = shortest;

    /**
     * @param waiting the lines that wait
     * @param address where lines are posted, as the forms say it
     * @param tell kept(line, answer), refused(line, html), way(state), changed()
     */
    constructor(waiting, address, tell) {
      this.#waiting = waiting;
      this.#address = address;
      this.#tell = tell;
      addEventListener("online", () => this.now());
      document.addEventListener("visibilitychange", () => document.hidden || this.now());
    }

    /** Tries at once. */
    now() {
      clearTimeout(this.#timer);
      this.#timer = 0;
      this.#pause = shortest;
      return this.#run();
    }

    async #run() {
      if (this.#busy) return;
      this.#busy = true;
      try {
        for (let line = this.#next(); line; line = this.#next()) {
          if (!(await this.#send(line))) return;
        }
      } finally {
        this.#busy = false;
        this.#tell.changed();
      }
    }

    #next() {
      return this.#waiting.all().find((line) => !line.held);
    }

    /** Whether the next one can go. */
    async #send(line) {
      let answer;
      try {
        answer = await parts.post(this.#address, [["FormKey", line.key], ...line.fields]);
      } catch {
        return this.#later(parts.Way.away);
      }
      switch (answer.status) {
        case 201:
          this.#waiting.forget(line);
          this.#pause = shortest;
          this.#tell.way(parts.Way.open);
          this.#tell.kept(line, new URL(answer.headers.get("Location"), location.href));
          return true;
        case 422: {
          const html = await answer.text();
          this.#tell.way(parts.Way.open);
          this.#tell.refused(line, html);
          return true;
        }
        case 403:
          return this.#renew(line);
        case 401:
          return this.#stop(parts.Way.signedOut);
        case 404:
        case 409:
        case 410:
          return this.#stop(parts.Way.closed);
        case 400:
        case 413:
          // Nothing that waiting helps for: it stays where it is seen, and those after it go on.
          this.#waiting.change({ ...line, held: true });
          return true;
        default:
          return this.#later(parts.Way.away);
      }
    }

    /** The page's token is too old, or the key was used for other words: first a new token, then a new key. */
    async #renew(line) {
      if (line.renewed > 1) {
        this.#waiting.change({ ...line, held: true });
        return true;
      }
      if (!line.renewed) {
        if (!(await parts.newToken())) return this.#later(parts.Way.away);
        this.#waiting.change({ ...line, renewed: 1 });
      } else {
        this.#waiting.change({ ...line, renewed: 2, key: parts.newKey() });
      }
      return true;
    }

    #stop(way) {
      this.#tell.way(way);
      return false;
    }

    #later(way) {
      this.#tell.way(way);
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#run(), this.#pause);
      this.#pause = Math.min(this.#pause * 2, longest);
      return false;
    }
  };

  /** The antiforgery token that stands in the page's forms. */
  const token = () => document.querySelector("[data-write] input[name=__form]")?.value ?? "";

  /** Posts fields as a form of the page would, and asks for a part of the page. */
  parts.post = (address, fields) =>
    fetch(address, {
      method: "POST",
      body: new URLSearchParams([["__form", token()], ...fields]),
      headers: { "Flette-Part": "1" },
      redirect: "manual",
      keepalive: fields.reduce((length, [, value]) => length + value.length, 0) < 10_000,
    });

  /** Fetches a page and puts its token in the forms here. */
  parts.newToken = async () => {
    try {
      const answer = await fetch(location.pathname, { redirect: "manual" });
      if (!answer.ok) return false;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector("[data-write] input[name=__form]")?.value;
      for (const field of document.querySelectorAll("input[name=__form]")) field.value = fresh ?? field.value;
      return fresh !== undefined;
    } catch {
      return false;
    }
  };
})();
